import { type Hard, letter } from './letter.ts'

/** What people write around what they say: signatures, quotations, letters passed on; and how much of it. */

const utf8 = 'Content-Type: text/plain; charset=utf-8'
const says = (what: string, subject: string, body: string, title: string, ...words: string[]): Hard => ({
  what,
  raw: letter([`Subject: ${subject}`, utf8], body),
  becomes: { is: 'report', title, says: words },
})

const forwarded = `Yth. Bapak/Ibu, saya teruskan keluhan ketua RT kami.

---------- Forwarded message ---------
Dari: Budi Santoso <budi@lain.example>
Date: Sen, 23 Nov 2026 pukul 08.12
Subject: Selokan mampat
To: <rt04@lain.example>

Selokan di Jalan Flamboyan mampat dan airnya masuk ke rumah Bu Tini.
`

const quoted = `Nomor rumahnya 14, pagar biru.

Pada Sel, 24 Nov 2026 pukul 09.10 LAPOR <lapor@lapor.example>
menulis:

> Di rumah nomor berapa?
> Terima kasih.
`

export const people: readonly Hard[] = [
  says(
    'a signature under the words',
    'Angkot ugal-ugalan',
    'Angkot 05 menerobos lampu merah.\n-- \nSari\n0812-0000-0000',
    'Angkot ugal-ugalan',
    'Angkot 05',
  ),
  says('only a signature', 'Tolong', '-- \nSari Dewi\nDikirim dari iPhone saya', 'Tolong'),
  says(
    'only a quotation is taken whole',
    'Re: Undangan',
    '> Jembatan Kali Progo goyang.\n> Mohon dicek.',
    'Undangan',
    'Jembatan Kali Progo goyang.',
  ),
  says(
    'a letter passed on is kept',
    'Fwd: Selokan mampat',
    forwarded,
    'Selokan mampat',
    'ketua RT kami',
    'rumah Bu Tini',
  ),
  says(
    'the subject is the first line already',
    'Lampu mati',
    'Lampu mati di Jalan Melur.',
    'Lampu mati di Jalan Melur',
    'Jalan Melur',
  ),
  says(
    'Javanese and Arabic letters',
    'Dalan rusak',
    'ꦢꦭꦤ꧀ rusak ing ngarep masjid الرحمة.',
    'Dalan rusak',
    'ꦢꦭꦤ꧀',
    'الرحمة',
  ),
  says('a family of one emoji', 'Taman', 'Ayunan taman patah 👨‍👩‍👧‍👦', 'Taman', '👨‍👩‍👧‍👦'),
  says(
    'a whole letter in capitals',
    'TOLONG SEGERA',
    'SUDAH 3 BULAN JALAN KARTINI TIDAK DIPERBAIKI!!!',
    'TOLONG SEGERA',
    'JALAN KARTINI',
  ),
  says(
    'more words than a report holds',
    'Kronologi',
    `Awal. ${'Truk pasir lewat tiap malam. '.repeat(4_000)}`,
    'Kronologi',
    'Awal.',
    '[…]',
  ),
  says('one line of a million letters', 'Kronologi', `Mulai ${'a'.repeat(1_000_000)}`, 'Kronologi', 'Mulai', '[…]'),
  says(
    'markup that a person typed',
    '<script>alert(1)</script>',
    'Situs desa menampilkan <b>galat</b> & "kutip".',
    '<script>alert(1)</script>',
    '<b>galat</b>',
  ),
  says(
    'words like commands of a database',
    "Robert'); drop table report;--",
    'Nama jalan: Jalan O’Brien.',
    "Robert'); drop table report;--",
    'O’Brien',
  ),
  says('words like a header', 'Lampu', 'Auto-Submitted: auto-replied\nLampu taman mati.', 'Lampu', 'Lampu taman mati.'),
  says(
    'advertising goes to the operator like the rest',
    'PINJAMAN CEPAT CAIR 5 MENIT',
    'Klik http://pinjam.example sekarang, tanpa BI checking!',
    'PINJAMAN CEPAT CAIR 5 MENIT',
    'pinjam.example',
  ),
  {
    what: 'an answer under which the question is quoted',
    raw: letter(['Subject: Re: Laporan Anda', utf8], quoted),
    to: 'reply',
    becomes: { is: 'reply', says: 'Nomor rumahnya 14, pagar biru.' },
  },
  {
    what: 'an answer from somebody else’s address',
    raw: letter(['Subject: Re: Laporan Anda', utf8], quoted, 'Budi <budi@lain.example>'),
    to: 'reply',
    becomes: { is: 'parked', reason: 'other-sender' },
  },
  {
    what: 'an answer from two senders',
    raw: letter(['Subject: Re: Laporan Anda', 'From: budi@lain.example', utf8], quoted),
    to: 'reply',
    becomes: { is: 'parked', reason: 'other-sender' },
  },
  {
    what: 'an answer without a word',
    raw: letter(['Subject: Re: Laporan Anda', utf8], '\n'),
    to: 'reply',
    becomes: { is: 'noise', reason: 'empty' },
  },
]
