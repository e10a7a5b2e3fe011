import { type Context, Hono } from 'hono'
import type { Db } from '../../db/database.ts'
import { readStopToken } from '../../notice/link.ts'
import { mute } from '../../notice/mute.ts'
import type { Keys } from '../../person/seal.ts'
import { Bare } from '../bare.tsx'
import { words } from './words.ts'

/** The page behind the stop link. Opening it changes nothing, because programs open links too; pressing does. */

type StopEnv = { Variables: { nonce: string; lang: 'id' | 'en' } }
export type StopNeeds = Readonly<{ db: Db; keys: Keys; now: () => Date }>
const path = '/berhenti'

export function stop({ db, keys, now }: StopNeeds): Hono<StopEnv> {
  const pages = new Hono<StopEnv>()
  pages.get(path, (c) => {
    const token = c.req.query('t') ?? ''
    return readStopToken(keys, token, now()) === undefined ? wrong(c) : c.html(<Ask token={token} {...sides(c)} />)
  })
  // A mail program posts to the link itself, with the token in the address (RFC 8058); our page posts it as a field.
  pages.post(path, async (c) => {
    const done = await mute(db, keys, (await field(c)) ?? c.req.query('t') ?? '', now())
    const { t, ...side } = sides(c)
    return done ? c.html(<Say {...side} title={t.done} more={t.doneMore} />) : wrong(c)
  })
  return pages
}

async function field(c: Context<StopEnv>): Promise<string | undefined> {
  if (!c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')) return undefined
  return new URLSearchParams(await c.req.text()).get('t') ?? undefined
}

type Side = { lang: 'id' | 'en'; nonce: string }
const sides = (c: Context<StopEnv>) => {
  const lang = c.get('lang') ?? 'id'
  return { lang, nonce: c.get('nonce') ?? '', t: words[lang] }
}

function wrong(c: Context<StopEnv>) {
  const { t, ...side } = sides(c)
  return c.html(<Say {...side} title={t.wrong} more={t.wrongMore} />, 404)
}

const Ask = ({ token, t, ...side }: Side & { token: string; t: typeof words.id }) => (
  <Bare {...side} title={t.title}>
    <h1>{t.title}</h1>
    <p>{t.ask}</p>
    <form action={path} method="post">
      <input type="hidden" name="t" value={token} />
      <button type="submit">{t.button}</button>
    </form>
  </Bare>
)

const Say = ({ title, more, ...side }: Side & { title: string; more: string }) => (
  <Bare {...side} title={title}>
    <h1>{title}</h1>
    <p>{more}</p>
  </Bare>
)
