import { type Envelope, header, type Letter } from './letter.ts'

/** Letters that no person wrote to us: they are kept, never answered and never become a report (RFC 3834). Pure. */

export type Automatic =
  | 'null-sender'
  | 'auto-submitted'
  | 'bulk'
  | 'list'
  | 'suppressed'
  | 'daemon'
  | 'out-of-office'
  | 'own'
  | 'receipt'

/** Addresses and marks by which we know our own letters. */
export type Own = Readonly<{ domain: string; addresses: readonly string[] }>

/** On every letter that leaves, so that one that comes back is known. */
export const ownMark = 'x-lapor'

const daemons = /^(mailer-daemon|postmaster|mail-daemon|no-?reply|do-?not-?reply|tidak-?dibalas|bounces?)([+._-].*)?@/i
const away =
  /^\s*(auto(matic|mated)?[ -]?(reply|response|antwort)|out of (the )?office|ooo\b|balasan otomatis|jawaban otomatis|(sedang )?tidak (berada )?di kantor|sedang cuti)/i

export function automatic(letter: Letter, envelope: Envelope, own: Own): Automatic | undefined {
  const says = (name: string) => header(letter, name)?.trim().toLowerCase() ?? ''
  const from = letter.from?.address.toLowerCase() ?? ''
  if (letter.headers.has(ownMark) || own.addresses.includes(from) || isOwnId(letter.messageId, own)) return 'own'
  if (envelope.from === '' || says('return-path') === '<>') return 'null-sender'
  if (!['', 'no'].includes(says('auto-submitted').replace(/\s*;.*/, ''))) return 'auto-submitted'
  if ([...letter.headers.keys()].some((name) => name.startsWith('list-'))) return 'list'
  if (/\b(bulk|list|junk|auto_reply)\b/.test(says('precedence'))) return 'bulk'
  if (/\b(all|autoreply|oof)\b/.test(says('x-auto-response-suppress'))) return 'suppressed'
  if (/report-type="?disposition-notification/.test(says('content-type'))) return 'receipt'
  if (daemons.test(from)) return 'daemon'
  if (letter.headers.has('x-autoreply') || letter.headers.has('x-autorespond') || away.test(letter.subject))
    return 'out-of-office'
  return undefined
}

/** Our own letters are numbered `notice-17@` our host. */
const isOwnId = (id: string | undefined, { domain }: Own) =>
  id !== undefined && /^<notice-\d+@/.test(id) && id.toLowerCase().endsWith(`@${domain}>`)
