-- Whom an oversight complaint is about. The paths of the accused agencies stand at the report, and nobody who belongs to one of
-- them, or to anything below it, sees the report: neither as its holder nor as helper, from above, as inspector or by a number.
-- Nearly all reports accuse nobody: for them the wall is one look for an empty column.
alter table report
  add column accused text[] check (cardinality(accused) > 0),
  -- It was an oversight complaint once, and was made something else.
  add column was_oversight boolean not null default false;
grant select (accused, was_oversight) on report to lapor_app;

create function internal.is_accused(path text, accused text[]) returns boolean language sql immutable parallel safe
  return exists (select from unnest(accused) a (of) where starts_with(path, a.of));
-- Does the actor belong to an accused agency? Of staff whose place is not known it is to be feared.
create function internal.stands_accused(accused text[]) returns boolean language sql stable parallel safe
  return internal.kind() is not distinct from 'staff' and (coalesce(current_setting('app.path', true), '') = ''
    or internal.is_accused(current_setting('app.path', true), accused));

create function internal.sees(report_id bigint, holder_id bigint, holder_path text, assisting bigint[], inspected boolean, accused text[])
returns boolean language sql stable parallel safe
  return (coalesce(holder_id = internal.agency(), false)
    or coalesce(internal.agency() = any (assisting), false)
    or internal.under(holder_path, 'app.below')
    or (inspected and internal.under(holder_path, 'app.inspects'))
    or coalesce(report_id = any (internal.reports()), false))
    and (accused is null or not internal.stands_accused(accused));
alter policy seen on report
  using (internal.sees(id, holder_id, holder_path, assisting, oversight or was_oversight, accused));
create or replace function only_the_clock(p_report bigint, p_seen int, p_now int) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select p_now > p_seen and not exists (
    select from event e where e.report_id = p_report and e.n > p_seen and e.n <= p_now
      and not (e.actor = 'clock' and e.move in ('remind', 'escalate', 'reschedule')))
    and exists (select from report r where r.id = p_report and (internal.kind() = 'system'
      or internal.sees(r.id, r.holder_id, r.holder_path, r.assisting, r.oversight or r.was_oversight, r.accused)));
end;
drop function internal.sees(bigint, bigint, text, bigint[], boolean);

-- What an agency wrote for itself on a report goes out of its sight with the report.
alter policy own on draft using (agency_id = internal.agency() and exists (select from report r where r.id = report_id));
alter policy own_update on draft
  using (agency_id = internal.agency() and exists (select from report r where r.id = report_id))
  with check (agency_id = internal.agency() and exists (select from report r where r.id = report_id));
alter policy own on note using (agency_id = internal.agency() and exists (select from report r where r.id = report_id));

-- The accused help no more, and what they had drafted is no open work of theirs.
create function internal.put_out(p_report bigint, p_accused text[], p_at timestamptz) returns void
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  update assignment s set ended_at = p_at, ended_how = 'accused' from agency a
    where a.id = s.agency_id and s.report_id = p_report and not s.lead and s.ended_at is null and internal.is_accused(a.path, p_accused);
  update draft d set state = 'replaced' from agency a
    where a.id = d.agency_id and d.report_id = p_report and d.state in ('waiting', 'sent_back') and internal.is_accused(a.path, p_accused);
end $$;

-- As before (0007): writes one move, the state, its event and the background work, if the actor sees the report and nobody was faster.
-- Whom a report is about comes with a change of hands, as keys of agencies; from then on no accused agency holds it or helps.
create or replace function record_move(p_report bigint, p_version int, p_set jsonb, p_event jsonb, p_custody jsonb)
returns int language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  r report;
  patch jsonb := p_set;
  lead_path text;
  v_accused text[];
  v_data jsonb;
