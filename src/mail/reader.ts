import type { Kept, Outcome, Reader } from '../inbox/read.ts'
import { takeAnswer } from './answer.ts'
import { keptLetter } from './kept.ts'
import type { Opener } from './opener.ts'
import { type Mailbox, sort } from './sort.ts'
import { type Taking, takeLetter } from './take.ts'

/** Reads the letters of the inbox. */
export const mailReader =
  (taking: Taking, mailbox: Mailbox, mail: Opener): Reader =>
  async (message: unknown, kept: Kept): Promise<Outcome | undefined> => {
    const { raw, ...envelope } = keptLetter.parse(message)
    const letter = await mail.open(Buffer.from(raw, 'base64'))
    if (!letter) return { outcome: 'parked', reason: 'unreadable' }
    const sorted = sort(taking.keys, mailbox, letter, envelope)
    switch (sorted.is) {
      case 'noise':
        return { outcome: 'noise', reason: sorted.reason }
      case 'bounce':
        return { outcome: 'bounce' }
      case 'reply':
        return takeAnswer(taking, letter, sorted.reporterId, kept)
      case 'report':
        return takeLetter(taking, letter, kept)
    }
  }
