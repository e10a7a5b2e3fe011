-- A made country and the lives of its reports: what happens to one is drawn from what may happen in its status, and every move is a
-- line of the ledger from whose `set` the report's row follows. `live(moment)` lets all of them go on until that moment.
select setseed(0.2026);

insert into agency (id, parent_id, path, kind, name, short_name, zone)
select 1, null::bigint, '/1/', 'centre', 'Pusat', 'PUSAT', 'Asia/Jakarta'
union all select 10 + m, 1, format('/1/%s/', 10 + m), 'ministry', 'Kementerian ' || m, 'K' || m, 'Asia/Jakarta' from generate_series(1, 3) m
union all select 30 + p, 1, format('/1/%s/', 30 + p), 'province', 'Provinsi ' || p, 'P' || p, (array['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'])[1 + p % 3]
  from generate_series(1, 4) p
union all select (30 + p) * 100 + 70 + c, 30 + p, format('/1/%s/%s/', 30 + p, (30 + p) * 100 + 70 + c), 'city', format('Kota %s.%s', p, c), format('C%s.%s', p, c),
  (array['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'])[1 + p % 3] from generate_series(1, 4) p, generate_series(1, 3) c;
insert into agency (id, parent_id, path, kind, name, short_name, zone)
select id * 100 + u, id, path || id * 100 + u || '/', 'unit', format('Dinas %s dari %s', u, id), format('D%s.%s', id, u), zone
from agency, generate_series(1, 3) u where kind in ('province', 'city');
insert into category (code, name_id, name_en, position) select c, c, c, 1 from unnest(array['jalan', 'lampu', 'sampah', 'air']) c;

create table office as select a.id, a.path, a.kind, a.zone, case when a.kind = 'unit' then a.parent_id when a.id <> 1 then 1 end as back,
  array(select u.id from agency u where u.parent_id = a.id and u.kind = 'unit' order by u.id) as units from agency a;
create function office_path(p bigint) returns text stable language sql return (select path from office where id = p);
create function drawn(list text[], chance float8) returns text immutable language sql return list[1 + floor(chance * cardinality(list))::int];
create function drawn(list bigint[], chance float8) returns bigint immutable language sql return list[1 + floor(chance * cardinality(list))::int];
create function last_of_day(at timestamptz, days int, zone text) returns timestamptz immutable language sql
  return ((at at time zone zone)::date + days + 1)::timestamp at time zone zone - interval '1 millisecond';

-- A report as it stands, with when the next thing happens to it.
create unlogged table life (
  id bigint primary key, filed_at timestamptz, channel text, area_code text, secret boolean, writer bigint,
  status text, ending text, holder_id bigint, holder_path text, class text, oversight boolean not null default false, category_code text,
  returns int not null default 0, disputes int not null default 0, appealed boolean not null default false,
  verified_at timestamptz, answered_at timestamptz, resolved_at timestamptz, ended_at timestamptz,
  verify_due timestamptz, answer_due timestamptz, settle_due timestamptz, first_settle_due timestamptz, respond_due timestamptz,
  version int not null default 0, at timestamptz, over boolean not null default false) with (fillfactor = 50);

create function begin_lives(p_reports int, p_from timestamptz, p_until timestamptz) returns void language plpgsql as $$
begin
  set local session_replication_role = replica;
  insert into life (id, filed_at, channel, area_code, secret, writer, status, holder_id, holder_path, verify_due, at)
  select n, filed, case when writer is null then drawn(array['web', 'web', 'sms', 'whatsapp', 'email', 'x'], random()) else drawn(array['counter', 'phone', 'letter'], random()) end,
    drawn(array['35.72.01.1001', '35.72.02', '35.72', '35', '53.71.01.1002', null], random()), random() < 0.05, writer,
    'received', coalesce(writer, 1), office_path(coalesce(writer, 1)), last_of_day(filed, 4, 'Asia/Jakarta'), filed
  from (select n, date_trunc('milliseconds', p_from + (p_until - p_from) * (n::float8 / p_reports)) as filed,
      case when random() < 0.12 then drawn((select array_agg(id) from office), random()) end as writer from generate_series(1, p_reports) n) f;
