import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lengthIn, longest } from '../notice/limits.ts'
import * as en from '../notice/words/en/talk.ts'
import * as id from '../notice/words/id/talk.ts'
import type { MessengerName } from './messenger.ts'
import { publicWords, spoken, toldInTalk } from './words.ts'

const most = 280

test('under a public post stands no number, no link and nothing of the case, in each way of saying it', () => {
  for (const words of [id, en])
    for (const ways of Object.values(words.inPublic))
      for (const text of ways) {
        assert.doesNotMatch(text, /[{}]|https?:|www\.|\d{4}|[0-9A-Z]{4}-[0-9A-Z]{4}/)
        assert.ok(text.length <= most, text)
      }
  const at = new Date('2026-11-25T09:30:12Z')
  assert.equal(new Set([0, 1, 2, 3].map((turn) => publicWords('told', 'id', turn, at))).size, 4)
  assert.match(publicWords('told', 'id', 0, at), / Dicatat 25 Nov 2026, 16\.30\.12 WIB\.$/)
  assert.notEqual(publicWords('told', 'id', 0, new Date(at.getTime() + 1000)), publicWords('told', 'id', 0, at))
  for (const kind of ['told', 'invite'] as const)
    for (const turn of [0, 1, 2, 3]) assert.ok(publicWords(kind, 'id', turn, at).length <= most)
})

test('both languages ask for the same facts, and buttons are as short as services want them', () => {
  const factsIn = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()
  for (const kind of Object.keys(id.told) as (keyof typeof id.told)[])
    assert.deepEqual(factsIn(en.told[kind]), factsIn(id.told[kind]), kind)
  for (const kind of Object.keys(id.replies) as (keyof typeof id.replies)[])
    assert.deepEqual(factsIn(en.replies[kind]), factsIn(id.replies[kind]), kind)
  for (const title of [...Object.values(id.buttons), ...Object.values(en.buttons)]) assert.ok(title.length <= 20, title)
})

test('what an agency writes goes whole where the service takes it, and else is cut before the sentence behind it', () => {
  const text = `${'Kami sudah memeriksa saluran di sana. '.repeat(90)}Selesai.`
  const facts = { ref: 'K7Q4-M2PX', agency: 'Dinas Bina Marga', date: '3 Des 2026', text }
  const told = (name: MessengerName) => toldInTalk('resolved', 'id', facts, name)
  for (const name of ['telegram', 'whatsapp', 'x'] as const) assert.ok(told(name).text.includes(text), name)
  for (const name of ['instagram', 'facebook'] as const) {
    const short = told(name).text
    assert.ok(lengthIn(name, short) <= longest[name].private, name)
    assert.ok(lengthIn(name, short) > longest[name].private - 120, name)
    assert.match(short, /…\n\nBenar\? Jawab SELESAI atau BELUM sampai 3 Des 2026\.$/)
  }
  assert.deepEqual(
    told('instagram').buttons.map(({ carries }) => carries),
    ['SELESAI K7Q4-M2PX', 'BELUM K7Q4-M2PX'],
  )
})

test('several answers are one message', () => {
  const { text, buttons } = spoken(['added', 'other'], 'id', { ref: 'K7Q4-M2PX' })
  assert.match(text, /laporan K7Q4-M2PX\.\n\nMasalah lain\?/)
  assert.deepEqual(buttons, [{ carries: 'BARU', title: 'Ini masalah lain' }])
})
