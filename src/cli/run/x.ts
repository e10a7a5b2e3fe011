import { safeFetch } from '../../channel/fetch/fetch.ts'
import { standIn } from '../../channel/fetch/stand-in.ts'
import { watchMentions } from '../../channel/x/mentions/polling.ts'
import { type X, xService } from '../../channel/x/service.ts'
import { tokenOf } from '../../channel/x/token.ts'
import { purse } from '../../inbox/purse.ts'
import { failure } from '../../log.ts'
import { keysFrom } from '../../person/seal.ts'
import type { Needs } from './site.ts'

/** X, where its account and token are set. */

const now = () => new Date()
/** In thousandths of a dollar. */
export const dailyMost = (env: Needs['env']) => env.X_DAILY_CENTS * 10

export function xOf(needs: Needs): X | undefined {
  const { db, env } = needs
  const { X_ACCOUNT_ID: account, X_BEARER_TOKEN: bearer, X_API_URL: apiUrl } = env
  if (account === undefined || bearer === undefined) return undefined
  return xService({
    account,
    apiUrl,
    bearer,
    user: userOf(needs, account),
    secrets: { client: env.X_CLIENT_SECRET, consumer: env.X_CONSUMER_SECRET },
    purse: purse(db.worker, { channel: 'x', account }, dailyMost(env), now),
    fetch: safeFetch,
    allow: standIn(apiUrl, env.production),
    now,
  })
}

/** A token that renews itself, or the one that was set. */
function userOf({ db, env, secret }: Needs, account: string): () => Promise<string | undefined> {
  const { X_CLIENT_ID: id, X_CLIENT_SECRET: clientSecret, X_REFRESH_TOKEN: refresh, X_API_URL: apiUrl } = env
  if (id === undefined || clientSecret === undefined || refresh === undefined) return async () => env.X_USER_TOKEN
  const client = { id, secret: clientSecret }
  return tokenOf({ db, keys: keysFrom(secret), apiUrl, account, client, refresh, now })
}

/** Asks for posts that name our account, where it is set how often. */
export function askForMentions(needs: Needs, wake: () => void) {
  const { env, log, ownerUrl, appUrl = ownerUrl, secret } = needs
  const { X_POLL_SECONDS: seconds, X_ACCOUNT_ID: account } = env
  const x = xOf(needs)
  if (x === undefined || account === undefined || seconds === undefined) return undefined
  return watchMentions({
    url: appUrl,
    keys: keysFrom(secret),
    ask: x.ask,
    account,
    everyMs: seconds * 1000,
    most: dailyMost(env),
    now,
    wake,
    failed: (reason) => log.error({ reason: failure(reason) }, 'X could not be asked; its posts wait there'),
  })
}
