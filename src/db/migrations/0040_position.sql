-- How far a service that is asked for what came has been asked. Moves only together with the rows of what was found, and only
-- over pages that lie side by side, so that a crash in between loses nothing.
create table channel_position (
  channel text not null check (channel in ('email', 'sms', 'x', 'facebook', 'instagram', 'whatsapp', 'telegram')),
  account text not null check (length(account) between 1 and 200),
  -- Everything up to this number of the service's is kept.
  since text check (since ~ '^\d{1,20}$'),
  -- While older pages are still to be asked for: the newest and the oldest that are kept, and how many places of the window were
  -- gone through.
  top text check (top ~ '^\d{1,20}$'),
  low text check (low ~ '^\d{1,20}$'),
  gone_through int not null default 0 check (gone_through >= 0),
  asked_at timestamptz,
  -- When more had come than the service shows: some of it was never seen by us.
  gap_at timestamptz,
  -- Why it is not asked, or nothing leaves, and until when: paid enough for a day, told to wait, refused, away.
  trouble text check (trouble in ('spent', 'limited', 'refused', 'away')),
  trouble_until timestamptz,
  -- Paid in this day (UTC), in thousandths of a dollar.
  spent_on date,
  spent int not null default 0 check (spent >= 0),
  primary key (channel, account),
  check ((top is null) = (low is null)),
  check ((trouble is null) = (trouble_until is null))
);
-- What was paid for on a day: the same once. Of a message of ours, that it was tried.
create table channel_charge (
  channel text not null,
  account text not null,
  day date not null,
  resource text not null check (length(resource) between 1 and 100),
  mills int not null check (mills >= 0),
  primary key (channel, account, resource, day),
  foreign key (channel, account) references channel_position
);
create index channel_charge_day on channel_charge (day);

do $$
declare name text;
begin
  foreach name in array array['channel_position', 'channel_charge'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy registrar on %I for all to lapor_registrar using (true) with check (true)', name);
    execute format('create policy system on %I for select to lapor_worker using (true)', name);
    execute format('grant select, insert, update, delete on %I to lapor_registrar', name);
    execute format('grant select on %I to lapor_worker', name);
  end loop;
end $$;
create policy forget on channel_charge for delete to lapor_worker using (true);
grant delete on channel_charge to lapor_worker;
-- Holds nothing of anybody: who asks has to know where to begin, and the centre's administrators see what is wrong.
create policy asking on channel_position for select to lapor_intake using (true);
create policy centre on channel_position for select to lapor_app using (internal.keeps_channels());
grant select on channel_position to lapor_intake, lapor_app;

-- Pays for resources ({resource: mills}), each once a day. With a limit (p_most) nothing is paid that would pass it.
-- Returns 'spent' when it would, 'again' when one of them was paid before on this or the last day, else 'paid'.
create function charge_channel(p_channel text, p_account text, p_charges jsonb, p_most int, p_at timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  today date := (p_at at time zone 'UTC')::date;
  before int;
  more int;
  again boolean;
begin
  insert into channel_position (channel, account) values (p_channel, p_account) on conflict do nothing;
  select case when spent_on = today then spent else 0 end into before
    from channel_position where channel = p_channel and account = p_account for update;
  select coalesce(sum(c.value::int) filter (where k.day is null), 0), coalesce(bool_or(l.day is not null), false) into more, again
    from jsonb_each_text(p_charges) c
    left join channel_charge k on (k.channel, k.account, k.resource, k.day) = (p_channel, p_account, c.key, today)
    left join channel_charge l on (l.channel, l.account, l.resource) = (p_channel, p_account, c.key) and l.day between today - 1 and today;
  if more > 0 and before + more > p_most then
    perform trouble_channel(p_channel, p_account, 'spent', (today + 1)::timestamp at time zone 'UTC');
    return 'spent';
  end if;
  insert into channel_charge (channel, account, day, resource, mills)
    select p_channel, p_account, today, key, value::int from jsonb_each_text(p_charges) on conflict do nothing;
  update channel_position set spent_on = today, spent = before + more where channel = p_channel and account = p_account;
  return case when again then 'again' else 'paid' end;
end $$;

-- Takes back what was paid for something that the service then did not do.
create function refund_channel(p_channel text, p_account text, p_resource text, p_at timestamptz) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with back as (
    delete from channel_charge
    where channel = p_channel and account = p_account and resource = p_resource and day = (p_at at time zone 'UTC')::date
    returning day, mills)
  update channel_position p set spent = greatest(0, spent - mills) from back
  where p.channel = p_channel and p.account = p_account and p.spent_on = back.day;
$$;

-- Says why a service is left alone for a while, or with null that it answers again.
create function trouble_channel(p_channel text, p_account text, p_trouble text, p_until timestamptz) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into channel_position (channel, account, trouble, trouble_until) values (p_channel, p_account, p_trouble, p_until)
  on conflict (channel, account) do update set trouble = p_trouble, trouble_until = p_until;
$$;

-- Takes a page of messages in and moves the position, in one transaction, from where the page began (p_from) and from nowhere
-- else: of two who ask at once, one wins. Its resources are paid: the page has been delivered.
create function accept_page(p_channel text, p_account text, p_batch jsonb, p_from jsonb, p_position jsonb, p_charges jsonb,
  p_at timestamptz)
returns table (key text, again boolean)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform charge_channel(p_channel, p_account, p_charges, null, p_at);
  update channel_position set since = p_position ->> 'since', top = p_position ->> 'top', low = p_position ->> 'low',
    gone_through = (p_position ->> 'gone_through')::int, asked_at = p_at,
    gap_at = case when (p_position ->> 'gap')::boolean then p_at else gap_at end,
    trouble = null, trouble_until = null
  where channel = p_channel and account = p_account
    and (since, low) is not distinct from (p_from ->> 'since', p_from ->> 'low');
  if not found then raise exception 'the position has moved' using errcode = '40001'; end if;
  return query select a.key, a.again from accept_messages(p_batch) a;
end $$;

grant create on schema public to lapor_registrar;
alter function trouble_channel(text, text, text, timestamptz) owner to lapor_registrar;
alter function charge_channel(text, text, jsonb, int, timestamptz) owner to lapor_registrar;
alter function refund_channel(text, text, text, timestamptz) owner to lapor_registrar;
alter function accept_page(text, text, jsonb, jsonb, jsonb, jsonb, timestamptz) owner to lapor_registrar;
revoke create on schema public from lapor_registrar;
revoke all on function charge_channel(text, text, jsonb, int, timestamptz), refund_channel(text, text, text, timestamptz),
  trouble_channel(text, text, text, timestamptz), accept_page(text, text, jsonb, jsonb, jsonb, jsonb, timestamptz) from public;
grant execute on function accept_page(text, text, jsonb, jsonb, jsonb, jsonb, timestamptz) to lapor_intake;
grant execute on function charge_channel(text, text, jsonb, int, timestamptz), refund_channel(text, text, text, timestamptz),
  trouble_channel(text, text, text, timestamptz) to lapor_intake, lapor_worker;

-- The token with which we act at a service, where it is renewed again and again, sealed.
create table channel_token (
  channel text not null check (channel in ('email', 'sms', 'x', 'facebook', 'instagram', 'whatsapp', 'telegram')),
  account text not null check (length(account) between 1 and 200),
  sealed bytea not null,
  good_until timestamptz not null,
  primary key (channel, account)
);
alter table channel_token enable row level security;
alter table channel_token force row level security;
create policy system on channel_token for all to lapor_worker using (true) with check (true);
grant select, insert, update on channel_token to lapor_worker;
