-- The figures anew, out of the lines of the ledger alone, with nothing of what the program counts by. For every agency, month,
-- dimension and count: `told` is what the lines say, to be held against `figure_cell`.
-- The moment and the days on which offices are closed stand in the settings test.now and the table `holiday`.
set work_mem = '256MB';

create temp table line as
select report_id, n, move, actor, agency_id, at, data -> 'set' as s, data from event;
create index on line (report_id);
analyze line;

-- Whom each report was given to, from when to when.
create temp table given as
select report_id, move, (s ->> 'holder_id')::bigint as to_id, at as since, lead(at, 1, 'infinity') over (partition by report_id order by n) as until, n
from line where move in ('file', 'forward', 'arbitrate', 'reassign') and s ? 'holder_id';
create index on given (report_id);
analyze given;

create temp table said as
select report_id,
  min(at) filter (where move in ('answer', 'resolve')) as answered,
  max(at) filter (where move = 'resolve') as resolved,
  max(at) filter (where move = 'dispute') as disputed,
  count(*) filter (where move = 'dispute') as disputes,
  bool_or(move = 'resolve') as ever_resolved,
  min((s ->> 'answer_due')::timestamptz) as answer_due,
  min((s ->> 'verified_at')::timestamptz) as verified,
  (array_agg((s ->> 'first_settle_due')::timestamptz order by n) filter (where s ? 'first_settle_due'))[1] as settle_due,
  (array_agg(s ->> 'ending' order by n desc) filter (where s ? 'ending'))[1] as ending,
  (array_agg(s ->> 'status' order by n desc) filter (where s ? 'status'))[1] as status,
  (array_agg((s ->> 'ended_at')::timestamptz order by n desc) filter (where s ? 'ended_at'))[1] as ended,
  (array_agg(case when (s ->> 'oversight')::boolean then 'oversight' else s ->> 'class' end order by n) filter (where move in ('forward', 'arbitrate')))[1] as promised_kind,
  (array_agg(case when (s ->> 'oversight')::boolean then 'oversight' else s ->> 'class' end order by n desc) filter (where s ? 'class'))[1] as last_kind,
  min(n) filter (where move in ('forward', 'arbitrate', 'reassign')) as first_given,
  (array_agg(s ->> 'category_code' order by n desc) filter (where s ->> 'category_code' is not null))[1] as last_category,
  (array_agg((data ->> 'rating')::int order by n desc) filter (where move = 'rate'))[1] as rating,
  count(*) filter (where move = 'return') as returns,
  max(agency_id) filter (where move = 'file' and actor = 'staff') as writer
from line group by report_id;
analyze said;

-- Office hours as one rising clock: hours of all working days before a day, and of the day itself.
create temp table clock as
select day, sum(8 * open) over (order by day) - 8 * open as before, open
from (select d::date as day, (extract(isodow from d) < 6 and not exists (select from holiday h where h.day = d::date and area_code is null))::int as open
  from generate_series(date '2025-01-01', date '2027-12-31', interval '1 day') d) x;
create index on clock (day);
analyze clock;
create function pg_temp.bucket(filed timestamptz, done timestamptz) returns int stable language sql return (
  select case when h <= 0 then 0 when h <= 40 then ceil(h) - 1 when h <= 160 then 40 + ceil((h - 40) / 8) - 1 when h <= 480 then 55 + ceil((h - 160) / 40) - 1 else 63 end::int
  from (select (b.before + b.open * least(8, greatest(0, extract(epoch from done at time zone 'Asia/Jakarta' - b.day::timestamp) / 3600 - 8)))
      - (a.before + a.open * least(8, greatest(0, extract(epoch from filed at time zone 'Asia/Jakarta' - a.day::timestamp) / 3600 - 8))) as h
    from clock a, clock b where a.day = (filed at time zone 'Asia/Jakarta')::date and b.day = (done at time zone 'Asia/Jakarta')::date) x);

