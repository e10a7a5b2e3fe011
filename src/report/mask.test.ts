import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mask, topic } from './mask.ts'

const shown = (text: string) =>
  mask(text)
    .map((piece) => ('text' in piece ? piece.text : `[${piece.mask}]`))
    .join('')

test('numbers that tell who somebody is are taken out', () => {
  assert.equal(shown('NIK saya 3572014508900001, tolong'), 'NIK saya [nik], tolong')
  assert.equal(shown('NIK 35 72 01 45 08 90 00 01'), 'NIK [nik]')
  assert.equal(shown('hubungi 0812-3456-7890 ya'), 'hubungi [phone] ya')
  assert.equal(shown('WA +62 812 3456 789'), 'WA [phone]')
  assert.equal(shown('NIK ３５７２０１４５０８９００００１'), 'NIK [nik]')
  assert.equal(shown('hp 0812\u200B34567890'), 'hp [phone]')
  assert.equal(shown('surel siti.aminah@contoh.example saja'), 'surel [email] saja')
  assert.equal(shown('motor AG 4213 KX parkir'), 'motor [plate] parkir')
  assert.equal(shown('transfer ke rekening BRI 0021 0100 1234 567'), 'transfer ke rekening BRI [account]')
})

test('other numbers stay', () => {
  for (const text of [
    'harga Rp15.000',
    'lubang 20 cm sejak 2026',
    'tiang TMN-114',
    'RT 03 RW 05',
    'KM 3 ARAH kota',
    'nomor 9999999999999999',
  ]) {
    assert.equal(shown(text), text)
  }
})

test('a long hostile text takes linear time', () => {
  for (const bad of ['0'.repeat(100_000), 'a@'.repeat(50_000), '62 '.repeat(30_000), 'AB 1 '.repeat(20_000)]) {
    assert.ok(mask(bad).length > 0)
  }
})

test('a topic is a text without private data and without the words that announce them', () => {
  assert.match(topic('Lampu mati. NIK saya: 3572014107900001, nomor HP 081234567890.'), /^Lampu mati\.\s+,\s+\.$/)
  assert.equal(topic('NIK saya ganda di dua KK'), 'NIK saya ganda di dua KK')
  assert.match(topic('NIK saya ganda: 3572014107900001'), /^NIK saya ganda/)
})
