import { z } from 'zod'
import type { Event, Said } from '../../talk/messenger.ts'
import { hint } from './hint.ts'
import type { Look } from './look.ts'
import { isRepost, saidInPrivate, saidInPublic } from './said.ts'

/** What an event of X means. An event only points at something: what was said is what X itself shows when it is asked. */

export type Reading = Readonly<{ look: Look; account: string; now: () => Date }>

const kept = z.union([z.object({ event: hint }).transform(({ event }) => event), hint])
const noise = (reason: string): Event => ({ is: 'noise', reason })

export const readerOf =
  ({ look, account, now }: Reading) =>
  async (event: unknown): Promise<Event> => {
    const { kind, id, by = '' } = kept.parse(event)
    if (kind === 'chat') return noise('encrypted')
    if (kind === 'revoked') return noise('access revoked')
    if (kind === 'message') return privately(await look.message(id), account, now())
    const found = await look.post(id)
    if (kind === 'deleted') {
      // Asked again, and in the end looked at by a person: nobody makes words go away that still stand there.
      if (found) throw new Error('X still shows what is said to be deleted')
      return { is: 'deleted', id, by }
    }
    if (!found) return noise('gone')
    if (found.post.author_id === account) return noise('own')
    if (isRepost(found.post)) return noise('repost')
    return { is: 'said', said: saidInPublic(found.post, found.includes, now()) }
  }

function privately(found: Awaited<ReturnType<Look['message']>>, account: string, now: Date): Event {
  if (!found) return noise('gone')
  if (found.message.sender_id === account) return noise('own')
  if (found.message.event_type !== 'MessageCreate') return noise('nothing said')
  return { is: 'said', said: saidInPrivate(found.message, found.includes, now) }
}

const address =
  /^https?:\/\/(?:www\.|mobile\.)?(?:x|twitter)\.com\/(?:i\/web|i|\w{1,15})\/status\/(\d{1,20})(?:[/?#]|$)/i

/** A public post by its address, as somebody copies it out of a browser.
 *  @returns nothing when it is no such address, or no such post is to be seen. @throws NotYet when X cannot be asked now */
export async function postAt(url: string, { look, now }: Pick<Reading, 'look' | 'now'>): Promise<Said | undefined> {
  const [, id] = address.exec(url.trim()) ?? []
  const found = id === undefined ? undefined : await look.post(id)
  return found && saidInPublic(found.post, found.includes, now())
}
