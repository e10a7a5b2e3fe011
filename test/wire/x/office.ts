import type { Hono } from 'hono'
import { safeFetch } from '../../../src/channel/fetch/fetch.ts'
import { standIn } from '../../../src/channel/fetch/stand-in.ts'
import { type X, xService } from '../../../src/channel/x/service.ts'
import { accepting } from '../../../src/inbox/accept.ts'
import { type Purse, purse } from '../../../src/inbox/purse.ts'
import { keysFrom, unsealJson } from '../../../src/person/seal.ts'
import type { Event, Messenger } from '../../../src/talk/messenger.ts'
import type { TestDatabase } from '../../database.ts'
import { siteFor } from '../../visitor.ts'
import { bytesOf, clientSecret, consumerSecret, newer } from './deliver.ts'
import { tokens, type XStandIn, xStandIn } from './server.ts'
import { us } from './world.ts'

/** An office that is on X: its door, its inbox and the stand-in that it talks with. */

export const keys = keysFrom('a secret of the tests')

export type XOffice = Readonly<{
  stand: XStandIn
  x: X
  messenger: Messenger
  purse: Purse
  site: Hono
  clock: { now: Date }
  /** X hands something in. */
  deliver: (body: object | Uint8Array, headers?: Record<string, string>) => Promise<number>
  /** What lies unread, and what each means; what fails is told by its message. */
  read: () => Promise<(Event | string)[]>
  kept: () => Promise<number>
}>

export async function xOffice(
  { db, admin }: TestDatabase,
  { cents = 500, user = async (): Promise<string | undefined> => tokens.user } = {},
): Promise<XOffice> {
  const clock = { now: new Date('2026-11-24T03:00:00Z') }
  const now = () => clock.now
  const stand = await xStandIn(now)
  const money = purse(db.worker, { channel: 'x', account: us }, cents * 10, now)
  const x = xService({
    account: us,
    apiUrl: stand.url,
    bearer: tokens.app,
    user,
    secrets: { client: clientSecret, consumer: consumerSecret },
    purse: money,
    fetch: safeFetch,
    allow: standIn(stand.url, false),
    now,
  })
  const [messenger] = x.messengers
  if (!messenger) throw new Error('X has no messenger')
  const webhooks = { x: x.webhook, accept: accepting(db.intake, keys) }
  const site = siteFor(db, { webhooks, wake: () => {} }) as unknown as Hono
  const deliver = async (body: object | Uint8Array, headers?: Record<string, string>) => {
    const bytes = body instanceof Uint8Array ? body : bytesOf(body)
    const given = { 'content-type': 'application/json', ...(headers ?? newer(bytes)) }
    const answer = await site.request('http://lapor.example/channel/x/webhook', {
      method: 'POST',
      body: new Uint8Array(bytes),
      headers: given,
    })
    return answer.status
  }
  const read = async () => {
    const rows = await admin<{ id: number; sealed: Buffer }[]>`
      update inbox set state = 'done', outcome = 'noise' where state = 'waiting' returning id::int as id, sealed`
    const read = rows
      .toSorted((one, other) => one.id - other.id)
      .map(({ sealed }) => messenger.read(unsealJson(keys, sealed)).catch((reason: Error) => reason.message))
    return Promise.all(read)
  }
  const kept = async () => Number((await admin`select count(*) from inbox`)[0]?.count)
  return { stand, x, messenger, purse: money, site, clock, deliver, read, kept }
}
