import type { Attachment } from '../../attachment/read.ts'
import { type Draft, titleOf } from '../../report/draft.ts'
import { mask } from '../../report/mask.ts'
import { type Country, country } from '../citizen/country.ts'
import { Carried, show } from '../citizen/show.tsx'
import { type Errors, text, type Values } from '../form.ts'
import type { Messages } from '../messages.ts'
import { Button } from '../ui/answers.tsx'
import { ErrorSummary } from '../ui/choices.tsx'
import { Mask, Note } from '../ui/note.tsx'
import type { C } from './given.ts'
import { about } from './photos.tsx'
import { filesOf } from './uploads.ts'
import { Readers } from './who.tsx'

/** What the public will read, before anything is sent. */

type Ready = Readonly<{ key: string; values: Values; draft: Draft; errors?: Errors }>

export async function previewPage(c: C, { key, values, draft, errors = {} }: Ready, status: 200 | 422 = 200) {
  const { t, deps } = c.var
  const { form, filing } = t.citizen
  const [files, land] = await Promise.all([filesOf(c, key), country(deps)()])
  const asked = draft.readers === undefined
  return show(c, {
    title: filing.previewHead,
    status,
    current: 'file',
    body: (
      <div class="measure">
        <ErrorSummary t={t} errors={errors} />
        <p class="mute small">{filing.step(2)}</p>
        <h1>{filing.previewHead}</h1>
        <form method="post" action="/laporan">
          <input type="hidden" name="kunci" value={key} />
          <Carried values={values} but={asked ? ['readers'] : []} />
          {asked && <Readers t={t} values={values} errors={errors} hint={filing.readers.hintLast} />}
          <div class="field stack">
            <h2>{form.preview}</h2>
            {draft.readers === 'secret' ? <Nothing t={t} /> : <Public t={t} draft={draft} />}
          </div>
          <div class="field stack">
            <h2>{filing.previewWith}</h2>
            <With t={t} values={values} draft={draft} files={files} country={land} />
          </div>
          <div class="field row">
            <Button icon="fwd">{form.send}</Button>
            <Button look="line" name="langkah" value="ubah" formaction="/lapor">
              {form.edit}
            </Button>
          </div>
        </form>
      </div>
    ),
  })
}

const Nothing = ({ t }: { t: Messages }) => (
  <Note icon="lock" title={t.citizen.form.previewSecret}>
    <p class="small">{t.citizen.filing.readers.secret[1]}</p>
  </Note>
)

const Public = ({ t, draft }: { t: Messages; draft: Draft }) => (
  <>
    <div class="card">
      <h3>
        <Masked t={t} words={titleOf(draft.text)} />
      </h3>
      <p class="own pre">
        <Masked t={t} words={draft.text} />
      </p>
      {draft.place && (
        <p class="small mute">
          <Masked t={t} words={draft.place} />
        </p>
      )}
    </div>
    <p class="hint">{t.citizen.form.previewNote}</p>
  </>
)

const Masked = ({ t, words }: { t: Messages; words: string }) => (
  <>{mask(words).map((piece) => ('text' in piece ? piece.text : <Mask says={t.citizen.mask[piece.mask]} />))}</>
)

type Told = { t: Messages; values: Values; draft: Draft; files: readonly Attachment[]; country: Country }

/** The rest in a list: what the operator gets, and what nobody gets. */
const With = ({ t, values, draft, files, country: land }: Told) => {
  const { form, filing, open } = t.citizen
  const category = land.categories.find(({ code }) => code === draft.categoryCode)
  const reach = draft.reach === 'email' ? draft.email : draft.reach === 'phone' ? draft.phone : undefined
  const known = draft.known === 'open' ? draft.name || filing.known.open[0] : open.anonymous[0]
  const facts: [label: string, says: string | undefined][] = [
    [filing.area, text(values, 'areaName')],
    [form.when, draft.happenedOn],
    [filing.class, draft.class && (draft.class === 'unsure' ? form.kindUnsure : t.kind[draft.class].name)],
    [filing.category, category && (t.lang === 'en' ? category.nameEn : category.nameId)],
    [form.agency, text(values, 'agency')],
    ...files.map((file, i): [string, string] => [filing.file(i + 1), about(t, file)]),
    [form.name, known],
    [form.contact, reach ?? filing.noNews],
  ]
  return (
    <dl class="facts">
      {facts
        .filter(([, says]) => says)
        .map(([label, says]) => (
          <div>
            <dt>{label}</dt>
            <dd>{says}</dd>
          </div>
        ))}
    </dl>
  )
}