create temp table whole as
with judged as (
  select r.id, r.filed_at, r.channel, coalesce(r.area_code, '') as area, r.due_at, t.*,
    least(t.settle_due, ((t.verified at time zone 'Asia/Jakarta')::date + 61)::timestamp at time zone 'Asia/Jakarta' - interval '1 ms') as settle_by,
    case when t.disputed is null or t.resolved > t.disputed then t.resolved end as settled,
    current_setting('test.now')::timestamptz as today, t.ending in ('withdrawn', 'merged') as gone
  from report r join said t on t.report_id = r.id)
select j.id, date_trunc('month', filed_at at time zone 'Asia/Jakarta')::date as month, channel,
  case when first_given is not null and promised_kind is not null then promised_kind else coalesce(last_kind, '') end as kind,
  coalesce((select s ->> 'category_code' from line c where c.report_id = j.id and c.n >= first_given and c.move in ('forward', 'arbitrate', 'reclassify')
    and s ->> 'category_code' is not null and first_given is not null order by n limit 1), last_category, '') as category,
  case when area = '' then '' else left(area, 2) end as province, case when length(area) >= 5 then left(area, 5) end as regency,
  case when length(area) >= 8 then left(area, 8) end as district,
  case when ending not in ('confirmed', 'lapsed', 'expired', 'withdrawn', 'merged') then ending end as reason,
  ending, disputes, ever_resolved, returns, writer, rating, first_given,
  (select to_id from given g where g.report_id = j.id and g.until = 'infinity') as given_to,
  (select to_id from given g where g.report_id = j.id and g.since <= least(answered, answer_due) and least(answered, answer_due) < g.until) as answered_by,
  (select to_id from given g where g.report_id = j.id and g.since <= least(settled, settle_by) and least(settled, settle_by) < g.until) as settled_by,
  case when answer_due is null then null when answered <= answer_due then case when gone then null else 'kept' end
    when coalesce(answered, ended, today) > answer_due then 'missed' end as answer,
  case when settle_by is null then null
    when settled <= settle_by then case ending when 'confirmed' then 'kept' when 'lapsed' then 'silent' end
    when coalesce(settled, ended, today) > settle_by then 'missed' end as settle,
  status in ('received', 'assigned', 'in_progress') and due_at < today as overdue,
  case when answered is not null then pg_temp.bucket(filed_at, answered) end as answer_bucket,
  case when ending in ('confirmed', 'lapsed') then pg_temp.bucket(filed_at, ended) end as end_bucket
from judged j;
create index on whole (id);
analyze whole;

create temp table above as
select a.id, b.id as up from agency a join agency b on starts_with(a.path, b.path);
create temp table head_office as
select id, case when kind = 'unit' then parent_id else id end as government from agency;

create temp table own as
select w.id from whole w join head_office a on a.id = w.writer join head_office b on b.id = w.given_to where a.government = b.government;
create index on own (id);
analyze own;

-- What each report adds at each agency, and why: its arrival, its promises, who had it, who moved it.
create temp table part as
select w.id, u.up as agency_id, 'whole' as part, 1 as n from whole w join above u on u.id = w.given_to
union all select w.id, u.up, 'answer', 1 from whole w join above u on u.id = w.answered_by where not exists (select from own o where o.id = w.id)
union all select w.id, u.up, 'settle', 1 from whole w join above u on u.id = w.settled_by where not exists (select from own o where o.id = w.id)
union all select l.report_id, u.up, 'held', 1 from line l join above u on u.id = (l.s ->> 'holder_id')::bigint
  where l.s ? 'holder_id' and not exists (select from own o where o.id = l.report_id) group by 1, 2
union all select l.report_id, u.up, 'returned', count(*) from line l join above u on u.id = l.agency_id
  where l.move = 'return' and not exists (select from own o where o.id = l.report_id) group by 1, 2
union all select l.report_id, u.up, 'reclassified', count(*) from (
    select *, lag(kind) over (partition by report_id order by n) as before from (
      select report_id, n, agency_id, move, s ->> 'class' || coalesce(s ->> 'oversight', 'false') as kind from line where s ? 'class') k) l
  join above u on u.id = l.agency_id join whole w on w.id = l.report_id
  where l.before <> l.kind and l.n > w.first_given and not exists (select from own o where o.id = l.report_id) group by 1, 2;

