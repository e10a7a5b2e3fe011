-- A name is for the agency that has the report in hand, and for nobody who helps, looks on or had it before.
drop policy known on vault.identity;
create policy known on vault.identity for select to lapor_app
  using (internal.kind() = 'staff' and not hidden
    and exists (select from report r where r.id = report_id and r.holder_id = internal.agency()));

-- Fingerprints are compared by definer functions only; no page has a use for them. A column that is added later needs its grant.
do $$
declare
  spared record;
begin
  for spared in select * from (values ('report', 'digest'), ('reporter', 'receipt_hash')) as s (name, fingerprint) loop
    execute format('revoke select on %I from lapor_app', spared.name);
    execute (select format('grant select (%s) on %I to lapor_app', string_agg(quote_ident(attname), ', '), spared.name)
      from pg_attribute where attrelid = spared.name::regclass and attnum > 0 and not attisdropped and attname <> spared.fingerprint);
  end loop;
end $$;
