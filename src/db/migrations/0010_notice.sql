-- What is told to whom, once. The address is never here: it leaves the vault at the moment of sending.
create table notice (
  id bigint generated always as identity primary key,
  report_id bigint references report,
  n int,
  reporter_id bigint references reporter,
  account_id bigint references account,
  kind text not null,
  channel text not null check (channel in ('email', 'sms', 'messenger', 'none')),
  language text not null check (language in ('id', 'en')),
  state text not null check (state in ('queued', 'sending', 'sent', 'failed', 'unreachable')),
  attempts int not null default 0,
  last_error text,
  message_id text unique,
  -- What only this letter may say, e.g. a one-time link; gone once it is sent.
  sealed bytea,
  created_at timestamptz not null,
  claimed_at timestamptz,
  sent_at timestamptz,
  check ((report_id is null) = (n is null)),
  check ((reporter_id is null) <> (account_id is null)),
  check (sealed is null or sent_at is null)
);
create unique index notice_once on notice (report_id, n, kind, channel, reporter_id, account_id)
  nulls not distinct where report_id is not null;
create index notice_waiting on notice (created_at) where state in ('queued', 'sending');
create index report_merged on report (merged_into) where merged_into is not null;

-- Where a developer reads what would have been sent. Nothing writes here in production.
create table dev_mail (
  id bigint generated always as identity primary key,
  message_id text not null,
  sender text not null,
  recipient text not null,
  language text not null,
  subject text not null,
  body text not null,
  at timestamptz not null default now()
);

grant select, insert, update on notice to lapor_worker;
grant insert on dev_mail to lapor_worker;
grant select on dev_mail to lapor_app;

alter table notice enable row level security;
alter table notice force row level security;
create policy system on notice for all to lapor_worker using (true) with check (true);
alter table dev_mail enable row level security;
alter table dev_mail force row level security;
create policy system on dev_mail for insert to lapor_worker with check (true);
create policy developer on dev_mail for select to lapor_app using (true);

-- Taking rows without waiting for others' needs a row lock, which is a right to update.
grant update (id) on outbox to lapor_worker;

-- A supervisor instructs the agency that holds the report, which is seldom their own.
drop policy own_insert on instruction;
create policy to_holder on instruction for insert to lapor_app
  with check (internal.kind() = 'staff' and by_person = internal.person()
    and exists (select from report r where r.id = report_id and r.holder_id = agency_id));
