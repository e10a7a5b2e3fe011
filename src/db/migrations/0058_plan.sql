-- One signed plan moves the open work of an agency when governments are reorganised: by category to several, the rest to one.
create table plan (
  id bigint generated always as identity primary key,
  -- Who coordinates all of them, and draws the plan.
  agency_id bigint not null references agency,
  agency_path text collate "C" not null,
  from_id bigint not null references agency,
  rest_id bigint not null references agency,
  basis text not null check (length(basis) between 2 and 300),
  basis_on date not null,
  holds_from date not null,
  state text not null default 'draft' check (state in ('draft', 'signed', 'done', 'dropped')),
  by_person bigint not null references account,
  by_name text not null,
  at timestamptz not null,
  signed_by bigint references account,
  signed_name text,
  signed_at timestamptz,
  -- How many were to move when it was signed.
  expected int,
  done_at timestamptz,
  check (from_id <> rest_id),
  check ((state in ('signed', 'done')) = (signed_at is not null and signed_by is not null and signed_name is not null)),
  check ((state = 'done') = (done_at is not null))
);
create index plan_path on plan (agency_path, id);
-- Two plans for one agency would take its work from each other.
create unique index plan_one_signed on plan (from_id) where state = 'signed';
create index plan_done on plan (from_id, id) where state = 'done';

create table plan_route (
  plan_id bigint not null references plan,
  category_code text not null references category,
  agency_id bigint not null references agency,
  primary key (plan_id, category_code)
);

-- What a plan has moved, once each: written in the transaction that moves it.
create table plan_item (
  plan_id bigint not null references plan,
  report_id bigint not null references report,
  -- False: the agency only helped with it.
  held boolean not null,
  agency_id bigint not null references agency,
  at timestamptz not null,
  primary key (plan_id, report_id, held)
);

create function internal.plans(path text) returns boolean language sql stable parallel safe
  return coalesce(internal.kind() = 'staff', false) and (internal.under(path, 'app.manages') or internal.under(path, 'app.below'));

