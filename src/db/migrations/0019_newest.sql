-- What came last, for whoever wants to read it first, at each level.
create index report_newest on report (holder_id, filed_at, id) where status not in ('closed', 'archived');
create index report_open_newest on report (filed_at, id) where status not in ('closed', 'archived');
create index report_province_newest on report (province_id, filed_at, id) where status not in ('closed', 'archived') and province_id is not null;
create index report_city_newest on report (city_id, filed_at, id) where status not in ('closed', 'archived') and city_id is not null;
