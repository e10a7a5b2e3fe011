import assert from 'node:assert/strict'
import { test } from 'node:test'
import { town } from '../../../../test/doors/town.ts'
import { keys } from '../../../../test/heart.ts'
import { Visitor } from '../../../../test/visitor.ts'
import { accepting } from '../../../inbox/accept.ts'

/** Messages that were set aside, in the hands of the centre's administrators. */

const t = await town()
const nobody = new Visitor(t.site)
const accept = accepting(t.db.intake, keys)

async function aside(text: string, reason = 'not-a-report'): Promise<number> {
  const message = { from: '081200000001', to: '1708', text }
  const { key } = await accept({
    channel: 'sms',
    account: '1708',
    providerId: text,
    fingerprint: Buffer.from(text),
    message,
    receivedAt: new Date('2026-03-02T02:00:00Z'),
  })
  const [row] =
    await t.admin`update inbox set state = 'parked', reason = ${reason} where key = ${key} returning id::int as id`
  return row?.id ?? 0
}
const stateOf = async (id: number) => (await t.admin`select state, outcome, reason from inbox where id = ${id}`)[0]

test('the centre sees every channel, reads a message once more or makes it a report, once', async () => {
  const admin = await t.visitor('centreAdministrator', nobody, nobody)
  const [first, second] = [await aside('Lampu di gang mati, tolong dibaca.'), await aside('Jalan di gang rusak.')]
  const page = await admin.get('/kelola/kanal')
  assert.match(page.text, /Email/)
  assert.match(page.text, new RegExp(`/kelola/kanal/${first}"[\\s\\S]*Tidak terbaca sebagai laporan`))
  assert.match((await admin.get(`/kelola/kanal/${first}`)).text, /Lampu di gang mati, tolong dibaca\./)

  assert.equal((await admin.post(`/kelola/kanal/${first}`, { text: '' })).status, 422)
  assert.equal((await admin.post(`/kelola/kanal/${first}`, { text: 'Lampu di gang mati.' })).status, 303)
  assert.deepEqual({ ...(await stateOf(first)) }, { state: 'done', outcome: 'report', reason: 'by-hand' })
  assert.equal((await admin.post(`/kelola/kanal/${first}`, { text: 'Lampu di gang mati.' })).status, 404)
  const made = await t.admin`select channel from report where text = 'Lampu di gang mati.'`
  assert.deepEqual(
    made.map(({ channel }) => channel),
    ['sms'],
  )

  assert.equal((await admin.post(`/kelola/kanal/${second}/ulang`, {})).status, 303)
  assert.equal((await stateOf(second))?.state, 'waiting')
  const jobs = await t.admin`select from outbox where task = 'read' and (payload ->> 'inboxId')::int = ${second}`
  assert.equal(jobs.count, 2, 'the work of reading it is there again')
})

test('courtesies stand apart, with their words, and are put away together; what came meanwhile stays', async () => {
  const admin = await t.visitor('centreAdministrator', nobody, nobody)
  const [first, trouble] = [await aside('Terima kasih pak', 'chatter'), await aside('Rusak')]
  const page = await admin.get('/kelola/kanal')
  assert.match(page.text, /Obrolan yang disisihkan[\s\S]*Terima kasih pak/)
  const later = await aside('Halo min', 'chatter')
  assert.equal((await admin.post('/kelola/kanal/lihat', { id: [String(first)] })).status, 303)
  assert.deepEqual({ ...(await stateOf(first)) }, { state: 'done', outcome: 'noise', reason: 'chatter' })
  assert.equal((await stateOf(later))?.state, 'parked')
  assert.equal((await stateOf(trouble))?.state, 'parked')
})

test('nobody else knows of messages: other administrators, operators, supervisors', async () => {
  const id = await aside('Rahasia orang lain.')
  for (const column of ['blitarAdministrator', 'kediriAdministrator', 'centreOperator', 'blitarSupervisor'] as const) {
    const visitor = await t.visitor(column, nobody, nobody)
    for (const path of ['/kelola/kanal', `/kelola/kanal/${id}`])
      assert.equal((await visitor.get(path)).status, 404, `${column} ${path}`)
    assert.equal((await visitor.post(`/kelola/kanal/${id}/ulang`, {})).status, 404)
    assert.equal((await visitor.post('/kelola/kanal/lihat', { id: String(id) })).status, 404)
    assert.equal((await visitor.post(`/kelola/kanal/${id}`, { text: 'Lampu mati.' })).status, 404)
  }
  assert.equal((await stateOf(id))?.state, 'parked')
})
