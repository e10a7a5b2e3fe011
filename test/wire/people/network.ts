import { createHash } from 'node:crypto'

/** A service as the people on it see it: what they wrote there, and what was answered to them and under their posts. */

export type Reach = 'private' | 'public'
export type Press = Readonly<{ title: string; carries: string }>
export type Pin = Readonly<{ latitude: number; longitude: number }>
export type Saying = Readonly<{
  /** A name is a person: whoever uses it again is the same one. */
  who: string
  text?: string
  reach?: Reach
  photos?: readonly Uint8Array[]
  pin?: Pin | undefined
  /** The post that this one goes on from. */
  under?: string | undefined
}>
export type Line = Readonly<{
  /** The service's own number of it. */
  id: string
  reach: Reach
  /** The person who wrote it, or to whom it was written. */
  who: string
  isOurs: boolean
  text: string
  photos: number
  pin?: Pin | undefined
  buttons: readonly Press[]
  /** The post that this stands under. */
  under?: string | undefined
  at: Date
}>
export type Network = Readonly<{
  service: 'telegram' | 'facebook' | 'instagram' | 'whatsapp' | 'x'
  title: string
  /** How people speak there. */
  reaches: readonly Reach[]
  /** Whether a place can be sent as one. */
  hasPins: boolean
  /** Where words can be taken back, as far as the service tells others. */
  forgets: readonly Reach[]
  /** @returns the number of what was written */
  says: (saying: Saying) => Promise<string>
  presses: (who: string, press: Press) => Promise<void>
  takesBack: (id: string) => Promise<void>
  lines: () => readonly Line[]
  /** Numbers of what is out of sight: hidden by us, or taken back. */
  unseen: () => ReadonlySet<string>
}>

/** The same person has the same number, also tomorrow. */
export const numberOf = (who: string): number =>
  (createHash('sha256').update(who).digest().readUInt32BE() % 900_000_000) + 100_000_000

/** What was written, in the order in which it was seen; what we sent is looked at before anything else is written.
 *  @param news what we sent since it was last asked */
export function record(news: (lines: readonly Line[]) => readonly Omit<Line, 'at'>[], now: () => Date) {
  const lines: Line[] = []
  const look = () => {
    lines.push(...news(lines).map((line) => ({ ...line, at: now() })))
    return lines
  }
  const write = (
    id: string,
    { who, text = '', reach = 'private', photos = [], pin, under }: Saying,
    buttons: Press[] = [],
  ) => {
    look().push({ id, reach, who, isOurs: false, text, photos: photos.length, pin, buttons, under, at: now() })
    return id
  }
  return { look, write }
}

/** What comes anew in a list that grows. */
export function sinceLast<T>(list: () => readonly T[]): () => readonly T[] {
  let seen = 0
  return () => {
    const all = list()
    const rest = all.slice(seen)
    seen = all.length
    return rest
  }
}
