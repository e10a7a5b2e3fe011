-- References of other reports with the same photo as far as the actor sees them, and a nameless row if there is more evidence
-- elsewhere: that of officers, never of a secret report, and never what a citizen sent. Whoever holds a photo would learn by asking
-- that it stands in a report they may not see. And whether it stands in the same report already: sent by the reporter, in an
-- earlier visit or answer, or (`p_with`: what is sent with it) both before and after.
drop function reused_evidence(bigint);
create function reused_evidence(p_id bigint, p_with bigint[]) returns table (reference text, here boolean)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if internal.kind() is distinct from 'staff' then return; end if;
  return query
  with own as (
    select a.id, a.report_key, a.kind, a.sha256, a.phash from attachment a join report r on r.key = a.report_key
    where a.id = p_id and internal.sees(r.id, r.holder_id, r.holder_path, r.assisting, r.oversight)),
  twin as (
    select t.id, t.report_key, t.kind, t.event_n, t.removed_at from own join attachment t on t.sha256 = own.sha256
    union
    select t.id, t.report_key, t.kind, t.event_n, t.removed_at from own join attachment t on t.phash is not null
      and internal.phash_keys(t.phash) && internal.phash_keys(own.phash)
      and bit_count((t.phash # own.phash)::bit(64)) <= 4),
  found as (
    select r.reference, r.secret, r.key = own.report_key as here, twin.kind,
      internal.sees(r.id, r.holder_id, r.holder_path, r.assisting, r.oversight) as seen
    from own cross join twin join report r on r.key = twin.report_key
    where r.key <> own.report_key or twin.id <> own.id and twin.removed_at is null
      and (twin.kind = 'report' or twin.event_n is not null or twin.id = any (p_with) and twin.kind <> own.kind))
  select distinct case when f.seen then f.reference end, f.here from found f
  where f.seen or not f.secret and f.kind in ('before', 'after', 'answer')
  order by 1;
end $$;

grant create on schema public to lapor_registrar;
alter function reused_evidence(bigint, bigint[]) owner to lapor_registrar;
revoke create on schema public from lapor_registrar;
revoke all on function reused_evidence(bigint, bigint[]) from public;
grant execute on function reused_evidence(bigint, bigint[]) to lapor_app;
