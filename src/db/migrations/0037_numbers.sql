-- As network_told (0026), for centres that write one number in two ways: `{"number": "a3f", "others": ["2623"]}`. What is written
-- the same way goes first; another way counts when it means one message only.
create function network_says(p_gateway text, p_numbers jsonb, p_ours text, p_arrived boolean, p_at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  told record;
  alike text[];
  early boolean;
  message text;
  messages text[] := '{}';
  done boolean;
begin
  -- A message may be told of under two numbers at once: whoever comes second sees the first.
  perform pg_advisory_xact_lock(hashtextextended(p_gateway || ' ' || name, 37)) from (
    select distinct name from jsonb_to_recordset(p_numbers) n (number text, others text[]), unnest(n.number || n.others) name
    order by name) names;
  for told in select number, others from jsonb_to_recordset(p_numbers) n (number text, others text[]) order by number loop
    early := p_arrived;
    if not exists (select from network_number where gateway = p_gateway and number = told.number and (ours is null) <> (p_ours is null)) then
      select array_agg(number) into alike from network_number
        where gateway = p_gateway and number = any (told.others) and (ours is null) <> (p_ours is null);
      if array_length(alike, 1) = 1 and p_ours is null then
        told.number := alike[1];
      elsif array_length(alike, 1) = 1 then
        -- Its receipt was faster. From now on that number is this message's, too.
        update network_number set ours = p_ours where gateway = p_gateway and number = alike[1] returning arrived into early;
      end if;
    end if;
    insert into network_number as known (gateway, number, ours, arrived, at)
    values (p_gateway, told.number, p_ours, early, p_at)
    on conflict (gateway, number) do update set
      ours = coalesce(excluded.ours, known.ours),
      -- A number that was another message's and is used again has no fate yet.
      arrived = case when excluded.ours <> known.ours then excluded.arrived else coalesce(excluded.arrived, known.arrived) end,
      at = case when excluded.ours <> known.ours then excluded.at else known.at end
    returning ours into message;
    messages := messages || message;
  end loop;
  for message in select distinct one from unnest(messages) one where one is not null loop
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
alter function network_says(text, jsonb, text, boolean, timestamptz) owner to lapor_registrar;
revoke create on schema public from lapor_registrar;
revoke all on function network_says(text, jsonb, text, boolean, timestamptz) from public;
grant execute on function network_says(text, jsonb, text, boolean, timestamptz) to lapor_intake;
drop function network_told(text, text[], text, boolean, timestamptz);
