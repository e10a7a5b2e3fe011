import { z } from 'zod'
import type { Purse } from '../../inbox/purse.ts'
import type { Event } from '../../talk/messenger.ts'
import type { FoundPost } from '../../talk/public-post.ts'
import { prices } from './answered.ts'
import { hint } from './hint.ts'
import type { Look } from './look.ts'
import { arrivedHint } from './opened.ts'
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

const elsewhere =
  /^(https?:\/\/)?([\w-]+\.)*(facebook|fb|instagram|threads|tiktok|youtube|youtu|t|wa|whatsapp|telegram|linkedin|bsky)\.(com|net|be|me|org|app|watch)\//i

/** A public post by its address, as somebody copies it out of a browser. @throws NotYet when X cannot be asked now */
export async function postAt(
  url: string,
  { look, account, purse, now }: Reading & { purse: Purse },
): Promise<FoundPost> {
  const [, id] = address.exec(url.trim()) ?? []
  if (id === undefined) return { ok: false, refusal: elsewhere.test(url.trim()) ? 'elsewhere' : 'address' }
  const paid = await purse.pay({ [`post|${id}`]: prices.post })
  if (paid === 'spent') return { ok: false, refusal: 'spent' }
  const found = await look.post(id)
  if (!found && paid === 'paid') await purse.refund(`post|${id}`)
  if (!found) return { ok: false, refusal: 'gone' }
  if (found.post.author_id === account) return { ok: false, refusal: 'own' }
  if (isRepost(found.post)) return { ok: false, refusal: 'repost' }
  const said = saidInPublic(found.post, found.includes, now())
  return { ok: true, said, arrived: arrivedHint(account, { kind: 'post', id }) }
}
