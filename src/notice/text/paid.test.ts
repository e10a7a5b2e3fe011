import assert from 'node:assert/strict'
import { test } from 'node:test'
import { joining, joins, newsOf, told } from '../../../test/contacts.ts'
import { by, monday, people, scene } from '../../../test/post.ts'
import { contactsOf } from '../../contact/read.ts'
import { withActor } from '../../db/actor.ts'
import { heldBack } from '../../inbox/channels.ts'
import { actorOf } from '../../person/may.ts'
import { affords } from './paid.ts'
import { sendText } from './send.ts'

/** What one report may cost in short messages. */

test('the second half is kept for what matters, and all of it is the end', () => {
  assert.equal(affords('forwarded', 0, 1, 4), true)
  assert.equal(affords('forwarded', 1, 1, 4), true)
  assert.equal(affords('forwarded', 2, 1, 4), false)
  for (const kind of ['asked', 'questioned', 'answered', 'resolved', 'reminderConfirm', 'neutral.act'] as const) {
    assert.equal(affords(kind, 2, 2, 4), true, kind)
    assert.equal(affords(kind, 3, 2, 4), false, kind)
  }
})

const office = await scene()
const { db, admin } = office
const line = {
  service: 'LAPOR',
  site: 'lapor.example',
  number: '1708',
  countries: ['62'],
  mostADay: 900,
  mostAReport: 4,
}
const sent: string[] = []
const gateway = { close: () => {}, send: async ({ text }: { text: string }) => ({ ok: true, ...(sent.push(text) && {}) }) as const } // biome-ignore format: one gateway
const classing = { class: 'complaint', oversight: false, categoryCode: undefined, note: '', assisting: [] } as const

async function filed(phone: string) {
  const report = await office.file({ text: 'Air mati.', reach: 'phone', phone })
  const sends = async (n: number) => {
    const own = await admin<{ id: number }[]>`
      select id::int from notice where id in ${admin([0, ...(await told(office, report.reportId, n))])} and reporter_id is not null`
    for (const { id } of own) await sendText(office.post, gateway, line, id, monday)
  }
  await sends(1)
  const states = async () =>
    (await newsOf(office, report.reporterId)).map(({ channel, state }) => `${channel} ${state}`)
  return { ...report, sends, states }
}

test('news that the report cannot afford is held back, said on its page and counted; what is asked still goes', async () => {
  const { reporterId, reference, sends, states } = await filed('081234560001')
  await admin`update notice set parts = 2 where reporter_id = ${reporterId}`
  await office.does(by('centre'), reference, 'ask', { text: 'Di mana?' })
  await sends(2)
  assert.deepEqual(await states(), ['sms sent', 'sms sent'])
  await office.does({ kind: 'reporter', reporterId }, reference, 'complete', { text: 'Di Turi.' })
  await office.does(by('centre'), reference, 'forward', { agencyId: 2, ...classing, assisting: [] })
  await sends(4)
  assert.deepEqual(await states(), ['sms sent', 'sms sent', 'sms withheld'])
  const { me } = await joining(office, reporterId)
  const contacts = await withActor(db, me.actor, (tx) => contactsOf(tx, office.keys, reporterId, monday))
  assert.deepEqual([contacts.held, contacts.unreached], [1, false])
  const centre = { ...actorOf(people.centre), manages: true }
  const figure = await withActor(db, centre, (tx) => heldBack(tx, monday))
  assert.deepEqual(figure, { news: 1, reports: 1 })
})

test('what was held back goes to a proved address, which costs nothing', async () => {
  const { reporterId, reference, sends } = await filed('081234560002')
  await joins(office, reporterId, 'gratis@warga.example')
  await admin`update notice set parts = 4 where reporter_id = ${reporterId} and parts is not null`
  await office.does(by('centre'), reference, 'forward', { agencyId: 2, ...classing, assisting: [] })
  await sends(2)
  const news = await newsOf(office, reporterId)
  assert.deepEqual(news.slice(-2).map(({ channel, state }) => `${channel} ${state}`), ['sms withheld', 'email queued']) // biome-ignore format: one list
})

test('many at once do not spend the same', async () => {
  const { reporterId } = await filed('081234560003')
  await admin`update notice set parts = 3 where reporter_id = ${reporterId} and parts is not null`
  const ids = await admin<{ id: number }[]>`
    insert into notice (report_id, n, reporter_id, kind, channel, language, state, created_at)
    select report_id, n, reporter_id, kind, channel, language, 'queued', created_at from (
      select report_id, 1 as n, reporter_id, k.kind, channel, language, created_at from notice, unnest(array['answered', 'asked', 'resolved', 'reminderConfirm']) k(kind)
      where reporter_id = ${reporterId} and notice.kind = 'received') x returning id::int`
  const outcomes = await Promise.allSettled(ids.map(({ id }) => sendText(office.post, gateway, { ...line, mostAReport: 5 }, id, monday))) // biome-ignore format: one call
  const [paid] = await admin`select sum(parts)::int as parts from notice where reporter_id = ${reporterId} and state = 'sent'` // biome-ignore format: one query
  assert.ok((paid?.parts ?? 0) <= 5, `${paid?.parts} parts: ${outcomes.map((one) => one.status)}`)
})
