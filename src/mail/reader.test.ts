import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { codeFor, joining, joins, newsOf, reach, told } from '../../test/contacts.ts'
import { by, scene } from '../../test/post.ts'
import { reencoder } from '../attachment/reencode.ts'
import { folderStore } from '../attachment/store.ts'
import { ask, prove } from '../contact/join.ts'
import { accepting } from '../inbox/accept.ts'
import { type Reading, readMessage } from '../inbox/read.ts'
import { backlog } from '../job/backlog.ts'
import { intake } from '../report/intake.ts'
import { signedAddress } from './address.ts'
import { fingerprint, messageIdOf } from './fingerprint.ts'
import { opener } from './open/opener.ts'
import { mailReader } from './reader.ts'

/** Letters as they lie in the inbox, and what becomes of them. */

const office = await scene()
const { db, admin, keys, rules, now } = office
const folder = mkdtempSync(join(tmpdir(), 'lapor-mail-'))
const mail = opener()
after(async () => {
  await mail.close()
  rmSync(folder, { recursive: true, force: true })
})
const address = 'lapor@lapor.example'
const box = { address, own: { domain: 'lapor.example', addresses: [address] } }
const taking = { db, keys, rules, now, intake: intake(db.intake), store: folderStore(folder), reencode: reencoder() }
const reading: Reading = {
  db,
  keys,
  now,
  readers: { email: mailReader(taking, box, mail, async ({ helo }) => (helo === 'forged' ? 'unproven' : 'proven')) },
}
const accept = accepting(db.intake, keys)

type Sent = { to?: string; from?: string; id: string; subject?: string; text: string; head?: string[]; helo?: string }

async function arrives({
  to = address,
  from = 'sari@warga.example',
  id,
  subject = 'Lampu mati',
  text,
  head = [],
  helo = 'x',
}: Sent): Promise<number> {
  const lines = [
    `From: Sari <${from}>`,
    `To: ${to}`,
    `Message-ID: <${id}@warga.example>`,
    `Subject: ${subject}`,
    ...head,
    '',
    text,
    '',
  ]
  const raw = Buffer.from(lines.join('\r\n'))
  const message = { raw: raw.toString('base64'), from, to: [to], remote: '127.0.0.1', helo }
  const { key } = await accept({
    channel: 'email',
    account: address,
    providerId: messageIdOf(raw),
    fingerprint: fingerprint(raw),
    message,
    receivedAt: now(),
  })
  const [row] = await admin<{ id: string }[]>`select id from inbox where key = ${key}`
  return Number(row?.id)
}
const becomes = async (id: number) => {
  const [row] = await admin`
    select i.state, i.outcome, i.reason, r.reference, r.channel, r.text, r.status from inbox i left join report r on r.id = i.report_id where i.id = ${id}`
  return { ...row } as Record<string, string | null>
}
const reads = async (sent: Sent) => {
  const id = await arrives(sent)
  await readMessage(reading, id, false)
  return becomes(id)
}

test('a letter becomes a report, once however often it comes and is read', async () => {
  const sent = { id: '1', text: 'Di depan SD Turi 2, sejak Senin.\r\n-- \r\nSari' }
  const first = await reads(sent)
  assert.deepEqual([first.state, first.outcome, first.channel, first.status], ['done', 'report', 'email', 'received'])
  assert.equal(first.text, 'Lampu mati\n\nDi depan SD Turi 2, sejak Senin.')
  assert.equal((await reads(sent)).reference, first.reference)
  const id = await arrives({ ...sent, id: '1b' })
  await Promise.all([1, 2, 3].map(() => readMessage(reading, id, false)))
  const [count] = await admin`select count(*)::int as n from report where channel = 'email'`
  assert.equal(count?.n, 2)
})

test('letters of machines become nothing', async () => {
  const machine = await reads({ id: '2', text: 'Saya cuti.', head: ['Auto-Submitted: auto-replied'] })
  assert.deepEqual(
    [machine.state, machine.outcome, machine.reason, machine.reference],
    ['done', 'noise', 'auto-submitted', null],
  )
})

