import { base64, type Hard, letter, multipart, parts, pngs, word } from './letter.ts'
import { lzfu, tnef } from './tnef.ts'
import { uu } from './uuencode.ts'

/** What is sent with a letter: pictures with hostile names, Outlook's wrapping, calendars, cards, sealed words. */

const plain = 'Content-Type: text/plain; charset=utf-8'
const say = 'Atap SDN Sukamaju 2 bocor, lihat lampiran.'
const title = 'Atap sekolah bocor'
const subject = `Subject: ${title}`
type Enclosed = Readonly<{ type?: string; name?: string; bytes: Uint8Array | string }>
const picture = Buffer.from(pngs[0], 'base64')

const enclosing = (...files: readonly Enclosed[]): Buffer =>
  letter(
    [subject, multipart('mixed', 'f')],
    parts(
      'f',
      [plain, say],
      ...files.map(({ type = 'application/octet-stream', name, bytes }): [string, string] => [
        `Content-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment${name === undefined ? '' : `; filename=${name}`}`,
        base64(bytes),
      ]),
    ),
  )
const holds = (what: string, files: number, raw: Buffer, ...more: string[]): Hard => ({
  what,
  raw,
  becomes: { is: 'report', title, says: [say, ...more], files, ...(more.length === 0 && { never: /tidak disimpan/ }) },
})
const named = (what: string, name: string): Hard => holds(what, 1, enclosing({ name, bytes: picture }))

