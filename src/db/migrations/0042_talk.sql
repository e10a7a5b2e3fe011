-- People who write to us on a service are reached there: the service's number of them is sealed with their identity.
alter table reporter drop constraint reporter_reachable_check;
alter table reporter add constraint reporter_reachable_check check (reachable in ('email', 'phone', 'messenger'));

-- Services have longer numbers for messages than networks.
alter table network_number drop constraint network_number_number_check;
alter table network_number add constraint network_number_number_check check (length(number) between 1 and 300);

-- What stands between us and one person on one service. Whom it is about is only recognised.
create table talk (
  contact bytea primary key check (length(contact) = 32),
  channel text not null check (channel in ('x', 'facebook', 'instagram', 'whatsapp', 'telegram')),
  -- What the report is still to be asked for, one after the other.
  lacks text[] not null default '{}' check (lacks <@ array['place', 'photo']),
  -- The report that is being talked about, by its reporter.
  about bigint references reporter,
  -- Messages that wait for words, and the last one that was added to a report or set aside as secret: it may become one of its own.
  held bigint[] not null default '{}',
  last bigint references inbox,
  heard_at timestamptz not null,
  version int not null default 1
);

-- What somebody wrote on a service and what it became here: whoever goes on in a public thread goes on in their report, and
-- whoever takes it back there takes it back here. `n` is the line of the ledger; 1 is the report itself.
create table post (
  channel text not null,
  id text not null check (length(id) between 1 and 300),
  thread text not null check (length(thread) between 1 and 300),
  contact bytea not null check (length(contact) = 32),
  report_id bigint not null references report,
  reporter_id bigint not null references reporter,
  n int not null,
  public boolean not null,
  -- Its author took it back there.
  deleted_at timestamptz,
  primary key (channel, id)
);
create index post_thread on post (channel, thread, contact);
create index post_report on post (report_id);

