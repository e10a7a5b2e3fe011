-- Administrators find an account by the beginnings of its words. Behind the walls no index of words is asked: so a function
-- asks it, of the actor's own branch alone.
alter table account add column words tsvector not null generated always as (to_tsvector('simple'::regconfig,
  translate(username || ' ' || name || ' ' || coalesce(email, ''), '@._-/+''', '       '))) stored;
create index account_words on account using gin (words, string_to_array(agency_path, '/'));

-- At most so many accounts with these words that the actor manages, by user name, after the given one; of one agency, if it is
-- named. Words that many have are met soon on the way through the names; rarer ones are asked of the index.
create function find_accounts(p_words text, p_agency bigint, p_after text, p_most int) returns setof bigint
language plpgsql stable security definer rows 50
set search_path = pg_catalog, public, pg_temp set enable_seqscan = off as $$
declare
  asked tsquery := p_words;
  branch text := current_setting('app.manages', true);
  top text := (string_to_array(rtrim(branch, '/'), '/'))[cardinality(string_to_array(rtrim(branch, '/'), '/'))];
  found bigint[];
begin
  with front as materialized (
    select id, username, words, agency_path, agency_id from account where username > p_after order by username limit 500),
  few as (
    select id, username from front
    where words @@ asked and internal.under(agency_path, 'app.manages') and (p_agency is null or agency_id = p_agency)
    order by username limit p_most)
  select array_agg(id order by username) into found from few;
  if cardinality(found) = p_most then return query select unnest(found); return; end if;

  return query
    with hit as materialized (
      select id, username, agency_path, agency_id from account
      where words @@ asked and string_to_array(agency_path, '/') @> array[top])
    select id from hit
    where internal.under(agency_path, 'app.manages') and (p_agency is null or agency_id = p_agency) and username > p_after
    order by username limit p_most;
end $$;

grant create on schema public to lapor_registrar;
alter function find_accounts(text, bigint, text, int) owner to lapor_registrar;
revoke create on schema public from lapor_registrar;
revoke all on function find_accounts(text, bigint, text, int) from public;
grant execute on function find_accounts(text, bigint, text, int) to lapor_app;
