-- One reporter of a case never reads what another wrote: their words are theirs and the agencies'.
drop policy everyone on event;
create policy everyone on event for select to lapor_app
  using (audience = 'everyone'
    and (internal.kind() <> 'reporter' or actor <> 'reporter' or reporter_id = internal.person() or not data ? 'text')
    and exists (select from report r where r.id = report_id));
