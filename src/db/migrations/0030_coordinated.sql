-- As before (0022), and for whoever coordinated: a report that was with an agency below could be seen, and written on, from above.
create or replace function had_report(p_reference text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
  return internal.kind() = 'staff' and exists (
    select from report r join assignment a on a.report_id = r.id join agency g on g.id = a.agency_id
    where r.reference = p_reference and (a.agency_id = internal.agency() or a.lead and internal.under(g.path, 'app.below')));
