-- Was this report with the actor's agency once? Whoever wrote on it in the moment when it left is told so, and loses no words.
create function had_report(p_reference text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
  return internal.kind() = 'staff' and exists (
    select from report r join assignment a on a.report_id = r.id
    where r.reference = p_reference and a.agency_id = internal.agency());

grant create on schema public to lapor_registrar;
alter function had_report(text) owner to lapor_registrar;
revoke create on schema public from lapor_registrar;
revoke all on function had_report(text) from public;
grant execute on function had_report(text) to lapor_app;
