-- Roles that own nothing. Each process signs in once and steps down into one of them.
do $$
declare
  role_name text;
  -- PostgreSQL 15 does not tell SET from MEMBER yet.
  can text := case when current_setting('server_version_num')::int < 160000 then 'member' else 'set' end;
begin
  foreach role_name in array array['lapor_app', 'lapor_intake', 'lapor_worker', 'lapor_registrar'] loop
    begin
      execute format('create role %I nologin', role_name);
    exception when duplicate_object or unique_violation then null;
    end;
    if not (select rolsuper from pg_roles where rolname = current_user)
       and not pg_has_role(current_user, role_name, can) then
      execute format('grant %I to current_user', role_name);
    end if;
  end loop;
end $$;

create schema vault;
create schema internal;
revoke all on schema public from public;
grant usage on schema public, internal to lapor_app, lapor_intake, lapor_worker, lapor_registrar;
grant usage on schema vault to lapor_app, lapor_worker, lapor_registrar;

-- Who acts, as `withActor` told. Empty or absent means nobody.
create function internal.kind() returns text language sql stable parallel safe
  return nullif(current_setting('app.kind', true), '');
create function internal.person() returns bigint language sql stable parallel safe
  return nullif(current_setting('app.person', true), '')::bigint;
create function internal.agency() returns bigint language sql stable parallel safe
  return nullif(current_setting('app.agency', true), '')::bigint;
-- Is `path` the path held in the named setting, or below it? No setting, no path.
create function internal.under(path text, setting text) returns boolean language sql stable parallel safe
  return coalesce(current_setting(setting, true), '') <> '' and starts_with(path, current_setting(setting, true));
