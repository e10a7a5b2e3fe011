-- What has to be done in the field is written for everybody who works on the report, the agency that helps as well as
-- the one that holds it; all other notes stay inside the agency that made them.

alter table note add column shared boolean not null default false;

create policy shared on note for select to lapor_app
  using (shared and internal.kind() = 'staff' and exists (select from report r where r.id = report_id));
