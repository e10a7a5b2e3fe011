-- The two ways in which the ledger grows. Both belong to the registrar, which owns no table and bypasses no wall;
-- the people's role may call them and may not write the tables behind them.

create trigger only_added before update or delete on event for each row execute function internal.refuse_change();
create trigger never_emptied before truncate on event for each statement execute function internal.refuse_change();

-- Files a batch: report, first event, reporter, sealed identity, assignment and background work, in one statement.
-- A key that is known already answers with the report that it made (again = true); `same` says whether the words agree.
create function file_reports(batch jsonb)
returns table (key uuid, reference reference, report_id bigint, reporter_id bigint, again boolean, same boolean)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query
  with i as materialized (
    select distinct on (key) * from jsonb_to_recordset(batch) as x(
      key uuid, digest text, reference text, channel text, title text, text text, class text, oversight boolean,
      category_code text, area_code text, place text, latitude float8, longitude float8, happened_on date,
      addressee_id bigint, anonymous boolean, secret boolean, holder_id bigint, filed_at timestamptz,
      verify_due timestamptz, cap_due timestamptz, language text, receipt_hash text, reachable text, sealed text,
      actor text, person_id bigint, by_name text, by_role text, agency_id bigint, data jsonb)),
  r as (
    insert into report (key, digest, reference, channel, title, text, class, oversight, category_code, area_code, place,
      latitude, longitude, happened_on, addressee_id, anonymous, secret, status, holder_id, holder_path, holder_since,
      filed_at, verify_due, cap_due, head)
    select i.key, decode(i.digest, 'hex'), i.reference, i.channel, i.title, i.text, i.class, i.oversight, i.category_code,
      i.area_code, i.place, i.latitude, i.longitude, i.happened_on, i.addressee_id, i.anonymous, i.secret, 'received',
      i.holder_id, a.path, i.filed_at, i.filed_at, i.verify_due, i.cap_due, sha256(convert_to(i.data::text, 'UTF8'))
    from i join agency a on a.id = i.holder_id
    on conflict on constraint report_key_key do nothing
    returning report.id, report.key, report.reference, report.head),
  p as (
    insert into reporter (report_id, own_report_id, language, receipt_hash, reachable, created_at)
    select r.id, r.id, i.language, decode(i.receipt_hash, 'hex'), i.reachable, i.filed_at from r join i on i.key = r.key
    returning reporter.id, reporter.report_id),
  e as (
    insert into event (report_id, n, move, audience, actor, person_id, by_name, by_role, agency_id, reporter_id, data, hash, at)
    select r.id, 1, 'file', 'everyone', i.actor, i.person_id, i.by_name, i.by_role, i.agency_id, p.id, i.data, r.head, i.filed_at
    from r join i on i.key = r.key join p on p.report_id = r.id),
  v as (
    insert into vault.identity (reporter_id, report_id, hidden, sealed)
    select p.id, r.id, i.anonymous, decode(i.sealed, 'hex') from r join i on i.key = r.key join p on p.report_id = r.id where i.sealed is not null),
  s as (
    insert into assignment (report_id, agency_id, lead, by_person, at)
    select r.id, i.holder_id, true, i.person_id, i.filed_at from r join i on i.key = r.key),
  o as (
    insert into outbox (task, payload)
    select 'tell', jsonb_build_object('reportId', r.id, 'n', 1) from r)
  select r.key, r.reference, r.id, p.id, false, true from r join p on p.report_id = r.id;

  return query
  select k.key, k.reference, k.id, w.id, true, k.digest = decode(x.digest, 'hex')
  from jsonb_to_recordset(batch) as x(key uuid, digest text)
  join report k on k.key = x.key and k.xmin <> pg_current_xact_id()::xid
  join reporter w on w.own_report_id = k.id;
end $$;

-- Writes one move: the state, its event and the background work, if the actor sees the report and nobody was faster.
-- Returns the new version, 0 when the version has moved on, null when there is no such report for this actor.
create function record_move(p_report bigint, p_version int, p_set jsonb, p_event jsonb, p_custody jsonb)
returns int language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  r report;
  patch jsonb := p_set;
  lead_path text;
  v_data jsonb;
