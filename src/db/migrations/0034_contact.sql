-- One person, several ways to reach them. What they gave when they filed stays where it is (reporter, vault.identity); what they
-- join later stands here, each proved by a code that was sent to it. Nobody of the staff reads this table.
create table vault.contact (
  id bigint generated always as identity primary key,
  -- Who is forgotten is forgotten with all ways to reach them.
  reporter_id bigint not null references vault.identity on delete cascade,
  way text not null check (way in ('email', 'phone')),
  sealed bytea not null,
  -- Recognises it when it writes to us.
  contact bytea not null check (length(contact) = 32),
  -- The one that was given when the report was filed is being proved.
  filed boolean not null default false,
  -- A keyed hash of the code that was sent there, while it waits for that code.
  proof bytea check (length(proof) = 32),
  tries int not null default 0,
  asked_at timestamptz not null,
  proved_at timestamptz,
  -- Our news comes back from there.
  failed_at timestamptz,
  check ((proof is null) = (proved_at is not null)),
  unique (reporter_id, contact),
  unique (id, reporter_id)
);
create unique index contact_asked on vault.contact (reporter_id) where proved_at is null;
create index contact_known on vault.contact (contact) where proved_at is not null;

alter table vault.contact enable row level security;
alter table vault.contact force row level security;
create policy registrar on vault.contact for all to lapor_registrar using (true) with check (true);
create policy system on vault.contact for select to lapor_worker using (true);
create policy failed on vault.contact for update to lapor_worker using (true) with check (true);
create policy over on vault.contact for delete to lapor_worker using (proved_at is null);
create policy self on vault.contact for select to lapor_app
  using (internal.kind() = 'reporter' and reporter_id = internal.person());
grant select, insert, update, delete on vault.contact to lapor_registrar;
grant select, update (failed_at), delete on vault.contact to lapor_worker;
grant select (id, reporter_id, way, sealed, filed, tries, asked_at, proved_at, failed_at) on vault.contact to lapor_app;

-- What was given in a form is somebody's word until it was used, or proved like the others.
alter table reporter add column proved_at timestamptz;
-- Where news goes; nothing: to what was given when filing.
alter table reporter add column news_to bigint;
alter table reporter add constraint reporter_news_to foreign key (news_to, id) references vault.contact (id, reporter_id)
  on delete set null (news_to);
create index reporter_news on reporter (news_to) where news_to is not null;
grant select (proved_at, news_to), update (news_to) on reporter to lapor_app;

-- Keeps a contact that waits for its proof, and the message with the code. One at a time; three that are proved are enough.
create function contact_asked(p_way text, p_contact bytea, p_sealed bytea, p_filed boolean, p_nobody bytea, p_proof bytea,
  p_letter bytea, p_language text, p_at timestamptz) returns boolean
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
  insert into vault.contact (reporter_id, way, sealed, contact, filed, proof, asked_at)
    values (me, p_way, p_sealed, p_contact, p_filed, p_proof, p_at)
    on conflict do nothing returning id into kept;
  if kept is null then return false; end if;
  with letter as (
    insert into notice (reporter_id, contact_id, kind, channel, language, state, sealed, created_at)
    values (me, kept, 'neutral.proof', case p_way when 'phone' then 'sms' else p_way end, p_language, 'queued', p_letter, p_at)
    returning id)
  insert into outbox (task, payload) select 'deliver', jsonb_build_object('noticeId', id) from letter;
  return true;
end $$;

-- The code that was sent: right, wrong, or no longer good (a day, five tries). Whoever has no way yet, or none that works, gets
-- their news there from now on.
create function contact_proved(p_proof bytea, p_at timestamptz) returns text
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
  if asked.filed then
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

-- Takes a contact away: a joined one, or (p_id null) the one that was given when filing, with what is left of the identity.
-- The last one stays with whoever has no receipt: they would lose the way to their own report.
create function contact_removed(p_id bigint, p_sealed bytea) returns text
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me bigint := internal.person();
begin
  if internal.kind() is distinct from 'reporter' then return 'none'; end if;
  perform from reporter where id = me and (p_id is not null or reachable is not null) for update;
  if not found then return 'none'; end if;
  if not exists (select from vault.contact where id = p_id and proved_at is null) and not exists (
    select from reporter p where p.id = me and (receipt_hash is not null or p_id is not null and reachable is not null and bounced_at is null
      or exists (select from vault.contact where reporter_id = me and proved_at is not null and failed_at is null and id is distinct from p_id)))
  then return 'last'; end if;
  if p_id is null then
    update vault.identity set sealed = p_sealed where reporter_id = me;
    update reporter set reachable = null, contact = null, bounced_at = null, proved_at = null where id = me;
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

-- Words came from the contact that was given when filing, in answer to ours; or (p_contact null) from whoever came by the link of
-- a letter that went there: it is theirs.
create function contact_used(p_contact bytea, p_at timestamptz) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  update reporter set proved_at = p_at
    where internal.kind() = 'reporter' and id = internal.person() and proved_at is null
      and case when p_contact is null then reachable = 'email' else contact = p_contact end;
$$;

alter table notice add column contact_id bigint;
grant insert on notice to lapor_registrar;
grant create on schema public to lapor_registrar;
alter function contact_asked(text, bytea, bytea, boolean, bytea, bytea, bytea, text, timestamptz) owner to lapor_registrar;
alter function contact_proved(bytea, timestamptz) owner to lapor_registrar;
alter function contact_removed(bigint, bytea) owner to lapor_registrar;
alter function contact_used(bytea, timestamptz) owner to lapor_registrar;
revoke create on schema public from lapor_registrar;
revoke all on function contact_asked(text, bytea, bytea, boolean, bytea, bytea, bytea, text, timestamptz),
  contact_proved(bytea, timestamptz), contact_removed(bigint, bytea), contact_used(bytea, timestamptz) from public;
grant execute on function contact_asked(text, bytea, bytea, boolean, bytea, bytea, bytea, text, timestamptz),
  contact_proved(bytea, timestamptz), contact_removed(bigint, bytea), contact_used(bytea, timestamptz) to lapor_app;
