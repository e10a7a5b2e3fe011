-- Walls around accounts that hold even when the program errs, and the hand-over of somebody's open work.

-- A kept password leaves the table only for the door, or for the person itself.
alter table account add column has_password boolean not null generated always as (password_hash is not null) stored;
revoke select on account from lapor_app, lapor_worker;
grant select (id, agency_id, agency_path, username, name, email, roles, language, must_change, disabled_at, created_by,
  created_at, signed_in_at, has_password) on account to lapor_app, lapor_worker;

create function kept_password(p_account bigint) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select password_hash from account where id = p_account
    and (internal.kind() = 'door' or (internal.kind() = 'staff' and id = internal.person()));
end;

-- The path follows the agency; only the centre arbitrates; nobody gives roles to themselves, and the door gives none.
create function internal.guard_account() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  select path into new.agency_path from agency where id = new.agency_id;
  if 'arbiter' = any (new.roles) and not exists (select from agency where id = new.agency_id and parent_id is null) then
    raise exception 'only the centre arbitrates' using errcode = '42501';
  end if;
  if tg_op = 'UPDATE' and internal.kind() in ('door', 'staff')
    and (new.agency_id, new.username, new.roles, new.disabled_at, new.created_by)
      is distinct from (old.agency_id, old.username, old.roles, old.disabled_at, old.created_by)
    and (old.id = internal.person() or not internal.under(old.agency_path, 'app.manages')) then
    raise exception 'not theirs to change' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger guard before insert or update on account for each row execute function internal.guard_account();

-- Fires after the foreign key has waited for whoever is disabling this officer: no work is given to somebody who left.
create function internal.guard_officer() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from account where id = new.officer_id and disabled_at is null) then
    raise exception 'this officer no longer works here' using errcode = '23503';
  end if;
  return null;
end $$;
create trigger works_here after update of officer_id on report for each row
  when (new.officer_id is not null and new.officer_id is distinct from old.officer_id)
  execute function internal.guard_officer();

create index draft_person on draft (by_person) where state in ('waiting', 'sent_back');

-- What somebody has to do still, for whoever manages them, who may not read the reports. Null: not theirs to manage.
create function open_work(p_account bigint) returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select (select count(*) from report r where r.officer_id = a.id and r.status not in ('closed', 'archived'))
    + (select count(*) from draft d join report r on r.id = d.report_id
       where d.by_person = a.id and d.state in ('waiting', 'sent_back') and r.status not in ('closed', 'archived'))
  from account a where a.id = p_account and internal.under(a.agency_path, 'app.manages');
end;

-- Gives the open work of a person to a colleague, with a line in the ledger of every report, chained like any other.
-- Returns how many reports and drafts went over; null when these two are not the actor's to manage, or no colleagues.
create function hand_over(p_from bigint, p_to bigint, p_at timestamptz) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_agency bigint;
  v_by text;
  v_data jsonb;
  v_head bytea;
  v_moved bigint := 0;
  v_drafts bigint;
  r record;
begin
  select f.agency_id into v_agency from account f join account t on t.agency_id = f.agency_id
    where f.id = p_from and t.id = p_to and f.id <> t.id and t.disabled_at is null
      and internal.kind() = 'staff' and internal.under(f.agency_path, 'app.manages');
  if v_agency is null then return null; end if;
  select name into v_by from account where id = internal.person();

  for r in select id, version, head from report
    where officer_id = p_from and status not in ('closed', 'archived') order by id for no key update
  loop
    v_data := jsonb_build_object('from', p_from, 'to', p_to, 'set', jsonb_build_object('officer_id', p_to));
    v_head := sha256(r.head || convert_to(v_data::text, 'UTF8'));
    update report set officer_id = p_to, version = r.version + 1, head = v_head where id = r.id;
    insert into event (report_id, n, move, audience, actor, person_id, by_name, by_role, agency_id, data, hash, at)
      values (r.id, r.version + 1, 'handover', 'agency', 'staff', nullif(internal.person(), 0), v_by, 'administrator',
        v_agency, v_data, v_head, p_at);
    insert into outbox (task, payload) values ('tell', jsonb_build_object('reportId', r.id, 'n', r.version + 1));
    v_moved := v_moved + 1;
  end loop;

  update draft d set by_person = p_to from report o
    where o.id = d.report_id and d.by_person = p_from and d.state in ('waiting', 'sent_back')
      and o.status not in ('closed', 'archived');
  get diagnostics v_drafts = row_count;
  return v_moved + v_drafts;
end $$;

grant create on schema public to lapor_registrar;
alter function kept_password(bigint) owner to lapor_registrar;
alter function open_work(bigint) owner to lapor_registrar;
alter function hand_over(bigint, bigint, timestamptz) owner to lapor_registrar;
revoke create on schema public from lapor_registrar;

revoke all on function kept_password(bigint), open_work(bigint), hand_over(bigint, bigint, timestamptz) from public;
grant execute on function kept_password(bigint), open_work(bigint), hand_over(bigint, bigint, timestamptz) to lapor_app;
grant execute on all functions in schema internal to lapor_app, lapor_worker, lapor_registrar;
