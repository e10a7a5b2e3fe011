-- A long short message comes in parts, each durable by itself. What belongs together has the same chain: a keyed hash of sender,
-- receiver and the reference that the telephone gave. A message without a reference is a chain of its own words, so that one
-- which a centre brings again is known.
alter table inbox add column chain bytea check (length(chain) = 32);
-- Which row speaks for all parts of a message, its own included: written once.
alter table inbox add column part_of bigint references inbox;
alter table inbox drop constraint inbox_outcome_check;
alter table inbox add constraint inbox_outcome_check
  check (outcome in ('report', 'reply', 'command', 'bounce', 'noise', 'part'));
create index inbox_chain on inbox (chain, received_at) where chain is not null;
create index inbox_part_of on inbox (part_of) where part_of is not null;
create index inbox_loose on inbox (received_at) where state = 'waiting' and chain is not null and part_of is null;

-- As before (0020), with the chain.
create or replace function accept_messages(batch jsonb) returns table (key text, again boolean)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query
  with i as materialized (
    select distinct on (key) * from jsonb_to_recordset(batch) as x(
      key text, channel text, account text, sealed text, received_at timestamptz, chain text)),
  kept as (
    insert into inbox (key, channel, account, sealed, received_at, chain)
    select i.key, i.channel, i.account, decode(i.sealed, 'base64'), i.received_at, decode(i.chain, 'hex') from i
    on conflict on constraint inbox_key_key do nothing
    returning inbox.id, inbox.key),
  o as (
    insert into outbox (task, payload) select 'read', jsonb_build_object('inboxId', kept.id) from kept)
  select i.key, kept.id is null from i left join kept on kept.key = i.key;
end $$;

-- Joins parts: one row speaks for all and is read, by whoever joins (p_by) or by a job; the others are done.
create function join_parts(p_ids bigint[], p_head bigint, p_by bigint, p_at timestamptz) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with joined as (
    update inbox set part_of = p_head, state = case when id = p_head then state else 'done' end,
      outcome = case when id = p_head then outcome else 'part' end, read_at = case when id = p_head then read_at else p_at end
    where id = any (p_ids) and state = 'waiting' and part_of is null
    returning id)
  insert into outbox (task, payload)
  select 'read', jsonb_build_object('inboxId', id) from joined where id = p_head and p_head <> p_by;
$$;

-- A network has a number of its own for what we sent, and its report may come before we have written that number down.
-- Whichever comes second finds the first.
create table network_number (
  gateway text not null check (length(gateway) between 1 and 200),
  number text not null check (length(number) between 1 and 65),
  -- `n12` is a notice, `r12` an answer.
  ours text check (ours ~ '^[nr]\d{1,15}$'),
  arrived boolean,
  at timestamptz not null,
  primary key (gateway, number)
);
create index network_number_ours on network_number (ours) where ours is not null;
create index network_number_at on network_number (at);
alter table network_number enable row level security;
alter table network_number force row level security;
create policy registrar on network_number for all to lapor_registrar using (true) with check (true);
create policy forget on network_number for delete to lapor_worker using (true);
create policy old on network_number for select to lapor_worker using (true);
grant select, insert, update on network_number to lapor_registrar;
grant select, delete on network_number to lapor_worker;

-- Writes down numbers of a message of ours, or the fate of one number, and tells the message when all its parts have arrived or
-- one never will.
create function network_told(p_gateway text, p_numbers text[], p_ours text, p_arrived boolean, p_at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  message text;
  done boolean;
begin
  insert into network_number as known (gateway, number, ours, arrived, at)
  select p_gateway, number, p_ours, p_arrived, p_at from unnest(p_numbers) number order by number
  on conflict (gateway, number) do update
    set ours = coalesce(excluded.ours, known.ours), arrived = coalesce(excluded.arrived, known.arrived);
  for message in select distinct ours from network_number
    where gateway = p_gateway and number = any (p_numbers) and ours is not null
  loop
    -- Two parts may be told of at once: the second to come sees the first.
    perform pg_advisory_xact_lock(hashtextextended(message, 26));
    select case when bool_or(not arrived) then false when bool_and(arrived is not null) then true end into done
      from network_number where ours = message;
    if done is not null then
      perform message_delivered(
        case when message like 'n%' then substr(message, 2)::bigint end,
        case when message like 'r%' then substr(message, 2)::bigint end, done);
    end if;
  end loop;
end $$;

grant create on schema public to lapor_registrar;
alter function accept_messages(jsonb) owner to lapor_registrar;
alter function join_parts(bigint[], bigint, bigint, timestamptz) owner to lapor_registrar;
alter function network_told(text, text[], text, boolean, timestamptz) owner to lapor_registrar;
revoke create on schema public from lapor_registrar;
revoke all on function join_parts(bigint[], bigint, bigint, timestamptz), network_told(text, text[], text, boolean, timestamptz) from public;
grant execute on function join_parts(bigint[], bigint, bigint, timestamptz) to lapor_worker;
grant execute on function network_told(text, text[], text, boolean, timestamptz) to lapor_intake;
