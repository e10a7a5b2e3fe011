import { type Context, Hono } from 'hono'
import { withActor } from '../../db/actor.ts'
import type { Db } from '../../db/database.ts'
import { isFull, type KeptLetter, keptLetter, keptLetters, pieces } from '../../notice/outbox.ts'
import { Bare } from '../bare.tsx'
import { type DevWords, words } from './words.ts'

/** The outbox page: every letter as the person sees it. Mounted in development only. */

type DevEnv = { Variables: { nonce: string; lang: 'id' | 'en' } }
export const outboxPath = '/dev/kotak-keluar'

export function outbox(db: Db): Hono<DevEnv> {
  const pages = new Hono<DevEnv>()
  pages.get(outboxPath, async (c) => {
    const to = (c.req.query('kepada') ?? '').toWellFormed().replaceAll('\0', '').slice(0, 254)
    const before = numberIn(c.req.query('sebelum'))
    const letters = await withActor(db, { kind: 'public' }, (tx) => keptLetters(tx, to, before))
    return c.html(<List letters={letters} to={to} {...sides(c)} />)
  })
  pages.get(`${outboxPath}/:id`, async (c) => {
    const id = numberIn(c.req.param('id'))
    const letter = id && (await withActor(db, { kind: 'public' }, (tx) => keptLetter(tx, id)))
    return letter ? c.html(<One letter={letter} {...sides(c)} />) : c.html(<None {...sides(c)} />, 404)
  })
  return pages
}

type Sides = { lang: 'id' | 'en'; nonce: string; t: DevWords }
const sides = (c: Context<DevEnv>): Sides => {
  const lang = c.get('lang') ?? 'id'
  return { lang, nonce: c.get('nonce') ?? '', t: words[lang] }
}

/** A key of the database, or nothing: what is no number, or too great, names no letter. */
function numberIn(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

const Time = ({ at, lang }: { at: Date; lang: 'id' | 'en' }) => (
  <time datetime={at.toISOString()}>
    {at.toLocaleString(lang === 'id' ? 'id-ID' : 'en-GB', { timeZone: 'Asia/Jakarta' })} WIB
  </time>
)

const List = ({ letters, to, ...side }: Sides & { letters: readonly KeptLetter[]; to: string }) => (
  <Bare {...side} title={side.t.title}>
    <h1>{side.t.title}</h1>
    <p class="about">{side.t.about}</p>
    <form action={outboxPath} method="get">
      <label for="kepada">{side.t.search}</label>
      <input id="kepada" name="kepada" type="search" value={to} maxlength={254} />
      <button type="submit">{side.t.find}</button>
    </form>
    {letters.length === 0 ? <p>{side.t.none}</p> : <Letters letters={letters} lang={side.lang} />}
    {isFull(letters) ? (
      <a href={`${outboxPath}?${new URLSearchParams({ kepada: to, sebelum: String(letters.at(-1)?.id) })}`}>
        {side.t.older}
      </a>
    ) : null}
  </Bare>
)

const Letters = ({ letters, lang }: { letters: readonly KeptLetter[]; lang: 'id' | 'en' }) => (
  <ol class="letters">
    {letters.map((letter) => (
      <li>
        <a href={`${outboxPath}/${letter.id}`} lang={letter.language}>
          {letter.subject}
        </a>
        <span class="to">{letter.recipient}</span>
        <Time at={letter.at} lang={lang} />
      </li>
    ))}
  </ol>
)

const One = ({ letter, ...side }: Sides & { letter: KeptLetter }) => (
  <Bare {...side} title={letter.subject}>
    <p>
      <a href={outboxPath}>{side.t.back}</a>
    </p>
    <article lang={letter.language}>
      <h1>{letter.subject}</h1>
      <dl>
        <dt>{side.t.from}</dt>
        <dd>{letter.sender}</dd>
        <dt>{side.t.to}</dt>
        <dd>{letter.recipient}</dd>
        <dt>{side.t.at}</dt>
        <dd>
          <Time at={letter.at} lang={side.lang} />
        </dd>
      </dl>
      <div class="body">
        {pieces(letter.body).map((piece) => ('href' in piece ? <a href={piece.href}>{piece.href}</a> : piece.text))}
      </div>
    </article>
  </Bare>
)

const None = (side: Sides) => (
  <Bare {...side} title={side.t.title}>
    <h1>{side.t.missing}</h1>
    <a href={outboxPath}>{side.t.back}</a>
  </Bare>
)
