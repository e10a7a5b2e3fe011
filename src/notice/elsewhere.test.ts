import assert from 'node:assert/strict'
import { test } from 'node:test'
import { joining, joins, newsOf, reach, told } from '../../test/contacts.ts'
import { by, monday, people, scene } from '../../test/post.ts'
import { ask } from '../contact/join.ts'
import { withActor } from '../db/actor.ts'
import { unreached } from '../inbox/channels.ts'
import { tasks } from '../jobs.ts'
import { actorOf } from '../person/may.ts'
import type { Mailer, Sent } from './mailer.ts'
import { sendNotice } from './send.ts'
import { elsewhere, giveUp, Later } from './settle.ts'
import { sendText } from './text/send.ts'

/** News that does not arrive by one way goes by the next contact that is the reporter's, once. */

const office = await scene()
const { admin, db, post } = office
const line = {
  service: 'LAPOR',
  site: 'lapor.example',
  number: '1708',
  countries: ['62'],
  mostADay: 900,
  mostAReport: 90,
}
let count = 0
const mailer = (sent: Sent): Mailer => ({ close: () => {}, send: async () => sent })
const takes = mailer({ ok: true })
const refuses = mailer({ ok: false, reason: 'refused', answer: 'EENVELOPE 550' })
const gateway = (sent: Sent) => ({ close: () => {}, send: async () => sent })
const fate = (id: number | undefined, arrived: boolean) =>
  db.intake`select message_delivered(${id ?? 0}, null, ${arrived})`

/** A report with an address from a form, and contacts that were joined; and the news that it was asked about. */
async function asked({ joined = [] as string[], chosen = '' } = {}) {
  const filed = await office.file({ text: 'Air mati.', reach: 'email', email: `awal${++count}@warga.example` })
  for (const to of joined) await joins(office, filed.reporterId, to, to === chosen)
  assert.equal((await office.does(by('centre'), filed.reference, 'ask', { text: 'Di mana?' })).ok, true)
  const [id = 0] = await told(office, filed.reportId, 2)
  const news = async () => (await newsOf(office, filed.reporterId)).filter(({ n }) => n === 2)
  const states = async () => (await news()).map(({ channel, state }) => `${channel} ${state}`)
  return { ...filed, id, news, states }
}
const phone = () => `08123450${String(++count).padStart(4, '0')}`
const centre = { ...actorOf(people.centre), manages: true }
const lost = async (reference: string) =>
  (await withActor(db, centre, (tx) => unreached(tx))).filter((one) => one.reference === reference)

test('what a mail server refuses goes by the next contact, once, and the report leaves the list of the unreached', async () => {
  const { id, news, states, reference } = await asked({ joined: [phone()] })
  assert.equal(await sendNotice(post, refuses, id, monday), 'failed')
  assert.deepEqual(await states(), ['email failed', 'sms queued'])
  for (let n = 0; n < 3; n++) await withActor(db, { kind: 'system' }, (tx) => elsewhere(tx, id, monday))
  assert.equal(await sendNotice(post, refuses, id, monday), 'done')
  const [, next] = await news()
  assert.deepEqual([next?.insteadOf, (await news()).length], [id, 2])
  const [job] = await admin`select payload from outbox where task = 'deliver' and payload @> ${admin.json({ noticeId: next?.id ?? 0 })}` // biome-ignore format: one query
  assert.ok(job, 'the work of sending it is in the same transaction')
  assert.deepEqual(await lost(reference), [])
  assert.equal(await sendText(post, gateway({ ok: true }), line, next?.id ?? 0, monday), 'sent')
  assert.deepEqual(await states(), ['email failed', 'sms sent'])
})

test('when no way is left the report stands in the list, with the ways that were tried', async () => {
  const { id, news, states, reference, reporterId } = await asked({ joined: [phone()] })
  await sendNotice(post, refuses, id, monday)
  const [, next] = await news()
  const refused = { ok: false, reason: 'refused', answer: 'no such number' } as const
  assert.equal(await sendText(post, gateway(refused), line, next?.id ?? 0, monday), 'failed')
  assert.deepEqual(await states(), ['email failed', 'sms failed'])
  const [row, ...more] = await lost(reference)
  assert.deepEqual([row?.ways, row?.reason, more.length], [['email', 'sms'], 'no such number', 0])
  await ask(await joining(office, reporterId), reach('lain@warga.example'), { language: 'id', address: '10.1.2.3' })
  assert.equal((await lost(reference)).length, 1, 'a code is no news')
})

