import { z } from 'zod'
import { NotYet } from '../../inbox/not-yet.ts'
import type { Purse } from '../../inbox/purse.ts'
import { longest } from '../../notice/limits.ts'
import type { Out, Told } from '../../talk/messenger.ts'
import { prices } from './answered.ts'
import { type Answer, type Ask, problemIn, type Request } from './api.ts'
import type { Look } from './look.ts'
import { hasLink, leadsAway, weightOf } from './weight.ts'

/** What leaves on X: a reply under a post, a message to a person, a message to the author of a post. */

export type Sending = Readonly<{ ask: Ask; look: Look; purse: Purse }>

const refused = (answer: string): Told => ({ ok: false, reason: 'refused', answer })
const later = (answer: string): Told => ({ ok: false, reason: 'later', answer })

const created = z.union([
  z.object({ data: z.object({ id: z.string() }) }).transform(({ data }) => data.id),
  z.object({ data: z.object({ dm_event_id: z.string() }) }).transform(({ data }) => data.dm_event_id),
])

export const senderOf =
  (sending: Sending) =>
  async (out: Out): Promise<Told> => {
    if (!/^\d{1,20}$/.test(out.to)) return refused('X number')
    if (out.way === 'public') return reply(sending, out)
    try {
      const to = out.way === 'private' ? out.to : (await sending.look.post(out.to))?.post.author_id
      return to === undefined ? refused('X gone') : await direct(sending, out, to)
    } catch (reason) {
      return later(reason instanceof NotYet ? reason.message : 'X no answer')
    }
  }

/** Everyone reads it, so it leads nowhere that only one may go; X also asks thirteen times as much for a link. */
function reply(sending: Sending, out: Out): Promise<Told> | Told {
  const { text, to } = out
  if (leadsAway(text)) return refused('X link')
  if (weightOf(text) > longest.x.public) return refused('X long')
  const body = { text, reply: { in_reply_to_tweet_id: to } }
  const request = { limit: 'create', as: 'user', method: 'POST', path: '/2/tweets', body } as const
  return once(sending, out, request, hasLink(text) ? prices.createWithLink : prices.create)
}

/** X has no buttons here: what they say is written below. */
function direct(sending: Sending, out: Out, to: string): Promise<Told> | Told {
  const text = [out.text, ...out.buttons.map(({ title }) => `› ${title}`)].join('\n')
  if (text.length > longest.x.private) return refused('X long')
  const path = `/2/dm_conversations/with/${to}/messages`
  return once(sending, out, { limit: 'direct', as: 'user', method: 'POST', path, body: { text } }, prices.direct)
}

/** Paid before, so that a try whose end we never heard is known; what X surely did not do is given back. */
async function once({ ask, purse }: Sending, { id }: Out, request: Request, price: number): Promise<Told> {
  const resource = `out|${id}`
  const paid = await purse.pay({ [resource]: price })
  if (paid === 'spent') return later('X spent')
  const told = await tried(ask, request, paid === 'again')
  if (!told.ok && told.answer !== unheard && paid === 'paid') await purse.refund(resource)
  return told
}

const unheard = 'X no answer'

async function tried(ask: Ask, request: Request, again: boolean): Promise<Told> {
  try {
    return toldBy(await ask(request), again)
  } catch {
    return later(unheard)
  }
}

const ours = /oauth|scope|client-forbidden|client-not-enrolled|unsupported-authentication|suspended|locked/i

function toldBy({ status, json }: Answer, again: boolean): Told {
  const answer = `X ${status}`
  if (status === 200 || status === 201) {
    const id = created.safeParse(json).data
    return id === undefined ? { ok: true } : { ok: true, id }
  }
  if (status >= 500) return later(unheard)
  if (status === 403) return forbidden(problemIn(json), again)
  return status === 400 || status === 404 ? refused(answer) : later(answer)
}

function forbidden(problem: string, again: boolean): Told {
  if (/duplicate/i.test(problem)) return again ? { ok: true } : refused('X duplicate')
  if (/deleted|not visible/i.test(problem)) return refused('X gone')
  if (ours.test(problem)) return later('X 403')
  return { ok: false, reason: 'closed', answer: 'X 403' }
}