async function asked() {
  const filed = await office.file({ text: 'Jalan rusak di Sentul.', reach: 'email', email: 'sari@warga.example' })
  assert.deepEqual((await office.does(by('centre'), filed.reference, 'ask', { text: 'Di jalan apa?' })).ok, true)
  return { ...filed, reply: signedAddress(keys, address, 'reply', filed.reporterId) }
}
const answers = async (reference: string) =>
  (await admin`select e.move, e.data ->> 'text' as text from event e join report r on r.id = e.report_id
    where r.reference = ${reference} and e.actor = 'reporter' and e.n > 1 order by e.n`).map(({ move, text }) => `${move}: ${text}`) // biome-ignore format: one query

test('an answer to the signed address completes the report, without what it quotes, and once', async () => {
  const { reference, reply } = await asked()
  const sent = {
    id: '3',
    to: reply,
    subject: `Re: ${reference}`,
    text: 'Jalan Melati 7.\r\n\r\nPada Sel, 24 Nov 2026 LAPOR <x@y.example> menulis:\r\n> Di jalan apa?',
  }
  const id = await arrives(sent)
  await Promise.all([1, 2, 3].map(() => readMessage(reading, id, false).catch(() => {})))
  await readMessage(reading, id, false)
  const done = await becomes(id)
  assert.deepEqual([done.outcome, done.reference, done.status], ['reply', reference, 'received'])
  assert.deepEqual(await answers(reference), ['complete: Jalan Melati 7.'])
  assert.equal((await reads({ id: '4', to: reply, text: 'Cat temboknya hijau.' })).outcome, 'reply')
  assert.deepEqual(await answers(reference), ['complete: Jalan Melati 7.', 'reply: Cat temboknya hijau.'])
})

test('nobody else moves the thread: not with the address, not with the number, not with a guessed one', async () => {
  const { reference, reply } = await asked()
  const other = await reads({ id: '5', to: reply, from: 'budi@lain.example', text: 'Tutup saja.' })
  assert.deepEqual([other.state, other.reason, other.reference], ['parked', 'other-sender', null])
  const two = await reads({ id: '6', to: reply, text: 'Tutup saja.', head: ['From: budi@lain.example'] })
  assert.equal(two.reason, 'other-sender')
  const forged = await reads({ id: '6b', to: reply, text: 'Tutup saja.', helo: 'forged' })
  assert.deepEqual([forged.state, forged.reason, forged.reference], ['parked', 'sender-not-proven', null])
  for (const [n, to] of [address, reply.replace(/.{4}@/, '0000@')].entries()) {
    const guessed = await reads({
      id: `7${n}`,
      to,
      from: 'budi@lain.example',
      subject: `Re: ${reference}`,
      text: 'Tutup saja.',
      head: ['In-Reply-To: <notice-1@lapor.example>'],
    })
    assert.equal(guessed.outcome, 'report')
    assert.notEqual(guessed.reference, reference)
  }
  assert.deepEqual(await answers(reference), [])
})

test('a bounce that we signed ends letters to that address, and a forged one does not', async () => {
  const filed = await office.file({ text: 'Jalan rusak.', reach: 'email', email: 'salah@warga.example' })
  const [notice] = await admin<{ id: string }[]>`
    insert into notice (report_id, n, reporter_id, kind, channel, language, state, created_at)
    values (${filed.reportId}, 1, ${filed.reporterId}, 'received', 'email', 'id', 'sent', now()) returning id`
  const told = async () => {
    const [row] = await admin`
      select n.state, n.last_error as error, p.bounced_at is not null as bounced
      from notice n join reporter p on p.id = n.reporter_id where n.id = ${notice?.id ?? 0}`
    return [row?.state, row?.error, row?.bounced]
  }
  const dsn = (status: string) => ({
    text: `--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\nAction: failed\r\nStatus: ${status}\r\n\r\n--b--`,
    head: ['Content-Type: multipart/report; report-type=delivery-status; boundary=b'],
  })
  const forged = await reads({ id: '10', from: 'x@evil.example', ...dsn('5.1.1') })
  assert.equal(forged.reason, 'unsigned-bounce')
  assert.deepEqual(await told(), ['sent', null, false])
  const to = signedAddress(keys, address, 'bounce', Number(notice?.id))
  assert.equal((await reads({ id: '11', to, ...dsn('5.2.2') })).outcome, 'bounce')
  assert.deepEqual(await told(), ['failed', 'bounced 5.2.2', false])
  assert.equal((await reads({ id: '12', to, ...dsn('5.1.1') })).outcome, 'bounce')
  assert.deepEqual(await told(), ['failed', 'bounced 5.1.1', true])
})

