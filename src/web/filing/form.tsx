import type { Agency } from '../../agency/agency.ts'
import { type Area, childrenOf } from '../../agency/area.ts'
import type { RuleBook } from '../../agency/rulebook.ts'
import type { Attachment } from '../../attachment/read.ts'
import { withActor } from '../../db/actor.ts'
import { type Country, country } from '../citizen/country.ts'
import { promised } from '../citizen/home.tsx'
import { backable, service, show } from '../citizen/show.tsx'
import { type Errors, text, type Values } from '../form.ts'
import type { Messages } from '../messages.ts'
import { Button } from '../ui/answers.tsx'
import { ErrorSummary } from '../ui/choices.tsx'
import { TextArea } from '../ui/field.tsx'
import { Days, freshDays } from '../ui/promise.tsx'
import { type C, names } from './given.ts'
import { Photos } from './photos.tsx'
import { openDraft } from './thumbs.tsx'
import { filesOf } from './uploads.ts'
import { Details, Where } from './where.tsx'
import { Who } from './who.tsx'

/** The form. Only the text is required; whatever was written stays, however often it comes back. */

export type Writing = Readonly<{ key: string; values: Values; errors?: Errors; agencies?: readonly Agency[] }>

/** What the parts of the form are drawn from. */
export type Parts = Readonly<{
  t: Messages
  service: string
  values: Values
  errors: Errors
  country: Country
  regencies: readonly Area[]
  agencies: readonly Agency[]
  files: readonly Attachment[]
  today: Date
}>

/** Somebody who goes back finds it as it was, posted or not; what is to be secret is left in no store of the browser. */
export async function formPage(c: C, writing: Writing, status: 200 | 413 | 422 | 429 | 409 = 200) {
  const { deps, t } = c.var
  if (text(writing.values, 'readers') !== 'secret') backable(c)
  const [parts, book] = await Promise.all([partsOf(c, writing), deps.rules()])
  return show(c, {
    title: t.nav.file,
    status,
    current: 'file',
    keeps: '/lapor',
    scripts: ['place.js'],
    body: (
      <div class="cols">
        <div>
          <ErrorSummary t={t} errors={inOrder(parts.errors)} ids={{ areaCode: 'province' }} />
          <p class="mute small">{t.citizen.filing.step(1)}</p>
          <h1>{t.nav.file}</h1>
          <p class="hint">{t.citizen.filing.lede}</p>
          <Form parts={parts} formKey={writing.key} />
        </div>
        <Aside t={t} book={book} />
      </div>
    ),
  })
}

/** As the fields stand on the page, top to bottom. */
const inOrder = (errors: Errors): Errors =>
  Object.fromEntries(Object.entries(errors).sort(([one], [other]) => place(one) - place(other)))
const place = (name: string) => (name === 'berkas' ? names.indexOf('areaName') + 0.5 : names.indexOf(name as never))

async function partsOf(c: C, { key, values, errors = {}, agencies = [] }: Writing): Promise<Parts> {
  const { deps, t } = c.var
  const province = text(values, 'areaCode').slice(0, 2)
  const regencies = () => withActor(deps.db, { kind: 'public' }, (tx) => childrenOf(tx, province))
  const [land, files, below] = await Promise.all([country(deps)(), filesOf(c, key), province === '' ? [] : regencies()])
  openDraft(c, key, files)
  return { t, service: service(c), values, errors, country: land, regencies: below, agencies, files, today: deps.now() }
}

const Form = ({ parts, formKey }: { parts: Parts; formKey: string }) => {
  const { t, values, errors } = parts
  const { form, filing } = t.citizen
  return (
    <form id="tulis" method="post" action="/lapor" enctype="multipart/form-data" novalidate>
      <input type="hidden" name="kunci" value={formKey} />
      {/* Enter presses the first button of a form: this one. */}
      <button type="submit" class="vh" tabindex={-1}>
        {filing.review}
      </button>
      <TextArea
        t={t}
        name="text"
        label={form.text}
        hint={form.textHint}
        paper="letter"
        rows={5}
        value={text(values, 'text')}
        error={errors.text}
      />
      <Where {...parts} />
      <Photos {...parts} />
      <Details {...parts} />
      <Who {...parts} />
      <div class="field stack">
        <p class="hint">{form.truth}</p>
        <p class="row">
          <Button icon="fwd">{filing.review}</Button>
        </p>
      </div>
    </form>
  )
}

const Aside = ({ t, book }: { t: Messages; book: RuleBook }) => (
  <aside class="stack" aria-label={t.citizen.filing.promises}>
    <div class="card stack">
      <h2>{t.citizen.filing.promises}</h2>
      {promised(t, book).map(({ title, short, days }) => (
        <div>
          <p class="small">
            <b>{short}</b> · {title}
          </p>
          <Days cells={freshDays(days)} says={short} />
        </div>
      ))}
    </div>
    <p class="small mute">{t.citizen.open.limits}</p>
  </aside>
)
