import { base64, type Hard, letter } from './letter.ts'

/** Words in the ways that machines have written them since 1990. */

const coded = (charset: string, bytes: Uint8Array, subject = 'Jalan rusak'): Buffer =>
  letter(
    [`Subject: ${subject}`, `Content-Type: text/plain; charset=${charset}`, 'Content-Transfer-Encoding: base64'],
    base64(bytes),
  )
const raw = (type: string | undefined, bytes: Buffer): Buffer =>
  letter(['Subject: Jalan rusak', ...(type ? [`Content-Type: ${type}`] : []), 'Content-Transfer-Encoding: 8bit'], bytes)
const hex = (text: string) => Buffer.from(text.replace(/ /g, ''), 'hex')
const title = 'Jalan rusak'

const read = (what: string, raw: Buffer, ...says: string[]): Hard => ({
  what,
  raw,
  becomes: { is: 'report', title, says },
})

const big = (text: string) => Buffer.from(text, 'utf16le').swap16()

export const charsets: readonly Hard[] = [
  read('UTF-8 with an emoji', coded('utf-8', Buffer.from('Lampu mati 💡 di Jalan Kenanga – gelap')), '💡', '– gelap'),
  read(
    'UTF-8 with a mark in front',
    coded('utf-8', Buffer.from('\ufeffLubang di Jalan Mawar')),
    'Lubang di Jalan Mawar',
  ),
  read('UTF-7 stays as it is written', coded('utf-7', Buffer.from('Lubang di depan +AC0- pasar')), 'Lubang di depan'),
  read('Windows-1252', coded('windows-1252', hex('4b61746120 93 7365676572 61 94')), 'Kata “segera”'),
  read('ISO-8859-1', coded('iso-8859-1', Buffer.from('Kafé di Jalan Braga', 'latin1')), 'Kafé'),
  read('ISO-8859-2', coded('iso-8859-2', hex('b3 6f64c5')), 'łod'),
  read('ISO-8859-5', coded('iso-8859-5', hex('bc dec1 dad2 d0')), 'МоСква'.slice(0, 1)),
  read('ISO-8859-15 with the euro', coded('iso-8859-15', hex('42696179612035 a4')), '5€'),
  read('ISO-2022-JP', coded('iso-2022-jp', Buffer.from('\x1b$B$3$s\x1b(B di Blok M', 'latin1')), 'こん di Blok M'),
  read('Shift_JIS', coded('shift_jis', hex('93b9 98 48')), '道路'),
  read('EUC-JP', coded('euc-jp', hex('c6bb cfa9')), '道路'),
  read('GB18030', coded('gb18030', hex('c4e3bac3')), '你好'),
  read('GBK under the name of GB2312', coded('gb2312', hex('b5c0c2b7')), '道路'),
  read('Big5', coded('big5', hex('b944 b8f4')), '道路'),
  read('EUC-KR', coded('euc-kr', hex('b5b5b7ce')), '도로'),
  read('KOI8-R', coded('koi8-r', hex('c4cfd2cfc7c1')), 'дорога'),
  read('UTF-16 little end first', coded('utf-16le', Buffer.from('Parit mampat', 'utf16le')), 'Parit mampat'),
  read('UTF-16 big end first', coded('utf-16be', big('Parit mampat')), 'Parit mampat'),
  read('UTF-16 that says its order', coded('utf-16', Buffer.from('\ufeffParit mampat', 'utf16le')), 'Parit mampat'),
  read('a charset that does not exist', coded('x-warga-9', Buffer.from('Parit mampat di RT 04')), 'Parit mampat'),
  read('UTF-8 under the name of ASCII', coded('us-ascii', Buffer.from('Lampu – mati')), 'Lampu', 'mati'),
  read(
    'Windows-1252 under the name of UTF-8',
    coded('utf-8', Buffer.from('Kaf\xe9 tutup jalan', 'latin1')),
    'tutup jalan',
  ),
  read('raw bytes of UTF-8 without a type', raw(undefined, Buffer.from('Lampu – mati')), 'Lampu – mati'),
  read(
    'raw bytes of Latin-1 without a type',
    raw(undefined, Buffer.from('Kaf\xe9 tutup jalan', 'latin1')),
    'tutup jalan',
  ),
  read('zeroes among the words', raw('text/plain', Buffer.from('Parit\0 mam\0pat')), 'Parit mampat'),
  read('bells, escapes and erasers', raw('text/plain', Buffer.from('Parit\x07 \x1b[31mmampat\x7f')), 'Parit', 'mampat'),
  {
    what: 'a subject of two charsets in three words',
    raw: letter(
      ['Subject: =?utf-8?Q?Jembatan_?= =?iso-8859-1?Q?caf=E9_?=\r\n =?utf-8?B?cmV0YWs=?='],
      'Retak di tengah, truk masih lewat.',
    ),
    becomes: { is: 'report', title: 'Jembatan café retak' },
  },
  {
    what: 'a subject cut in the middle of a letter',
    raw: letter(['Subject: =?utf-8?B?SmVtYmF0YW4g4oA=?= =?utf-8?B?kyByZXRhaw==?='], 'Retak di tengah.'),
    becomes: { is: 'report', title: 'Jembatan – retak' },
  },
  {
    what: 'quoted-printable with broken signs',
    raw: letter(
      ['Subject: Jalan rusak', 'Content-Transfer-Encoding: quoted-printable'],
      'Lubang =ZZ di=20jalan=\n Mawar =',
    ),
    becomes: { is: 'report', title, says: ['di jalan Mawar'] },
  },
  {
    what: 'base64 with rubbish in between',
    raw: letter(['Subject: Jalan rusak', 'Content-Transfer-Encoding: base64'], 'THVi*YW5n\n!!IGRp\nIGphbGFu'),
    becomes: { is: 'report', title },
  },
]
