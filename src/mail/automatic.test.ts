import assert from 'node:assert/strict'
import { test } from 'node:test'
import { automatic } from './automatic.ts'
import type { Letter } from './letter.ts'

const own = { domain: 'lapor.example', addresses: ['lapor@lapor.example'] }
const letter = (headers: Record<string, string> = {}, more: Partial<Letter> = {}): Letter => ({
  from: { address: 'sari@warga.example', name: 'Sari' },
  subject: 'Jalan rusak',
  text: 'Jalan berlubang di depan pasar.',
  messageId: '<1@warga.example>',
  headers: new Map(Object.entries(headers).map(([name, value]) => [name, [value]])),
  enclosures: [],
  ...more,
})
const person = { from: 'sari@warga.example', to: ['lapor@lapor.example'] }

const cases: [why: string | undefined, letter: Letter, envelope?: typeof person][] = [
  [undefined, letter()],
  [undefined, letter({ 'auto-submitted': 'no' })],
  [undefined, letter({ precedence: 'first-class' })],
  [undefined, letter({}, { subject: 'Tidak ada lampu di kantor desa' })],
  ['null-sender', letter(), { ...person, from: '' }],
  ['null-sender', letter({ 'return-path': '<>' })],
  ['auto-submitted', letter({ 'auto-submitted': 'auto-replied; owner-email="a@b.example"' })],
  ['auto-submitted', letter({ 'auto-submitted': 'Auto-Generated' })],
  ['list', letter({ 'list-id': '<rw05.lists.example>' })],
  ['list', letter({ 'list-unsubscribe': '<https://x.example>' })],
  ['bulk', letter({ precedence: 'bulk' })],
  ['bulk', letter({ precedence: 'auto_reply' })],
  ['suppressed', letter({ 'x-auto-response-suppress': 'DR, OOF, AutoReply' })],
  ['daemon', letter({}, { from: { address: 'MAILER-DAEMON@mx.example', name: '' } })],
  ['daemon', letter({}, { from: { address: 'no-reply@toko.example', name: '' } })],
  ['daemon', letter({}, { from: { address: 'bounce+x@toko.example', name: '' } })],
  ['out-of-office', letter({}, { subject: 'Balasan otomatis: Jalan rusak' })],
  ['out-of-office', letter({}, { subject: 'Automatic reply: Jalan rusak' })],
  ['out-of-office', letter({ 'x-autoreply': 'yes' })],
  ['own', letter({ 'x-lapor': '1' })],
  ['own', letter({}, { from: { address: 'Lapor@Lapor.example', name: '' } })],
  ['own', letter({}, { messageId: '<notice-17@lapor.example>' })],
]

test('letters of machines are told apart from letters of people, and why', () => {
  for (const [why, one, envelope = person] of cases)
    assert.equal(automatic(one, envelope, own), why, JSON.stringify([...one.headers, one.subject, one.from]))
})
