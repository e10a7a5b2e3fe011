import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { scene } from '../../../test/post.ts'
import { withActor } from '../../db/actor.ts'
import { escalate } from '../../job/clock/escalate.ts'
import { expand } from '../../notice/tell/expand.ts'
import { brokenChains } from '../../report/read/chain.ts'
import type { Round } from './escalate.ts'

/** A country's backlog, three workers, one of them killed: every report rises once to each level, the longest due first. */

const many = 100_000
const office = await scene()
/** A Wednesday at ten. */
const now = new Date('2026-11-25T03:00:00Z')

await office.admin`
  insert into account (id, agency_id, agency_path, username, name, email, roles)
  values (31, 3, '/1/2/3/', 'kepala', 'Wati Kepala', 'kepala@kantor.example', '{supervisor}')`

/** One in ten was never forwarded; many fall due at the very same moment. All missed their day by six working days or more. */
async function backlog(): Promise<void> {
  await office.admin`
    with made as (
      insert into report (key, digest, reference, channel, title, text, class, anonymous, secret, status, holder_id, holder_path,
        holder_since, filed_at, verified_at, verify_due, answer_due, settle_due, first_settle_due, cap_due, head)
      select gen_random_uuid(), sha256(i::text::bytea),
        (select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + ((i >> (5 * k)) & 31), 1), '' order by k desc) from generate_series(0, 7) k),
        'web', 'Lampu mati', 'Lampu jalan mati.', 'complaint', false, false, case when i % 10 = 0 then 'received' else 'assigned' end,
        a.id, a.path, t, t, case when i % 10 > 0 then t end, t, case when i % 10 > 0 then t + interval '1 day' end,
        case when i % 10 > 0 then t + interval '14 days' end, case when i % 10 > 0 then t + interval '14 days' end, t + interval '60 days',
        sha256(convert_to('{}'::jsonb::text, 'UTF8'))
      from generate_series(1, ${many}) i join agency a on a.id = case when i % 10 = 0 then 1 else 3 end,
        lateral (select timestamptz '2026-10-01 03:00Z' + (i * 7919 % 900) * interval '1 hour' as t) moment
      returning id, head, filed_at)
    insert into event (report_id, n, move, audience, actor, data, hash, at)
    select id, 1, 'file', 'everyone', 'reporter', '{}', head, filed_at from made`
  await office.admin`analyze report`
}

type Sweeper = {
  child: ChildProcess
  pages: Round[]
  ended: Promise<number | null>
  reached: (n: number) => Promise<void>
}

function sweeper(): Sweeper {
  const program = fileURLToPath(new URL('../../../test/sweeper.js', import.meta.url))
  const child = spawn(process.execPath, [program, ownerUrl, office.appUrl, now.toISOString()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const pages: Round[] = []
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => pages.push(JSON.parse(line)))
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const reached = (n: number) =>
    new Promise<void>((resolve) => {
      lines.on('line', () => pages.length >= n && resolve())
      child.on('close', () => resolve())
    })
  return { child, pages, ended, reached }
}

const ownerUrl = String(office.ownerUrl)

test('of 100,000 overdue reports each rises once to every level, though three sweep and one is killed', async () => {
  await backlog()
  const workers = [sweeper(), sweeper(), sweeper()]
  const [killed, ...others] = workers as [Sweeper, Sweeper, Sweeper]
  await killed.reached(12)
  killed.child.kill('SIGKILL')
  assert.deepEqual(await Promise.all(workers.map(({ ended }) => ended)), [null, 0, 0])
  assert.ok(
    others.every(({ pages }) => pages.length > 20),
    'the others went on',
  )
  // What it held in its last page is done by whoever comes next; a whole run finds nothing else to do.
  const left = await escalate({ db: office.db, rules: office.rules }, now)
  assert.ok(left <= 3 * 250, `${left} lines were left`)
  assert.equal(await escalate({ db: office.db, rules: office.rules }, now), 0)

  const [counted] = await office.admin`
    select count(*)::int as rows, count(distinct report_id)::int as reports,
      count(*) filter (where place = 'head')::int as head, count(*) filter (where place = 'coordinator')::int as coordinator,
      count(*) filter (where place = 'centre')::int as centre from escalation`
  assert.deepEqual({ ...counted }, { rows: 3 * many, reports: many, head: many, coordinator: many, centre: many })
  const lines = await office.admin`
    select count(*)::int as reports from (
      select report_id from event where n > 1 group by report_id
      having array_agg(move || ' ' || (data ->> 'to') order by n) = array['escalate head', 'escalate coordinator', 'escalate centre']) told`
  assert.deepEqual([...lines], [{ reports: many }])
  const [waiting] = await office.admin`select count(*)::int as n from outbox where task = 'tell'`
  assert.equal(waiting?.n, 3 * many, 'each line is told once')

  for (const { pages } of workers)
    for (const [i, { first }] of pages.entries())
      assert.ok(i === 0 || !first || String(first) >= String(pages[i - 1]?.first), 'the longest due come first')
  await office.admin.begin(async (tx) => {
    await tx`set local role lapor_worker`
    assert.deepEqual(await brokenChains(tx, 5), [])
  })
})

test('of such a backlog everybody gets one letter of a kind, whoever tells it', async () => {
  const rows = await office.admin<{ reportId: number; n: number }[]>`
    select report_id as "reportId", n from event where n > 1 and report_id in (select id from report order by id limit 600) order by report_id, n`
  const parts = Array.from({ length: Math.ceil(rows.length / 100) }, (_, i) => rows.slice(100 * i, 100 * i + 100))
  const tell = (events: typeof rows) => withActor(office.db, { kind: 'system' }, (tx) => expand(tx, events, now))
  await Promise.all(parts.map((part) => tell(part as unknown as typeof rows)))
  await Promise.all(parts.slice(0, 3).map((part) => tell(part as unknown as typeof rows)))
  const letters = await office.admin`
    select split_part(a.name, ' ', 1) || ' ' || n.kind as letter, count(*)::int as times from notice n join account a on a.id = n.account_id
    group by 1 order by 1`
  assert.deepEqual(
    letters.map(({ letter, times }) => `${letter} ${times}`),
    [
      'Joko staff.escalated 1',
      'Rina staff.overdue 1',
      'Sari staff.escalated 1',
      'Sari staff.overdue 1',
      'Wati staff.overdue 1',
    ],
  )
})
