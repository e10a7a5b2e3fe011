import { setPriority } from 'node:os'
import { buffer } from 'node:stream/consumers'
import { isCard } from '../card.ts'
import { sniff } from '../sniff.ts'
import { type Drawn, type Undrawn, write } from './frame.ts'

/** A process for one file. It has no secrets, no connections and little memory, and is gone afterwards. */

async function draw(bytes: Uint8Array): Promise<Drawn | Undrawn> {
  const mediaType = sniff(bytes)
  try {
    if (mediaType === 'application/pdf') return await (await import('./pdf.ts')).drawPdf(bytes)
    if (mediaType && isCard(mediaType)) return await (await import('./card.ts')).drawCard(bytes, mediaType)
    if (mediaType) return await (await import('./image.ts')).drawImage(bytes, mediaType)
  } catch {
    // Decoders throw on damage; what exactly they say is of no use to the sender.
  }
  return { ok: false, refusal: 'broken' }
}

setPriority(10)
process.stdout.end(write(await draw(await buffer(process.stdin))))
