-- Somebody who did not handle them looks at a sample of closed reports.
create table audit (
  id bigint generated always as identity primary key,
  -- Whose supervisor asked for it.
  agency_id bigint not null references agency,
  agency_path text collate "C" not null,
  -- Whose reports are looked at, with all below it.
  about_id bigint not null references agency,
  about_path text collate "C" not null,
  closed_from date not null,
  closed_to date not null check (closed_to >= closed_from),
  -- How many there were to draw from, and how many were drawn.
  framed int not null,
  drawn int not null check (drawn between 1 and 200 and drawn <= framed),
  auditor_id bigint not null references account,
  auditor_name text not null,
  auditor_agency bigint not null references agency,
  by_person bigint not null references account,
  by_name text not null,
  at timestamptz not null,
  finished_at timestamptz
);
create index audit_path on audit (agency_path, id);
create index audit_about on audit (about_path, id);
create index audit_auditor on audit (auditor_id, id);

-- With the seed anybody can draw the same sample from the same reports again.
create table audit_draw (
  audit_id bigint primary key references audit,
  seed text not null check (seed ~ '^[0-9a-f]{32}$'),
  frame bigint[] not null
);

create table audit_item (
  audit_id bigint not null references audit,
  n int not null check (n >= 1),
  report_id bigint not null references report,
  verdict text check (verdict in ('in_order', 'no_answer', 'not_done', 'doubtful', 'unclear')),
  note text not null default '' check (length(note) <= 2000),
  judged_at timestamptz,
  primary key (audit_id, n),
  unique (audit_id, report_id),
  check ((verdict is null) = (judged_at is null))
);

-- Has this person ever done anything on this report? Audits themselves do not count.
create function internal.handled(p_report bigint, p_person bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select exists (select from event where report_id = p_report and person_id = p_person and move <> 'audit')
    or exists (select from assignment where report_id = p_report and by_person = p_person)
    or exists (select from note where report_id = p_report and by_person = p_person)
    or exists (select from draft where report_id = p_report and by_person = p_person)
    or exists (select from report where id = p_report and officer_id = p_person);
end;

-- Why this person cannot audit these reports of this agency, in a word; null: they can. Asked by a supervisor of the agency or above.
create function audit_obstacle(p_auditor bigint, p_about bigint, p_reports bigint[]) returns table (refusal text, n int)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  with g as (select * from agency where id = p_about and internal.kind() = 'staff' and internal.under(path, 'app.below')),
  a as (select * from account where id = p_auditor and disabled_at is null and roles && array['supervisor', 'inspector', 'operator']),
  h as (select count(*)::int as n from unnest(p_reports) as r(id) where internal.handled(r.id, p_auditor))
  select case
      when not exists (select from a) or not exists (select from g) then 'auditor-unknown'
      when exists (select from a, g where starts_with(a.agency_path, g.path)) then 'auditor-belongs'
      when not exists (select from a, g where starts_with(g.path, a.agency_path)) then 'auditor-blind'
      when exists (select from a where not roles && array['supervisor', 'operator'])
        and exists (select from report where id = any (p_reports) and not oversight) then 'auditor-partial'
      when h.n > 0 then 'auditor-handled' end, h.n
  from h;
end;

-- Who may be asked: people of one's own agency and of those above it, who read what is below theirs.
create function audit_people() returns table (id bigint, name text, username text, email text, language text, agency_id bigint, agency_name text, roles text[])
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select a.id, a.name, a.username, a.email, a.language, a.agency_id, g.short_name, a.roles from account a join agency g on g.id = a.agency_id
  where internal.kind() = 'staff' and coalesce(current_setting('app.below', true), '') <> ''
    and starts_with(current_setting('app.below', true), a.agency_path)
    and a.disabled_at is null and a.roles && array['supervisor', 'inspector', 'operator']
  order by length(g.path) desc, a.name limit 200;
end;

do $$
declare name text;
begin
  foreach name in array array['audit', 'audit_draw', 'audit_item'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy system on %I for select to lapor_worker using (true)', name);
    execute format('create policy registrar on %I for select to lapor_registrar using (true)', name);
    execute format('grant select on %I to lapor_app, lapor_worker, lapor_registrar', name);
    execute format('grant insert on %I to lapor_app', name);
  end loop;
end $$;
grant update (finished_at) on audit to lapor_app;
grant update (verdict, note, judged_at) on audit_item to lapor_app;

-- The asker, those above, and the auditor know of it; the agency learns what was found when it is finished.
create policy asked on audit for select to lapor_app
  using (internal.kind() = 'staff' and (internal.under(agency_path, 'app.below') or auditor_id = internal.person()
    or finished_at is not null and internal.under(about_path, 'app.below')));
create policy ask on audit for insert to lapor_app
  with check (internal.kind() = 'staff' and internal.under(agency_path, 'app.below') and by_person = internal.person() and finished_at is null
    and starts_with(about_path, agency_path) and exists (select from agency g where g.id = about_id and g.path = about_path)
    and exists (select from agency g where g.id = agency_id and g.path = agency_path)
    and (select o.refusal is null from audit_obstacle(auditor_id, about_id, '{}') o));
create policy finish on audit for update to lapor_app
  using (internal.kind() = 'staff' and auditor_id = internal.person() and finished_at is null)
  with check (internal.kind() = 'staff' and auditor_id = internal.person() and finished_at is not null);

-- Which reports they are only the auditor knows until then: neither whoever asked nor the agency.
create policy finished on audit_draw for select to lapor_app
  using (exists (select from audit a where a.id = audit_id and a.finished_at is not null));
create policy ask on audit_draw for insert to lapor_app
  with check (exists (select from audit a where a.id = audit_id and a.finished_at is null and a.by_person = internal.person()));
create policy seen on audit_item for select to lapor_app
  using (exists (select from audit a where a.id = audit_id and (a.finished_at is not null or a.auditor_id = internal.person())));
create policy ask on audit_item for insert to lapor_app
  with check (verdict is null and exists (select from audit a where a.id = audit_id and a.finished_at is null and a.by_person = internal.person()
    and not internal.handled(report_id, a.auditor_id)));
create policy judge on audit_item for update to lapor_app
  using (exists (select from audit a where a.id = audit_id and a.finished_at is null and a.auditor_id = internal.person()))
  with check (exists (select from audit a where a.id = audit_id and a.finished_at is null and a.auditor_id = internal.person()
    and (verdict is null or not internal.handled(report_id, a.auditor_id))));

-- How far an audit has come, for whoever asked: not which reports.
create function audit_judged(p_audit bigint) returns int
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select count(*)::int from audit_item i join audit a on a.id = i.audit_id
  where a.id = p_audit and i.verdict is not null and internal.kind() = 'staff'
    and (internal.under(a.agency_path, 'app.below') or a.auditor_id = internal.person());
end;

grant create on schema public, internal to lapor_registrar;
alter function internal.handled(bigint, bigint) owner to lapor_registrar;
alter function audit_obstacle(bigint, bigint, bigint[]) owner to lapor_registrar;
alter function audit_people() owner to lapor_registrar;
alter function audit_judged(bigint) owner to lapor_registrar;
revoke create on schema public, internal from lapor_registrar;
revoke all on function internal.handled(bigint, bigint), audit_obstacle(bigint, bigint, bigint[]), audit_people(), audit_judged(bigint) from public;
grant execute on function internal.handled(bigint, bigint) to lapor_app, lapor_registrar;
grant execute on function audit_obstacle(bigint, bigint, bigint[]), audit_people(), audit_judged(bigint) to lapor_app;
