import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { formIn } from '../../../test/citizen.ts'
import { town } from '../../../test/doors/town.ts'
import { agency } from '../../../test/heart.ts'
import { Visitor } from '../../../test/visitor.ts'
import { Busy } from '../../db/batch.ts'

/** A report that somebody told, written down by an operator in their name. */

let trouble: Error | undefined
const t = await town((intake) => (filing) => (trouble ? Promise.reject(trouble) : intake(filing)))
const nobody = new Visitor(t.site)
const told = {
  kunci: 'b7f4c1de-2f0e-4c2b-9a54-0d7f2a1c9e01',
  channel: 'phone',
  language: 'id',
  text: 'Lampu mati.',
  readers: 'public',
}

test('a spoken report is written down once, in the name of who told it', async () => {
  const operator = await t.visitor('blitarOperator', nobody, nobody)
  const first = await operator.post('/meja/catat', told)
  assert.equal(first.status, 201)
  const [reference] = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(first.text) ?? []
  assert.match((await operator.post('/meja/catat', told)).text, new RegExp(`${reference}`))
  const rows = await t.admin`select channel, holder_id::int as holder from report where key = ${told.kunci}`
  assert.deepEqual({ ...rows[0] }, { channel: 'phone', holder: agency.blitar })
  const silent = await operator.post('/meja/catat', {
    ...told,
    channel: '',
    kunci: 'b7f4c1de-2f0e-4c2b-9a54-0d7f2a1c9e02',
  })
  assert.equal(silent.status, 422)
  assert.match(silent.text, /Lampu mati\./)
})

test('what citizens may not send, an operator may not send for them, and the words stay', async () => {
  const operator = await t.visitor('blitarOperator', nobody, nobody)
  const { readers, ...unasked } = told
  for (const wrong of [
    unasked,
    { ...told, happenedOn: '2099-01-01' },
    { ...told, happenedOn: '0000-01-01' },
    { ...told, areaName: 'Atlantis' },
  ]) {
    const answer = await operator.post('/meja/catat', { ...wrong, kunci: randomUUID() })
    assert.equal(answer.status, 422, JSON.stringify(wrong))
    assert.equal(formIn(answer).text, told.text)
  }
  const emoji = await operator.post('/meja/catat', { ...told, kunci: randomUUID(), text: `a${'😀'.repeat(80)}` })
  assert.equal(emoji.status, 201)
})

test('when nothing was kept, or nobody knows, the same form may be sent again', async () => {
  const operator = await t.visitor('blitarOperator', nobody, nobody)
  for (const reason of [new Busy('busy'), new Error('connection lost')]) {
    trouble = reason
    const kunci = randomUUID()
    const answer = await operator.post('/meja/catat', { ...told, kunci })
    assert.equal(answer.status, 503)
    assert.ok(answer.headers.get('retry-after'))
    assert.deepEqual([formIn(answer).text, formIn(answer).kunci], [told.text, kunci])
    trouble = undefined
    assert.equal((await operator.post('/meja/catat', formIn(answer))).status, 201)
  }
  t.logged.splice(0)
})

test('other words under a used key are another report, which gets a key of its own', async () => {
  const operator = await t.visitor('blitarOperator', nobody, nobody)
  const answer = await operator.post('/meja/catat', { ...told, text: 'Bukan lampu, jalannya.' })
  assert.equal(answer.status, 422)
  assert.notEqual(formIn(answer).kunci, told.kunci)
  assert.equal((await operator.post('/meja/catat', formIn(answer))).status, 201)
})
