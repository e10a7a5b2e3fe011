import { NotYet } from '../../inbox/not-yet.ts'
import { type Medium, mostBytes } from '../../talk/messenger.ts'
import type { Fetch } from '../fetch/fetch.ts'

/** Photos and films: those of posts by their public addresses, those of direct messages through X's API with our own token. */

export type Fetching = Readonly<{
  fetch: Fetch
  apiUrl: string
  /** Origins that may be on this machine. */
  allow: readonly string[]
  token: () => Promise<string | undefined>
}>

const privately = /^dm:(\d{1,20})\/(\d{1,20})\/([\w.-]{1,50})$/
const isDots = (name: string) => /^\.+$/.test(name)

export const fetcherOf =
  ({ fetch, apiUrl, allow, token }: Fetching) =>
  async ({ ref }: Medium): Promise<Uint8Array | undefined> => {
    const [, event, file, name = ''] = privately.exec(ref) ?? []
    const bearer = event ? await token() : undefined
    if (event && (isDots(name) || bearer === undefined)) return undefined
    const url = event ? `${apiUrl}/2/dm_conversations/media/${event}/${file}/${name}` : ref
    const headers = event ? { authorization: `Bearer ${bearer}` } : {}
    const found = await fetch(url, { mostBytes, headers, allow })
    if (!found.ok) {
      if (found.reason === 'unreachable') throw new NotYet('X file unreachable')
      return undefined
    }
    if (found.status === 429 || found.status === 401 || found.status >= 500) throw new NotYet(`X file ${found.status}`)
    return found.status === 200 && found.bytes.length > 0 ? found.bytes : undefined
  }