analyze part;
create temp table told as
select agency_id, month,
  case grouping(kind, category, province, regency, district, channel, reason)
    when 127 then 'all' when 63 then 'class' when 95 then 'category' when 125 then 'channel' when 126 then 'reason' else 'area' end as dimension,
  coalesce(kind, category, province, regency, district, channel, reason, '') as value,
  grouping(kind, category, province, regency, district, channel, reason) as g,
  bool_or(reason is not null) as any_reason, bool_or(regency is not null) as any_regency, bool_or(district is not null) as any_district,
  sum(is_whole) as arrived, sum(is_whole * is_own) as own_made,
  count(*) filter (where part = 'answer' and answer = 'kept') as answer_kept, count(*) filter (where part = 'answer' and answer = 'missed') as answer_missed,
  count(*) filter (where part = 'settle' and settle = 'kept') as settle_kept, count(*) filter (where part = 'settle' and settle = 'missed') as settle_missed,
  count(*) filter (where part = 'settle' and settle = 'silent') as settle_silent,
  sum(counted * coalesce(ever_resolved, false)::int) as resolved, sum(counted * coalesce(ending = 'confirmed', false)::int) as confirmed, sum(counted * coalesce(ending = 'lapsed', false)::int) as lapsed,
  sum(counted * (coalesce(ever_resolved, false) and disputes > 0)::int) as disputed, sum(counted * (coalesce(ever_resolved, false) and disputes > 1)::int) as disputed_twice,
  sum((part = 'held')::int) as held, sum(case when part = 'returned' then n else 0 end) as returns, sum(case when part = 'reclassified' then n else 0 end) as reclassified,
  sum(counted * coalesce(ending = 'withdrawn', false)::int) as withdrawn, sum(counted * coalesce(ending = 'merged', false)::int) as merged, sum(counted * coalesce(ending = 'expired', false)::int) as expired,
  sum(counted * (reason is not null)::int) as archived, sum(is_whole * (ending is not null)::int) as ended,
  sum(counted * coalesce(rating is not null and ending in ('confirmed', 'lapsed'), false)::int) as rated,
  sum(counted * case when ending in ('confirmed', 'lapsed') then coalesce(rating, 0) else 0 end) as stars,
  sum(is_whole * (ending is null)::int) as open, sum(is_whole * coalesce(overdue, false)::int) as overdue,
  sum(is_whole * (ending is null and w.returns > 0)::int) as bounced, sum(is_whole * (ending is null and disputes > 0)::int) as contested
from part p join whole w using (id), lateral (select (part = 'whole')::int as is_whole, (exists (select from own o where o.id = w.id))::int as is_own) a,
  lateral (select is_whole * (1 - is_own) as counted) b
group by grouping sets ((agency_id, month), (agency_id, month, kind), (agency_id, month, category), (agency_id, month, province), (agency_id, month, regency),
  (agency_id, month, district), (agency_id, month, channel), (agency_id, month, reason));
-- Groups of what has no regency, district or reason are no cells.
delete from told where g = 126 and not any_reason or g = 119 and not any_regency or g = 123 and not any_district;

create temp table told_hours as
select agency_id, month, case grouping(kind, category, province, regency, district, channel, reason)
    when 127 then 'all' when 63 then 'class' when 95 then 'category' when 125 then 'channel' when 126 then 'reason' else 'area' end as dimension,
  coalesce(kind, category, province, regency, district, channel, reason, '') as value, part, bucket, count(*)::int as reports
from (
  select w.*, agency_id, part, case part when 'answer' then answer_bucket else end_bucket end as bucket
  from part p join whole w using (id) where part in ('answer', 'settle')) x
where bucket is not null
group by grouping sets ((agency_id, month, part, bucket), (agency_id, month, part, bucket, kind), (agency_id, month, part, bucket, category), (agency_id, month, part, bucket, province),
  (agency_id, month, part, bucket, regency), (agency_id, month, part, bucket, district), (agency_id, month, part, bucket, channel), (agency_id, month, part, bucket, reason))
having not (grouping(reason) = 0 and reason is null or grouping(regency) = 0 and regency is null or grouping(district) = 0 and district is null);
