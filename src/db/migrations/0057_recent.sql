-- What happened in the last seven days and in the seven before, by agency with all below it: counted anew every hour by the
-- background, so that no page counts what grows.
create table recent_move (
  agency_id bigint not null references agency,
  move text not null check (move in ('arrived', 'answered', 'ended', 'returned', 'disputed')),
  now int not null check (now >= 0),
  before int not null check (before >= 0),
  counted_at timestamptz not null,
  primary key (agency_id, move)
);
alter table recent_move enable row level security;
alter table recent_move force row level security;
create policy system on recent_move for all to lapor_worker using (true) with check (true);
-- Read by whoever reads everything below.
create policy below on recent_move for select to lapor_app
  using (internal.kind() = 'staff' and exists (select from agency a where a.id = agency_id and internal.under(a.path, 'app.below')));
grant select, insert, delete on recent_move to lapor_worker;
grant select on recent_move to lapor_app;

-- Lines are added in the order of time: the last days lie together, and this index is a few pages however long the ledger grows.
create index event_lately on event using brin (at) with (autosummarize = on);
