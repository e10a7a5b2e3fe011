-- When the clock speaks of a promise, and to whom: rows that the centre's administrators edit. `days` are working days after the
-- day on which the promise ends; before it they are negative. `head`: the holder's desk and its head.
create table escalation_step (
  id bigint generated always as identity primary key,
  -- Null: whatever was promised.
  clock text check (clock in ('verify', 'answer', 'settle')),
  days int not null check (days between -30 and 90),
  place text not null check (place in ('desk', 'head', 'coordinator', 'centre')),
  tells_reporter boolean not null default false check (not tells_reporter or days >= 0),
  active boolean not null default true,
  unique nulls not distinct (clock, days, place)
);
alter table escalation_step enable row level security;
alter table escalation_step force row level security;
create policy read_all on escalation_step for select to lapor_app, lapor_worker, lapor_registrar using (true);
create policy centre on escalation_step for all to lapor_app using (internal.manages_all()) with check (internal.manages_all());
create policy owner on escalation_step for all to current_user using (true) with check (true);
grant select on escalation_step to lapor_app, lapor_worker, lapor_registrar;
grant insert, update on escalation_step to lapor_app;
insert into escalation_step (clock, days, place, tells_reporter) values
  (null, -2, 'desk', false), (null, 0, 'head', false), (null, 3, 'coordinator', true), (null, 5, 'centre', false);

-- What the clock has said: once for each step and each day on which a promise ends. A day that is moved is another day.
create table escalation (
  report_id bigint not null references report,
  clock text not null,
  -- The day as it stood in the report, and the one that binds: the law's may come first.
  due_at timestamptz not null,
  binds_at timestamptz not null,
  step_id bigint not null references escalation_step,
  place text not null,
  -- Whose desk it rose to; null when it stayed with the holder.
  agency_id bigint references agency,
  n int not null,
  at timestamptz not null,
  primary key (report_id, clock, due_at, step_id)
);
create index escalation_risen on escalation (agency_id, due_at) where agency_id is not null;
alter table escalation enable row level security;
alter table escalation force row level security;
create policy registrar on escalation for all to lapor_registrar using (true) with check (true);
create policy system on escalation for select to lapor_worker using (true);
create policy own on escalation for select to lapor_app using (internal.kind() = 'staff' and agency_id = internal.agency());
grant select, insert, update on escalation to lapor_registrar;
grant select on escalation to lapor_worker, lapor_app;

-- For which day the clock has looked at a report, and when it has to look again. What is to be looked at stands in an index and
-- leaves it in the transaction that looked: a backlog costs once, and what waits for its next day costs nothing.
alter table report add column watched_due timestamptz, add column look_at timestamptz;
create index report_unwatched on report (least(due_at, cap_due), id)
  where status in ('received', 'assigned', 'in_progress') and due_at is distinct from watched_due;
create index report_watched on report (look_at, id)
  where status in ('received', 'assigned', 'in_progress') and due_at = watched_due and look_at is not null;

-- The next reports to look at, longest due first, locked until the transaction ends; what others have locked is theirs.
create function clock_page(p_now timestamptz, p_until timestamptz, p_limit int)
returns table (id bigint, clock text, due_at timestamptz, settle_due timestamptz, verified_at timestamptz, filed_at timestamptz,
  holder_id bigint, parent_id bigint, area_code text, zone text)
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  with fresh as materialized (
    select r.id from report r
    where r.status in ('received', 'assigned', 'in_progress') and r.due_at is distinct from r.watched_due and least(r.due_at, r.cap_due) <= p_until
    order by least(r.due_at, r.cap_due), r.id limit p_limit for no key update skip locked),
  again as materialized (
    select r.id from report r
    where r.status in ('received', 'assigned', 'in_progress') and r.due_at = r.watched_due and r.look_at <= p_now
    order by r.look_at, r.id limit p_limit - (select count(*) from fresh) for no key update skip locked)
  select r.id, case when r.status = 'received' then 'verify' when r.answered_at is null then 'answer' else 'settle' end,
    r.due_at, r.settle_due, r.verified_at, r.filed_at, h.id, h.parent_id, h.area_code, h.zone
  from (select f.id from fresh f union all select a.id from again a) chosen join report r on r.id = chosen.id join agency h on h.id = r.holder_id
  order by r.due_at, r.id;
$$;

