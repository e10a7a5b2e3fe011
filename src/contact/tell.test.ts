import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeFor, joining, joins } from '../../test/contacts.ts'
import { later, mailServer, monday, scene } from '../../test/post.ts'
import { withActor } from '../db/actor.ts'
import { smtpMailer } from '../notice/mailer.ts'
import { sendNotice } from '../notice/send.ts'
import type { Gateway } from '../notice/text/gateway.ts'
import { sendText } from '../notice/text/send.ts'
import { choose, prove, remove } from './join.ts'
import { openTo } from './proof.ts'
import { contactsOf } from './read.ts'

/** Whoever holds one link of a letter does not take a report over in silence. */

const office = await scene()
const { admin, db, keys } = office
const line = { service: 'LAPOR', site: 'lapor.example', number: '1708', countries: ['62'], mostADay: 900, mostAReport: 90 } // biome-ignore format: one line
let count = 0
async function filed(fields: Record<string, string> = {}) {
  const own = `pemilik${++count}@warga.example`
  const { reporterId } = await office.file({ text: 'Jalan rusak di sini.', reach: 'email', email: own, ...fields })
  return { reporterId, own, mine: await joining(office, reporterId) }
}
const seat = (byLetter: boolean) => ({ language: 'id', address: `10.7.${++count}.1`, byLetter }) as const
/** What was told to whom since the last look, by kind and address. */
async function told(reporterId: number): Promise<string[]> {
  const rows = await admin<{ kind: string; sealed: Buffer }[]>`
    update notice set state = 'sent' where reporter_id = ${reporterId} and state = 'queued' and kind <> 'neutral.proof'
      and report_id is null returning kind, sealed, id`
  return rows.map(({ kind, sealed }) => `${kind.slice(8)} ${openTo(keys, sealed)}`).sort()
}
const listOf = async (reporterId: number) => {
  const { me } = await joining(office, reporterId)
  return withActor(db, me.actor, (tx) => contactsOf(tx, keys, reporterId, office.now()))
}

test('every contact hears when one is joined, chosen or removed, the removed one too', async () => {
  const { reporterId, own, mine } = await filed()
  const other = await joins(office, reporterId, 'lain@warga.example')
  assert.deepEqual(await told(reporterId), [`joined ${own}`])
  assert.equal(await choose(mine, other), 'chosen')
  assert.deepEqual(await told(reporterId), ['chosen lain@warga.example', `chosen ${own}`])
  assert.equal(await choose(mine, other), 'chosen')
  assert.deepEqual(await told(reporterId), [], 'nothing changed')
  assert.equal(await remove(mine, other, seat(false)), 'removed')
  assert.deepEqual(await told(reporterId), ['removed lain@warga.example', `removed ${own}`])
})

test('whoever came by a letter removes the contact given when filing with the code that is sent there', async () => {
  const { reporterId, own, mine } = await filed({ known: 'open', name: 'Sari' })
  await joins(office, reporterId, 'pengambil@warga.example')
  await told(reporterId)
  assert.equal(await remove(mine, null, seat(true)), 'waits')
  assert.deepEqual(await told(reporterId), [`leaving ${own}`, 'leaving pengambil@warga.example'])
  const { list, waiting, leavesFrom } = await listOf(reporterId)
  assert.deepEqual([list[0]?.reach.to, waiting?.reach.to, waiting?.leaving], [own, own, true])
  assert.equal(leavesFrom?.getTime(), later(7).getTime())
  const code = await codeFor(office, reporterId)
  assert.equal(await prove(mine, code === '123456' ? '654321' : '123456'), 'wrong')
  assert.equal((await listOf(reporterId)).list.length, 2)
  assert.equal(await prove(mine, code), 'removed')
  assert.deepEqual(await told(reporterId), [`removed ${own}`, 'removed pengambil@warga.example'])
  assert.deepEqual((await listOf(reporterId)).list.map(({ reach }) => reach.to), ['pengambil@warga.example']) // biome-ignore format: one line
})

