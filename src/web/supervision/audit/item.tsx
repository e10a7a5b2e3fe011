import { verdicts } from '../../../report/input.ts'
import { type StaffPage, staffPage } from '../../../report/read/staff-page.ts'
import { showReference } from '../../../report/reference.ts'
import { judgeInput } from '../../../supervision/audit/audit.ts'
import { judge } from '../../../supervision/audit/judge.ts'
import * as read from '../../../supervision/audit/read.ts'
import { idOf } from '../../admin/place.tsx'
import { History } from '../../case/parts/history.tsx'
import { Words } from '../../case/parts/words.tsx'
import { type C, show, within } from '../../desk/frame.tsx'
import { trouble } from '../../errors.tsx'
import { type Errors, parseForm, posted, text, type Values } from '../../form.ts'
import { staffOf } from '../../session.ts'
import { Button } from '../../ui/answers.tsx'
import { Choices, ErrorSummary } from '../../ui/choices.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Ref, Status } from '../../ui/status.tsx'
import { change, root, why } from './place.ts'

/** One report of the sample, as its auditor reads it, with the verdict under it. */

type Looked = { c: C; audit: read.Listed; item: read.Item; page: StaffPage; values: Values; errors: Errors }

export const itemPage = (c: C) => render(c)

export async function judgeAct(c: C) {
  const id = idOf(c)
  const n = idOf(c, 'n')
  if (id === undefined || n === undefined || n > 200) return trouble(c, 404)
  const values = await posted(c)
  const parsed = parseForm(judgeInput, { verdict: text(values, 'penilaian'), note: text(values, 'alasan') })
  if (!parsed.ok) {
    const { verdict, note } = parsed.errors
    return render(c, values, { ...(verdict ? { penilaian: verdict } : {}), ...(note ? { alasan: note } : {}) })
  }
  const kept = await change(c, (tx, now) => judge(tx, staffOf(c), id, n, parsed.value, now))
  if (kept.ok) return c.redirect(await nextOf(c, id, n), 303)
  return kept.refusal === 'not-found' ? trouble(c, 404) : render(c, values, { form: why(c, kept.refusal) })
}

/** The next one that waits; else the list. */
async function nextOf(c: C, id: number, n: number): Promise<string> {
  const items = await within(c, (tx) => read.itemsOf(tx, id))
  const open = items.filter(({ verdict }) => verdict === null)
  const next = open.find((item) => item.n > n) ?? open[0]
  return next ? `${root}/${id}/${next.n}` : `${root}/${id}`
}

/** Only the auditor's, and only until it is finished; then the report's own page is there for whoever may read it. */
async function load(c: C): Promise<Pick<Looked, 'audit' | 'item' | 'page'> | undefined> {
  const [id, n] = [idOf(c), idOf(c, 'n')]
  const { deps } = c.var
  if (id === undefined || n === undefined) return undefined
  const book = await deps.rules()
  return within(c, async (tx) => {
    const audit = await read.auditById(tx, id)
    if (!audit || audit.finishedAt || audit.auditorId !== staffOf(c).personId) return undefined
    const item = (await read.itemsOf(tx, id)).find((one) => one.n === n)
    const page = item && (await staffPage(tx, book, deps.keys, staffOf(c), item.reference, deps.now()))
    return page && { audit, item, page }
  })
}

async function render(c: C, values: Values = {}, errors: Errors = {}) {
  const loaded = await load(c)
  if (!loaded) return trouble(c, 404)
  const { t } = c.var
  const { audit, item, page } = loaded
  return show(c, {
    title: t.audits.item(item.n, audit.drawn),
    layout: 'page',
    path: `${root}/${audit.id}/${item.n}`,
    status: Object.keys(errors).length > 0 ? 422 : 200,
    body: (
      <div class="stack measure">
        <ErrorSummary t={t} errors={errors} />
        <p>
          <a href={`${root}/${audit.id}`}>{t.audits.auditOf(audit.aboutName)}</a> · {t.audits.item(item.n, audit.drawn)}
        </p>
        <p class="row mute">
          <Ref reference={showReference(item.reference)} />
          <Status t={t} status={item.status} ending={item.ending} />
          <span>{page.around.holderName}</span>
        </p>
        <h1>{item.title}</h1>
        <Words c={c} page={page} />
        <History c={c} page={page} />
        <p>
          <a href={`/meja/${item.reference}`}>{t.audits.full}</a>
        </p>
        <Verdict c={c} audit={audit} item={item} page={page} values={values} errors={errors} />
      </div>
    ),
  })
}

const Verdict = ({ c, audit, item, values, errors }: Looked) => {
  const { t } = c.var
  const a = t.audits
  const given = (name: string, known: string | null) => (name in values ? text(values, name) : (known ?? ''))
  return (
    <form class="card stack" method="post" action={`${root}/${audit.id}/${item.n}`}>
      <Choices
        t={t}
        name="penilaian"
        id="penilaian"
        label={a.verdict}
        choices={verdicts.map((value) => ({ value, label: a.verdicts[value] }))}
        value={given('penilaian', item.verdict)}
        error={errors.penilaian}
      />
      <TextArea t={t} name="alasan" label={a.note} hint={a.noteHint} rows={3} value={given('alasan', item.note)} error={errors.alasan} />
      <p>
        <Button>{a.keep}</Button>
      </p>
    </form>
  )
} // biome-ignore format: one field a line