-- Writes what the clock says of the reports of such a page, and when to look at each again. What was said is not said again.
-- p_looked: [{report, due, next}], p_lines: [{report, place, clock, due, binds, step, days, to, agency, everyone}] in order.
create function clock_says(p_looked jsonb, p_lines jsonb, p_at timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_said int;
begin
  with recursive line as materialized (
    select l.*, row_number() over (partition by l.report order by l.i) as step_n from (
      select x.*, jsonb_build_object('clock', x.clock, 'step', x.days, 'due', x.binds, 'to', x.place, 'agencyId', x.agency, 'set', '{}'::jsonb) as data
      from rows from (jsonb_to_recordset(p_lines) as (report bigint, clock text, due timestamptz, binds timestamptz, step bigint,
        days int, place text, agency bigint, everyone boolean)) with ordinality as x(report, clock, due, binds, step, days, place, agency, everyone, i)
      where not exists (select from escalation e
        where e.report_id = x.report and e.clock = x.clock and e.due_at = x.due and e.step_id = x.step)) l),
  chain as (
    select r.id, 0::bigint as i, r.version, r.head from report r where r.id in (select report from line)
    union all
    select c.id, l.step_n, c.version + 1, sha256(c.head || convert_to(l.data::text, 'UTF8'))
    from chain c join line l on l.report = c.id and l.step_n = c.i + 1),
  said as (
    insert into escalation (report_id, clock, due_at, binds_at, step_id, place, agency_id, n, at)
    select l.report, l.clock, l.due, l.binds, l.step, l.place, l.agency, c.version, p_at
    from line l join chain c on c.id = l.report and c.i = l.step_n),
  written as (
    insert into event (report_id, n, move, audience, actor, data, hash, at)
    select c.id, c.version, case when l.days < 0 then 'remind' else 'escalate' end, case when l.everyone then 'everyone' else 'staff' end,
      'clock', l.data, c.head, p_at
    from chain c join line l on l.report = c.id and l.step_n = c.i),
  told as (
    insert into outbox (task, payload)
    select 'tell', jsonb_build_object('reportId', c.id, 'n', c.version) from chain c where c.i > 0 order by c.id, c.i),
  last as (select distinct on (c.id) c.id, c.version, c.head from chain c order by c.id, c.i desc),
  looked as (
    update report r set watched_due = k.due, look_at = k.next, version = coalesce(l.version, r.version), head = coalesce(l.head, r.head)
    from jsonb_to_recordset(p_looked) as k(report bigint, due timestamptz, next timestamptz) left join last l on l.id = k.report
    where r.id = k.report)
  select count(*) into v_said from line;
  return v_said;
end $$;

-- Other steps, or other holidays: what was looked at for its day is looked at again, a page at a time.
create function clock_looks_again(p_after bigint, p_limit int, p_at timestamptz) returns bigint
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  with chosen as materialized (
    select id from report where id > p_after and status in ('received', 'assigned', 'in_progress') and due_at = watched_due
    order by id limit p_limit for no key update),
  turned as (update report r set look_at = p_at from chosen where r.id = chosen.id)
  select max(id) from chosen;
$$;

-- Were all lines between a version that somebody saw and another one the clock's own? They change nothing of what was decided.
create function only_the_clock(p_report bigint, p_seen int, p_now int) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select p_now > p_seen and not exists (
    select from event e where e.report_id = p_report and e.n > p_seen and e.n <= p_now
      and not (e.actor = 'clock' and e.move in ('remind', 'escalate', 'reschedule')))
    and exists (select from report r where r.id = p_report and (internal.kind() = 'system'
      or internal.sees(r.id, r.holder_id, r.holder_path, r.assisting, r.oversight)));
end;

-- Letters of these kinds are bundled: whether there was one lately.
drop index notice_waiting_lately;
create index notice_bundled_lately on notice (account_id, kind, created_at)
  where kind in ('staff.waiting', 'staff.reminder', 'staff.overdue', 'staff.escalated');

grant create on schema public to lapor_registrar;
alter function clock_page(timestamptz, timestamptz, int) owner to lapor_registrar;
alter function clock_says(jsonb, jsonb, timestamptz) owner to lapor_registrar;
alter function clock_looks_again(bigint, int, timestamptz) owner to lapor_registrar;
alter function only_the_clock(bigint, int, int) owner to lapor_registrar;
revoke create on schema public from lapor_registrar;
revoke all on function clock_page(timestamptz, timestamptz, int), clock_says(jsonb, jsonb, timestamptz),
  clock_looks_again(bigint, int, timestamptz), only_the_clock(bigint, int, int) from public;
grant execute on function clock_page(timestamptz, timestamptz, int), clock_says(jsonb, jsonb, timestamptz),
  clock_looks_again(bigint, int, timestamptz) to lapor_worker;
grant execute on function only_the_clock(bigint, int, int) to lapor_app, lapor_worker;
