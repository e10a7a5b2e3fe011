import { z } from 'zod'
import { withActor } from '../../db/actor.ts'
import type { Db, Tx } from '../../db/database.ts'
import { NotYet } from '../../inbox/not-yet.ts'
import { type Keys, sealJson, unsealJson } from '../../person/seal.ts'

/** The token of our account. It is good for two hours, and what makes the next one is good for once: so one at a time renews it,
 *  and the new one is kept before it is used. */

export type Renewal = Readonly<{
  db: Db
  keys: Keys
  apiUrl: string
  account: string
  client: { id: string; secret: string }
  /** As it was set: where another is set later, that one begins anew. */
  refresh: string
  now: () => Date
}>

type Kept = { access: string; refresh: string; from: string }
type Row = { sealed: Uint8Array; goodUntil: Date }

const patience = 10_000
/** A token that is about to end is renewed already. */
const margin = 300_000
const renewed = z.object({ access_token: z.string().min(1), refresh_token: z.string().min(1), expires_in: z.number() })

/** @returns what gives a good token. @throws NotYet when there is none now */
export function tokenOf(renewal: Renewal): () => Promise<string> {
  const { db, now } = renewal
  let known: { access: string; until: number } | undefined
  return async () => {
    if (known && known.until > now().getTime()) return known.access
    known = await withActor(db, { kind: 'system' }, (tx) => current(tx, renewal))
    return known.access
  }
}

async function current(tx: Tx, renewal: Renewal) {
  const { keys, account, refresh, now } = renewal
  await tx`select pg_advisory_xact_lock(hashtextextended(${`token x ${account}`}, 40))`
  const [row] = await tx<
    Row[]
  >`select sealed, good_until from channel_token where channel = 'x' and account = ${account}`
  const kept = row && (unsealJson(keys, row.sealed) as Kept)
  const until = (row?.goodUntil.getTime() ?? 0) - margin
  if (kept?.from === refresh && until > now().getTime()) return { access: kept.access, until }
  const next = await renew(renewal, kept?.from === refresh ? kept.refresh : refresh)
  const goodUntil = new Date(now().getTime() + next.expires_in * 1000)
  const sealed = sealJson(keys, { access: next.access_token, refresh: next.refresh_token, from: refresh })
  await tx`
    insert into channel_token (channel, account, sealed, good_until) values ('x', ${account}, ${sealed}, ${goodUntil})
    on conflict (channel, account) do update set sealed = excluded.sealed, good_until = excluded.good_until`
  return { access: next.access_token, until: goodUntil.getTime() - margin }
}

async function renew({ apiUrl, client }: Renewal, refresh: string) {
  const basic = Buffer.from(`${encodeURIComponent(client.id)}:${encodeURIComponent(client.secret)}`).toString('base64')
  try {
    const answer = await fetch(`${apiUrl}/2/oauth2/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${basic}` },
      body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refresh }),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    if (!answer.ok) throw new NotYet(`X token ${answer.status}`)
    return renewed.parse(await answer.json())
  } catch (reason) {
    throw reason instanceof NotYet ? reason : new NotYet(`X token ${(reason as Error).name}`)
  }
}
