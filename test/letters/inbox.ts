import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { reencoder } from '../../src/attachment/reencode.ts'
import { folderStore } from '../../src/attachment/store.ts'
import { withActor } from '../../src/db/actor.ts'
import { accepting } from '../../src/inbox/accept.ts'
import { type Reading, readMessage } from '../../src/inbox/read.ts'
import { signedAddress } from '../../src/mail/address.ts'
import { fingerprint, messageIdOf } from '../../src/mail/fingerprint.ts'
import { opener } from '../../src/mail/open/opener.ts'
import { mailReader } from '../../src/mail/reader.ts'
import { expand } from '../../src/notice/tell/expand.ts'
import { intake } from '../../src/report/intake.ts'
import { scene } from '../post.ts'
import type { Hard } from './letter.ts'

/** An office whose inbox letters lie in, and what becomes of them there: one for each file of tests, or two of different domains. */

export const mailbox = 'lapor@lapor.example'

export type Row = { id: string; state: string; outcome: string | null; reason: string | null; reportId: string | null }

export async function inbox(domain = 'lapor.example') {
  const mailbox = `lapor@${domain}`
  const box = { address: mailbox, own: { domain, addresses: [mailbox] } }
  const office = await scene()
  const { db, admin, keys, rules, now } = office
  const folder = mkdtempSync(join(tmpdir(), 'lapor-hard-'))
  const mail = opener()
  after(async () => {
    await mail.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const taking = { db, keys, rules, now, intake: intake(db.intake), store: folderStore(folder), reencode: reencoder() }
  const reading: Reading = { db, keys, now, readers: { email: mailReader(taking, box, mail, async () => 'proven') } }
  const accept = accepting(db.intake, keys)

  /** A letter comes to an address and is read. */
  async function comes(raw: Buffer, to = mailbox, from = 'sari@warga.example'): Promise<Row> {
    const message = { raw: raw.toString('base64'), from, to: [to], remote: '127.0.0.1', helo: 'x' }
    const { key } = await accept({
      ...{ channel: 'email', account: mailbox, providerId: messageIdOf(raw), fingerprint: fingerprint(raw) },
      ...{ message, receivedAt: now() },
    })
    const [waiting] = await admin<{ id: string }[]>`select id from inbox where key = ${key}`
    await readMessage(reading, Number(waiting?.id), true)
    const [row] = await admin<Row[]>`
      select id, state, outcome, reason, report_id as "reportId" from inbox where key = ${key}`
    assert.ok(row)
    return row
  }

  /** Where a letter of this kind goes: each time of a report of its own. */
  async function addressed(to: Hard['to']): Promise<{ address: string; reportId: number; reference: string }> {
    if (to === undefined || to === 'mailbox') return { address: mailbox, reportId: 0, reference: '' }
    const told = { text: 'Jalan rusak.', reach: 'email', email: 'sari@warga.example' }
    const { reportId, reporterId, reference } = await office.file(told)
    if (to === 'reply') return { address: signedAddress(keys, mailbox, 'reply', reporterId), reportId, reference }
    const [notice] = await admin<{ id: string }[]>`
      insert into notice (report_id, n, reporter_id, kind, channel, language, state, created_at)
      values (${reportId}, 1, ${reporterId}, 'received', 'email', 'id', 'sent', now()) returning id`
    return { address: signedAddress(keys, mailbox, 'bounce', Number(notice?.id)), reportId, reference }
  }

  /** Tells of everything that happened to a report; the letters to its reporter. */
  async function told(reportId: number): Promise<number[]> {
    const events = await admin<{ n: number }[]>`select n from event where report_id = ${reportId}`
    await withActor(db, { kind: 'system' }, (tx) => expand(tx, events.map(({ n }) => ({ reportId, n })), now())) // biome-ignore format: one call
    const rows = await admin<{ id: string }[]>`
      select id from notice where report_id = ${reportId} and channel = 'email' and reporter_id is not null order by id`
    return rows.map(({ id }) => Number(id))
  }

  return { office, comes, addressed, told }
}