end $$;

-- What may happen, by status and holder; what cannot be done just now is nothing at all.
create function what_next(l life, o office, r float8) returns text immutable language sql return case l.status
  when 'received' then case
    when o.id = 1 then case when l.returns >= 3 and r < 0.6 then 'arbitrate' when r < 0.66 then 'forward' when r < 0.76 then 'ask'
      when r < 0.87 then 'archive' when r < 0.91 then 'withdraw' when r < 0.94 then 'merge' when r < 0.97 then 'reclassify' else 'edit' end
    when o.kind = 'unit' then case when r < 0.8 then 'return' when r < 0.9 then 'ask' else 'archive' end
    else case when r < 0.55 and o.units <> '{}' then 'forward' when r < 0.82 then 'return' when r < 0.9 then 'ask' when r < 0.97 then 'archive' else 'merge' end end
  when 'incomplete' then case when r < 0.6 then 'complete' when r < 0.9 then 'expire' else 'withdraw' end
  when 'assigned' then case when r < 0.4 and o.units <> '{}' then 'forward' when r < 0.56 then 'return' when r < 0.86 then 'answer' when r < 0.89 then 'question'
    when r < 0.91 then 'extend' when r < 0.94 then 'reclassify' when r < 0.96 then 'withdraw' when r < 0.98 then 'merge' else 'reassign' end
  when 'in_progress' then case when r < 0.56 then 'resolve' when r < 0.62 then 'answer' when r < 0.68 then 'visit' when r < 0.73 then 'grant'
    when r < 0.78 then 'reclassify' when r < 0.86 and o.units <> '{}' then 'forward' when r < 0.9 then 'reply' when r < 0.93 then 'handover'
    when r < 0.95 then 'reassign' when r < 0.97 then 'withdraw' else 'instruct' end
  when 'resolved' then case when r < 0.42 then 'confirm' when r < 0.68 then 'dispute' when r < 0.97 then 'lapse' else 'withdraw' end
  when 'closed' then case when r < 0.35 then 'rate' when r < 0.47 then 'dispute' end
  when 'archived' then case when l.ending = 'expired' and r < 0.4 then 'complete'
    when l.ending in ('no_matter', 'in_court', 'answered_before') and not l.appealed and r < 0.25 then 'appeal' end end;

-- What a move makes of a report: the `set` of its line.
create function made_of(l life, o office, move text, r1 float8, r2 float8, r3 float8, governments bigint[]) returns jsonb stable language plpgsql as $$
declare
  over boolean := r1 < 0.15 or move = 'reclassify' and r1 > 0.6;
  named text := case when over then 'complaint' else drawn(array['complaint', 'complaint', 'aspiration', 'information_request'], r3) end;
  category text := case when r3 < 0.7 then drawn(array['jalan', 'lampu', 'sampah', 'air'], r3 / 0.7) end;
  verified timestamptz := coalesce(l.verified_at, l.at);
  promised timestamptz := last_of_day(verified, case when over then 84 when named = 'complaint' then 20 else 7 end, o.zone);
  heir bigint := case when move <> 'reassign' and l.holder_id <> 1 and o.units <> '{}' then drawn(o.units, r2) else drawn(governments, r2) end;