test('an answer from a joined address counts, one from an address that was only named does not; the filed one is proved by use', async () => {
  const { reference, reply, reporterId } = await asked()
  const mine = await joining(office, reporterId)
  await ask(mine, reach('kantor@warga.example'), { language: 'id', address: '10.6.6.6' })
  const named = await reads({ id: '20', to: reply, from: 'kantor@warga.example', text: 'Jalan Mawar.' })
  assert.equal(named.reason, 'other-sender')
  const used = async () =>
    (await admin`select proved_at is not null as used from reporter where id = ${reporterId}`)[0]?.used
  assert.equal(await prove(mine, await codeFor(office, reporterId)), 'proved')
  assert.equal(
    (await reads({ id: '21', to: reply, from: 'kantor@warga.example', text: 'Jalan Mawar 2.' })).outcome,
    'reply',
  )
  assert.equal(await used(), false, 'the other address says nothing of it')
  assert.equal((await reads({ id: '22', to: reply, text: 'Jalan Mawar 3.' })).outcome, 'reply')
  assert.equal(await used(), true)
  assert.deepEqual(await answers(reference), ['complete: Jalan Mawar 2.', 'reply: Jalan Mawar 3.'])
})

test('a letter that came back goes to the next contact once, however often it comes back; one that is late does not', async () => {
  const filed = await office.file({ text: 'Jalan rusak.', reach: 'email', email: 'penuh@warga.example' })
  await joins(office, filed.reporterId, 'cadangan@warga.example')
  const [id = 0] = await told(office, filed.reportId, 1)
  await admin`update notice set state = 'sent', sent_at = now() where id = ${id}`
  const to = signedAddress(keys, address, 'bounce', id)
  const dsn = (action: string, status: string) => ({
    text: `--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\nAction: ${action}\r\nStatus: ${status}\r\n\r\n--b--`,
    head: ['Content-Type: multipart/report; report-type=delivery-status; boundary=b'],
  })
  const states = async () => (await newsOf(office, filed.reporterId)).map(({ state }) => state)
  await reads({ id: '30', to, ...dsn('delayed', '4.4.1') })
  assert.deepEqual(await states(), ['sent'])
  await reads({ id: '31', to, ...dsn('failed', '5.2.2') })
  await reads({ id: '32', to, ...dsn('failed', '5.1.1') })
  assert.deepEqual(await states(), ['failed', 'queued'])
  const [, next] = await newsOf(office, filed.reporterId)
  await admin`update notice set state = 'sent', sent_at = now() where id = ${next?.id ?? 0}`
  await reads({ id: '33', to: signedAddress(keys, address, 'bounce', next?.id ?? 0), ...dsn('failed', '5.1.1') })
  const [row] = await admin`
    select (select count(*)::int from vault.contact where reporter_id = p.id and failed_at is not null) as failed, bounced_at is not null as bounced
    from reporter p where id = ${filed.reporterId}`
  assert.deepEqual({ ...row }, { failed: 1, bounced: true })
  assert.deepEqual(await states(), ['failed', 'failed'])
})

test('what cannot be read is set aside with its reason, at the last try, and the next one flows', async () => {
  const failing: Reading = { ...reading, readers: { email: () => Promise.reject(new TypeError('Sari said so')) } }
  const id = await arrives({ id: '8', text: 'Air mati.' })
  await assert.rejects(readMessage(failing, id, false))
  assert.equal((await becomes(id)).state, 'waiting')
  await readMessage(failing, id, true)
  const parked = await becomes(id)
  assert.deepEqual([parked.state, parked.reason], ['parked', 'failed: TypeError'])
  const { unread, setAside } = await backlog(db.worker)
  assert.deepEqual([unread, setAside > 0], [0, true])
  assert.equal((await reads({ id: '9', text: 'Air mati lagi.' })).outcome, 'report')
})