test('a receipt of the network: failed goes elsewhere once; arrived, however late, stops what has not left yet', async () => {
  const number = phone()
  const { id, states, news } = await asked({ joined: [number, `kedua${count}@warga.example`], chosen: number })
  await sendText(post, gateway({ ok: true }), line, id, monday)
  await Promise.all([fate(id, false), fate(id, false), fate(id, false)])
  await fate(id, false)
  assert.deepEqual(await states(), ['sms failed', 'email queued'], 'the unproved address of the form is not used')
  await fate(id, true)
  assert.deepEqual(await states(), ['sms delivered', 'email withheld'])
  const [, next] = await news()
  assert.equal(await sendNotice(post, takes, next?.id ?? 0, monday), 'done', 'it does not leave any more')
  await fate(id, false)
  assert.deepEqual(await states(), ['sms delivered', 'email withheld'], 'what has arrived stays arrived')
})

test('a receipt that comes before we have written down that it left counts all the same', async () => {
  const number = phone()
  const { id, states } = await asked({ joined: [number, `cepat${count}@warga.example`], chosen: number })
  const quick = { close: () => {}, send: async () => ({ ok: true, ...(await fate(id, false)) }) as const }
  await sendText(post, quick as never, line, id, monday)
  assert.deepEqual(await states(), ['sms failed', 'email queued'])
})

test('an address of a form that nobody has used is no reserve; one that was used or proved is', async () => {
  const number = phone()
  const one = await asked({ joined: [number], chosen: number })
  await sendText(post, gateway({ ok: true }), line, one.id, monday)
  await fate(one.id, false)
  assert.deepEqual(await one.states(), ['sms failed'])
  const other = phone()
  const two = await asked({ joined: [other], chosen: other })
  await admin`update reporter set proved_at = now() where id = ${two.reporterId}`
  await sendText(post, gateway({ ok: true }), line, two.id, monday)
  await fate(two.id, false)
  assert.deepEqual(await two.states(), ['sms failed', 'email queued'])
})

test('each contact is tried once, and whoever wants silence has it', async () => {
  const all = await asked({ joined: [phone(), `tiga${count}@warga.example`] })
  await sendNotice(post, refuses, all.id, monday)
  for (let n = 0; n < 4; n++)
    for (const { id, channel, state } of await all.news())
      if (state === 'queued' && channel === 'sms') await sendText(post, undefined, line, id, monday)
      else if (state === 'queued') await sendNotice(post, refuses, id, monday)
  assert.deepEqual(await all.states(), ['email failed', 'sms unreachable', 'email failed'])
  const silent = await asked({ joined: [phone()] })
  await admin`update reporter set muted = true where id = ${silent.reporterId}`
  assert.equal(await sendNotice(post, takes, silent.id, monday), 'unreachable')
  assert.deepEqual(await silent.states(), ['email unreachable'])
})

test('an event is told once, whatever is chosen meanwhile', async () => {
  const number = phone()
  const { reportId, reporterId, states } = await asked({ joined: [number] })
  await admin`update reporter set news_to = (select max(id) from vault.contact where reporter_id = ${reporterId}) where id = ${reporterId}`
  assert.deepEqual(await told(office, reportId, 2), [])
  assert.deepEqual(await states(), ['email queued'])
})

test('a letter that waits too long goes elsewhere at the last try of the queue, not before', async () => {
  const busy = mailer({ ok: false, reason: 'later', answer: '451' })
  const { id, states } = await asked({ joined: [phone()] })
  const deliver = tasks({ ...post, now: () => monday, mailer: busy, store: undefined as never, url: '', log: () => {} })
    .deliver as unknown as (payload: { noticeId: number }, helpers: { job: { attempts: number; max_attempts: number } }) => Promise<void> // biome-ignore format: one type
  const tries = (attempts: number) => deliver({ noticeId: id }, { job: { attempts, max_attempts: 12 } })
  await assert.rejects(tries(11), Later)
  assert.deepEqual(await states(), ['email queued'])
  await tries(12)
  assert.deepEqual(await states(), ['email failed', 'sms queued'])
  await giveUp(db, id, monday)
  assert.deepEqual(await states(), ['email failed', 'sms queued'])
})

test('a failure and the stand-in are kept together or not at all', async () => {
  const { id, states } = await asked({ joined: [phone()] })
  await admin`alter table outbox add constraint full_up check (task <> 'deliver') not valid`
  await assert.rejects(sendNotice(post, refuses, id, monday), /full_up/)
  assert.deepEqual(await states(), ['email sending'])
  await admin`alter table outbox drop constraint full_up`
})