begin
  if p_set ?| array['id', 'key', 'digest', 'reference', 'text', 'filed_at', 'anonymous', 'version', 'head', 'due_at',
    'holder_id', 'holder_path', 'holder_since', 'assisting', 'accused'] then
    raise exception 'a move may not change %', p_set using errcode = '42501';
  end if;
  select * into r from report where id = p_report for no key update;
  if not found or not (internal.kind() = 'system'
    or internal.sees(r.id, r.holder_id, r.holder_path, r.assisting, r.oversight or r.was_oversight, r.accused)) then
    return null;
  end if;
  if r.version <> p_version then return 0; end if;

  if p_custody is not null then
    if p_custody ? 'lead' then
      select path into lead_path from agency where id = (p_custody ->> 'lead')::bigint and active;
      if lead_path is null then raise exception 'no such agency' using errcode = '23503'; end if;
      update assignment set ended_at = (p_event ->> 'at')::timestamptz, ended_how = p_custody ->> 'ended'
        where report_id = p_report and ended_at is null;
      insert into assignment (report_id, agency_id, lead, by_person, note, at)
        values (p_report, (p_custody ->> 'lead')::bigint, true, (p_event ->> 'person_id')::bigint,
          coalesce(p_custody ->> 'note', ''), (p_event ->> 'at')::timestamptz);
      patch := patch || jsonb_build_object('holder_id', (p_custody ->> 'lead')::bigint, 'holder_path', lead_path,
        'holder_since', p_event ->> 'at', 'assisting', '[]'::jsonb);
      r.assisting := '{}';
    end if;
    if p_custody ? 'accused' then
      select array_agg(path order by path) into v_accused from agency
        where parent_id is not null and id in (select value::bigint from jsonb_array_elements_text(p_custody -> 'accused'));
      if coalesce(cardinality(v_accused), 0) <> jsonb_array_length(p_custody -> 'accused') then
        raise exception 'no such agency' using errcode = '23503';
      end if;
      perform internal.put_out(p_report, v_accused, (p_event ->> 'at')::timestamptz);
      patch := patch || jsonb_build_object('accused', to_jsonb(v_accused), 'assisting', to_jsonb((
        select coalesce(array_agg(agency_id order by id), '{}') from assignment
        where report_id = p_report and not lead and ended_at is null)));
    end if;
    if p_custody ? 'assist' then
      insert into assignment (report_id, agency_id, lead, by_person, note, at)
        select p_report, a.id, false, (p_event ->> 'person_id')::bigint, coalesce(p_custody ->> 'note', ''), (p_event ->> 'at')::timestamptz
        from agency a where a.active and a.id in (select value::bigint from jsonb_array_elements_text(p_custody -> 'assist'))
          and a.id <> all (r.assisting) and a.id <> coalesce((patch ->> 'holder_id')::bigint, r.holder_id);
      patch := patch || jsonb_build_object('assisting', to_jsonb((
        select coalesce(array_agg(agency_id order by id), '{}') from assignment
        where report_id = p_report and not lead and ended_at is null)));
    end if;
  end if;

  -- Once an oversight complaint, it stays one for the inspectors, whatever it is made afterwards.
  if r.oversight and patch ->> 'oversight' = 'false' then patch := patch || '{"was_oversight": true}'; end if;
  v_data := (p_event -> 'data') || jsonb_build_object('set', patch);
  patch := patch || jsonb_build_object('version', r.version + 1,
    'head', to_jsonb(sha256(r.head || convert_to(v_data::text, 'UTF8'))));
  r := jsonb_populate_record(r, patch);
  if r.accused is not null and (internal.is_accused(r.holder_path, r.accused)
    or exists (select from agency a where a.id = any (r.assisting) and internal.is_accused(a.path, r.accused))) then
    raise exception 'an accused agency neither holds the report nor helps' using errcode = '42501';
  end if;
  update report set edited_title = r.edited_title, edited_text = r.edited_text, title = r.title, class = r.class,
    oversight = r.oversight, category_code = r.category_code, area_code = r.area_code, place = r.place,
    latitude = r.latitude, longitude = r.longitude, happened_on = r.happened_on, secret = r.secret, status = r.status,
    ending = r.ending, holder_id = r.holder_id, holder_path = r.holder_path, holder_since = r.holder_since,
    assisting = r.assisting, officer_id = r.officer_id, field_due = r.field_due, final = r.final, appealed = r.appealed,
    merged_into = r.merged_into, returns = r.returns, disputes = r.disputes, visits = r.visits, reporters = r.reporters,
    verified_at = r.verified_at, answered_at = r.answered_at, resolved_at = r.resolved_at, ended_at = r.ended_at,
    verify_due = r.verify_due, answer_due = r.answer_due, settle_due = r.settle_due, first_settle_due = r.first_settle_due,
    respond_due = r.respond_due, accused = r.accused, was_oversight = report.was_oversight or r.was_oversight, version = r.version, head = r.head
  where id = p_report;

  insert into event (report_id, n, move, audience, actor, person_id, by_name, by_role, agency_id, reporter_id, data, hash, at)
  values (p_report, r.version, p_event ->> 'move', p_event ->> 'audience', p_event ->> 'actor',
    (p_event ->> 'person_id')::bigint, p_event ->> 'by_name', p_event ->> 'by_role', (p_event ->> 'agency_id')::bigint,
    (p_event ->> 'reporter_id')::bigint, v_data, r.head, (p_event ->> 'at')::timestamptz);
  insert into outbox (task, payload) values ('tell', jsonb_build_object('reportId', p_report, 'n', r.version));
  return r.version;
