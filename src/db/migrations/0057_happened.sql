-- What happened below each agency, by day, for two weeks: counted by the background from the ledger, so that no page counts it.
-- Lines of the ledger are written in the order of their time: ranges of pages find a day at almost no cost.
create index event_at on event using brin (at) with (pages_per_range = 32, autosummarize = on);

create table happened (
  agency_id bigint not null references agency,
  path text collate "C" not null,
  day date not null,
  what text not null check (what in ('arrived', 'answered', 'ended', 'returned', 'disputed')),
  n int not null check (n > 0),
  primary key (agency_id, day, what)
);
create index happened_day on happened (day);

alter table happened enable row level security;
alter table happened force row level security;
create policy system on happened for all to lapor_worker using (true) with check (true);
grant select, insert, update, delete on happened to lapor_worker;
create policy below on happened for select to lapor_app using (internal.under(path, 'app.below'));
grant select on happened to lapor_app;

-- What a figure of a period counts, as a list: by month of arrival and by the agency that it counts for.
alter table figure_fact
  add column agency_id bigint generated always as ((fact ->> 'agencyId')::bigint) stored,
  add column month text generated always as (left(fact ->> 'month', 7)) stored;
create index figure_fact_month on figure_fact (month, report_id);
create index figure_fact_agency on figure_fact (agency_id, month, report_id);

-- The latest first; continues before a month and a report. Only keys: what stands in the reports is behind their own walls.
create function counted_below(p_path text, p_from text, p_to text, p_kind text, p_category text, p_area text,
  p_month text, p_before bigint, p_most int) returns table (report_id bigint, month text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not coalesce(internal.under(p_path, 'app.below'), false) then return; end if;
  if p_path ~ '^/\d+/$' then
    return query select f.report_id, f.month from figure_fact f
    where f.month between p_from and p_to and (p_month is null or (f.month, f.report_id) < (p_month, p_before))
      and (p_kind is null or f.fact ->> 'kind' = p_kind) and (p_category is null or f.fact ->> 'category' = p_category)
      and (p_area is null or f.fact ->> 'area' = p_area or starts_with(f.fact ->> 'area', p_area || '.'))
    order by f.month desc, f.report_id desc limit p_most;
  else
    return query select f.report_id, f.month from agency a join figure_fact f on f.agency_id = a.id
    where a.path >= p_path and a.path < p_path || '~' and f.month between p_from and p_to
      and (p_month is null or (f.month, f.report_id) < (p_month, p_before))
      and (p_kind is null or f.fact ->> 'kind' = p_kind) and (p_category is null or f.fact ->> 'category' = p_category)
      and (p_area is null or f.fact ->> 'area' = p_area or starts_with(f.fact ->> 'area', p_area || '.'))
    order by f.month desc, f.report_id desc limit p_most;
  end if;
end $$;

create policy registrar on figure_fact for select to lapor_registrar using (true);
grant select on figure_fact to lapor_registrar;
grant create on schema public to lapor_registrar;
alter function counted_below(text, text, text, text, text, text, text, bigint, int) owner to lapor_registrar;
revoke create on schema public from lapor_registrar;
revoke all on function counted_below(text, text, text, text, text, text, text, bigint, int) from public;
grant execute on function counted_below(text, text, text, text, text, text, text, bigint, int) to lapor_app;
