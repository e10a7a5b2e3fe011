import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newReference, showReference } from '../report/reference.ts'
import { readCommand } from './command.ts'

const reference = newReference(Uint8Array.of(19, 7, 23, 4, 22, 2, 26))
const shown = showReference(reference)
const wordlike = newReference(Uint8Array.of(20, 15, 15, 16, 18, 20, 10))

// biome-ignore format: a table
const table: readonly [message: string, expected: object][] = [
  ['STATUS', { is: 'status' }],
  ['cek', { is: 'status' }],
  ['piye?', { is: 'status' }],
  ['sudah sampai mana', { is: 'status' }],
  ['Statsu', { is: 'status' }],
  [`status ${shown}`, { is: 'status', reference }],
  [shown, { is: 'status', reference }],
  [shown.replace('-', ' ').toLowerCase(), { is: 'status', reference }],
  ['ＳＴＡＴＵＳ', { is: 'status' }],
  ['lapor status', { is: 'status' }],
  ['SELESAI 4821', { is: 'confirm', code: '4821' }],
  ['sls 4821', { is: 'confirm', code: '4821' }],
  ['4821 selesai', { is: 'confirm', code: '4821' }],
  [`selesai ${shown} 4821`, { is: 'confirm', reference, code: '4821' }],
  [`selesai ${showReference(wordlike)}`, { is: 'confirm', reference: wordlike }],
  ['Wis rampung.', { is: 'confirm' }],
  ['selesia 4821', { is: 'confirm', code: '4821' }],
  ['BELUM 4821', { is: 'dispute', code: '4821' }],
  ['belum selesai', { is: 'dispute' }],
  ['tdk selesai', { is: 'dispute' }],
  ['blm 7350 lampunya nyala cuma semalam', { is: 'dispute', code: '7350', text: 'lampunya nyala cuma semalam' }],
  ['4821 belum, masih gelap', { is: 'dispute', code: '4821', text: 'masih gelap' }],
  ['4821 belum masih Gelap', { is: 'dispute', code: '4821', text: 'masih Gelap' }],
  ['belum ada yang datang', { is: 'dispute', text: 'ada yang datang' }],
  ['7350 jl Melati ds Purworejo', { is: 'answer', code: '7350', text: 'jl Melati ds Purworejo' }],
  ['7350 tambah dekat masjid', { is: 'answer', code: '7350', text: 'dekat masjid' }],
  ['LENGKAP 7350 dekat masjid', { is: 'answer', code: '7350', text: 'dekat masjid' }],
  ['4821 4', { is: 'rate', code: '4821', rating: 4 }],
  ['nilai 4821 5', { is: 'rate', code: '4821', rating: 5 }],
  ['4821 nilai 3', { is: 'rate', code: '4821', rating: 3 }],
  ['4821 9', { is: 'answer', code: '4821', text: '9' }],
  ['gak jadi', { is: 'withdraw' }],
  ['BATAL 4821', { is: 'withdraw', code: '4821' }],
  ['batalkan', { is: 'withdraw' }],
  ['KEBERATAN 4821 Ini jalan kota, bukan provinsi', { is: 'appeal', code: '4821', text: 'Ini jalan kota, bukan provinsi' }],
  ['tidak setuju 4821 salah alamat', { is: 'appeal', code: '4821', text: 'salah alamat' }],
  ['lapor baru 4821', { is: 'new', code: '4821' }],
  ['?', { is: 'help' }],
  ['bantuan', { is: 'help' }],
  ['stop 4821', { is: 'stop', code: '4821' }],
  ['jangan sms', { is: 'stop' }],
  ['tolong', { is: 'emergency' }],
  ['Tolong!!!', { is: 'emergency' }],
  ['RAHASIA kepala bagian saya minta setoran', { is: 'secret' }],
  ['Selesaikan sampah di Pasar Pon', { is: 'report' }],
  ['sudah seminggu lampu jalan mati', { is: 'report' }],
  ['batal panen karena banjir', { is: 'report' }],
  ['tolong lampu jalan mati di Kauman', { is: 'report' }],
  ['DINAS PUPR KOTA BLITAR jln kenari bendogerit berlubang', { is: 'report' }],
  ['LAPOR lampu mati di gang 3', { is: 'report' }],
  ['info lowongan kerja ada dimana', { is: 'report' }],
  ['lanjutkan', { is: 'unknown' }],
  ['4821', { is: 'unknown' }],
  ['', { is: 'unknown' }],
  ['ok pak', { is: 'unknown' }],
]

for (const [message, expected] of table)
  test(`“${message}” is ${JSON.stringify(expected)}`, () => assert.deepEqual(readCommand(message), expected))

test('any text whatever is a command, a report or gets a clear answer', () => {
  const bit = fc.oneof(
    fc.constantFrom(
      'BELUM',
      'SELESAI',
      '4821',
      shown,
      'STATUS',
      'lampu',
      'TAMBAH',
      'NILAI',
      '5',
      '?',
      '\u200b',
      '😀',
      '.',
    ),
    fc.string({ unit: 'binary', maxLength: 5 }),
  )
  const any = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(bit, { maxLength: 8 }).map((bits) => bits.join(' ')),
  )
  fc.assert(
    fc.property(any, (text) => {
      const command = readCommand(text)
      assert.ok(command.is.length > 0)
      if ('code' in command && command.code) assert.match(command.code, /^\d{4}$/)
      if ('text' in command && command.text !== undefined) assert.ok(text.includes(command.text))
    }),
    { numRuns: 500 },
  )
})
