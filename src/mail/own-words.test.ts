import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newWords, ownWords } from './own-words.ts'

const said = 'Lubangnya di depan warung Bu Tini.\nSudah dua minggu.'
const answers = [
  `${said}\n\nPada Sel, 24 Nov 2026 pukul 09.12 Lapor <lapor@lapor.example> menulis:\n> Di mana lubangnya?\n> Kapan?`,
  `${said}\r\n\r\nPada tanggal Sel, 24 Nov 2026 pukul 09.12 Lapor\r\n<lapor+r17.0af@lapor.example> menulis:\r\n\r\n> Di mana?`,
  `${said}\n\nOn Tue, Nov 24, 2026 at 9:12 AM Lapor <lapor@lapor.example> wrote:\n\n> Where?`,
  `${said}\n\n-----Original Message-----\nFrom: Lapor\nWhere?`,
  `${said}\n\n________________________________\nDari: Lapor\nDikirim: Selasa\nKepada: Sari\nPerihal: x\n\nDi mana?`,
  `${said}\n\n*Dari:* Lapor\n*Dikirim:* Selasa\n*Kepada:* Sari\n*Perihal:* x\n\nDi mana?`,
  `> Di mana?\n${said}\n\n-- \nSari, RT 03`,
  `${said}\n\nDikirim dari iPhone saya\n`,
]

test('of an answer only what is new is kept', () => {
  for (const answer of answers) assert.equal(ownWords(answer), said, answer)
})

test('what looks like a quotation and is all there is, is kept', () => {
  assert.equal(ownWords('> Di mana?\n> Di pasar.'), '> Di mana?\n> Di pasar.')
  assert.equal(
    ownWords('Pada hari Senin petugas menulis surat tilang tanpa alasan.'),
    'Pada hari Senin petugas menulis surat tilang tanpa alasan.',
  )
  assert.equal(ownWords('Kepada: Bapak Wali Kota\nTolong jalan kami.'), 'Kepada: Bapak Wali Kota\nTolong jalan kami.')
})

test('a new letter keeps what it forwards, and its subject when that says more', () => {
  const forwarded = 'Mohon dibantu, ini keluhan ibu saya.\n\n-----Pesan Asli-----\nDari: Ibu\nAir mati.'
  assert.equal(newWords('Fwd: Air mati', forwarded), `Air mati\n\n${forwarded}`)
  assert.equal(newWords('Air mati', 'AIR  MATI sejak Senin.\n-- \nSari'), 'AIR  MATI sejak Senin.')
  assert.equal(newWords('Re: Bls: Lampu mati', ''), 'Lampu mati')
  assert.equal(newWords('', 'Lampu mati.'), 'Lampu mati.')
})

test('no letter of words comes out empty, and none takes long', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      if (text.trim() !== '') assert.notEqual(ownWords(text), '')
    }),
  )
  const hostile = [
    'Pada '.repeat(20_000),
    '>'.repeat(100_000),
    `${'-'.repeat(50_000)} `,
    'Dari: x\n'.repeat(20_000),
    '_'.repeat(100_000),
  ]
  for (const text of hostile) assert.notEqual(ownWords(text), '')
})
