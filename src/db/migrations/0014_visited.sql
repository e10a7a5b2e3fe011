-- The latest visits of one officer, and reports in the field that any officer of their agency may take.
create index visit_person on visit (by_person, visited_at desc, id desc);
create index report_field on report (holder_id, field_due, id) where field_due is not null and status = 'in_progress';
