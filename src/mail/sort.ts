import type { Keys } from '../person/seal.ts'
import { readAddress } from './address.ts'
import { automatic, type Own } from './automatic.ts'
import { type Bounce, readBounce } from './bounce.ts'
import type { Envelope, Letter } from './letter.ts'

/** What a letter is, before anything is done about it: a bounce, noise, an answer or a new report. Pure. */

export type Sorted =
  | { is: 'bounce'; noticeId: number; bounce: Bounce }
  | { is: 'noise'; reason: string }
  /** Of the correspondent whose signed address it was sent to; whether it is theirs is another question. */
  | { is: 'reply'; reporterId: number }
  | { is: 'report' }
  /** Nobody here has the key. */
  | { is: 'encrypted' }

export type Mailbox = Readonly<{ address: string; own: Own }>

export function sort(keys: Keys, { address, own }: Mailbox, letter: Letter, envelope: Envelope): Sorted {
  const first = (purpose: 'reply' | 'bounce') =>
    envelope.to.map((to) => readAddress(keys, address, purpose, to)).find((id) => id !== undefined)
  const status = letter.enclosures.find(({ type }) => type === 'message/delivery-status')
  if (status) {
    const noticeId = first('bounce')
    const bounce = readBounce(Buffer.from(status.bytes).toString('latin1'))
    if (noticeId === undefined) return { is: 'noise', reason: 'unsigned-bounce' }
    return bounce ? { is: 'bounce', noticeId, bounce } : { is: 'noise', reason: 'delivered' }
  }
  const reason = automatic(letter, envelope, own)
  if (reason) return { is: 'noise', reason }
  if (isEncrypted(letter)) return { is: 'encrypted' }
  const reporterId = first('reply')
  if (reporterId !== undefined) return { is: 'reply', reporterId }
  return letter.text || letter.subject || letter.enclosures.length > 0
    ? { is: 'report' }
    : { is: 'noise', reason: 'empty' }
}

const sealed = /^application\/((x-)?pkcs7-mime|pgp-encrypted)$/

/** S/MIME and PGP hide the words in a file or in a block of letters. */
const isEncrypted = ({ text, enclosures }: Letter) =>
  (text === '' && enclosures.some(({ type }) => sealed.test(type))) || /^-----BEGIN PGP MESSAGE-----/.test(text)
