import { NotYet } from '../inbox/not-yet.ts'
import type { Enclosure } from '../mail/letter.ts'
import type { Messenger, Said } from './messenger.ts'

/** Photos and papers that somebody sent, fetched from the service. */

/** More are not looked at. */
const most = 10

/** So long a message waits for its photos; then what it says counts more. */
const patience = 12 * 3_600_000

/** @param waited how long the message has waited already, in milliseconds
 *  @throws NotYet when the service is away: the message is read again later, and no photo is lost. */
export async function enclosures(messenger: Messenger, said: readonly Said[], waited: number): Promise<Enclosure[]> {
  const media = said.flatMap((one) => one.media).filter(({ kind }) => kind === 'image' || kind === 'file')
  const found: Enclosure[] = []
  for (const medium of media.slice(0, most)) {
    const bytes = await messenger.fetch(medium).catch((cause: unknown) => {
      if (waited < patience) throw new NotYet('a file cannot be fetched now', { cause })
      return undefined
    })
    // What is gone or too large counts as left out: an empty file cannot be kept.
    found.push({ name: medium.name ?? medium.kind, type: '', bytes: bytes ?? new Uint8Array(), inline: false })
  }
  return found
}
