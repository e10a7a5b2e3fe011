import { z } from 'zod'
import { NotYet } from '../../inbox/not-yet.ts'
import { prices } from './answered.ts'
import type { Sending } from './sending.ts'

/** Takes a reply out of sight. X lets us only in talks that began with a post of ours. */

const hidden = z.object({ data: z.object({ hidden: z.literal(true) }) })

export const hiderOf =
  (account: string, { ask, look, purse }: Sending) =>
  async (id: string): Promise<boolean> => {
    const thread = (await look.post(id))?.post.conversation_id
    if (thread === undefined || thread === id) return false
    if ((await look.post(thread))?.post.author_id !== account) return false
    if ((await purse.pay({ [`hidden|${id}`]: prices.manage })) === 'spent') throw new NotYet('X spent')
    const path = `/2/tweets/${id}/hidden`
    const { status, json } = await ask({ limit: 'hide', as: 'user', method: 'PUT', path, body: { hidden: true } })
    if (status === 429 || status === 401 || status >= 500) throw new NotYet(`X ${status}`)
    return status === 200 && hidden.safeParse(json).success
  }
