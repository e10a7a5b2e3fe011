import type { Enclosure } from '../mail/letter.ts'
import type { Messenger, Said } from './messenger.ts'

/** Photos and papers that somebody sent, fetched from the service. */

/** More are not looked at. */
const most = 10

/** @throws when the service is away: the message is read again later, and no photo is lost. */
export async function enclosures(messenger: Messenger, said: readonly Said[]): Promise<Enclosure[]> {
  const media = said.flatMap((one) => one.media).filter(({ kind }) => kind === 'image' || kind === 'file')
  const found: Enclosure[] = []
  for (const medium of media.slice(0, most)) {
    const bytes = await messenger.fetch(medium)
    // What is gone or too large counts as left out: an empty file cannot be kept.
    found.push({ name: medium.name ?? medium.kind, type: '', bytes: bytes ?? new Uint8Array(), inline: false })
  }
  return found
}