do $$
declare name text;
begin
  foreach name in array array['plan', 'plan_route', 'plan_item'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy system on %I for all to lapor_worker using (true) with check (true)', name);
    execute format('create policy registrar on %I for select to lapor_registrar using (true)', name);
    execute format('grant select on %I to lapor_app, lapor_worker, lapor_registrar', name);
  end loop;
end $$;
grant insert on plan, plan_route to lapor_app;
grant update (state, signed_by, signed_name, signed_at, expected) on plan to lapor_app;
grant update (state, done_at) on plan to lapor_worker;
grant insert on plan_item to lapor_worker;

-- Whoever draws or signs stands above all agencies of the plan.
create policy above on plan for select to lapor_app using (internal.plans(agency_path));
create policy drawn on plan for insert to lapor_app
  with check (internal.plans(agency_path) and state = 'draft' and by_person = internal.person()
    and exists (select from agency o where o.id = agency_id and o.path = agency_path)
    and (select count(*) from agency g where g.id in (from_id, rest_id) and starts_with(g.path, agency_path) and g.path <> agency_path) = 2);
create policy decided on plan for update to lapor_app
  using (internal.plans(agency_path) and state = 'draft')
  with check (internal.plans(agency_path) and (state = 'dropped' or state = 'signed' and signed_by = internal.person()));
create policy above on plan_route for select to lapor_app
  using (exists (select from plan p where p.id = plan_id));
create policy drawn on plan_route for insert to lapor_app
  with check (exists (select from plan p join agency g on g.id = plan_route.agency_id
    where p.id = plan_id and p.state = 'draft' and p.from_id <> g.id and starts_with(g.path, p.agency_path) and g.path <> p.agency_path));
create policy above on plan_item for select to lapor_app
  using (exists (select from plan p where p.id = plan_id));

-- What waits to be moved by a plan, where each goes, and why it cannot. One sentence for the preview, the signature and the work:
-- whoever draws a plan need not read the reports. `closed`: who is to take it works no more; `addressed`: an oversight complaint
-- that its reporter addressed to the very agency; `moved`: it came back after this plan had moved it, by somebody's decision.
create function plan_work(p_plan bigint) returns table (report_id bigint, reference text, version int, status text,
  category_code text, held boolean, agency_id bigint, refusal text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  with p as (select * from plan where id = p_plan and (internal.kind() = 'system' or internal.plans(agency_path))),
  w as (
    select r.id, r.reference, r.version, r.status, r.category_code, r.oversight, r.addressee_id, true as held
    from p join report r on r.holder_id = p.from_id where r.status not in ('closed', 'archived')
    union all
    select r.id, r.reference, r.version, r.status, r.category_code, r.oversight, r.addressee_id, false
    from p join assignment s on s.agency_id = p.from_id and not s.lead and s.ended_at is null join report r on r.id = s.report_id
    where r.status not in ('closed', 'archived'))
  select w.id, w.reference::text, w.version, w.status::text, w.category_code, w.held, g.id,
    case when not g.active then 'closed'
      when w.oversight and w.addressee_id = g.id then 'addressed'
      when exists (select from plan_item i where i.plan_id = p.id and i.report_id = w.id and i.held = w.held) then 'moved' end
  from p cross join w
    left join category k on k.code = w.category_code
    left join plan_route own on own.plan_id = p.id and own.category_code = w.category_code
    left join plan_route upper on upper.plan_id = p.id and upper.category_code = k.parent_code
    join agency g on g.id = coalesce(own.agency_id, upper.agency_id, p.rest_id);
end;

-- An agency's help ends, as the first half of a move that gives it to another. False: somebody was faster.
create function end_help(p_report bigint, p_version int, p_agency bigint, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare v_version int;
begin
  select version into v_version from report where id = p_report for no key update;
  if internal.kind() is distinct from 'system' or v_version is distinct from p_version then return false; end if;
  update assignment set ended_at = p_at, ended_how = 'reorganised'
    where report_id = p_report and agency_id = p_agency and not lead and ended_at is null;
  return found;
end $$;

-- A draft that waits stays with the report.
create function drafts_go_along(p_report bigint, p_from bigint, p_to bigint) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if internal.kind() is distinct from 'system' then raise exception 'not theirs to move' using errcode = '42501'; end if;
  if not exists (select from draft where report_id = p_report and agency_id = p_from and state in ('waiting', 'sent_back')) then
    return;
  end if;
  update draft set state = 'replaced' where report_id = p_report and agency_id = p_to and state in ('waiting', 'sent_back');
  update draft set agency_id = p_to where report_id = p_report and agency_id = p_from and state in ('waiting', 'sent_back');
end $$;

-- As before (0011); when a plan moves the report, the wish for more time goes along.
create or replace function internal.end_wish() returns trigger language plpgsql as $$
begin
  if not exists (select from extension where report_id = new.id and decided_at is null) then return null; end if;
  if exists (select from assignment where report_id = new.id and lead and ended_how = 'reorganised' and ended_at = new.holder_since) then
    update extension set agency_id = new.holder_id where report_id = new.id and decided_at is null;
  else
    update extension set decided_at = new.holder_since where report_id = new.id and decided_at is null;
  end if;
  return null;
end $$;

-- As before (0008); help with what has ended is no open work.
create or replace function open_reports(p_agency bigint) returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select (select count(*) from report r where r.holder_id = a.id and r.status not in ('closed', 'archived'))
    + (select count(*) from assignment s join report r on r.id = s.report_id
       where s.agency_id = a.id and not s.lead and s.ended_at is null and r.status not in ('closed', 'archived'))
  from agency a where a.id = p_agency and internal.under(a.path, 'app.manages');
end;

-- As before (0009); a draft that went along with a report is the work of its new agency.
create or replace function open_work(p_account bigint) returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select (select count(*) from report r where r.officer_id = a.id and r.status not in ('closed', 'archived'))
    + (select count(*) from draft d join report r on r.id = d.report_id
       where d.by_person = a.id and d.agency_id = a.agency_id and d.state in ('waiting', 'sent_back') and r.status not in ('closed', 'archived'))
  from account a where a.id = p_account and internal.under(a.agency_path, 'app.manages');
end;

grant create on schema public to lapor_registrar;
alter function plan_work(bigint) owner to lapor_registrar;
alter function end_help(bigint, int, bigint, timestamptz) owner to lapor_registrar;
alter function drafts_go_along(bigint, bigint, bigint) owner to lapor_registrar;
revoke create on schema public from lapor_registrar;
revoke all on function plan_work(bigint), end_help(bigint, int, bigint, timestamptz), drafts_go_along(bigint, bigint, bigint) from public;
grant execute on function plan_work(bigint) to lapor_app, lapor_worker;
grant execute on function end_help(bigint, int, bigint, timestamptz), drafts_go_along(bigint, bigint, bigint) to lapor_worker;
grant execute on function internal.plans(text) to lapor_app, lapor_worker, lapor_registrar;
