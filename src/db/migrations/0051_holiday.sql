-- A holiday that is announced or taken back late moves what is still open: each change is a row, worked off in order.
create table holiday_change (
  id bigint generated always as identity primary key,
  day date not null,
  area_code text references area,
  name text not null,
  added boolean not null,
  by_path text collate "C" not null,
  at timestamptz not null,
  -- How far it is: the last report looked at, how many were moved, and when all were.
  after_id bigint not null default 0,
  moved int not null default 0,
  done_at timestamptz
);
create index holiday_change_open on holiday_change (id) where done_at is null;
alter table holiday_change enable row level security;
alter table holiday_change force row level security;
create policy read_all on holiday_change for select to lapor_app, lapor_worker, lapor_registrar using (true);
create policy registrar on holiday_change for update to lapor_registrar using (true) with check (true);
create policy governs on holiday_change for insert to lapor_app with check (internal.kind() = 'staff' and by_path = current_setting('app.manages', true));
grant select on holiday_change to lapor_app, lapor_worker, lapor_registrar;
grant insert on holiday_change to lapor_app;
grant update on holiday_change to lapor_registrar;

-- What each change moved, from when to when: once for each promise.
create table holiday_moved (
  change_id bigint not null references holiday_change,
  report_id bigint not null references report,
  clock text not null check (clock in ('verify', 'answer', 'settle', 'first_settle', 'respond')),
  was timestamptz not null,
  due_at timestamptz not null,
  primary key (change_id, report_id, clock)
);
alter table holiday_moved enable row level security;
alter table holiday_moved force row level security;
create policy registrar on holiday_moved for all to lapor_registrar using (true) with check (true);
create policy with_report on holiday_moved for select to lapor_app using (exists (select from report r where r.id = report_id));
grant select, insert, update on holiday_moved to lapor_registrar;
grant select on holiday_moved to lapor_app;

-- The next open reports that a change may concern, locked until the transaction ends.
create function holiday_page(p_change bigint, p_limit int)
returns table (id bigint, status text, class text, oversight boolean, filed_at timestamptz, verified_at timestamptz,
  answered_at timestamptz, verify_due timestamptz, answer_due timestamptz, settle_due timestamptz, first_settle_due timestamptz,
  respond_due timestamptz, checked_from timestamptz, responds_from timestamptz, granted_until timestamptz, area_code text, zone text)
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  k holiday_change;
begin
  select * into k from holiday_change c where c.id = p_change and c.done_at is null for update;
  if not found then return; end if;
  return query
  with chosen as materialized (
    select r.id from report r join agency h on h.id = r.holder_id
    where r.id > k.after_id and r.status not in ('closed', 'archived')
      and (k.area_code is null or h.area_code = k.area_code or starts_with(h.area_code, k.area_code || '.'))
    order by r.id limit p_limit for no key update of r)
  select r.id, r.status::text, r.class::text, r.oversight, r.filed_at, r.verified_at, r.answered_at, r.verify_due, r.answer_due,
    r.settle_due, r.first_settle_due, r.respond_due,
    (select max(e.at) from event e where e.report_id = r.id and e.move in ('file', 'complete', 'appeal', 'return')),
    (select max(e.at) from event e where e.report_id = r.id and e.move in ('ask', 'resolve')),
    (select max(x.new_due) from extension x where x.report_id = r.id and x.granted), h.area_code, h.zone
  from chosen c join report r on r.id = c.id join agency h on h.id = r.holder_id order by r.id;
end $$;

-- Writes what a page of a change moves, a line of the ledger for each report, and how far the change is. p_last null: all is done.
-- p_moved: [{report, clock, was, due}], p_shown: [{report, was, due}], the one that the line speaks of.
create function holiday_moves(p_change bigint, p_moved jsonb, p_shown jsonb, p_last bigint, p_at timestamptz) returns int
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  k holiday_change;
  v_moved int;
begin
  select * into k from holiday_change c where c.id = p_change and c.done_at is null for update;
  if not found then return 0; end if;
  with m as materialized (
    insert into holiday_moved (change_id, report_id, clock, was, due_at)
    select p_change, x.report, x.clock, x.was::timestamptz, x.due::timestamptz
    from jsonb_to_recordset(p_moved) as x(report bigint, clock text, was text, due text)
    on conflict do nothing returning report_id, clock),
  line as materialized (
    select r.id, r.version + 1 as n, r.head, jsonb_build_object('holiday', k.name, 'day', k.day, 'added', k.added, 'change', k.id,
      'was', s.was, 'due', s.due, 'set', (
        select jsonb_object_agg(x.clock || '_due', x.due) from jsonb_to_recordset(p_moved) as x(report bigint, clock text, was text, due text)
        where x.report = r.id)) as data
    from jsonb_to_recordset(p_shown) as s(report bigint, was text, due text) join report r on r.id = s.report
    where exists (select from m where m.report_id = r.id)),
  kept as (
    update report r set version = l.n, head = sha256(l.head || convert_to(l.data::text, 'UTF8')),
      verify_due = coalesce((l.data #>> '{set,verify_due}')::timestamptz, verify_due),
      answer_due = coalesce((l.data #>> '{set,answer_due}')::timestamptz, answer_due),
      settle_due = coalesce((l.data #>> '{set,settle_due}')::timestamptz, settle_due),
      first_settle_due = coalesce((l.data #>> '{set,first_settle_due}')::timestamptz, first_settle_due),
      respond_due = coalesce((l.data #>> '{set,respond_due}')::timestamptz, respond_due)
    from line l where r.id = l.id),
  told as (
    insert into outbox (task, payload) select 'tell', jsonb_build_object('reportId', id, 'n', n) from line order by id),
  written as (
    insert into event (report_id, n, move, audience, actor, data, hash, at)
    select id, n, 'reschedule', 'everyone', 'clock', data, sha256(head || convert_to(data::text, 'UTF8')), p_at from line)
  select count(*) into v_moved from line;
  update holiday_change set moved = moved + v_moved, after_id = coalesce(p_last, after_id),
    done_at = case when p_last is null then p_at end where id = p_change;
  -- What is late already is counted on from its day with other days: the clock looks again.
  if p_last is null then insert into outbox (task, payload) values ('lookAgain', '{}'); end if;
  return v_moved;
end $$;

grant create on schema public to lapor_registrar;
alter function holiday_page(bigint, int) owner to lapor_registrar;
alter function holiday_moves(bigint, jsonb, jsonb, bigint, timestamptz) owner to lapor_registrar;
revoke create on schema public from lapor_registrar;
revoke all on function holiday_page(bigint, int), holiday_moves(bigint, jsonb, jsonb, bigint, timestamptz) from public;
grant execute on function holiday_page(bigint, int), holiday_moves(bigint, jsonb, jsonb, bigint, timestamptz) to lapor_worker;
