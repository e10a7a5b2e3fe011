import { rulesFor } from '../../agency/rulebook.ts'
import { setAsideBy, settleByHand } from '../../inbox/channels.ts'
import { reportKeyOf } from '../../mail/take.ts'
import { unsealJson } from '../../person/seal.ts'
import { draft } from '../../report/draft.ts'
import { fileReport } from '../../report/file.ts'
import { country } from '../citizen/country.ts'
import { trouble } from '../errors.tsx'
import { parseForm, posted, text, type Values } from '../form.ts'
import { staffOf } from '../session.ts'
import { Button } from '../ui/answers.tsx'
import { TextArea } from '../ui/field.tsx'
import { type C, idOf, kept, place, read } from './place.tsx'
import { wordsOf } from './spoken.ts'

/** One message that could not be read by itself: what came, and the report that somebody makes of it. */

export const setAsidePage = (c: C) => page(c)

async function page(c: C, values: Values = {}, errors: Record<string, string> = {}) {
  const id = idOf(c)
  const found =
    id === undefined || staffOf(c).agencyKind !== 'centre' ? undefined : await read(c, (tx) => setAsideBy(tx, id))
  if (!found) return trouble(c, 404)
  const t = c.var.t.channels
  const parts = found.sealed ? [found.sealed, ...found.parts] : []
  const came = parts.map((part) => wordsOf(unsealJson(c.var.deps.keys, part))).join('\n\n')
  return place(c, {
    title: t.one(c.var.t.channel[found.channel], String(found.id)),
    section: 'channels',
    errors,
    body: (
      <>
        <p>{t.reasons[found.reason] ?? found.reason}</p>
        <pre class="card pre">{came}</pre>
        <form class="card measure stack" method="post" action={`/kelola/kanal/${found.id}`}>
          <h2>{t.byHand}</h2>
          <TextArea
            t={c.var.t}
            name="text"
            label={t.words}
            hint={t.wordsHint}
            rows={6}
            value={text(values, 'text')}
            error={errors.text}
          />
          <Button>{t.make}</Button>
        </form>
        <form method="post" action={`/kelola/kanal/${found.id}/ulang`}>
          <Button look="calm">{t.again}</Button>
        </form>
      </>
    ),
  })
}

/** The report has the key of the message: pressed twice, it is one. Nobody is answered by itself. */
export async function byHandAct(c: C) {
  const { deps } = c.var
  const id = idOf(c)
  const values = await posted(c)
  const found =
    id === undefined || staffOf(c).agencyKind !== 'centre' ? undefined : await read(c, (tx) => setAsideBy(tx, id))
  if (!found) return trouble(c, 404)
  const parsed = parseForm(draft, { text: text(values, 'text'), readers: 'public', reach: 'none' })
  if (!parsed.ok) return page(c, values, parsed.errors)
  const [{ root }, book] = await Promise.all([country(deps)(), deps.rules()])
  const holder = { id: root.id, zone: root.zone }
  const filer = {
    intake: deps.intake,
    keys: deps.keys,
    rules: rulesFor(book, root.areaCode),
    holder,
    channel: found.channel,
    language: 'id',
  } as const
  const filed = await fileReport(filer, parsed.value, reportKeyOf(found.key), deps.now())
  if (!filed.ok) return page(c, values, { form: 'sent.otherWords' })
  await read(c, (tx) => settleByHand(tx, found.id, filed.reportId, deps.now()))
  deps.wake()
  return kept(c, '/kelola/kanal')
}
