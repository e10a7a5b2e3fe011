-- The figures, kept as reports move: what each report counts for now (`figure_fact`), and the sums of that (`figure_cell`) for each
-- agency it concerns and all above it, by month of arrival. Both can be made anew from the ledger at any time.
create table figure_fact (
  report_id bigint primary key references report,
  -- The version of the report that was read, and the version of the rules by which.
  version int not null,
  shape int not null,
  fact jsonb not null,
  -- When it changes although nothing happens: a promise falls due.
  next_at timestamptz
);
create index figure_fact_next on figure_fact (next_at) where next_at is not null;

create table figure_cell (
  agency_id bigint not null references agency,
  path text not null collate "C",
  month date not null check (extract(day from month) = 1),
  dimension text not null check (dimension in ('all', 'class', 'category', 'area', 'channel', 'reason')),
  value text not null,
  arrived int not null default 0 check (arrived >= 0),
  own_made int not null default 0 check (own_made >= 0),
  answer_kept int not null default 0 check (answer_kept >= 0),
  answer_missed int not null default 0 check (answer_missed >= 0),
  settle_kept int not null default 0 check (settle_kept >= 0),
  settle_missed int not null default 0 check (settle_missed >= 0),
  resolved int not null default 0 check (resolved >= 0),
  confirmed int not null default 0 check (confirmed >= 0),
  lapsed int not null default 0 check (lapsed >= 0),
  disputed int not null default 0 check (disputed >= 0),
  disputed_twice int not null default 0 check (disputed_twice >= 0),
  held int not null default 0 check (held >= 0),
  returns int not null default 0 check (returns >= 0),
  reclassified int not null default 0 check (reclassified >= 0),
  withdrawn int not null default 0 check (withdrawn >= 0),
  merged int not null default 0 check (merged >= 0),
  expired int not null default 0 check (expired >= 0),
  archived int not null default 0 check (archived >= 0),
  ended int not null default 0 check (ended >= 0),
  rated int not null default 0 check (rated >= 0),
  stars int not null default 0 check (stars >= 0),
  open int not null default 0 check (open >= 0),
  overdue int not null default 0 check (overdue >= 0),
  bounced int not null default 0 check (bounced >= 0),
  contested int not null default 0 check (contested >= 0),
  answer_hours int[] not null default '{}' check (0 <= all (answer_hours)),
  end_hours int[] not null default '{}' check (0 <= all (end_hours)),
  primary key (agency_id, dimension, month, value)
) with (fillfactor = 80);

-- Reports that have moved since they were counted.
create table figure_due (report_id bigint primary key);

create function internal.add_counts(a int[], b int[]) returns int[] language sql immutable parallel safe
  return array(select coalesce(a[i], 0) + coalesce(b[i], 0)
    from generate_series(1, greatest(cardinality(a), cardinality(b))) i order by i);

do $$
declare name text;
begin
  foreach name in array array['figure_fact', 'figure_cell', 'figure_due'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy system on %I for all to lapor_worker using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on %I to lapor_worker', name);
  end loop;
end $$;
-- Whoever reads all below an agency reads its figures, and everybody the sums of the whole country, to compare.
create policy below on figure_cell for select to lapor_app
  using (internal.under(path, 'app.below') or internal.kind() = 'staff' and dimension = 'all' and path ~ '^/[0-9]+/$');
grant select on figure_cell to lapor_app;
grant execute on function internal.add_counts(int[], int[]) to lapor_worker;

-- Adds to the sums, or takes from them: whoever would take more than there is, is refused by the checks.
create function add_figures(p_cells jsonb) returns void language sql set search_path = pg_catalog, public, pg_temp as $$
  merge into figure_cell c using (
    select * from jsonb_to_recordset(p_cells) as x (agency_id bigint, path text, month date, dimension text, value text,
      arrived int, own_made int, answer_kept int, answer_missed int, settle_kept int, settle_missed int,
      resolved int, confirmed int, lapsed int, disputed int, disputed_twice int, held int,
      returns int, reclassified int, withdrawn int, merged int, expired int, archived int,
      ended int, rated int, stars int, open int, overdue int, bounced int,
      contested int,
      answer_hours int[], end_hours int[])) x
  on c.agency_id = x.agency_id and c.dimension = x.dimension and c.month = x.month and c.value = x.value
  when matched then update set
    arrived = c.arrived + x.arrived, own_made = c.own_made + x.own_made, answer_kept = c.answer_kept + x.answer_kept, answer_missed = c.answer_missed + x.answer_missed,
    settle_kept = c.settle_kept + x.settle_kept, settle_missed = c.settle_missed + x.settle_missed, resolved = c.resolved + x.resolved, confirmed = c.confirmed + x.confirmed,
    lapsed = c.lapsed + x.lapsed, disputed = c.disputed + x.disputed, disputed_twice = c.disputed_twice + x.disputed_twice, held = c.held + x.held,
    returns = c.returns + x.returns, reclassified = c.reclassified + x.reclassified, withdrawn = c.withdrawn + x.withdrawn, merged = c.merged + x.merged,
    expired = c.expired + x.expired, archived = c.archived + x.archived, ended = c.ended + x.ended, rated = c.rated + x.rated,
    stars = c.stars + x.stars, open = c.open + x.open, overdue = c.overdue + x.overdue, bounced = c.bounced + x.bounced,
    contested = c.contested + x.contested,
    answer_hours = internal.add_counts(c.answer_hours, x.answer_hours), end_hours = internal.add_counts(c.end_hours, x.end_hours)
  when not matched then insert (agency_id, path, month, dimension, value,
    arrived, own_made, answer_kept, answer_missed, settle_kept, settle_missed, resolved, confirmed, lapsed, disputed,
    disputed_twice, held, returns, reclassified, withdrawn, merged, expired, archived, ended, rated,
    stars, open, overdue, bounced, contested, answer_hours, end_hours)
  values (x.agency_id, x.path, x.month, x.dimension, x.value,
    x.arrived, x.own_made, x.answer_kept, x.answer_missed, x.settle_kept, x.settle_missed, x.resolved, x.confirmed, x.lapsed, x.disputed,
    x.disputed_twice, x.held, x.returns, x.reclassified, x.withdrawn, x.merged, x.expired, x.archived, x.ended, x.rated,
    x.stars, x.open, x.overdue, x.bounced, x.contested, x.answer_hours, x.end_hours);
$$;
revoke all on function add_figures(jsonb) from public;
grant execute on function add_figures(jsonb) to lapor_worker;

-- Where there are reports already, all of them are counted.
set local role lapor_worker;
insert into figure_due select id from report;
reset role;
