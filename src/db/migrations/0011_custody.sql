-- A wish for more time is its holder's: when the report changes hands it is neither granted nor refused, but over.
create function internal.end_wish() returns trigger language plpgsql as $$
begin
  update extension set decided_at = new.holder_since where report_id = new.id and decided_at is null;
  return null;
end $$;
create trigger wish_ends after update of holder_id on report for each row
  when (old.holder_id <> new.holder_id) execute function internal.end_wish();

-- What a supervisor wrote is for staff; a reporter reads in the ledger that there is an instruction.
drop policy with_report on instruction;
create policy staff on instruction for select to lapor_app
  using (internal.kind() = 'staff' and exists (select from report r where r.id = report_id));
