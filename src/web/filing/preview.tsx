import type { Attachment } from '../../attachment/read.ts'
import { type Draft, titleOf } from '../../report/draft.ts'
import { mask } from '../../report/mask.ts'
import { type Country, country } from '../citizen/country.ts'
import { backable, Carried, service, show } from '../citizen/show.tsx'
import { type Errors, text, type Values } from '../form.ts'
import type { Messages } from '../messages.ts'
import { Button } from '../ui/answers.tsx'
import { ErrorSummary } from '../ui/choices.tsx'
import { date } from '../ui/format.ts'
import { type Fact, FactList, Mask, Note } from '../ui/note.tsx'
import type { C } from './given.ts'
import { about, openDraft, Thumb } from './thumbs.tsx'
import { filesOf } from './uploads.ts'
import { Readers } from './who.tsx'

/** What the public will read, before anything is sent. */

type Ready = Readonly<{ key: string; values: Values; draft: Draft; errors?: Errors }>

export async function previewPage(c: C, { key, values, draft, errors = {} }: Ready, status: 200 | 422 = 200) {
  const { t, deps } = c.var
  const { form, filing } = t.citizen
  if (draft.readers !== 'secret') backable(c)
  const [files, land] = await Promise.all([filesOf(c, key), country(deps)()])
  openDraft(c, key, files)
  const asked = draft.readers === undefined
  return show(c, {
    title: filing.previewHead,
    status,
    current: 'file',
    keeps: '/lapor',
    body: (
      <div class="measure">
        <ErrorSummary t={t} errors={errors} />
        <div class="head">
          <p class="mute small">{filing.step(2)}</p>
          <h1>{filing.previewHead}</h1>
        </div>
        <form id="tulis" method="post" action="/laporan">
          <input type="hidden" name="kunci" value={key} />
          <input type="hidden" name="lihat" value="1" />
          <Carried values={values} but={asked ? ['readers'] : []} />
          {asked && <Readers t={t} values={values} errors={errors} hint={filing.readers.hintLast} />}
          <div class="field stack">
            <h2>{form.preview}</h2>
            {draft.readers === 'secret' ? <Nothing t={t} /> : <Public t={t} draft={draft} />}
          </div>
          <div class="field stack">
            <h2>{filing.previewWith}</h2>
            <Files t={t} files={files} />
            <With t={t} values={values} draft={draft} country={land} />
            {draft.readers === 'secret' && (draft.reach === 'email' || draft.reach === 'phone') && (
              <p class="hint">{form.secretNote(service(c))}</p>
            )}
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

type Told = { t: Messages; values: Values; draft: Draft; country: Country }

/** The rest in a list: what the operator gets, and what nobody gets. */
const With = ({ t, values, draft, country: land }: Told) => {
  const { form, filing } = t.citizen
  const category = land.categories.find(({ code }) => code === draft.categoryCode)
  const reach = draft.reach === 'email' ? draft.email : draft.reach === 'phone' ? draft.phone : undefined
  const facts: Fact[] = [
    [filing.area, text(values, 'areaName')],
    [filing.since, draft.happenedOn && date(new Date(`${draft.happenedOn}T00:00:00Z`), t, 'Asia/Jakarta')],
    [filing.kind, draft.class && (draft.class === 'unsure' ? form.kindUnsure : t.kind[draft.class].name)],
    [filing.conduct, draft.class === 'complaint' && draft.oversight ? filing.yes : undefined],
    [filing.categoryName, category && (t.lang === 'en' ? category.nameEn : category.nameId)],
    [form.agency, text(values, 'agency')],
    [form.name, draft.known === 'open' ? draft.name || filing.noName : filing.hiddenName],
    [filing.mayRead, draft.readers && filing.readers[draft.readers][0]],
    [filing.news, reach ?? filing.noNews],
  ]
  return <FactList facts={facts} />
}

const Files = ({ t, files }: { t: Messages; files: readonly Attachment[] }) =>
  files.length === 0 ? null : (
    <ul class="kept">
      {files.map((file, i) => (
        <li>
          <Thumb t={t} id={file.id} n={i + 1} />
          <span>
            {t.citizen.filing.file(i + 1)} <small class="mute">{about(t, file)}</small>
          </span>
        </li>
      ))}
    </ul>
  )