export const calendar = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART:20261201T020000Z\r\nSUMMARY:Rapat warga RW 05\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`
const card = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Pak Lurah\r\nTEL:021-000\r\nEND:VCARD\r\n'
const wrapped = (inside: Parameters<typeof tnef>[0]) => ({
  type: 'application/ms-tnef',
  name: 'winmail.dat',
  bytes: tnef(inside),
})
const alone = (inside: Parameters<typeof tnef>[0]) =>
  letter(
    [subject, 'Content-Type: application/ms-tnef; name=winmail.dat', 'Content-Transfer-Encoding: base64'],
    base64(tnef(inside)),
  )

const pkcs = (type: string) =>
  letter(
    [
      subject,
      `Content-Type: application/pkcs7-mime; smime-type=${type}; name=smime.p7m`,
      'Content-Transfer-Encoding: base64',
    ],
    base64('0\x82\x01'),
  )
const sealed = { is: 'parked', reason: 'encrypted' } as const

export const enclosed: readonly Hard[] = [
  named('a name that climbs and ends in a zero', '"../../etc/passwd\0.jpg"'),
  named('a name of a server’s own file', '.htaccess'),
  named('a name that reads from right to left', `"${word('foto\u202egpj.exe')}"`),
  named('a name of invisible signs', `"${word('\u200b\u2060\ufeff.png')}"`),
  named('a name of four thousand letters', `"${'a'.repeat(4096)}.png"`),
  named('a name that breaks the line', `"${word('a\r\nSet-Cookie: x=y\0.png')}"`),
  named('a name in parts (RFC 2231)', "x;\r\n filename*0*=utf-8''foto%20;\r\n filename*1*=%E2%80%93.png"),
  holds('a picture without a name', 1, enclosing({ type: 'image/png', bytes: picture })),
  holds(
    'a picture that says it is a program',
    1,
    enclosing({ type: 'application/x-msdownload', name: 'a.exe', bytes: picture }),
  ),
  holds(
    'a page that says it is a picture',
    0,
    enclosing({ type: 'image/png', name: 'foto.png', bytes: '<svg onload="alert(1)"/>' }),
    '[1 lampiran surat tidak disimpan: png.]',
  ),
  holds(
    'papers of an office, told without their names',
    0,
    enclosing({ name: 'KTP-Sari.docx', bytes: 'PK\x03\x04x' }, { name: 'film.MP4', bytes: 'ftyp' }),
    '[2 lampiran surat tidak disimpan: docx, mp4.]',
  ),
  holds(
    'seven pictures of which five are kept',
    5,
    enclosing(
      ...[...Array(7).keys()].map((n) => ({ name: `${n}.png`, bytes: Buffer.concat([picture, Buffer.from([n])]) })),
    ),
    '[2 lampiran surat tidak disimpan: png.]',
  ),
  holds(
    'the same picture twice is one',
    1,
    enclosing({ name: 'a.png', bytes: picture }, { name: 'b.png', bytes: picture }),
  ),
  holds('an attachment of nothing', 0, enclosing({ name: 'kosong.png', bytes: '' })),
  holds('a calendar', 1, enclosing({ type: 'text/calendar; method=REQUEST', name: 'undangan.ics', bytes: calendar })),
  holds('a visiting card', 1, enclosing({ type: 'text/vcard', name: 'lurah.vcf', bytes: card })),
  holds(
    'a calendar with a page in it',
    0,
    enclosing({ type: 'text/calendar', name: 'x.ics', bytes: '<html><script>alert(1)</script></html>' }),
    '[1 lampiran surat tidak disimpan: ics.]',
  ),
  holds(
    'a calendar with zeroes in it',
    0,
    enclosing({ type: 'text/calendar', name: 'x.ics', bytes: calendar.replace('Rapat', 'Ra\0pat') }),
    'ics.]',
  ),
  holds(
    'a picture and a card in a winmail.dat beside words',
    2,
    enclosing(
      wrapped({
        body: 'lain',
        files: [
          { name: 'foto.png', type: 'image/png', bytes: picture },
          { name: 'lurah.vcf', bytes: Buffer.from(card) },
        ],
      }),
    ),
  ),
  holds('a winmail.dat and nothing else', 1, alone({ body: say, files: [{ name: '../../foto.png', bytes: picture }] })),
  holds('a winmail.dat with words in HTML', 0, alone({ html: `<p>${say}</p><script>alert(1)</script>` })),
  holds('a winmail.dat with words in rich text', 0, alone({ rich: lzfu(`{\\rtf1\\ansi {\\*\\x y}${say}}`) })),
  holds(
    'a winmail.dat that is cut off',
    0,
    enclosing({
      type: 'application/ms-tnef',
      name: 'winmail.dat',
      bytes: tnef({ body: 'x', files: [{ name: 'a', bytes: picture }] }).subarray(0, 90),
    }),
    '[1 lampiran surat tidak disimpan: dat.]',
  ),
  holds(
    'a picture among the words (uuencode)',
    1,
    letter([subject], `${say}\n\n${uu('atap.png', picture)}\n\nTerima kasih.`),
    'Terima kasih.',
  ),
  holds(
    'a beginning of uuencode without an end',
    0,
    letter([subject], `${say}\nbegin 644 foto.png\nM!!!`),
    'begin 644 foto.png',
  ),
  holds(
    'signed with S/MIME',
    0,
    letter(
      [subject, 'Content-Type: multipart/signed; protocol="application/pkcs7-signature"; boundary=s'],
      parts(
        's',
        [plain, say],
        [
          'Content-Type: application/pkcs7-signature; name=smime.p7s\r\nContent-Transfer-Encoding: base64',
          base64('0\x82'),
        ],
      ),
    ),
  ),
  holds(
    'signed with PGP among the words',
    0,
    letter(
      [subject],
      `-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n${say}\n-----BEGIN PGP SIGNATURE-----\n\niQ==\n-----END PGP SIGNATURE-----\n`,
    ),
  ),
  { what: 'sealed with S/MIME', raw: pkcs('enveloped-data'), becomes: sealed },
  {
    what: 'sealed with PGP/MIME',
    raw: letter(
      [subject, 'Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=p'],
      parts(
        'p',
        ['Content-Type: application/pgp-encrypted', 'Version: 1'],
        ['Content-Type: application/octet-stream', '-----BEGIN PGP MESSAGE-----\n\nhQ==\n-----END PGP MESSAGE-----'],
      ),
    ),
    becomes: sealed,
  },
  {
    what: 'sealed with PGP among the words',
    raw: letter([subject], '-----BEGIN PGP MESSAGE-----\n\nhQ==\n-----END PGP MESSAGE-----\n'),
    becomes: sealed,
  },
  {
    what: 'a picture and not a word',
    raw: letter(['Subject: ', 'Content-Type: image/png', 'Content-Transfer-Encoding: base64'], base64(picture)),
    becomes: { is: 'report', title: '[lampiran]', files: 1 },
  },
]
