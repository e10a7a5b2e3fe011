-- Open reports about the same matter in the same area: what an operator may merge.
create index report_near on report (area_code, category_code, id)
  where status not in ('closed', 'archived') and area_code is not null and category_code is not null;