end $$;

-- As before (0007).
create or replace function join_reporters(p_from bigint, p_into bigint) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare moved int;
begin
  if (select count(*) from report r where r.id in (p_from, p_into) and (internal.kind() = 'system'
    or internal.sees(r.id, r.holder_id, r.holder_path, r.assisting, r.oversight or r.was_oversight, r.accused))) <> 2 then
    raise exception 'no such report' using errcode = '42501';
  end if;
  update reporter set report_id = p_into where report_id = p_from;
  get diagnostics moved = row_count;
  update vault.identity set report_id = p_into where report_id = p_from;
  return moved;
end $$;

-- As before (0047). To whoever stands accused, evidence in that report is nowhere.
create or replace function reused_evidence(p_id bigint, p_with bigint[]) returns table (reference text, here boolean)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if internal.kind() is distinct from 'staff' then return; end if;
  return query
  with own as (
    select a.id, a.report_key, a.kind, a.sha256, a.phash from attachment a join report r on r.key = a.report_key
    where a.id = p_id and internal.sees(r.id, r.holder_id, r.holder_path, r.assisting, r.oversight or r.was_oversight, r.accused)),
  twin as (
    select t.id, t.report_key, t.kind, t.event_n, t.removed_at from own join attachment t on t.sha256 = own.sha256
    union
    select t.id, t.report_key, t.kind, t.event_n, t.removed_at from own join attachment t on t.phash is not null
      and internal.phash_keys(t.phash) && internal.phash_keys(own.phash)
      and bit_count((t.phash # own.phash)::bit(64)) <= 4),
  found as (
    select r.reference, r.secret or r.accused is not null and internal.stands_accused(r.accused) as secret, r.key = own.report_key as here, twin.kind,
      internal.sees(r.id, r.holder_id, r.holder_path, r.assisting, r.oversight or r.was_oversight, r.accused) as seen
    from own cross join twin join report r on r.key = twin.report_key
    where r.key <> own.report_key or twin.id <> own.id and twin.removed_at is null
      and (twin.kind = 'report' or twin.event_n is not null or twin.id = any (p_with) and twin.kind <> own.kind))
  select distinct case when f.seen then f.reference end, f.here from found f
  where f.seen or not f.secret and f.kind in ('before', 'after', 'answer')
  order by 1;
end $$;

-- As before (0043).
create or replace function report_ways(p_report bigint) returns table (way text, reporters int)
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
    and internal.sees(r.id, r.holder_id, r.holder_path, r.assisting, r.oversight or r.was_oversight, r.accused)
  group by 1 order by coalesce(goes.way, 'page') = 'page', 2 desc, 1;
$$;

-- As before (0030). Whoever stands accused is not even told that it was theirs.
create or replace function had_report(p_reference text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
  return internal.kind() = 'staff' and exists (
    select from report r join assignment a on a.report_id = r.id join agency g on g.id = a.agency_id
    where r.reference = p_reference and (r.accused is null or not internal.stands_accused(r.accused))
      and (a.agency_id = internal.agency() or a.lead and internal.under(g.path, 'app.below')));

revoke all on function internal.put_out(bigint, text[], timestamptz) from public;
grant execute on function internal.put_out(bigint, text[], timestamptz) to lapor_registrar;
grant execute on function internal.is_accused(text, text[]), internal.stands_accused(text[]),
  internal.sees(bigint, bigint, text, bigint[], boolean, text[]) to lapor_app, lapor_worker, lapor_registrar;