begin
  return case
    when move in ('forward', 'arbitrate') then jsonb_build_object('status', 'assigned', 'holder_id', heir, 'holder_path', office_path(heir), 'holder_since', l.at,
      'class', named, 'oversight', over, 'category_code', coalesce(category, l.category_code), 'verified_at', verified,
      'answer_due', coalesce(l.answer_due, last_of_day(verified, 7, o.zone)), 'settle_due', coalesce(l.settle_due, promised),
      'first_settle_due', coalesce(l.first_settle_due, l.settle_due, promised))
    when move = 'reassign' then jsonb_build_object('holder_id', heir, 'holder_path', office_path(heir), 'holder_since', l.at)
    when move = 'reclassify' then jsonb_build_object('class', named, 'oversight', over, 'category_code', coalesce(category, l.category_code))
      || case when l.verified_at is null then '{}' else jsonb_build_object('settle_due', promised) end
    when move = 'return' then jsonb_build_object('status', 'received', 'returns', l.returns + 1, 'holder_id', o.back, 'holder_path', office_path(o.back),
      'holder_since', l.at, 'verify_due', last_of_day(l.at, 4, o.zone))
    when move = 'ask' then jsonb_build_object('status', 'incomplete', 'respond_due', last_of_day(l.at, 14, o.zone))
    when move = 'complete' then jsonb_build_object('status', 'received', 'respond_due', null, 'ending', null, 'ended_at', null, 'verify_due', last_of_day(l.at, 4, o.zone))
    when move = 'answer' then jsonb_build_object('status', 'in_progress', 'answered_at', coalesce(l.answered_at, l.at))
    when move = 'resolve' then jsonb_build_object('status', 'resolved', 'resolved_at', l.at, 'answered_at', coalesce(l.answered_at, l.at), 'respond_due', last_of_day(l.at, 14, o.zone))
    when move = 'dispute' then jsonb_build_object('status', 'in_progress', 'disputes', l.disputes + 1, 'ending', null, 'ended_at', null, 'resolved_at', null, 'respond_due', null)
    when move = 'appeal' then jsonb_build_object('status', 'received', 'appealed', true, 'ending', null, 'ended_at', null, 'verify_due', last_of_day(l.at, 4, o.zone))
      || case when l.holder_id = 1 then '{}' else jsonb_build_object('holder_id', 1, 'holder_path', '/1/', 'holder_since', l.at) end
    when move = 'grant' and l.settle_due is not null then jsonb_build_object('settle_due', l.settle_due + interval '10 days')
    when move in ('confirm', 'lapse') then jsonb_build_object('status', 'closed', 'ending', case move when 'confirm' then 'confirmed' else 'lapsed' end, 'ended_at', l.at, 'respond_due', null)
    when move in ('archive', 'expire', 'withdraw', 'merge') then jsonb_build_object('status', 'archived', 'ended_at', l.at, 'respond_due', null,
      'ending', case move when 'archive' then drawn(array['no_matter', 'in_court', 'answered_before'], r1) when 'expire' then 'expired' when 'withdraw' then 'withdrawn' else 'merged' end)
    else '{}' end;
end $$;

-- One thing happens to every life whose time has come. Returns to how many.
create function live_on(p_until timestamptz) returns bigint language plpgsql as $$
declare n bigint; governments bigint[] := (select array_agg(id order by id) from office where kind not in ('centre', 'unit'));
begin
  with come as (
    select l, o, case when l.version = 0 then 'file' else what_next(l, o, random()) end as move, random() as r1, random() as r2, random() as r3,
      date_trunc('milliseconds', l.at + interval '1 minute' + power(random(), 3) * interval '34 days') as later
    from life l join office o on o.id = l.holder_id where not l.over and l.at <= p_until),
  become as materialized (
    select (l).id, l, move, later, case when move = 'file' then jsonb_build_object('status', 'received', 'holder_id', (l).holder_id) when move is null then '{}'
      else made_of(l, o, move, r1, r2, r3, governments) end as made, r1 from come),
  lived as (
    update life l set status = x.status, ending = x.ending, holder_id = x.holder_id, holder_path = x.holder_path, class = x.class, oversight = x.oversight,
      category_code = x.category_code, returns = x.returns, disputes = x.disputes, appealed = x.appealed, verified_at = x.verified_at,
      answered_at = x.answered_at, resolved_at = x.resolved_at, ended_at = x.ended_at, verify_due = x.verify_due, answer_due = x.answer_due,
      settle_due = x.settle_due, first_settle_due = x.first_settle_due, respond_due = x.respond_due,
      version = l.version + (b.move is not null)::int, at = b.later, over = b.move is null or l.version > 30
    from become b, lateral jsonb_populate_record(b.l, b.made) x where l.id = b.id)
  insert into event (report_id, n, move, audience, actor, agency_id, reporter_id, data, hash, at)
  select id, (l).version + 1, move, 'everyone', who, case who when 'staff' then case move when 'file' then (l).writer else (l).holder_id end end,
    case who when 'reporter' then id end,
    jsonb_build_object('set', made) || case when move in ('forward', 'arbitrate', 'reclassify')
        then jsonb_build_object('was', jsonb_build_object('class', (l).class, 'oversight', (l).oversight, 'categoryCode', (l).category_code))
      when move = 'rate' then jsonb_build_object('rating', 1 + floor(r1 * 5)::int) else '{}' end, '', (l).at
  from become, lateral (select case
    when move in ('lapse', 'expire', 'reassign') then 'clock'
    when move in ('confirm', 'dispute', 'rate', 'withdraw', 'complete', 'appeal', 'reply') or move = 'file' and (l).writer is null then 'reporter' else 'staff' end as who) w
  where move is not null;
  get diagnostics n = row_count;
  return n;
