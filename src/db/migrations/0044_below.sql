-- What stands below the centre, in its two orders, without what nobody has forwarded yet: a list of the newest skipped all of
-- that, and a report that is filed had to be entered here at once.
drop index report_open;
create index report_open on report (due_at, id) where status not in ('closed', 'archived') and province_id is not null;
drop index report_open_newest;
create index report_open_newest on report (filed_at, id) where status not in ('closed', 'archived') and province_id is not null;
