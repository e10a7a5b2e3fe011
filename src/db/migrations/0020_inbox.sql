-- Messages as they came, kept before anybody thinks about them. What a provider sends twice is one row.
create table inbox (
  id bigint generated always as identity primary key,
  -- Of channel, account, the provider's number and the content: the same message again is no news.
  key text not null unique check (key ~ '^[0-9a-f]{64}$'),
  channel text not null check (channel in ('email', 'sms', 'x', 'facebook', 'instagram', 'whatsapp', 'telegram')),
  -- Which of our mailboxes, numbers or accounts it came to.
  account text not null check (length(account) between 1 and 200),
  -- The message and who sent it, sealed; gone when it has had its time.
  sealed bytea,
  received_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'parked')),
  -- What became of it: a report, a reply, a command, a bounce, noise.
  outcome text check (outcome in ('report', 'reply', 'command', 'bounce', 'noise')),
  -- Why it is noise, or why it was parked. Never words of the message.
  reason text check (length(reason) <= 200),
  report_id bigint references report,
  read_at timestamptz,
  check ((state = 'done') = (outcome is not null)),
  check (state <> 'parked' or reason is not null)
);
create index inbox_waiting on inbox (channel, received_at) where state = 'waiting';
create index inbox_parked on inbox (channel, id) where state = 'parked';
create index inbox_report on inbox (report_id) where report_id is not null;
create index inbox_kept on inbox (received_at) where sealed is not null;

alter table inbox enable row level security;
alter table inbox force row level security;
create policy registrar on inbox for all to lapor_registrar using (true) with check (true);
create policy system on inbox for select to lapor_worker using (true);
grant select, insert, update on inbox to lapor_registrar;
grant select on inbox to lapor_worker;

-- Takes messages in: the row and the work of reading it, in one statement. One that is there already is answered as kept.
create function accept_messages(batch jsonb) returns table (key text, again boolean)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query
  with i as materialized (
    select distinct on (key) * from jsonb_to_recordset(batch) as x(
      key text, channel text, account text, sealed text, received_at timestamptz)),
  kept as (
    insert into inbox (key, channel, account, sealed, received_at)
    select i.key, i.channel, i.account, decode(i.sealed, 'base64'), i.received_at from i
    on conflict on constraint inbox_key_key do nothing
    returning inbox.id, inbox.key),
  o as (
    insert into outbox (task, payload) select 'read', jsonb_build_object('inboxId', kept.id) from kept)
  select i.key, kept.id is null from i left join kept on kept.key = i.key;
end $$;

-- Says what became of a message, once: also in the transaction that does what the message asks for.
-- Returns whether it was still waiting.
create function message_read(p_id bigint, p_outcome text, p_reason text, p_report bigint, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update inbox set state = case when p_outcome is null then 'parked' else 'done' end, outcome = p_outcome, reason = p_reason,
    report_id = p_report, read_at = p_at
  where id = p_id and state = 'waiting';
  return found;
end $$;

grant create on schema public to lapor_registrar;
alter function message_read(bigint, text, text, bigint, timestamptz) owner to lapor_registrar;
alter function accept_messages(jsonb) owner to lapor_registrar;
revoke create on schema public from lapor_registrar;
revoke all on function accept_messages(jsonb), message_read(bigint, text, text, bigint, timestamptz) from public;
grant execute on function accept_messages(jsonb) to lapor_intake;
grant execute on function message_read(bigint, text, text, bigint, timestamptz) to lapor_app, lapor_worker;

-- An address that our letters come back from is written to no more, until somebody gives another.
alter table reporter add column bounced_at timestamptz;
create index reporter_bounced on reporter (bounced_at) where bounced_at is not null;
grant update (bounced_at) on reporter to lapor_worker;
create policy bounced on reporter for update to lapor_worker using (true) with check (true);

-- One automatic answer for each address and day, whatever their machines write back (RFC 3834). The address is only recognised.
alter table notice drop constraint notice_state_check;
alter table notice add constraint notice_state_check
  check (state in ('queued', 'sending', 'sent', 'failed', 'unreachable', 'withheld'));
create table auto_answer (
  contact bytea primary key check (length(contact) = 32),
  notice_id bigint not null references notice,
  at timestamptz not null
);
create index auto_answer_at on auto_answer (at);
alter table auto_answer enable row level security;
alter table auto_answer force row level security;
create policy system on auto_answer for all to lapor_worker using (true) with check (true);
grant select, insert, update, delete on auto_answer to lapor_worker;
