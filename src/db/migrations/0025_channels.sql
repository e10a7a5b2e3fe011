-- The centre's administrators look after the channels: what waits, what failed, what a person has to look at.
create function internal.keeps_channels() returns boolean language sql stable parallel safe
  return internal.kind() = 'staff' and coalesce(nullif(current_setting('app.manages', true), '') = '/1/', false);

create policy centre on inbox for select to lapor_app using (internal.keeps_channels());
create policy centre on notice for select to lapor_app using (internal.keeps_channels());
create policy centre on reply for select to lapor_app using (internal.keeps_channels());
grant select on inbox to lapor_app;
grant select (id, channel, kind, state, last_error, created_at, sent_at, report_id, parts, reporter_id) on notice to lapor_app;
grant select (id, channel, kind, state, last_error, created_at, sent_at, parts) on reply to lapor_app;

-- Gives a message that was set aside to the reader once more, or says what became of it by hand. With a line in the record.
create function message_again(p_id bigint, p_report bigint, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not internal.keeps_channels() then return false; end if;
  if p_report is null then
    update inbox set state = 'waiting', reason = null, read_at = null where id = p_id and state = 'parked' and sealed is not null;
    if not found then return false; end if;
    insert into outbox (task, payload) values ('read', jsonb_build_object('inboxId', p_id));
  else
    update inbox set state = 'done', outcome = 'report', reason = 'by-hand', report_id = p_report, read_at = p_at
      where id = p_id and state = 'parked';
    if not found then return false; end if;
  end if;
  return true;
end $$;
-- Whom our last news did not reach, by the numbers of their reports: nothing else is known here.
create index notice_unreached on notice (id desc) where state in ('failed', 'unreachable') and reporter_id is not null;
create index notice_reporter on notice (reporter_id, id desc) where reporter_id is not null;
create function unreached_reporters(p_limit int) returns table (reference text, channel text, reason text, since timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select r.reference::text, n.channel, coalesce(n.last_error, n.state), n.created_at
  from notice n join reporter p on p.id = n.reporter_id join report r on r.id = p.own_report_id
  where internal.keeps_channels() and n.state in ('failed', 'unreachable') and n.reporter_id is not null and not exists (
    select from notice later where later.reporter_id = n.reporter_id and later.id > n.id)
  order by n.id desc limit p_limit;
$$;
grant create on schema public to lapor_registrar;
alter function unreached_reporters(int) owner to lapor_registrar;
alter function message_again(bigint, bigint, timestamptz) owner to lapor_registrar;
revoke create on schema public from lapor_registrar;
revoke all on function message_again(bigint, bigint, timestamptz), unreached_reporters(int) from public;
grant execute on function message_again(bigint, bigint, timestamptz), unreached_reporters(int) to lapor_app;
grant execute on all functions in schema internal to lapor_app, lapor_worker, lapor_registrar;

-- What a message was is kept sealed for a while, and then only what became of it.
grant update (sealed) on inbox to lapor_worker;
create policy forget on inbox for update to lapor_worker using (state = 'done') with check (state = 'done');
