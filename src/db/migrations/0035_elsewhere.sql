-- By which channel news leaves on its way to somebody.
create function internal.channel_of(p_way text) returns text language sql immutable parallel safe
  return case p_way when 'phone' then 'sms' else p_way end;
grant execute on function internal.channel_of(text) to lapor_app, lapor_worker, lapor_registrar;

-- What one way did not bring goes by the next, once. Each notice of an event has at most one that stands in for it.
alter table notice add column instead_of bigint references notice;
create unique index notice_instead on notice (instead_of) where instead_of is not null;
-- An event is told to somebody once, whichever way they chose meanwhile; then only in place of what has failed.
drop index notice_once;
create unique index notice_once on notice (report_id, n, kind, reporter_id, account_id)
  nulls not distinct where report_id is not null and instead_of is null;

-- The next contact that belongs to the reporter and was not tried for this news gets it. Called in the transaction that writes
-- down the failure, however often that is told.
create function news_elsewhere(p_notice bigint, p_at timestamptz) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  lost notice;
  made bigint;
begin
  select * into lost from notice
    where id = p_notice and reporter_id is not null and report_id is not null and state in ('failed', 'unreachable', 'withheld')
    for update;
  if not found then return null; end if;
  insert into notice (report_id, n, reporter_id, contact_id, kind, channel, language, state, created_at, instead_of)
  select lost.report_id, lost.n, lost.reporter_id, next.id, lost.kind, internal.channel_of(next.way),
    lost.language, 'queued', p_at, lost.id
  from (
    select null::bigint as id, p.reachable as way, 0::bigint as place from reporter p join report r on r.id = p.own_report_id
      where p.id = lost.reporter_id and p.reachable is not null and p.bounced_at is null
        and (p.proved_at is not null or p.reachable = 'messenger' or r.channel in ('email', 'sms'))
    union all
    select id, way, id from vault.contact
      where reporter_id = lost.reporter_id and proved_at is not null and failed_at is null) next
  where not exists (select from reporter where id = lost.reporter_id and muted)
    and not exists (
      select from notice tried where tried.report_id = lost.report_id and tried.n = lost.n and tried.kind = lost.kind
        and tried.reporter_id = lost.reporter_id and tried.contact_id is not distinct from next.id)
  order by next.place limit 1
  on conflict do nothing returning id into made;
  if made is not null then
    insert into outbox (task, payload) values ('deliver', jsonb_build_object('noticeId', made));
  end if;
  return made;
end $$;

-- As before (0024). What has arrived stays arrived, whatever is told later; what stands in for it is not sent any more. What
-- never will arrive goes another way.
create or replace function message_delivered(p_notice bigint, p_reply bigint, p_arrived boolean) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if p_arrived then
    update notice set state = 'delivered', last_error = null
      where id = p_notice and channel in ('sms', 'messenger') and state in ('sending', 'sent', 'delivered', 'failed');
    if found then
      with recursive standing as (
        select id from notice where instead_of = p_notice
        union all
        select n.id from notice n join standing s on n.instead_of = s.id)
      update notice set state = 'withheld', last_error = 'arrived after all'
        where id in (select id from standing) and state = 'queued';
    end if;
  else
    update notice set state = 'failed', last_error = 'not delivered'
      where id = p_notice and channel in ('sms', 'messenger') and state in ('sending', 'sent', 'failed');
    if found then perform news_elsewhere(p_notice, now()); end if;
  end if;
  update reply set state = case when p_arrived then 'delivered' else 'failed' end
    where id = p_reply and state in ('sending', 'sent', 'delivered', 'failed');
end $$;

-- Whom our last news did not reach by any way, and by which ways it was tried.
drop index notice_unreached;
create index notice_unreached on notice (id desc) where state in ('failed', 'unreachable', 'withheld') and reporter_id is not null;
drop function unreached_reporters(int);
create function unreached_reporters(p_limit int) returns table (reference text, ways text[], reason text, since timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select r.reference::text, (
      select array_agg(tried.channel order by tried.id) from notice tried where tried.report_id = n.report_id and tried.n = n.n
        and tried.kind = n.kind and tried.reporter_id = n.reporter_id),
    coalesce(n.last_error, n.state), n.created_at
  from notice n join reporter p on p.id = n.reporter_id join report r on r.id = p.own_report_id
  where internal.keeps_channels() and n.reporter_id is not null and n.report_id is not null
    and (n.state in ('failed', 'unreachable')
      or n.state = 'withheld' and (n.last_error = 'another country' or n.instead_of is not null and n.last_error <> 'arrived after all'))
    and not exists (
      select from notice later where later.reporter_id = n.reporter_id and later.id > n.id and later.report_id is not null)
  order by n.id desc limit p_limit;
$$;

-- A reporter sees what became of their own news, and the centre's administrators what was held back to save money.
create policy self on notice for select to lapor_app
  using (internal.kind() = 'reporter' and reporter_id = internal.person());
grant select (contact_id, instead_of) on notice to lapor_app;
create index notice_held on notice (created_at) where state = 'withheld';

grant create on schema public to lapor_registrar;
alter function news_elsewhere(bigint, timestamptz) owner to lapor_registrar;
alter function unreached_reporters(int) owner to lapor_registrar;
revoke create on schema public from lapor_registrar;
revoke all on function news_elsewhere(bigint, timestamptz), unreached_reporters(int) from public;
grant execute on function news_elsewhere(bigint, timestamptz) to lapor_worker;
grant execute on function unreached_reporters(int) to lapor_app;
