-- By which ways the reporters of a case hear news, counted: all that its agency learns of it. `page`: they read it on their
-- page, or nobody else may know how they hear of it. Of a secret report nothing.
create function report_ways(p_report bigint) returns table (way text, reporters int)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(goes.way, 'page'), count(*)::int
  from report r join reporter p on p.report_id = r.id join report own on own.id = p.own_report_id
    left join lateral (
      select w.way from (
        select internal.channel_of(k.way) as way, 0 as place, k.id from vault.contact k
          where k.id = p.news_to and k.proved_at is not null and k.failed_at is null
        union all
        select case p.reachable when 'messenger' then own.channel else internal.channel_of(p.reachable) end, 1, 0
          where p.reachable is not null and p.bounced_at is null
        union all
        select internal.channel_of(k.way), 2, k.id from vault.contact k
          where k.reporter_id = p.id and k.proved_at is not null and k.failed_at is null) w
      where not p.muted and not own.secret
      order by w.place, w.id limit 1) goes on true
  where r.id = p_report and not r.secret and internal.kind() = 'staff'
    and internal.sees(r.id, r.holder_id, r.holder_path, r.assisting, r.oversight)
  group by 1 order by coalesce(goes.way, 'page') = 'page', 2 desc, 1;
$$;

-- A person of ours says that a message is a report, whatever it reads as: its reader does the rest, and answers its author.
alter table inbox add column by_hand boolean not null default false;

-- Its author may have been greeted before: the number of the report is another answer to the same message.
drop index reply_once;
create unique index reply_once on reply (inbox_id, way, kind);

create function internal.is_asked_again(p_id bigint) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into outbox (task, payload) values ('read', jsonb_build_object('inboxId', p_id));
$$;

-- What was set aside as talk. Who asked for secrecy is not brought into the open.
create function message_by_hand(p_id bigint) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not internal.keeps_channels() then return false; end if;
  update inbox set state = 'waiting', by_hand = true, reason = null, read_at = null
    where id = p_id and state = 'parked' and reason in ('chatter', 'held') and sealed is not null;
  if not found then return false; end if;
  perform internal.is_asked_again(p_id);
  return true;
end $$;

-- A public post that an operator of the centre brings in by its address, after it was accepted like any other (p_key). Whatever
-- it was taken for before, it becomes a report now, once. Returns the report that it is already, if it is one.
create function post_by_hand(p_key text, p_sealed bytea) returns table (state text, reference text)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  m inbox;
begin
  if internal.kind() is distinct from 'staff' or internal.agency() is distinct from 1 then return; end if;
  select * into m from inbox i where i.key = p_key for update;
  if not found then return; end if;
  if m.report_id is not null then
    return query select 'known', r.reference::text from report r where r.id = m.report_id;
    return;
  end if;
  if m.state = 'parked' and m.reason = 'asks-secrecy' then
    return query select 'secret', null::text;
    return;
  end if;
  update inbox i set state = 'waiting', by_hand = true, outcome = null, reason = null, read_at = null,
    sealed = coalesce(i.sealed, p_sealed) where i.id = m.id;
  perform internal.is_asked_again(m.id);
  return query select 'taken', null::text;
end $$;

-- As before (0020); what somebody made a report while it was being read as talk is read once more.
create or replace function message_read(p_id bigint, p_outcome text, p_reason text, p_report bigint, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update inbox set state = case when p_outcome is not null then 'done'
      when by_hand and p_reason in ('chatter', 'held') then 'waiting' else 'parked' end,
    outcome = p_outcome, reason = p_reason, report_id = p_report, read_at = p_at
  where id = p_id and state = 'waiting';
  return found;
end $$;

grant create on schema public, internal to lapor_registrar;
alter function internal.is_asked_again(bigint) owner to lapor_registrar;
alter function report_ways(bigint) owner to lapor_registrar;
alter function message_by_hand(bigint) owner to lapor_registrar;
alter function post_by_hand(text, bytea) owner to lapor_registrar;
revoke create on schema public, internal from lapor_registrar;
revoke all on function internal.is_asked_again(bigint), report_ways(bigint), message_by_hand(bigint), post_by_hand(text, bytea) from public;
grant execute on function report_ways(bigint), message_by_hand(bigint), post_by_hand(text, bytea) to lapor_app;
