-- How many open reports does an agency hold or assist in? Asked before it is closed, by whoever manages it,
-- who may not read the reports themselves. Null when the agency is not theirs to manage.
create function open_reports(p_agency bigint) returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select (select count(*) from report r where r.holder_id = a.id and r.status not in ('closed', 'archived'))
    + (select count(*) from assignment s where s.agency_id = a.id and not s.lead and s.ended_at is null)
  from agency a where a.id = p_agency and internal.under(a.path, 'app.manages');
end;

grant create on schema public to lapor_registrar;
alter function open_reports(bigint) owner to lapor_registrar;
revoke create on schema public from lapor_registrar;
revoke all on function open_reports(bigint) from public;
grant execute on function open_reports(bigint) to lapor_app;
