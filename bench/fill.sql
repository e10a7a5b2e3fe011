-- Reports as years of use leave them: who holds them, how far they are, and every line of their ledgers with its hash.
-- Needs the tables `ref (n, reference)` and `sample (sealed)`, and a superuser: rows are made whole, so no key is looked up.
set local session_replication_role = replica;
set local max_parallel_workers_per_gather = 0;
set local work_mem = '128MB';
select setseed(0.42);

create function pg_temp.pick(list text[]) returns text volatile language sql return list[1 + floor(random() * cardinality(list))::int];
create function pg_temp.link(before bytea, data jsonb) returns bytea immutable language sql
  return sha256(before || convert_to(data::text, 'UTF8'));
create aggregate pg_temp.chain(jsonb) (sfunc = pg_temp.link, stype = bytea, initcond = '');

create temp table government as
  select row_number() over (order by id) - 1 as n, id, path, area_code, zone from agency where kind not in ('centre', 'unit');
create temp table unit as
  select row_number() over (partition by parent_id order by id) - 1 as n, count(*) over (partition by parent_id) as siblings, id, parent_id, path
  from agency where kind = 'unit';

-- How far each report came: of a hundred, seventy are confirmed, fifteen refused, fifteen open.
create temp table plan as
with drawn as (
  select n, reference, random() as stage, random() as place, random() as any_unit, random() as age, random() as chance from ref),
staged as (
  select d.*,
    case when place < 0.15 then (select n from government where id = 3572) else floor(place * 1e6)::int % (select count(*) from government) end as government_n,
    case when stage < 0.70 then array['file', 'forward', 'forward', 'answer', 'resolve', 'confirm']
      when stage < 0.85 then array['file', 'archive']
      when stage < 0.87 then array['file']
      when stage < 0.88 then array['file', 'ask']
      when stage < 0.895 then array['file', 'forward']
      when stage < 0.925 then array['file', 'forward', 'forward']
      when stage < 0.975 then array['file', 'forward', 'forward', 'answer']
      else array['file', 'forward', 'forward', 'answer', 'resolve'] end as whole
  from drawn d)
select s.n, s.reference, s.chance, g.id as government_id, g.path as government_path, g.area_code, u.id as unit_id, u.path as unit_path,
  case when u.id is null and whole[3] = 'forward' then whole[1:2] || whole[4:] else whole end as moves,
  date_trunc('milliseconds', now() - case when stage < 0.85 then interval '60 days' + age * interval '700 days' else age * interval '20 days' end) as filed_at
from staged s join government g on g.n = s.government_n
left join unit u on u.parent_id = g.id
  and u.n = case when s.chance < 0.3 then least(5, u.siblings - 1) else floor(any_unit * u.siblings)::int end;

create temp table line as
with step as (
  select p.*, m.move, m.n as step, p.filed_at + (m.n - 1) * interval '31 hours' as at,
    count(*) filter (where m.move = 'forward') over (partition by p.n order by m.n) as forwards
  from plan p, unnest(p.moves) with ordinality as m(move, n)),
held as (
  select *, case when forwards = 0 then 1 when forwards = 1 then government_id else unit_id end as holder_id,
    case when forwards = 0 then '/1/' when forwards = 1 then government_path else unit_path end as holder_path
  from step)
select n, step::int, move, at, holder_id, holder_path,
  case move when 'file' then jsonb_build_object('channel', 'web', 'set', jsonb_build_object('status', 'received', 'holder_id', 1, 'version', 1))
    when 'forward' then jsonb_build_object('agencyId', holder_id, 'set', jsonb_build_object('status', 'assigned', 'class', 'complaint',
      'holder_id', holder_id, 'holder_path', holder_path, 'holder_since', at))
    when 'ask' then jsonb_build_object('text', 'Di jalan apa dan di dekat bangunan mana letaknya?', 'set', jsonb_build_object('status', 'incomplete'))
    when 'archive' then jsonb_build_object('reason', 'answered_before', 'set', jsonb_build_object('status', 'archived', 'ending', 'answered_before', 'ended_at', at))
    when 'answer' then jsonb_build_object('text', 'Terima kasih. Petugas kami akan memeriksa tempat itu minggu ini.',
      'set', jsonb_build_object('status', 'in_progress', 'answered_at', at))
    when 'resolve' then jsonb_build_object('text', 'Pekerjaan sudah selesai dan sudah diperiksa di tempat.',
      'set', jsonb_build_object('status', 'resolved', 'resolved_at', at))
    else jsonb_build_object('set', jsonb_build_object('status', 'closed', 'ending', 'confirmed', 'ended_at', at)) end as data
