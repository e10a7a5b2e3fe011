-- Settled by the day as the agency says, and closed without a word of the reporter.
alter table figure_cell add column settle_silent int not null default 0 check (settle_silent >= 0);
-- The working days that a fact was counted by. When others are announced, it is counted anew.
alter table figure_fact add column days text not null default '';

-- Marks are only added and taken: whoever marks a report never waits for whoever counts, and none is lost in between.
alter table figure_due drop constraint figure_due_pkey;
alter table figure_due add column id bigint generated always as identity primary key;
grant usage on all sequences in schema public to lapor_worker;

-- As before (0053), touching only what changes; zeros at the end are left out.
create or replace function internal.add_counts(a int[], b int[]) returns int[] language plpgsql immutable parallel safe as $$
declare
  r int[] := a || array_fill(0, array[greatest(0, cardinality(b) - cardinality(a))]);
  n int;
begin
  for i in 1 .. cardinality(b) loop
    if b[i] <> 0 then r[i] := r[i] + b[i]; end if;
  end loop;
  n := cardinality(r);
  while n > 0 and r[n] = 0 loop n := n - 1; end loop;
  return r[1:n];
end $$;

-- As before (0053), with these. Each sum is found by its key: a plan made while the table was empty would go through all of it.
create or replace function add_figures(p_cells jsonb) returns void language sql
set search_path = pg_catalog, public, pg_temp set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
  merge into figure_cell c using (
    select * from jsonb_to_recordset(p_cells) as x (agency_id bigint, path text, month date, dimension text, value text,
      arrived int, own_made int, answer_kept int, answer_missed int, settle_kept int, settle_missed int, settle_silent int,
      resolved int, confirmed int, lapsed int, disputed int, disputed_twice int, held int,
      returns int, reclassified int, withdrawn int, merged int, expired int, archived int,
      ended int, rated int, stars int, open int, overdue int, bounced int,
      contested int,
      answer_hours int[], end_hours int[])) x
  on c.agency_id = x.agency_id and c.dimension = x.dimension and c.month = x.month and c.value = x.value
  when matched then update set
    arrived = c.arrived + x.arrived, own_made = c.own_made + x.own_made, answer_kept = c.answer_kept + x.answer_kept, answer_missed = c.answer_missed + x.answer_missed,
    settle_kept = c.settle_kept + x.settle_kept, settle_missed = c.settle_missed + x.settle_missed,
    settle_silent = c.settle_silent + x.settle_silent, resolved = c.resolved + x.resolved, confirmed = c.confirmed + x.confirmed,
    lapsed = c.lapsed + x.lapsed, disputed = c.disputed + x.disputed, disputed_twice = c.disputed_twice + x.disputed_twice, held = c.held + x.held,
    returns = c.returns + x.returns, reclassified = c.reclassified + x.reclassified, withdrawn = c.withdrawn + x.withdrawn, merged = c.merged + x.merged,
    expired = c.expired + x.expired, archived = c.archived + x.archived, ended = c.ended + x.ended, rated = c.rated + x.rated,
    stars = c.stars + x.stars, open = c.open + x.open, overdue = c.overdue + x.overdue, bounced = c.bounced + x.bounced,
    contested = c.contested + x.contested,
    answer_hours = case when x.answer_hours = '{}' then c.answer_hours else internal.add_counts(c.answer_hours, x.answer_hours) end,
    end_hours = case when x.end_hours = '{}' then c.end_hours else internal.add_counts(c.end_hours, x.end_hours) end
  when not matched then insert (agency_id, path, month, dimension, value,
    arrived, own_made, answer_kept, answer_missed, settle_kept, settle_missed, settle_silent, resolved, confirmed, lapsed, disputed,
    disputed_twice, held, returns, reclassified, withdrawn, merged, expired, archived, ended, rated,
    stars, open, overdue, bounced, contested, answer_hours, end_hours)
  values (x.agency_id, x.path, x.month, x.dimension, x.value,
    x.arrived, x.own_made, x.answer_kept, x.answer_missed, x.settle_kept, x.settle_missed, x.settle_silent, x.resolved, x.confirmed, x.lapsed, x.disputed,
    x.disputed_twice, x.held, x.returns, x.reclassified, x.withdrawn, x.merged, x.expired, x.archived, x.ended, x.rated,
    x.stars, x.open, x.overdue, x.bounced, x.contested, x.answer_hours, x.end_hours);
$$;
