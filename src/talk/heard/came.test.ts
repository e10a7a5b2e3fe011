import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { asksSecrecy, came, namesPlace, sorts } from './came.ts'

const said = (text: string, more: object = {}) => came({ text, media: [], reach: 'private', ...more })
const photo = { media: [{ ref: 'p', kind: 'image' as const }] }
const pin = { pin: { latitude: -8.09, longitude: 112.16, label: '' } }

// biome-ignore format: a table
const heard: readonly [text: string, what: ReturnType<typeof came>][] = [
  ['Lampu jalan di depan SD mati sudah seminggu',          'story'],
  ['jalan rusak',                                          'story'],
  ['min, tolong jalan di desa kami rusak parah',           'story'],
  ['Selamat pagi pak, sampah di pasar menumpuk',           'story'],
  ['banjir',                                               'short'],
  ['Halo',                                                 'greeting'],
  ['Halo min, selamat pagi',                               'greeting'],
  ['assalamualaikum wr wb pak',                            'greeting'],
  ['p',                                                    'greeting'],
  ['Terima kasih banyak pak 🙏',                           'thanks'],
  ['matur nuwun',                                          'thanks'],
  ['oke siap min',                                         'thanks'],
  ['lewati',                                               'skip'],
  ['gak ada min',                                          'skip'],
  ['tidak tahu',                                           'skip'],
  ['PINJOL cair hari ini hubungi https://pinjol.example',  'spam'],
  ['https://promo.example/menang',                         'spam'],
  ['Slot gacor maxwin malam ini',                          'spam'],
  ['👍👍',                                                  'nothing'],
  ['',                                                     'nothing'],
]

test('words are a report, a courtesy, a sale or too few', () => {
  for (const [text, what] of heard) assert.equal(said(text), what, text)
})

test('a place or a photo is taken as one, and words beside it count first', () => {
  assert.equal(said('', pin), 'pin')
  assert.equal(said('', photo), 'photo')
  assert.equal(said('ini', photo), 'photo')
  assert.equal(said('Lubang di jalan ini dalam sekali', { ...photo, ...pin }), 'story')
})

test('in public a few words in passing are no report, and handles and topics are no words', () => {
  const aloud = (text: string) => said(text, { reach: 'public' })
  assert.equal(aloud('@lapor #viral jalan rusak'), 'short')
  assert.equal(aloud('@lapor jalan di Kecamatan Sananwetan rusak parah'), 'story')
  assert.equal(aloud('@lapor mantap min'), 'thanks')
})

test('whoever writes about money and a place is heard, even with a link', () => {
  assert.equal(
    said('Ada pungli di kantor kelurahan, buktinya di https://foto.example/1, mohon ditindak segera'),
    'story',
  )
  assert.equal(
    said('Warga kena judi online di warung dekat sekolah SMP 3, tolong polisi atau satpol datang menertibkan'),
    'story',
  )
})

test('whoever complains of gambling, debts or a sale is heard, in few words and without an address', () => {
  for (const text of ['Ada judi togel di warung dekat SD', 'Warga diteror pinjol tiap malam', 'judi slot di desa kami'])
    assert.equal(said(text), 'story', text)
})

test('a courtesy of ten thousand letters is looked at once', () => {
  assert.equal(said('OK '.repeat(3_300)), 'story')
  assert.equal(said('oke siap pak, terima kasih banyak ya min'), 'thanks')
})

test('a place that was named is not asked for', () => {
  assert.ok(namesPlace('Lampu mati di Jl. Merdeka'))
  assert.ok(namesPlace('dekat pasar Templek'))
  assert.ok(!namesPlace('Listrik sering padam tiap malam'))
})

test('whoever asks that nobody learns of them is heard, and whoever only uses the word is not', () => {
  for (const text of [
    'RAHASIA ya',
    'rahasia: lurah minta uang',
    'Tolong rahasiakan nama saya',
    'jangan sebutkan identitas saya',
    'identitas saya mohon dirahasiakan',
    'lapor secara anonim',
  ])
    assert.ok(asksSecrecy(text), text)
  for (const text of [
    'Sudah bukan rahasia lagi pasar ini kotor',
    'Nama jalannya Jalan Rahasia',
    'Jangan buka portal itu',
  ])
    assert.ok(!asksSecrecy(text), text)
})

test('anything whatever is one of the sorts', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, aloud) =>
      sorts.includes(came({ text, media: [], reach: aloud ? 'public' : 'private' })),
    ),
  )
})