from held;
create index on line (n, step);

-- Ids follow the filing order, as in life; the first free id is above all of them.
create temp table base as select nextval(pg_get_serial_sequence('report', 'id')) - 1 as id;

insert into event (report_id, n, move, audience, actor, person_id, by_name, by_role, agency_id, reporter_id, data, hash, at)
select base.id + n, step, move, 'everyone', case when move in ('file', 'confirm') then 'reporter' else 'staff' end, null,
  case when move in ('file', 'confirm') then null else 'Petugas' end, case when move in ('file', 'confirm') then null else 'operator' end,
  case when move in ('file', 'confirm') then null else lag(holder_id, 1, 1) over story end,
  case when move in ('file', 'confirm') then base.id + n end, data, pg_temp.chain(data) over story, at
from line, base window story as (partition by n order by step);

create temp table words as select
  array['Jalan berlubang', 'Lampu jalan mati', 'Sampah tidak diangkut', 'Saluran tersumbat', 'Air tidak mengalir', 'Trotoar rusak', 'Pohon hampir tumbang',
    'Antrean puskesmas terlalu lama', 'Pungutan di luar tarif', 'Kartu keluarga belum jadi', 'Bising pabrik pada malam hari', 'Jembatan retak'] as what,
  array['di depan pasar', 'di dekat sekolah', 'di simpang empat', 'di belakang terminal', 'di gang masuk', 'di seberang balai desa', 'di tepi sungai', 'di samping masjid'] as place,
  array['Melati', 'Merdeka', 'Kenanga', 'Diponegoro', 'Sudirman', 'Anggrek', 'Veteran', 'Kartini', 'Mawar', 'Cempaka', 'Pahlawan', 'Brantas'] as street,
  array['Sudah dua minggu keadaannya begini dan belum ada petugas yang datang.', 'Warga sudah melapor kepada ketua RT, tetapi belum ada hasil.',
    'Pada malam hari tempat ini gelap sehingga pengendara motor sering jatuh.', 'Kemarin sore seorang ibu terjatuh dan harus dibawa ke puskesmas.',
    'Kalau hujan deras, air naik sampai ke teras rumah warga.', 'Mohon segera diperiksa dan diperbaiki sebelum ada korban lagi.',
    'Kami tidak meminta apa-apa selain kepastian kapan akan dikerjakan.', 'Baunya tercium sampai ke ruang kelas anak-anak.',
    'Truk besar lewat setiap pagi sehingga kerusakannya makin parah.', 'Foto keadaan pagi ini bisa saya kirim bila diperlukan.',
    'Petugas yang kami temui mengatakan bahwa itu bukan bagiannya.', 'Sebelumnya pernah ditambal, tetapi rusak lagi dalam sebulan.'] as sentence;

insert into report (id, key, digest, reference, channel, title, text, class, oversight, accused, category_code, area_code, place, anonymous, secret, status, ending,
  holder_id, holder_path, holder_since, assisting, officer_id, field_due, filed_at, verified_at, answered_at, resolved_at, ended_at,
  verify_due, answer_due, settle_due, first_settle_due, cap_due, respond_due, version, head)
select base.id + p.n, gen_random_uuid(), sha256(p.reference::bytea), p.reference,
  case when chance < 0.8 then 'web' when chance < 0.9 then 'whatsapp' else 'counter' end, t.title,
  concat_ws(' ', t.title || '.', t.s1, t.s2, t.s3, case when chance < 0.6 then t.s4 end, case when chance < 0.3 then t.s5 end),
  case when s.verified_at is not null then 'complaint' end,
  -- One in twenty is about somebody's conduct, and of these one in ten says whose.
  s.verified_at is not null and p.n % 20 = 0, case when s.verified_at is not null and p.n % 200 = 0 then array['/1/37/'] end,
  case when chance > 0.1 then pg_temp.pick((select array_agg(code) from category where parent_code is not null)) end, area_code, 'Jalan ' || pg_temp.pick(street),
  chance < 0.4, chance < 0.05, s.status, s.ending, l.holder_id, l.holder_path, s.holder_since,
  case when s.status in ('assigned', 'in_progress') and unit_id between 3572001 and 3572011 and chance < 0.2 then array[3572006::bigint] else '{}' end,
  case when s.status = 'in_progress' and l.holder_id = 3572006 and chance < 0.5 then (select id from account where 'officer' = any (roles) limit 1) end,
  case when s.status = 'in_progress' and l.holder_id = 3572006 and chance < 0.5 then now() + chance * interval '9 days' end,
  filed_at, s.verified_at, s.answered_at, s.resolved_at, s.ended_at, filed_at + interval '3 days',
  s.verified_at + interval '5 days', s.verified_at + interval '14 days', s.verified_at + interval '14 days', filed_at + interval '60 days',
  case when s.status in ('incomplete', 'resolved') then l.at + interval '14 days' end, l.step, e.hash
