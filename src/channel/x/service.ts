import type { Purse } from '../../inbox/purse.ts'
import { longest } from '../../notice/limits.ts'
import type { Messenger } from '../../talk/messenger.ts'
import type { FoundPost } from '../../talk/public-post.ts'
import type { Service } from '../channel.ts'
import type { Fetch } from '../fetch/fetch.ts'
import { type Ask, apiOf } from './api.ts'
import { hiderOf } from './hiding.ts'
import { lookOf } from './look.ts'
import { fetcherOf } from './media.ts'
import { openerOf } from './opened.ts'
import { postAt, readerOf } from './reading.ts'
import { senderOf } from './sending.ts'
import { challengeOf, type Secrets } from './signed.ts'
import { weightOf } from './weight.ts'

/** X: posts that name us, direct messages to us, replies under posts. */

export type XSettings = Readonly<{
  account: string
  apiUrl: string
  bearer: string
  /** The token of our account, if there is one. */
  user: () => Promise<string | undefined>
  secrets: Secrets
  purse: Purse
  fetch: Fetch
  /** Origins that files may be fetched from although they are on this machine: stand-ins, never in production. */
  allow: readonly string[]
  now: () => Date
}>

export type X = Service &
  Readonly<{
    ask: Ask
    /** A public post by its address. @throws NotYet when X cannot be asked now */
    postOf: (url: string) => Promise<FoundPost>
  }>

export function xService({ account, apiUrl, bearer, user, secrets, purse, fetch, allow, now }: XSettings): X {
  const ask = apiOf({ url: apiUrl, token: async (as) => (as === 'app' ? bearer : user()), now })
  const look = lookOf(ask, purse)
  const messenger: Messenger = {
    name: 'x',
    longest: longest.x,
    lengthOf: weightOf,
    read: readerOf({ look, account, now }),
    send: senderOf({ ask, look, purse }),
    fetch: fetcherOf({ fetch, apiUrl, allow, token: user }),
    hide: hiderOf(account, { ask, look, purse }),
  }
  return {
    webhook: { open: openerOf(account, secrets), challenge: challengeOf(secrets, now) },
    messengers: [messenger],
    ask,
    postOf: (url) => postAt(url, { look, account, purse, now }),
  }
}
