-- Whoever changes the ways to reach a reporter may hold no more than a link from a letter, forwarded or read by somebody else. So
-- every contact hears of it, and the one that was given when filing leaves only with a code that was sent there, or after a week.
alter table vault.contact add column leaving boolean not null default false;
grant select (leaving) on vault.contact to lapor_app;
-- Since when somebody who came by a letter asks that the contact given when filing be taken away.
alter table reporter add column leaving_at timestamptz;
grant select (leaving_at), update (leaving_at) on reporter to lapor_app;

-- As before (0034), and for the code with which the contact given when filing is taken away.
drop function contact_asked(text, bytea, bytea, boolean, bytea, bytea, bytea, text, timestamptz);
create function contact_asked(p_way text, p_contact bytea, p_sealed bytea, p_filed boolean, p_leaving boolean, p_nobody bytea,
  p_proof bytea, p_letter bytea, p_language text, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me bigint := internal.person();
  kept bigint;
begin
  if internal.kind() is distinct from 'reporter' then return false; end if;
  perform from reporter where id = me for update;
  if not found or not p_filed and (
    select count(*) from vault.contact where reporter_id = me and proved_at is not null and failed_at is null) >= 3
  then return false; end if;
  insert into vault.identity (reporter_id, report_id, hidden, sealed)
    select id, report_id, true, p_nobody from reporter where id = me on conflict do nothing;
  delete from vault.contact
    where reporter_id = me and (proved_at is null or contact = p_contact and failed_at is not null);
  insert into vault.contact (reporter_id, way, sealed, contact, filed, leaving, proof, asked_at)
    values (me, p_way, p_sealed, p_contact, p_filed, p_filed and p_leaving, p_proof, p_at)
    on conflict do nothing returning id into kept;
  if kept is null then return false; end if;
  with letter as (
    insert into notice (reporter_id, contact_id, kind, channel, language, state, sealed, created_at)
    values (me, kept, 'neutral.proof', internal.channel_of(p_way), p_language, 'queued', p_letter, p_at)
    returning id)
  insert into outbox (task, payload) select 'deliver', jsonb_build_object('noticeId', id) from letter;
  return true;
end $$;

-- As before (0034). A code that was sent in order to take a contact away proves that whoever writes it reads what goes there.
create or replace function contact_proved(p_proof bytea, p_at timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me bigint := internal.person();
  asked vault.contact;
begin
  if internal.kind() is distinct from 'reporter' then return 'none'; end if;
  select * into asked from vault.contact where reporter_id = me and proved_at is null for update;
  if not found then return 'none'; end if;
  if asked.tries >= 5 or asked.asked_at <= p_at - interval '1 day' then return 'over'; end if;
  if asked.proof <> p_proof then
    update vault.contact set tries = tries + 1 where id = asked.id;
    return case when asked.tries >= 4 then 'over' else 'wrong' end;
  end if;
  if asked.leaving then
    delete from vault.contact where id = asked.id;
    return 'leaving';
  elsif asked.filed then
    update reporter set proved_at = p_at, bounced_at = null, contact = asked.contact where id = me;
    delete from vault.contact where id = asked.id;
  else
    update vault.contact set proof = null, proved_at = p_at where id = asked.id;
    update reporter p set news_to = asked.id
      where id = me and case when news_to is null then reachable is null or bounced_at is not null
        else exists (select from vault.contact k where k.id = p.news_to and failed_at is not null) end;
  end if;
  return 'proved';
end $$;

-- As before (0034). Whoever came by a letter asks first that the one given when filing be taken away; a week later it goes.
drop function contact_removed(bigint, bytea);
create function contact_removed(p_id bigint, p_sealed bytea, p_by_letter boolean, p_at timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me bigint := internal.person();
  since timestamptz;
begin
  if internal.kind() is distinct from 'reporter' then return 'none'; end if;
  select leaving_at into since from reporter where id = me and (p_id is not null or reachable is not null) for update;
  if not found then return 'none'; end if;
  if not exists (select from vault.contact where id = p_id and proved_at is null) and not exists (
    select from reporter p where p.id = me and (receipt_hash is not null or p_id is not null and reachable is not null and bounced_at is null
      or exists (select from vault.contact where reporter_id = me and proved_at is not null and failed_at is null and id is distinct from p_id)))
  then return 'last'; end if;
  if p_id is null and p_by_letter and (since is null or since > p_at - interval '7 days') then
    update reporter set leaving_at = coalesce(since, p_at) where id = me;
    return case when since is null then 'asked' else 'waits' end;
  end if;
  if p_id is null then
    update vault.identity set sealed = p_sealed where reporter_id = me;
    update reporter set reachable = null, contact = null, bounced_at = null, proved_at = null, leaving_at = null where id = me;
    delete from vault.contact where reporter_id = me and filed;
  else
    delete from vault.contact where id = p_id and reporter_id = me;
    if not found then return 'none'; end if;
  end if;
  update reporter set news_to = (
      select id from vault.contact where reporter_id = me and proved_at is not null order by failed_at is not null, id limit 1)
    where id = me and news_to is null and reachable is null;
  return 'removed';
end $$;

-- Tells every contact of a reporter that their contacts were changed. Where each letter goes is sealed in it: what was taken away
-- hears of it too.
create function contact_told(p_kind text, p_to jsonb, p_at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if internal.kind() is distinct from 'reporter'
    or p_kind not in ('neutral.joined', 'neutral.chosen', 'neutral.leaving', 'neutral.removed') then return; end if;
  with letter as (
    insert into notice (reporter_id, contact_id, kind, channel, language, state, sealed, created_at)
    select p.id, x.id, p_kind, internal.channel_of(x.way), p.language, 'queued', x.sealed, p_at
    from reporter p cross join (
      select id, way, decode(sealed, 'base64') as sealed from jsonb_to_recordset(p_to) as given (id bigint, way text, sealed text)
      union all
      select null, 'messenger', null from reporter where id = internal.person() and reachable = 'messenger') x
    where p.id = internal.person()
    returning id)
  insert into outbox (task, payload) select 'deliver', jsonb_build_object('noticeId', id) from letter;
end $$;

grant create on schema public to lapor_registrar;
alter function contact_asked(text, bytea, bytea, boolean, boolean, bytea, bytea, bytea, text, timestamptz) owner to lapor_registrar;
alter function contact_removed(bigint, bytea, boolean, timestamptz) owner to lapor_registrar;
alter function contact_told(text, jsonb, timestamptz) owner to lapor_registrar;
revoke create on schema public from lapor_registrar;
revoke all on function contact_asked(text, bytea, bytea, boolean, boolean, bytea, bytea, bytea, text, timestamptz),
  contact_removed(bigint, bytea, boolean, timestamptz), contact_told(text, jsonb, timestamptz) from public;
grant execute on function contact_asked(text, bytea, bytea, boolean, boolean, bytea, bytea, bytea, text, timestamptz),
  contact_removed(bigint, bytea, boolean, timestamptz), contact_told(text, jsonb, timestamptz) to lapor_app;