test('without the code it leaves a week later; whoever keeps it meanwhile starts the week again', async () => {
  const { reporterId, own, mine } = await filed()
  await joins(office, reporterId, 'tanpa-kode@warga.example')
  assert.equal(await remove(mine, null, seat(true)), 'waits')
  await told(reporterId)
  assert.equal(await remove({ ...mine, now: later(6.9) }, null, seat(true)), 'waits')
  assert.deepEqual(await told(reporterId), [], 'told once')
  assert.equal(await choose(mine, null), 'chosen')
  assert.equal((await listOf(reporterId)).leavesFrom, undefined)
  assert.equal(await remove({ ...mine, now: later(8) }, null, seat(true)), 'waits')
  assert.equal(await remove({ ...mine, now: later(15.1) }, null, seat(true)), 'removed')
  assert.ok((await told(reporterId)).includes(`removed ${own}`))
})

test('ten choices a day are told, more are not taken; staff and the public tell nobody', async () => {
  const { reporterId, mine } = await filed()
  const other = await joins(office, reporterId, 'bolak-balik@warga.example')
  const choices: string[] = []
  for (let n = 0; n < 11; n++) choices.push(await choose(mine, n % 2 ? null : other))
  assert.deepEqual([choices.filter((one) => one === 'chosen').length, choices.at(-1)], [10, 'often'])
  await told(reporterId)
  await withActor(
    db,
    { kind: 'public' },
    (tx) => tx`select contact_told('neutral.removed', '[{"way":"email"}]', now())`,
  )
  await withActor(db, mine.me.actor, (tx) => tx`select contact_told('received', '[{"way":"email"}]', now())`)
  const [row] =
    await admin`select count(*)::int as n from notice where sealed is null and state = 'queued' and report_id is null`
  assert.equal(row?.n, 0)
})

test('the letter goes to the address that was taken away, and says nothing of the report', async (t) => {
  const server = await mailServer()
  const mailer = smtpMailer(server.url)
  t.after(async () => {
    mailer.close()
    await server.close()
  })
  const { reporterId, own, mine } = await filed({ known: 'open', name: 'Sari' })
  await joins(office, reporterId, 'baru@warga.example', true)
  await told(reporterId)
  assert.equal(await remove(mine, null, seat(false)), 'removed')
  const rows = await admin<{ id: number }[]>`
    select id::int from notice where reporter_id = ${reporterId} and kind = 'neutral.removed' order by id`
  for (const { id } of rows) assert.equal(await sendNotice(office.post, mailer, id, monday), 'sent')
  assert.deepEqual(server.received.map(({ to }) => to[0]).sort(), ['baru@warga.example', own])
  for (const { text } of server.received) {
    assert.match(text, /^Halo,\n\nSebuah alamat atau nomor dihapus/)
    assert.doesNotMatch(text, /https?:|Sari|laporan|rusak/)
  }
})

test('a number hears of it by SMS, also when it was taken away', async () => {
  const { reporterId, mine } = await filed()
  const id = await joins(office, reporterId, '081200055501')
  assert.equal(await remove(mine, id, seat(true)), 'removed', 'a joined one goes at once')
  const [row] = await admin<{ id: number }[]>`
    select id::int from notice where reporter_id = ${reporterId} and kind = 'neutral.removed' and channel = 'sms'`
  const texts: { to: string; text: string }[] = []
  const gateway: Gateway = {
    close: () => {},
    send: async (text) => {
      texts.push(text)
      return { ok: true }
    },
  }
  assert.equal(await sendText(office.post, gateway, line, row?.id ?? 0, monday), 'sent')
  assert.equal(texts[0]?.to, '+6281200055501')
  assert.match(texts[0]?.text ?? '', /^Sebuah kontak untuk kabar dari kami dihapus\./)
  assert.ok((texts[0]?.text.length ?? 999) <= 160)
})