do $$
declare name text;
begin
  foreach name in array array['talk', 'post'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy system on %I for select to lapor_worker using (true)', name);
    execute format('create policy registrar on %I for all to lapor_registrar using (true) with check (true)', name);
    execute format('grant select on %I to lapor_worker', name);
    execute format('grant select, insert, update on %I to lapor_registrar', name);
  end loop;
end $$;

-- One message may be answered to its author alone and, in a few general words, where everyone reads.
alter table reply add column way text not null default 'private' check (way in ('private', 'public', 'invited'));
alter table reply drop constraint reply_inbox_id_key;
create unique index reply_once on reply (inbox_id, way);

create function answer_talk(p_inbox bigint, p_channel text, p_contact bytea, p_kind text, p_sealed bytea, p_way text, p_at timestamptz)
returns void language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with kept as (
    insert into reply (inbox_id, channel, contact, kind, sealed, parts, way, created_at)
    values (p_inbox, p_channel, p_contact, p_kind, p_sealed, 1, p_way, p_at)
    on conflict do nothing returning id)
  insert into outbox (task, payload) select 'reply', jsonb_build_object('replyId', id) from kept;
$$;

-- What the talk has become, by whoever read it last: false when another message of the same person was faster.
create function talk_turned(p_contact bytea, p_channel text, p_version int, p_lacks text[], p_about bigint, p_held bigint[],
  p_last bigint, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if p_version = 0 then
    insert into talk (contact, channel, lacks, about, held, last, heard_at)
      values (p_contact, p_channel, p_lacks, p_about, p_held, p_last, p_at) on conflict do nothing;
  else
    update talk set lacks = p_lacks, about = p_about, held = p_held, last = p_last, heard_at = greatest(heard_at, p_at),
      version = version + 1 where contact = p_contact and version = p_version;
  end if;
  return found;
end $$;

create function keep_post(p_channel text, p_id text, p_thread text, p_contact bytea, p_report bigint, p_reporter bigint, p_n int,
  p_public boolean) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into post (channel, id, thread, contact, report_id, reporter_id, n, public)
  values (p_channel, p_id, p_thread, p_contact, p_report, p_reporter, p_n, p_public) on conflict do nothing;
$$;

-- Messages that were set aside until words came have become part of a report.
create function messages_taken(p_ids bigint[], p_report bigint, p_at timestamptz) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  update inbox set state = 'done', outcome = 'reply', reason = null, report_id = p_report, read_at = p_at
  where id = any (p_ids) and state = 'parked';
$$;

-- A person has looked at what was set aside, and it is nothing.
create function messages_seen(p_ids bigint[], p_at timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare v_seen int;
begin
  if not internal.keeps_channels() then return 0; end if;
  update inbox set state = 'done', outcome = 'noise', read_at = p_at where id = any (p_ids) and state = 'parked';
  get diagnostics v_seen = row_count;
  return v_seen;
end $$;

-- Whoever takes a post back takes its words and photos out of the report, not the report: others count on the case. The words of
-- later lines stay in the ledger, whose hashes hold them, and are read by nobody any more.
create function post_deleted(p_channel text, p_id text, p_contact bytea, p_words text, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  p post;
  r record;
  v_data jsonb;
  v_head bytea;
begin
  update post set deleted_at = p_at
    where channel = p_channel and id = p_id and deleted_at is null and (p_contact is null or contact = p_contact)
    returning * into p;
  if not found then return false; end if;
  select id, key, version, head into r from report where id = p.report_id for no key update;
  v_data := jsonb_build_object('channel', p_channel, 'line', p.n, 'set', '{}'::jsonb);
  v_head := sha256(r.head || convert_to(v_data::text, 'UTF8'));
  update report set version = r.version + 1, head = v_head where id = r.id;
  if p.n = 1 then
    update report set text = p_words, title = p_words, edited_text = null, edited_title = null where id = r.id;
  end if;
  update attachment set removed_at = p_at
    where report_key = r.key and removed_at is null
      and case when p.n = 1 then kind = 'report' else kind = 'reply' and event_n = p.n end;
  insert into event (report_id, n, move, audience, actor, reporter_id, data, hash, at)
    values (r.id, r.version + 1, 'retract', 'everyone', 'reporter', p.reporter_id, v_data, v_head, p_at);
  insert into outbox (task, payload) values ('tell', jsonb_build_object('reportId', r.id, 'n', r.version + 1));
  return true;
end $$;

-- Is this line of the ledger what somebody has taken back since?
create function internal.taken_back(p_report bigint, p_n int) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select exists (select from post where report_id = p_report and n = p_n and deleted_at is not null);
end;

grant update (removed_at) on attachment to lapor_registrar;
create policy taken_back on attachment for update to lapor_registrar using (true) with check (removed_at is not null);
grant create on schema public, internal to lapor_registrar;
alter function internal.taken_back(bigint, int) owner to lapor_registrar;
alter function messages_seen(bigint[], timestamptz) owner to lapor_registrar;
alter function post_deleted(text, text, bytea, text, timestamptz) owner to lapor_registrar;
alter function answer_talk(bigint, text, bytea, text, bytea, text, timestamptz) owner to lapor_registrar;
alter function talk_turned(bytea, text, int, text[], bigint, bigint[], bigint, timestamptz) owner to lapor_registrar;
alter function keep_post(text, text, text, bytea, bigint, bigint, int, boolean) owner to lapor_registrar;
alter function messages_taken(bigint[], bigint, timestamptz) owner to lapor_registrar;
revoke create on schema public, internal from lapor_registrar;
revoke all on function messages_seen(bigint[], timestamptz), internal.taken_back(bigint, int), post_deleted(text, text, bytea, text, timestamptz) from public;
grant execute on function internal.taken_back(bigint, int) to lapor_app, lapor_worker, lapor_registrar;
grant execute on function messages_seen(bigint[], timestamptz) to lapor_app;
grant execute on function post_deleted(text, text, bytea, text, timestamptz) to lapor_worker;
revoke all on function answer_talk(bigint, text, bytea, text, bytea, text, timestamptz),
  talk_turned(bytea, text, int, text[], bigint, bigint[], bigint, timestamptz),
  keep_post(text, text, text, bytea, bigint, bigint, int, boolean), messages_taken(bigint[], bigint, timestamptz) from public;
grant execute on function answer_talk(bigint, text, bytea, text, bytea, text, timestamptz),
  talk_turned(bytea, text, int, text[], bigint, bigint[], bigint, timestamptz),
  keep_post(text, text, text, bytea, bigint, bigint, int, boolean), messages_taken(bigint[], bigint, timestamptz)
  to lapor_app, lapor_worker;
