import type { Answered, Asked } from './answers.ts'

/** What X would ask for: by resource shown, each once in a day (UTC), and by request that did something. In thousandths of a
 *  dollar, counted from what left the wire, not from what anybody says. */

export type Bill = {
  total: (day: string) => number
  add: (at: Date, asked: Asked, answered: Answered) => void
}

type Body = {
  data?: { id?: string; event_type?: string } | { id?: string }[]
  includes?: { users?: { id: string }[]; tweets?: { id: string }[]; media?: { media_key: string }[] }
}

export function bill(): Bill {
  const paid = new Map<string, Map<string, number>>()
  let writes = 0
  return {
    total: (day) => [...(paid.get(day)?.values() ?? [])].reduce((sum, one) => sum + one, 0),
    add: (at, asked, { status, body }) => {
      if (status >= 300 || !body) return
      const day = at.toISOString().slice(0, 10)
      const known = paid.get(day) ?? new Map<string, number>()
      paid.set(day, known)
      if (asked.method === 'POST') {
        const { text = '' } = asked.body as { text?: string }
        const price = asked.path === '/2/tweets' && /https?:\/\//.test(text) ? 200 : 15
        known.set(`write ${++writes}`, price)
        return
      }
      if (asked.method === 'PUT') return void known.set(`write ${++writes}`, 5)
      const { data = [], includes = {} } = body as Body
      const what = asked.path.startsWith('/2/dm_events') ? 'message' : 'post'
      for (const { id } of [data].flat()) known.set(`${what} ${id}`, what === 'post' ? 5 : 10)
      for (const { id } of includes.tweets ?? []) known.set(`post ${id}`, 5)
      for (const { id } of includes.users ?? []) known.set(`user ${id}`, 10)
      for (const { media_key: key } of includes.media ?? []) known.set(`media ${key}`, 5)
    },
  }
}
