-- An instruction waits with whoever holds the report: it goes along when the report changes hands, and a desk finds its own
-- by one index instead of looking at everything that it holds.
update instruction i set agency_id = r.holder_id from report r where r.id = i.report_id and i.answered_at is null;
create function internal.take_instruction_along() returns trigger language plpgsql as $$
begin
  update instruction set agency_id = new.holder_id where report_id = new.id and answered_at is null;
  return null;
end $$;
create trigger instruction_goes_along after update of holder_id on report for each row
  when (old.holder_id <> new.holder_id) execute function internal.take_instruction_along();
