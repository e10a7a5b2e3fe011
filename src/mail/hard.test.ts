import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { charsets } from '../../test/letters/charsets.ts'
import { enclosed } from '../../test/letters/files.ts'
import { heads } from '../../test/letters/headers.ts'
import type { Becomes, Hard } from '../../test/letters/letter.ts'
import { machines } from '../../test/letters/machines.ts'
import { people } from '../../test/letters/people.ts'
import { shapes } from '../../test/letters/shapes.ts'
import { scene } from '../../test/post.ts'
import { reencoder } from '../attachment/reencode.ts'
import { folderStore } from '../attachment/store.ts'
import { withActor } from '../db/actor.ts'
import { accepting } from '../inbox/accept.ts'
import { type Reading, readMessage } from '../inbox/read.ts'
import { expand } from '../notice/tell/expand.ts'
import { intake } from '../report/intake.ts'
import { signedAddress } from './address.ts'
import { fingerprint, messageIdOf } from './fingerprint.ts'
import { opener } from './open/opener.ts'
import { mailReader } from './reader.ts'

/** The hard letters of `test/letters`, through the whole way from the inbox to what they become. */

const office = await scene()
const { db, admin, keys, rules, now } = office
const folder = mkdtempSync(join(tmpdir(), 'lapor-hard-'))
const mail = opener()
after(async () => {
  await mail.close()
  rmSync(folder, { recursive: true, force: true })
})
const mailbox = 'lapor@lapor.example'
const box = { address: mailbox, own: { domain: 'lapor.example', addresses: [mailbox] } }
const taking = { db, keys, rules, now, intake: intake(db.intake), store: folderStore(folder), reencode: reencoder() }
const reading: Reading = { db, keys, now, readers: { email: mailReader(taking, box, mail, async () => 'proven') } }
const accept = accepting(db.intake, keys)

/** Where a letter of this kind goes: each time of a report of its own. */
async function addressed(to: Hard['to']): Promise<{ address: string; reportId: number }> {
  if (to === undefined || to === 'mailbox') return { address: mailbox, reportId: 0 }
  const { reportId, reporterId } = await office.file({
    text: 'Jalan rusak.',
    reach: 'email',
    email: 'sari@warga.example',
  })
  if (to === 'reply') return { address: signedAddress(keys, mailbox, 'reply', reporterId), reportId }
  const [notice] = await admin<{ id: string }[]>`
    insert into notice (report_id, n, reporter_id, kind, channel, language, state, created_at)
    values (${reportId}, 1, ${reporterId}, 'received', 'email', 'id', 'sent', now()) returning id`
  return { address: signedAddress(keys, mailbox, 'bounce', Number(notice?.id)), reportId }
}

type Row = { id: string; state: string; outcome: string | null; reason: string | null; reportId: string | null }

async function arrives({ raw, to, from = 'sari@warga.example' }: Hard): Promise<Row & { toReport: number }> {
  const { address, reportId } = await addressed(to)
  const message = { raw: raw.toString('base64'), from, to: [address], remote: '127.0.0.1', helo: 'x' }
  const { key } = await accept({
    ...{ channel: 'email', account: mailbox, providerId: messageIdOf(raw), fingerprint: fingerprint(raw) },
    ...{ message, receivedAt: now() },
  })
  const [waiting] = await admin<{ id: string }[]>`select id from inbox where key = ${key}`
  await readMessage(reading, Number(waiting?.id), true)
  const [row] = await admin<Row[]>`
    select id, state, outcome, reason, report_id as "reportId" from inbox where key = ${key}`
  assert.ok(row)
  return { ...row, toReport: reportId }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
const unseen = /[\0-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]|\\u00[01][0-9a-f]/

/** Every word that is kept in the open about a report. */
async function keptOf(id: number): Promise<string> {
  const rows = await admin<{ row: string }[]>`
    select r::text as row from report r where id = ${id}
    union all select e::text from event e where report_id = ${id}
    union all select a::text from attachment a where report_key = (select key from report where id = ${id})`
  return rows.map(({ row }) => row).join('\n')
}

const countOf = async () => {
  const [row] = await admin<{ n: number }[]>`
    select (select count(*) from report)::int + (select count(*) from event)::int + (select count(*) from outbox where task <> 'read')::int as n`
  return row?.n
}

async function asReport(
  id: number,
  { title, says = [], never, files = 0, answered = true }: Becomes & { is: 'report' },
) {
  const [row] = await admin<{ title: string; text: string; files: number }[]>`
    select title, text, (select count(*)::int from attachment a where a.report_key = r.key) as files from report r where id = ${id}`
  assert.ok(row)
  assert.ok(row.title.startsWith(title), `title ${JSON.stringify(row.title)}`)
  for (const words of says) assert.ok(row.text.includes(words), `${words} in ${JSON.stringify(row.text.slice(0, 600))}`)
  if (never) assert.doesNotMatch(row.text, never)
  assert.equal(row.files, files, `files of ${JSON.stringify(row.text.slice(0, 300))}`)
  await withActor(db, { kind: 'system' }, (tx) => expand(tx, [{ reportId: id, n: 1 }], now()))
  const told = await admin`select from notice where report_id = ${id} and channel = 'email' and reporter_id is not null`
  assert.equal(told.count, answered ? 1 : 0, 'answers')
}

for (const hard of [...charsets, ...shapes, ...heads, ...people, ...machines, ...enclosed])
  test(hard.what, async () => {
    const { becomes } = hard
    const before = hard.to ? undefined : await countOf()
    const found = await arrives(hard)
    assert.deepEqual(
      [found.state, found.outcome, found.reason],
      becomes.is === 'parked'
        ? ['parked', null, becomes.reason]
        : ['done', becomes.is, becomes.is === 'noise' ? becomes.reason : null],
    )
    if (becomes.is === 'report') await asReport(Number(found.reportId), becomes)
    else if (before !== undefined) assert.equal(await countOf(), before, 'nothing is written and nobody is told')
    const about = Number(found.reportId ?? found.toReport)
    const kept = await keptOf(about)
    assert.doesNotMatch(kept, unseen)
    if (becomes.is === 'reply') assert.ok(kept.includes(becomes.says))
    else if (found.toReport)
      assert.equal(
        (await admin`select from event where report_id = ${found.toReport}`).count,
        1,
        'the thread stands still',
      )
  })

test('there are sixty of them and more', () => {
  assert.ok([...charsets, ...shapes, ...heads, ...people, ...machines, ...enclosed].length >= 60)
})
