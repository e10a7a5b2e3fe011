-- What waits below an agency, for its supervisors: counted in one pass over an index alone, however wide the reports are.
-- The index of what is open below a path now holds all that the counts are told apart by; none of it changes without `due_at`.
drop index report_below;
create index report_below on report (holder_path, due_at, id)
  include (verified_at, status, class, oversight, returns, disputes) where status not in ('closed', 'archived');
-- Few among what is open, for the lists behind the counts.
create index report_bounced on report (due_at, id) where returns > 0 and status not in ('closed', 'archived');
create index report_contested on report (due_at, id) where disputes > 0 and status not in ('closed', 'archived');
-- Ended by silence: counted by its month.
create index report_lapsed on report (ended_at, id) include (holder_path, class, oversight) where ending = 'lapsed';

-- The walls are asked once, for the branch, instead of once for each report: who reads everything below a path may count it.
create function waiting_below(p_path text, p_class text, p_now timestamptz, p_soon timestamptz, p_ages timestamptz[])
returns table (age int, state int, returned boolean, disputes int, authority boolean, n int)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  -- One whole number tells the groups apart: the cheapest to hash.
  select w.k / 96 - 1, w.k / 24 % 4, w.k / 12 % 2 = 1, w.k / 4 % 3, w.k % 4 = 1, w.n from (
    select case when verified_at is null then 0 when verified_at > p_ages[1] then 96 when verified_at > p_ages[2] then 192
        when verified_at > p_ages[3] then 288 when verified_at > p_ages[4] then 384 else 480 end
      + case when status in ('incomplete', 'resolved') then 0 when due_at < p_now then 72 when due_at <= p_soon then 48 else 24 end
      + case when returns > 0 then 12 + case when returns >= 3 and status = 'received' then 1 else 0 end else 0 end
      + case disputes when 0 then 0 when 1 then 4 else 8 end as k, count(*)::int as n
    from report
    where holder_path >= p_path and holder_path < p_path || '~' and status not in ('closed', 'archived')
      and internal.under(p_path, 'app.below')
      and (p_class is null or case when oversight then 'oversight' else class::text end = p_class)
    group by 1) w;
end;

-- The agencies that hold something and that nobody ever signed in for; up to `p_most` after a key.
create function never_signed_in(p_path text, p_after bigint, p_most int) returns table (id bigint, accounts int)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select a.id, (select count(*)::int from account p where p.agency_id = a.id and p.disabled_at is null)
  from agency a
  cross join lateral (select from report r where r.holder_id = a.id and r.status not in ('closed', 'archived') limit 1) held
  where a.path >= p_path and a.path < p_path || '~' and a.id > p_after and internal.under(p_path, 'app.below')
    and not exists (select from account p where p.agency_id = a.id and p.signed_in_at is not null)
  order by a.id limit p_most;
end;

create function lapsed_below(p_path text, p_class text, p_since timestamptz) returns int
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select count(*)::int from report
  where ending = 'lapsed' and ended_at >= p_since and holder_path >= p_path and holder_path < p_path || '~'
    and internal.under(p_path, 'app.below')
    and (p_class is null or case when oversight then 'oversight' else class::text end = p_class);
end;

-- Reports with an instruction that nobody answered, of these past its day; and with more time asked for. What is asked for is few:
-- from there each report is looked up by its key (`offset 0` keeps it so).
create function acts_waiting_below(p_path text, p_class text, p_now timestamptz)
returns table (instructed int, instructed_late int, extensions int)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select count(distinct w.id) filter (where w.instruction)::int, count(distinct w.id) filter (where w.instruction and w.due_at < p_now)::int,
    count(*) filter (where not w.instruction)::int
  from (
    select r.*, true as instruction, i.due_at from instruction i
    cross join lateral (select id, holder_path, status, class, oversight from report where id = i.report_id offset 0) r where i.answered_at is null
    union all
    select r.*, false, null from extension x
    cross join lateral (select id, holder_path, status, class, oversight from report where id = x.report_id offset 0) r where x.decided_at is null) w
  where w.holder_path >= p_path and w.holder_path < p_path || '~' and w.status not in ('closed', 'archived')
    and internal.under(p_path, 'app.below')
    and (p_class is null or case when w.oversight then 'oversight' else w.class::text end = p_class);
end;

grant create on schema public to lapor_registrar;
alter function waiting_below(text, text, timestamptz, timestamptz, timestamptz[]) owner to lapor_registrar;
alter function never_signed_in(text, bigint, int) owner to lapor_registrar;
alter function lapsed_below(text, text, timestamptz) owner to lapor_registrar;
alter function acts_waiting_below(text, text, timestamptz) owner to lapor_registrar;
revoke create on schema public from lapor_registrar;
revoke all on function waiting_below(text, text, timestamptz, timestamptz, timestamptz[]), never_signed_in(text, bigint, int),
  lapsed_below(text, text, timestamptz), acts_waiting_below(text, text, timestamptz) from public;
grant execute on function waiting_below(text, text, timestamptz, timestamptz, timestamptz[]), never_signed_in(text, bigint, int),
  lapsed_below(text, text, timestamptz), acts_waiting_below(text, text, timestamptz) to lapor_app;