begin
  if p_set ?| array['id', 'key', 'digest', 'reference', 'text', 'filed_at', 'anonymous', 'version', 'head', 'due_at',
    'holder_id', 'holder_path', 'holder_since', 'assisting'] then
    raise exception 'a move may not change %', p_set using errcode = '42501';
  end if;
  select * into r from report where id = p_report for no key update;
  if not found or not (internal.kind() = 'system'
    or internal.sees(r.id, r.holder_id, r.holder_path, r.assisting, r.oversight)) then
    return null;
  end if;
  if r.version <> p_version then return 0; end if;

  if p_custody is not null then
    if p_custody ? 'lead' then
      select path into lead_path from agency where id = (p_custody ->> 'lead')::bigint and active;
      if lead_path is null then raise exception 'no such agency' using errcode = '23503'; end if;
      update assignment set ended_at = (p_event ->> 'at')::timestamptz, ended_how = p_custody ->> 'ended'
        where report_id = p_report and ended_at is null;
      insert into assignment (report_id, agency_id, lead, by_person, note, at)
        values (p_report, (p_custody ->> 'lead')::bigint, true, (p_event ->> 'person_id')::bigint,
          coalesce(p_custody ->> 'note', ''), (p_event ->> 'at')::timestamptz);
      patch := patch || jsonb_build_object('holder_id', (p_custody ->> 'lead')::bigint, 'holder_path', lead_path,
        'holder_since', p_event ->> 'at', 'assisting', '[]'::jsonb);
      r.assisting := '{}';
    end if;
    if p_custody ? 'assist' then
      insert into assignment (report_id, agency_id, lead, by_person, note, at)
        select p_report, a.id, false, (p_event ->> 'person_id')::bigint, coalesce(p_custody ->> 'note', ''), (p_event ->> 'at')::timestamptz
        from agency a where a.active and a.id in (select value::bigint from jsonb_array_elements_text(p_custody -> 'assist'))
          and a.id <> all (r.assisting) and a.id <> coalesce((patch ->> 'holder_id')::bigint, r.holder_id);
      patch := patch || jsonb_build_object('assisting', to_jsonb((
        select coalesce(array_agg(agency_id order by id), '{}') from assignment
        where report_id = p_report and not lead and ended_at is null)));
    end if;
  end if;

  v_data := (p_event -> 'data') || jsonb_build_object('set', patch);
  patch := patch || jsonb_build_object('version', r.version + 1,
    'head', to_jsonb(sha256(r.head || convert_to(v_data::text, 'UTF8'))));
  r := jsonb_populate_record(r, patch);
  update report set edited_title = r.edited_title, edited_text = r.edited_text, title = r.title, class = r.class,
    oversight = r.oversight, category_code = r.category_code, area_code = r.area_code, place = r.place,
    latitude = r.latitude, longitude = r.longitude, happened_on = r.happened_on, secret = r.secret, status = r.status,
    ending = r.ending, holder_id = r.holder_id, holder_path = r.holder_path, holder_since = r.holder_since,
    assisting = r.assisting, officer_id = r.officer_id, field_due = r.field_due, final = r.final, appealed = r.appealed,
    merged_into = r.merged_into, returns = r.returns, disputes = r.disputes, visits = r.visits, reporters = r.reporters,
    verified_at = r.verified_at, answered_at = r.answered_at, resolved_at = r.resolved_at, ended_at = r.ended_at,
    verify_due = r.verify_due, answer_due = r.answer_due, settle_due = r.settle_due, first_settle_due = r.first_settle_due,
    respond_due = r.respond_due, version = r.version, head = r.head
  where id = p_report;

  insert into event (report_id, n, move, audience, actor, person_id, by_name, by_role, agency_id, reporter_id, data, hash, at)
  values (p_report, r.version, p_event ->> 'move', p_event ->> 'audience', p_event ->> 'actor',
    (p_event ->> 'person_id')::bigint, p_event ->> 'by_name', p_event ->> 'by_role', (p_event ->> 'agency_id')::bigint,
    (p_event ->> 'reporter_id')::bigint, v_data, r.head, (p_event ->> 'at')::timestamptz);
  insert into outbox (task, payload) values ('tell', jsonb_build_object('reportId', p_report, 'n', r.version));
  return r.version;
end $$;

-- After a merge the reporters of one case belong to another; their own report stays theirs.
create function join_reporters(p_from bigint, p_into bigint) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare moved int;
begin
  if (select count(*) from report r where r.id in (p_from, p_into) and (internal.kind() = 'system'
    or internal.sees(r.id, r.holder_id, r.holder_path, r.assisting, r.oversight))) <> 2 then
    raise exception 'no such report' using errcode = '42501';
  end if;
  update reporter set report_id = p_into where report_id = p_from;
  get diagnostics moved = row_count;
  update vault.identity set report_id = p_into where report_id = p_from;
  return moved;
end $$;

-- Which reporter does a receipt belong to? Asked by the door only, with the hash of the secret, never with the secret.
create function reporter_by_receipt(p_reference text, p_hash bytea)
returns table (reporter_id bigint, report_id bigint, own_report_id bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select p.id, p.report_id, p.own_report_id from reporter p join report r on r.id = p.own_report_id
  where r.reference = p_reference and p.receipt_hash = p_hash and internal.kind() = 'door';
end;
-- And a signed link names the reporter itself.
create function reporter_by_id(p_reporter bigint)
returns table (reporter_id bigint, report_id bigint, own_report_id bigint, reference text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select p.id, p.report_id, p.own_report_id, r.reference from reporter p join report r on r.id = p.own_report_id
  where p.id = p_reporter and internal.kind() = 'door';
end;

grant create on schema public to lapor_registrar;
alter function file_reports(jsonb) owner to lapor_registrar;
alter function record_move(bigint, int, jsonb, jsonb, jsonb) owner to lapor_registrar;
alter function join_reporters(bigint, bigint) owner to lapor_registrar;
alter function reporter_by_receipt(text, bytea) owner to lapor_registrar;
alter function reporter_by_id(bigint) owner to lapor_registrar;
revoke create on schema public from lapor_registrar;

revoke all on function file_reports(jsonb) from public;
revoke all on function record_move(bigint, int, jsonb, jsonb, jsonb) from public;
revoke all on function join_reporters(bigint, bigint) from public;
revoke all on function reporter_by_receipt(text, bytea) from public;
revoke all on function reporter_by_id(bigint) from public;
grant execute on function file_reports(jsonb) to lapor_intake, lapor_app;
grant execute on function record_move(bigint, int, jsonb, jsonb, jsonb), join_reporters(bigint, bigint) to lapor_app, lapor_worker;
grant execute on function reporter_by_receipt(text, bytea), reporter_by_id(bigint) to lapor_app;
grant execute on all functions in schema internal to lapor_app, lapor_worker, lapor_registrar;
