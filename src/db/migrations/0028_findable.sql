-- What the desk is searched by: the words of each report, and at which desks it may be found. Behind a wall no index of words is
-- asked, and filing keeps none, because that would cost most of its pace. So the words stand here: the background keeps them,
-- nobody of the application reads them, and two functions answer with the numbers of reports at the actor's own desks. What they
-- say may be a moment old: whoever shows a report asks the walls for it.
create table findable (
  report_id bigint primary key references report,
  -- The version of the report that was read. An older reading never replaces a newer one.
  version int not null,
  -- None, when the report is secret.
  words tsvector not null,
  desks text[] not null
) with (fillfactor = 85);
-- A look goes through the list of what is not sorted in yet: kept short, a search stays quick while many reports come.
create index findable_words on findable using gin (words, desks) with (gin_pending_list_limit = 512);

alter table findable enable row level security;
alter table findable force row level security;
create policy registrar on findable for select to lapor_registrar using (true);
create policy system on findable for all to lapor_worker using (true) with check (true);
grant select on findable to lapor_registrar;
grant select, insert, update on findable to lapor_worker;

-- The desks of the actor among these, as `findable` names them. Whoever may read nothing has none.
create function internal.desks(p_kinds text[]) returns text[] language sql stable parallel safe
  return array(select d.kind || ':' || d.of from (values
      ('own', internal.agency()::text), ('assists', internal.agency()::text), ('ended', internal.agency()::text),
      ('below', nullif(current_setting('app.below', true), '')),
      ('inspects', nullif(current_setting('app.inspects', true), ''))) d (kind, of)
    where d.kind = any (p_kinds) and d.of is not null);

-- Which of these reports have the words? Of those at the actor's own desks. Looked up one by one, never by the index of words.
create function find_among(p_words text, p_desks text[], p_reports bigint[]) returns setof bigint
language sql stable security definer rows 100 set search_path = pg_catalog, public, pg_temp set enable_seqscan = off
begin atomic
  select f.report_id from unnest(p_reports) asked (id)
    cross join lateral (select * from findable where report_id = asked.id offset 0) f
  where f.words @@ (select p_words::tsquery) and f.desks && (select internal.desks(p_desks));
end;

-- All reports with the words at the actor's own desks, in no order; null when there are more than so many.
create function find_reports(p_words text, p_desks text[], p_most int) returns bigint[]
language sql stable security definer
set search_path = pg_catalog, public, pg_temp set enable_seqscan = off set plan_cache_mode = force_generic_plan
begin atomic
  with hit as materialized (
    select report_id from findable
    where words @@ (select p_words::tsquery) and desks && (select internal.desks(p_desks)) limit p_most + 1)
  select coalesce(array_agg(report_id), '{}') from hit having count(*) <= p_most;
end;

grant create on schema public to lapor_registrar;
alter function find_among(text, text[], bigint[]) owner to lapor_registrar;
alter function find_reports(text, text[], int) owner to lapor_registrar;
revoke create on schema public from lapor_registrar;
revoke all on function find_among(text, text[], bigint[]), find_reports(text, text[], int) from public;
grant execute on function find_among(text, text[], bigint[]), find_reports(text, text[], int) to lapor_app;

grant execute on function internal.desks(text[]) to lapor_registrar;

-- Where there are reports already, the background begins with them.
set local role lapor_worker;
insert into outbox (task, payload) select 'findAll', '{}' where exists (select from report);
reset role;
