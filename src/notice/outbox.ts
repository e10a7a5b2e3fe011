import type { Tx } from '../db/database.ts'
import type { Lang } from './date.ts'

/** Letters that were kept instead of sent, for whoever tries the product out. */

export type KeptLetter = Readonly<{
  id: number
  messageId: string
  sender: string
  recipient: string
  language: Lang
  subject: string
  body: string
  at: Date
}>

const page = 50

/** The newest first; `to` is part of an address, `before` the last number of the page before. */
export async function keptLetters(tx: Tx, to: string, before?: number): Promise<KeptLetter[]> {
  const pattern = `%${to.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  return tx<KeptLetter[]>`
    select id, message_id, sender, recipient, language, subject, body, at from dev_mail
    where lower(recipient) like ${pattern} and id < ${before ?? Number.MAX_SAFE_INTEGER} order by id desc limit ${page}`
}

export async function keptLetter(tx: Tx, id: number): Promise<KeptLetter | undefined> {
  const [letter] = await tx<KeptLetter[]>`
    select id, message_id, sender, recipient, language, subject, body, at from dev_mail where id = ${id}`
  return letter
}

export const isFull = (letters: readonly KeptLetter[]) => letters.length === page

export type Piece = { text: string } | { href: string }

/** A plain text with its addresses found, so that they can be pressed. Pure. */
export function pieces(text: string): Piece[] {
  return text
    .split(/(https?:\/\/[^\s<>"']+)/)
    .filter((part) => part !== '')
    .map((part) => (/^https?:\/\//.test(part) ? { href: part } : { text: part }))
}
