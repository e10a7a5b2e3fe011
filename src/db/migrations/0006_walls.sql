-- The walls around a report: one predicate, used by every policy and by the functions that write the ledger.
create function internal.reports() returns bigint[] language sql stable parallel safe
  return nullif(current_setting('app.report', true), '')::bigint[];

create function internal.sees(report_id bigint, holder_id bigint, holder_path text, assisting bigint[], oversight boolean)
returns boolean language sql stable parallel safe
  return coalesce(holder_id = internal.agency(), false)
    or coalesce(internal.agency() = any (assisting), false)
    or internal.under(holder_path, 'app.below')
    or (oversight and internal.under(holder_path, 'app.inspects'))
    or coalesce(report_id = any (internal.reports()), false);

do $$
declare name text;
begin
  foreach name in array array['report', 'reporter', 'vault.identity', 'assignment', 'event', 'question', 'draft', 'visit',
    'extension', 'instruction', 'note', 'answer_template', 'opening', 'outbox'] loop
    execute format('alter table %s enable row level security', name);
    execute format('alter table %s force row level security', name);
    execute format('create policy registrar on %s for all to lapor_registrar using (true) with check (true)', name);
    execute format('create policy system on %s for all to lapor_worker using (true) with check (true)', name);
    execute format('grant select, insert, update on %s to lapor_registrar', name);
    execute format('grant select on %s to lapor_worker', name);
  end loop;
  -- Children of a report are seen with it.
  foreach name in array array['question', 'visit', 'extension', 'instruction'] loop
    execute format('create policy with_report on %I for select to lapor_app using (exists (select from report r where r.id = report_id))', name);
  end loop;
  -- What an agency writes, it writes in its own name on a report that it sees.
  foreach name in array array['question', 'draft', 'visit', 'extension', 'instruction', 'note'] loop
    execute format('create policy own_insert on %I for insert to lapor_app with check (agency_id = internal.agency() and exists (select from report r where r.id = report_id))', name);
  end loop;
end $$;

grant select on report, reporter, assignment, event, question, draft, visit, extension, instruction, note, answer_template to lapor_app;
grant insert on question, draft, visit, extension, instruction, note, opening to lapor_app;
grant update (answered_at) on question to lapor_app;
grant update (state, text, remark, at, by_person) on draft to lapor_app;
grant update (decided_at, granted) on extension to lapor_app;
grant update (answered_at, answer) on instruction to lapor_app;
grant update (rating, rated_at, muted, language) on reporter to lapor_app;
grant insert, update, delete on answer_template to lapor_app;
grant select on vault.identity to lapor_app;
grant insert on outbox to lapor_app;
grant delete on outbox to lapor_worker;
grant insert on outbox to lapor_worker;
grant usage on all sequences in schema public to lapor_app, lapor_worker, lapor_registrar;

create policy seen on report for select to lapor_app
  using (internal.sees(id, holder_id, holder_path, assisting, oversight));

create policy staff on assignment for select to lapor_app
  using (internal.kind() = 'staff' and exists (select from report r where r.id = report_id));

create policy self on reporter for select to lapor_app
  using (internal.kind() = 'reporter' and id = internal.person());
create policy self_update on reporter for update to lapor_app
  using (internal.kind() = 'reporter' and id = internal.person())
  with check (internal.kind() = 'reporter' and id = internal.person());
create policy staff on reporter for select to lapor_app
  using (internal.kind() = 'staff' and exists (select from report r where r.id = report_id));

-- A name leaves the vault only for the person itself, or for the staff of a report whose reporter chose to be known.
create policy self on vault.identity for select to lapor_app
  using (internal.kind() = 'reporter' and reporter_id = internal.person());
create policy known on vault.identity for select to lapor_app
  using (internal.kind() = 'staff' and not hidden and exists (select from report r where r.id = report_id));

-- Staff read what concerns staff; what is one agency's own stays there; a reporter reads what is for everyone.
create policy everyone on event for select to lapor_app
  using (audience = 'everyone' and exists (select from report r where r.id = report_id));
create policy staff on event for select to lapor_app
  using (audience = 'staff' and internal.kind() = 'staff' and exists (select from report r where r.id = report_id));
create policy agency on event for select to lapor_app
  using (audience = 'agency' and agency_id = internal.agency() and exists (select from report r where r.id = report_id));

create policy own on draft for select to lapor_app using (agency_id = internal.agency());
create policy own_update on draft for update to lapor_app
  using (agency_id = internal.agency()) with check (agency_id = internal.agency());
create policy own on note for select to lapor_app using (agency_id = internal.agency());
create policy own on answer_template for all to lapor_app
  using (agency_id = internal.agency()) with check (agency_id = internal.agency());
create policy reply on question for update to lapor_app
  using (exists (select from report r where r.id = report_id)) with check (exists (select from report r where r.id = report_id));
create policy decide on extension for update to lapor_app
  using (internal.kind() = 'staff' and exists (select from report r where r.id = report_id))
  with check (internal.kind() = 'staff' and exists (select from report r where r.id = report_id));
create policy own_answer on instruction for update to lapor_app
  using (internal.kind() = 'staff' and exists (select from report r where r.id = report_id))
  with check (internal.kind() = 'staff' and exists (select from report r where r.id = report_id));
create policy own_insert on opening for insert to lapor_app
  with check (person_id = internal.person() and exists (select from report r where r.id = report_id));
create policy anyone on outbox for insert to lapor_app with check (internal.kind() is not null);
