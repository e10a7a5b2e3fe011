-- Every list of the desk walks an index in its own order and stops after a page, however many reports there are.
-- What stands in the upper places of the path are columns: behind a wall an index is only asked by comparisons that tell nothing,
-- and taking a path apart is not known to be one.
alter table report
  add column province_id bigint generated always as (nullif(split_part(holder_path, '/', 3), '')::bigint) stored,
  add column city_id bigint generated always as (nullif(split_part(holder_path, '/', 4), '')::bigint) stored;
create index report_open on report (due_at, id) where status not in ('closed', 'archived');
create index report_province on report (province_id, due_at, id) where status not in ('closed', 'archived') and province_id is not null;
create index report_city on report (city_id, due_at, id) where status not in ('closed', 'archived') and city_id is not null;
-- What waits for an answer is few among what an agency holds.
create index report_waiting on report (holder_id, status, due_at, id) where status in ('incomplete', 'resolved');
create index report_returned on report (holder_id, due_at, id) where status = 'received' and returns > 0;
create index draft_waiting on draft (agency_id, report_id) where state = 'waiting';
