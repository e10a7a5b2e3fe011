import { type Hard, letter, multipart, parts } from './letter.ts'

/** Letters that no person wrote: never a report, never answered. */

const body = 'Saya sedang cuti sampai 30 November 2026 dan akan membalas setelah kembali.'
const noise = (
  what: string,
  reason: string,
  lines: readonly string[],
  more: Partial<Hard> & { by?: string } = {},
): Hard => ({
  what,
  raw: letter(['Subject: Laporan Anda', ...lines], body, more.by),
  ...(more.from !== undefined && { from: more.from }),
  ...(more.to && { to: more.to }),
  becomes: { is: 'noise', reason },
})

const status = (action: string, code: string): string =>
  `Reporting-MTA: dns; mx.warga.example\r\n\r\nFinal-Recipient: rfc822; sari@warga.example\r\nAction: ${action}\r\nStatus: ${code}\r\n`
const returned = (what: string, to: 'mailbox' | 'reply' | 'bounce', said: string, becomes: Hard['becomes']): Hard => ({
  what,
  to,
  from: '',
  becomes,
  raw: letter(
    [
      'Subject: Undelivered Mail Returned to Sender',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="dsn"',
    ],
    parts(
      'dsn',
      ['Content-Type: text/plain', 'Surat tidak dapat disampaikan.'],
      ['Content-Type: message/delivery-status', said],
      ['Content-Type: text/rfc822-headers', 'Subject: Laporan Anda diterima\r\nX-Lapor: 1'],
    ),
    'MAILER-DAEMON@warga.example',
  ),
})

export const machines: readonly Hard[] = [
  noise('Auto-Submitted', 'auto-submitted', ['Auto-Submitted: auto-replied']),
  noise('Auto-Submitted with a comment and capitals', 'auto-submitted', ['AUTO-SUBMITTED: Auto-Generated (cuti)']),
  noise('Precedence: bulk', 'bulk', ['Precedence: bulk']),
  noise('Precedence: junk', 'bulk', ['Precedence: junk']),
  noise('a mailing list', 'list', ['List-Id: Warga RW 05 <rw05.milis.example>']),
  noise('an advertisement that one can leave', 'list', ['List-Unsubscribe: <https://toko.example/keluar>']),
  noise('X-Auto-Response-Suppress', 'suppressed', ['X-Auto-Response-Suppress: All']),
  noise('X-Autoreply', 'out-of-office', ['X-Autoreply: yes']),
  noise('no sender on the envelope', 'null-sender', [], { from: '' }),
  noise('Return-Path <>', 'null-sender', ['Return-Path: <>']),
  noise('a daemon', 'daemon', [], { by: 'Mail Delivery System <MAILER-DAEMON@mx.warga.example>' }),
  noise('an address that is not answered', 'daemon', [], { by: 'Bank <no-reply@bank.example>' }),
  noise('our own letter that comes back', 'own', ['X-Lapor: 1']),
  noise('a letter that says it is from us', 'own', [], { by: 'LAPOR <lapor@lapor.example>' }),
  noise('out of office to an address for answers', 'auto-submitted', ['Auto-Submitted: auto-replied'], { to: 'reply' }),
  {
    what: 'a subject that only a program writes (English)',
    raw: letter(['Subject: Automatic reply: Laporan Anda diterima'], 'I am out of the office until Monday.'),
    becomes: { is: 'noise', reason: 'out-of-office' },
  },
  {
    what: 'a subject that only a program writes (Indonesian), in code words',
    raw: letter(['Subject: =?utf-8?Q?Balasan_otomatis=3A_Laporan_Anda?='], body),
    becomes: { is: 'noise', reason: 'out-of-office' },
  },
  {
    what: 'who is away and says so as a citizen is heard',
    raw: letter(['Subject: Petugas tidak ada di tempat'], 'Loket kecamatan kosong, katanya sedang cuti semua.'),
    becomes: { is: 'report', title: 'Petugas tidak ada di tempat', says: ['Loket kecamatan'] },
  },
  {
    what: 'a receipt that a letter was read',
    raw: letter(
      [
        'Subject: Dibaca: Laporan Anda',
        multipart('report', 'mdn').replace('report;', 'report; report-type=disposition-notification;'),
      ],
      parts(
        'mdn',
        ['Content-Type: text/plain', 'Surat Anda telah dibaca.'],
        [
          'Content-Type: message/disposition-notification',
          'Disposition: manual-action/MDN-sent-automatically; displayed',
        ],
      ),
    ),
    becomes: { is: 'noise', reason: 'receipt' },
  },
  returned('a bounce that nobody signed', 'mailbox', status('failed', '5.1.1'), {
    is: 'noise',
    reason: 'unsigned-bounce',
  }),
  returned('a bounce to an address for answers', 'reply', status('failed', '5.1.1'), {
    is: 'noise',
    reason: 'unsigned-bounce',
  }),
  returned('a bounce that we signed, for a while', 'bounce', status('delayed', '4.4.1'), { is: 'bounce' }),
  returned('a bounce that we signed, for good', 'bounce', status('failed', '5.1.1'), { is: 'bounce' }),
  returned('word that a letter of ours arrived', 'bounce', status('delivered', '2.0.0'), {
    is: 'noise',
    reason: 'delivered',
  }),
  returned('a bounce of garbage', 'bounce', '\0\0\0', { is: 'noise', reason: 'delivered' }),
]
