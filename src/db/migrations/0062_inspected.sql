-- What inspectors read: every oversight complaint, what was one and what has ended, the latest first, at each level.
create index report_inspected on report (filed_at, id) where oversight or was_oversight;
create index report_province_inspected on report (province_id, filed_at, id) where (oversight or was_oversight) and province_id is not null;
create index report_city_inspected on report (city_id, filed_at, id) where (oversight or was_oversight) and city_id is not null;
-- An inspector is told of a complaint once.
create unique index notice_oversight_once on notice (report_id, account_id) where kind = 'staff.oversight';