from plan p cross join base cross join words
join lateral (select * from line x where x.n = p.n order by step desc limit 1) l on true
join event e on e.report_id = base.id + p.n and e.n = l.step
join lateral (select x.data -> 'set' ->> 'status' as status, max(x.data -> 'set' ->> 'ending') as ending from line x where x.n = p.n and x.step = l.step group by 1) f on true
join lateral (select f.status, f.ending, max((x.data -> 'set' ->> 'ended_at')::timestamptz) as ended_at,
  max((x.data -> 'set' ->> 'answered_at')::timestamptz) as answered_at, max((x.data -> 'set' ->> 'resolved_at')::timestamptz) as resolved_at,
  min(at) filter (where move = 'forward') as verified_at, coalesce(max(at) filter (where move = 'forward'), p.filed_at) as holder_since
  from line x where x.n = p.n) s on true
join lateral (select pg_temp.pick(what) || ' ' || pg_temp.pick(place) || ' Jalan ' || pg_temp.pick(street) as title, pg_temp.pick(sentence) as s1,
  pg_temp.pick(sentence) as s2, pg_temp.pick(sentence) as s3, pg_temp.pick(sentence) as s4, pg_temp.pick(sentence) as s5 where p.n > 0) t on true;

-- A word of one report in five hundred, open or ended, and of one that the unit holds.
update report set text = text || ' Ada badak di kebun.'
where id % 500 = 0 or id = (select max(id) from report where holder_id = 3572006 and status = 'in_progress' and not secret);

insert into reporter (id, report_id, own_report_id, language, reachable, created_at)
select base.id + n, base.id + n, base.id + n, 'id', case when chance < 0.6 then 'phone' end, filed_at from plan, base;
insert into vault.identity (reporter_id, report_id, hidden, sealed)
select base.id + n, base.id + n, chance < 0.4, sealed from plan, base, sample where chance < 0.6;

insert into assignment (report_id, agency_id, lead, at, ended_at, ended_how)
select base.id + n, holder_id, true, at, next, case when next is not null then 'forwarded' end
from (select *, lead(at) over (partition by n order by step) as next from line where move in ('file', 'forward')) held, base;
insert into assignment (report_id, agency_id, lead, at)
select id, assisting[1], false, holder_since from report where assisting <> '{}';

insert into question (report_id, agency_id, holds_up, text, at, due_at)
select base.id + n, holder_id, false, data ->> 'text', at, at + interval '14 days' from line, base where move = 'ask';
insert into draft (report_id, agency_id, by_person, text, state, at)
select r.id, holder_id, a.id, 'Petugas akan datang pada hari Senin.', 'waiting', r.holder_since
from report r, (select id from account limit 1) a where status = 'assigned' and r.id % 3 = 0;
insert into instruction (report_id, agency_id, by_person, text, due_at, at)
select r.id, holder_id, a.id, 'Selesaikan minggu ini.', now() + interval '3 days', r.holder_since
from report r, (select id from account limit 1) a where status = 'in_progress' and r.id % 20 = 0;
insert into extension (report_id, agency_id, by_person, reason, sentence, new_due, at)
select r.id, holder_id, a.id, 'materials', 'Aspal baru datang pekan depan.', now() + interval '21 days', r.holder_since
from report r, (select id from account limit 1) a where status = 'in_progress' and r.id % 30 = 1;
insert into note (report_id, agency_id, by_person, by_name, text, at)
select r.id, holder_id, a.id, 'Petugas', 'Sudah ditelepon.', r.holder_since
from report r, (select id from account limit 1) a where r.id % 10 = 0;

select setval(pg_get_serial_sequence('report', 'id'), (select max(id) from report)), setval(pg_get_serial_sequence('reporter', 'id'), (select max(id) from reporter));
