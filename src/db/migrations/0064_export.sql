-- Tables that somebody asked for, made in the background: what is in them is read as that person, page by page. The row stays when
-- the file is gone, so that it is known who took what away.
create table export (
  id bigint generated always as identity primary key,
  person_id bigint not null references account,
  -- What is in it, as `src/export/list.ts` writes it.
  list jsonb not null,
  format text not null check (format in ('csv', 'xlsx')),
  language text not null check (language in ('id', 'en')),
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'cancelled', 'failed', 'gone')),
  -- How many rows there were when it began, and how many are written.
  total int check (total >= 0),
  rows int not null default 0 check (rows >= 0),
  file_key text,
  size bigint,
  asked_at timestamptz not null,
  ended_at timestamptz
);
create index export_person on export (person_id, id desc);
create index export_file on export (ended_at) where file_key is not null;

alter table export enable row level security;
alter table export force row level security;
create policy system on export for all to lapor_worker using (true) with check (true);
create policy own on export for select to lapor_app using (internal.kind() = 'staff' and person_id = internal.person());
create policy own_insert on export for insert to lapor_app
  with check (internal.kind() = 'staff' and person_id = internal.person() and state = 'waiting');
create policy own_cancel on export for update to lapor_app
  using (internal.kind() = 'staff' and person_id = internal.person() and state in ('waiting', 'running'))
  with check (person_id = internal.person() and state = 'cancelled');
grant select, update on export to lapor_worker;
grant select on export to lapor_app;
grant insert (person_id, list, format, language, asked_at) on export to lapor_app;
grant update (state, ended_at) on export to lapor_app;
