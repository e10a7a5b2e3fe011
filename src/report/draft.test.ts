import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draft, titleOf } from './draft.ts'

const wrong = (input: unknown) =>
  Object.fromEntries((draft.safeParse(input).error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]))

test('one sentence is a report, and nothing is chosen for anybody', () => {
  const parsed = draft.parse({ text: ' Jalan rusak. ' })
  assert.equal(parsed.text, 'Jalan rusak.')
  for (const name of ['known', 'readers', 'reach', 'class', 'areaCode', 'categoryCode', 'addresseeId'] as const)
    assert.equal(parsed[name], undefined, name)
})

test('all that is wrong is said at once', () => {
  assert.deepEqual(wrong({ known: 'open', name: 'Bu Sari', reach: 'phone', email: 'x', happenedOn: '2026-13-01' }), {
    text: 'text.empty',
    happenedOn: 'when.format',
    email: 'email.format',
    phone: 'contact.empty',
    consent: 'consent.empty',
  })
  for (const nothing of [null, undefined, 'text', 1, []]) assert.equal(draft.safeParse(nothing).success, false)
})

test('a name or a contact needs consent; without them nobody is asked', () => {
  const text = 'Jalan rusak.'
  assert.deepEqual(wrong({ text, known: 'open', name: 'Bu Sari' }), { consent: 'consent.empty' })
  assert.deepEqual(wrong({ text, reach: 'email', email: 'a@contoh.example' }), { consent: 'consent.empty' })
  assert.deepEqual(wrong({ text, reach: 'email', email: 'a@contoh.example', consent: 'on' }), {})
  assert.deepEqual(wrong({ text, known: 'anonymous', name: 'Bu Sari', reach: 'none', email: 'a@contoh.example' }), {})
})

test('days are taken as a browser or as a person writes them', () => {
  for (const typed of ['2026-03-01', '1/3/2026', '01-03-2026', ' 1.3.2026 '])
    assert.equal(draft.parse({ text: 'x', happenedOn: typed }).happenedOn, '2026-03-01', typed)
})

test('the title is the first sentence, cut at a word', () => {
  assert.equal(titleOf('Jalan rusak parah. Sudah lama.'), 'Jalan rusak parah')
  assert.equal(titleOf('Lampu Gang Manggis mati\n\nSejak Senin gelap.'), 'Lampu Gang Manggis mati')
  assert.equal(titleOf('Pak,\n\nLampu mati di gang.'), 'Pak, Lampu mati di gang')
  for (let at = 0; at < 100; at++) {
    const title = titleOf(`${'a'.repeat(at)}${'😀'.repeat(60)}`)
    assert.ok(title.isWellFormed() && title.length <= 90, String(at))
    assert.ok(titleOf(`kata kata ${'b'.repeat(at)}😀 ${'😀'.repeat(60)}`).isWellFormed(), String(at))
  }
  const long = titleOf('Lampu jalan '.repeat(20))
  assert.ok(long.length <= 90)
  assert.match(long, /(Lampu|jalan)…$/)
})