end $$;

-- All lives until a moment, each lived by so many reports that came in other ways from other places, with their rows as they then
-- stand. Returns the reports that moved.
create function live(p_until timestamptz, p_each int) returns bigint[] language plpgsql as $$
declare moved bigint[]; lives bigint := (select max(id) from life);
begin
  set local session_replication_role = replica;
  while live_on(p_until) > 0 loop end loop;
  create temp table stale on commit drop as
  select l.id + lives * k as own, k, r.version as known, l.* from generate_series(0, p_each - 1) k, life l
    left join report r on r.id = l.id where l.version > 0 and l.version is distinct from r.version;
  insert into event (report_id, n, move, audience, actor, agency_id, reporter_id, data, hash, at)
  select s.own, n, move, audience, actor, agency_id, s.own, data, hash, e.at from stale s join event e on e.report_id = s.id and e.n > coalesce(s.known, 0) where s.k > 0;
  with kept as (
    insert into report (id, key, digest, reference, channel, title, text, area_code, anonymous, secret, status, ending, holder_id, holder_path, holder_since, class,
      oversight, category_code, returns, disputes, appealed, filed_at, verified_at, answered_at, resolved_at, ended_at, verify_due, answer_due, settle_due,
      first_settle_due, cap_due, respond_due, version, head)
    select own, gen_random_uuid(), '', upper(lpad(to_hex(own), 8, '0')), case k when 0 then channel else drawn(array['web', 'sms', 'email', 'facebook'], random()) end, 'Lampu', 'Lampu mati.',
      case k when 0 then area_code else drawn(array['35.72.01.1001', '35.72.02', '35', '53.71.01.1002', '64.02', null], random()) end, true, secret, status, ending, holder_id, holder_path, filed_at,
      class, oversight, category_code, returns, disputes, appealed, filed_at, verified_at, answered_at, resolved_at, ended_at, verify_due, answer_due, settle_due,
      first_settle_due, filed_at, respond_due, version, '' from stale
    on conflict (id) do update set status = excluded.status, ending = excluded.ending, holder_id = excluded.holder_id, holder_path = excluded.holder_path,
      class = excluded.class, oversight = excluded.oversight, category_code = excluded.category_code, returns = excluded.returns, disputes = excluded.disputes,
      appealed = excluded.appealed, verified_at = excluded.verified_at, answered_at = excluded.answered_at, resolved_at = excluded.resolved_at, ended_at = excluded.ended_at,
      verify_due = excluded.verify_due, answer_due = excluded.answer_due, settle_due = excluded.settle_due, first_settle_due = excluded.first_settle_due,
      respond_due = excluded.respond_due, version = excluded.version
    returning id)
  select array_agg(id) into moved from kept;
  return moved;
end $$;
