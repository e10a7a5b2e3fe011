-- Which number or address a reporter writes from: recognised by a keyed hash, never kept in the open.
alter table reporter add column contact bytea check (length(contact) = 32);
create index reporter_contact on reporter (contact, id desc) where contact is not null;

-- A short message proves nothing; a code that was sent to that number proves that the telephone got it.
create table reply_code (
  reporter_id bigint primary key references reporter,
  code text not null check (code ~ '^\d{4}$'),
  tries int not null default 0,
  given_at timestamptz not null
);

-- What a message is answered with by itself, once for each message. To whom and what is sealed, and gone when it is sent.
create table reply (
  id bigint generated always as identity primary key,
  inbox_id bigint not null unique references inbox,
  channel text not null,
  contact bytea not null check (length(contact) = 32),
  kind text not null,
  sealed bytea,
  parts int not null check (parts > 0),
  state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'delivered', 'failed', 'withheld')),
  attempts int not null default 0,
  last_error text,
  created_at timestamptz not null,
  claimed_at timestamptz,
  sent_at timestamptz,
  check (sealed is null or sent_at is null)
);
create index reply_contact on reply (contact, created_at);
create index reply_sent on reply (channel, created_at);

do $$
declare name text;
begin
  foreach name in array array['reply_code', 'reply'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy system on %I for all to lapor_worker using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on %I to lapor_worker', name);
  end loop;
end $$;

-- A network that says that a message has arrived, or never will; and how many messages a notice was paid as.
alter table notice drop constraint notice_state_check;
alter table notice add constraint notice_state_check
  check (state in ('queued', 'sending', 'sent', 'delivered', 'failed', 'unreachable', 'withheld'));
alter table notice add column parts int check (parts > 0);
create index notice_paid on notice (sent_at) where parts is not null;

-- A gateway reports by our own number of the message, which only it and we know; the door may say nothing else. It may be
-- faster than whoever sends is in writing down that it was sent.
create function message_delivered(p_notice bigint, p_reply bigint, p_arrived boolean) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  update notice set state = case when p_arrived then 'delivered' else 'failed' end,
      last_error = case when p_arrived then null else 'not delivered' end
    where id = p_notice and channel = 'sms' and state in ('sending', 'sent', 'delivered', 'failed');
  update reply set state = case when p_arrived then 'delivered' else 'failed' end
    where id = p_reply and state in ('sending', 'sent', 'delivered', 'failed');
$$;
-- Keeps an answer in the transaction that read the message, whoever acted in it, and the work of sending it.
create function answer_message(p_inbox bigint, p_channel text, p_contact bytea, p_kind text, p_sealed bytea, p_parts int, p_at timestamptz)
returns void language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with kept as (
    insert into reply (inbox_id, channel, contact, kind, sealed, parts, created_at)
    values (p_inbox, p_channel, p_contact, p_kind, p_sealed, p_parts, p_at)
    on conflict do nothing returning id)
  insert into outbox (task, payload) select 'reply', jsonb_build_object('replyId', id) from kept;
$$;
create policy registrar on reply for all to lapor_registrar using (true) with check (true);
create policy registrar on notice for all to lapor_registrar using (true) with check (true);
grant select, insert, update on reply to lapor_registrar;
grant select, update on notice to lapor_registrar;
grant create on schema public to lapor_registrar;
alter function answer_message(bigint, text, bytea, text, bytea, int, timestamptz) owner to lapor_registrar;
alter function message_delivered(bigint, bigint, boolean) owner to lapor_registrar;
revoke create on schema public from lapor_registrar;
revoke all on function message_delivered(bigint, bigint, boolean) from public;
revoke all on function answer_message(bigint, text, bytea, text, bytea, int, timestamptz) from public;
grant execute on function answer_message(bigint, text, bytea, text, bytea, int, timestamptz) to lapor_app, lapor_worker;
grant execute on function message_delivered(bigint, bigint, boolean) to lapor_intake;

-- Filing as before (0007), with the contact.
create or replace function file_reports(batch jsonb)
returns table (key uuid, reference reference, report_id bigint, reporter_id bigint, again boolean, same boolean)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query
  with i as materialized (
    select distinct on (key) * from jsonb_to_recordset(batch) as x(
      key uuid, digest text, reference text, channel text, title text, text text, class text, oversight boolean,
      category_code text, area_code text, place text, latitude float8, longitude float8, happened_on date,
      addressee_id bigint, anonymous boolean, secret boolean, holder_id bigint, filed_at timestamptz,
      verify_due timestamptz, cap_due timestamptz, language text, receipt_hash text, reachable text, sealed text, contact text,
      actor text, person_id bigint, by_name text, by_role text, agency_id bigint, data jsonb)),
  r as (
    insert into report (key, digest, reference, channel, title, text, class, oversight, category_code, area_code, place,
      latitude, longitude, happened_on, addressee_id, anonymous, secret, status, holder_id, holder_path, holder_since,
      filed_at, verify_due, cap_due, head)
    select i.key, decode(i.digest, 'hex'), i.reference, i.channel, i.title, i.text, i.class, i.oversight, i.category_code,
      i.area_code, i.place, i.latitude, i.longitude, i.happened_on, i.addressee_id, i.anonymous, i.secret, 'received',
      i.holder_id, a.path, i.filed_at, i.filed_at, i.verify_due, i.cap_due, sha256(convert_to(i.data::text, 'UTF8'))
    from i join agency a on a.id = i.holder_id
    on conflict on constraint report_key_key do nothing
    returning report.id, report.key, report.reference, report.head),
  p as (
    insert into reporter (report_id, own_report_id, language, receipt_hash, reachable, contact, created_at)
    select r.id, r.id, i.language, decode(i.receipt_hash, 'hex'), i.reachable, decode(i.contact, 'hex'), i.filed_at from r join i on i.key = r.key
    returning reporter.id, reporter.report_id),
  e as (
    insert into event (report_id, n, move, audience, actor, person_id, by_name, by_role, agency_id, reporter_id, data, hash, at)
    select r.id, 1, 'file', 'everyone', i.actor, i.person_id, i.by_name, i.by_role, i.agency_id, p.id, i.data, r.head, i.filed_at
    from r join i on i.key = r.key join p on p.report_id = r.id),
  v as (
    insert into vault.identity (reporter_id, report_id, hidden, sealed)
    select p.id, r.id, i.anonymous, decode(i.sealed, 'hex') from r join i on i.key = r.key join p on p.report_id = r.id where i.sealed is not null),
  s as (
    insert into assignment (report_id, agency_id, lead, by_person, at)
    select r.id, i.holder_id, true, i.person_id, i.filed_at from r join i on i.key = r.key),
  o as (
    insert into outbox (task, payload)
    select 'tell', jsonb_build_object('reportId', r.id, 'n', 1) from r)
  select r.key, r.reference, r.id, p.id, false, true from r join p on p.report_id = r.id;

  return query
  select k.key, k.reference, k.id, w.id, true, k.digest = decode(x.digest, 'hex')
  from jsonb_to_recordset(batch) as x(key uuid, digest text)
  join report k on k.key = x.key and k.xmin <> pg_current_xact_id()::xid
  join reporter w on w.own_report_id = k.id;
end $$;
