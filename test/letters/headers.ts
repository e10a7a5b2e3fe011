import { type Hard, letter, word } from './letter.ts'

/** Letters whose head is broken, or written to look like somebody else's. */

const unsure = '[Pengirim surat ini tidak dapat dipastikan.]'
const body = 'Lampu jalan mati di Gang Delima sejak Jumat.'
const title = 'Lampu jalan mati'
const subject = `Subject: ${title}`
const bare = (...lines: string[]): Buffer => Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1')

/** Nobody is answered, and who reads the report is told why. */
const nobody = (what: string, raw: Buffer): Hard => ({
  what,
  raw,
  becomes: { is: 'report', title, says: [body, unsure], answered: false },
})
const whoever = (what: string, raw: Buffer, as = title): Hard => ({
  what,
  raw,
  becomes: { is: 'report', title: as, says: [body], never: /Pengirim surat ini/ },
})

export const heads: readonly Hard[] = [
  whoever('a subject that is folded strangely', letter(['Subject: Lampu\r\n jalan\r\n\t  mati'], body)),
  whoever(
    'line feeds alone',
    Buffer.from(`From: Sari <sari@warga.example>\n${subject}\nMessage-ID: <lf@warga.example>\n\n${body}\n`),
  ),
  whoever('a comment in the address', letter([subject], body, '(Bu) sari(RT 3)@warga.example (Sari)')),
  whoever(
    'a name in quotes with a comma and an address',
    letter([subject], body, '"Dewi, Sari <kepala@kantor.example>" <sari@warga.example>'),
  ),
  whoever(
    'a name in code words',
    letter([subject], body, `${word('Bu Sári <kepala@kantor.example>')} <sari@warga.example>`),
  ),
  whoever(
    'line breaks and zeroes in a coded subject',
    letter([`Subject: ${word('Lampu\r\nBcc: z@z.example\0 jalan mati')}`], body),
    'Lampu Bcc: z@z.example jalan mati',
  ),
  whoever(
    'line breaks in a coded name',
    letter([subject], body, `${word('Sari\r\nBcc: z@z.example\0')} <sari@warga.example>`),
  ),
  whoever(
    'signs that turn the line about in the subject',
    letter([`Subject: ${word('Lampu \u202ejalan\u2066 mati')}`], body),
  ),
  whoever(
    'half a letter of an emoji in the subject',
    letter(['Subject: =?utf-16be?B?AEwAYQBtAHAAddg9?= jalan mati'], body),
    'Lampu\ufffd jalan mati',
  ),
  whoever('a header without a colon', letter(['Ini bukan header', subject], body)),
  whoever('a header of a hundred thousand letters', letter([`X-Panjang: ${'x'.repeat(100_000)}`, subject], body)),
  whoever('a date from another world', letter(['Date: Rebo Pon, 99 Suro 1959', subject], body)),
  whoever(
    'ten recipients of whom we are one',
    letter([`Cc: ${Array.from({ length: 10 }, (_, n) => `w${n}@warga.example`).join(', ')}`, subject], body),
  ),
  nobody('two From', letter([subject, 'From: kepala@kantor.example'], body)),
  nobody('two addresses in From', letter([subject], body, 'Sari <sari@warga.example>, kepala@kantor.example')),
  nobody('a group in From', letter([subject], body, 'Warga: sari@warga.example;')),
  nobody('an address inside a code word', letter([subject], body, word('Sari <sari@warga.example>'))),
  nobody('a sender who is somebody else', letter([subject, 'Sender: orang@lain.example'], body)),
  nobody(
    'a domain with a foreign letter that looks like ours',
    letter([subject], body, Buffer.from('kepala@kаntor.example').toString('latin1')),
  ),
  nobody('the same in Punycode', letter([subject], body, 'kepala@xn--kntor-3ve.example')),
  nobody('From without an address', letter([subject], body, 'Sari')),
  nobody('no From at all', bare(subject, 'Message-ID: <tanpa@warga.example>', '', body)),
  nobody('no From, no number, no date, no recipient', bare(subject, '', body)),
  {
    what: 'no empty line after the head',
    raw: bare('From: Sari <sari@warga.example>', subject, 'Message-ID: <rapat@warga.example>', body),
    becomes: { is: 'report', title },
  },
  {
    what: 'a body and no head',
    raw: bare('', body),
    becomes: { is: 'report', title: 'Lampu jalan mati di Gang Delima sejak Jumat', says: [unsure], answered: false },
  },
  {
    what: 'a subject of a thousand words',
    raw: letter([`Subject: ${'Lampu mati '.repeat(1000)}`], body),
    becomes: { is: 'report', title: 'Lampu mati', says: [body] },
  },
  {
    what: 'an address that nobody can write to',
    raw: letter([subject], body, '<sari..dewi@warga.example>'),
    becomes: { is: 'report', title, says: [body], answered: false },
  },
  { what: 'nothing but line breaks', raw: letter(['Subject: '], '\n\n\n'), becomes: { is: 'noise', reason: 'empty' } },
  {
    what: 'a subject and no words',
    raw: letter(['Subject: Banjir di Jalan Dahlia RT 05'], ''),
    becomes: { is: 'report', title: 'Banjir di Jalan Dahlia RT 05' },
  },
  {
    what: 'invisible signs alone',
    raw: letter([`Subject: ${word('\u200b\u2060')}`, 'Content-Type: text/plain; charset=utf-8'], '\u200b\u200d\ufeff'),
    becomes: { is: 'noise', reason: 'empty' },
  },
]
