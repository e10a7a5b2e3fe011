import { readReference } from '../../report/reference.ts'
import { type Command, readCommand } from '../../sms/command.ts'
import type { Own } from '../../sms/own.ts'

/** Commands on a messenger: as in short messages, without codes, and as politely as people write. Pure. */

const polite =
  /^(pak|bu|bpk|bapak|ibu|min|admin|kak|mas|mbak|ya|yah|makasih|trims|thanks|terima|kasih|terimakasih|dong|deh)[.,!]*$/i

/** Without the courtesies behind it: `sudah beres pak, terima kasih`. */
function plain(text: string): string {
  const words = text.trim().split(/\s+/)
  while (words.length > 1 && polite.test(words.at(-1) ?? '')) words.pop()
  return words.join(' ').replace(/[,\s]+$/, '')
}

/** @param mine with their own numbers as codes
 *  @returns nothing for words that ask for nothing but to be read */
export function commandOf(text: string, mine: readonly Own[]): Command | undefined {
  const rated = ratingOf(text, mine)
  if (rated) return rated
  const command = readCommand(plain(text))
  return command.is === 'report' || command.is === 'unknown' || command.is === 'answer' || command.is === 'rate'
    ? undefined
    : command
}

/** A digit counts where exactly one report waits for one, or its number is named. */
function ratingOf(text: string, mine: readonly Own[]): Command | undefined {
  const [, digit, named] = /^\s*([1-5])(?:\s+([0-9A-Za-z][0-9A-Za-z\s-]{6,9}))?\s*$/.exec(text) ?? []
  if (!digit) return undefined
  const reference = named ? readReference(named) : undefined
  const closed = mine.filter((own) => own.status === 'closed' && (!named || own.reference === reference))
  const [own, other] = closed
  return own && (named || !other) ? { is: 'rate', code: own.reference, rating: Number(digit) } : undefined
}
