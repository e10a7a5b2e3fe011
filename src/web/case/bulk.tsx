import { unattended } from '../../agency/below.ts'
import { type Category, categories } from '../../agency/category.ts'
import { has } from '../../person/may.ts'
import { inputs } from '../../report/input.ts'
import type { Request } from '../../report/move.ts'
import { listedTitle } from '../../report/read/title.ts'
import { readReference, showReference } from '../../report/reference.ts'
import { type Class, classes } from '../../report/report.ts'
import { type C, show, within } from '../desk/frame.tsx'
import { trouble } from '../errors.tsx'
import { type Errors, parseForm, posted, text, type Values } from '../form.ts'
import { staffOf } from '../session.ts'
import { Button } from '../ui/answers.tsx'
import { ErrorSummary } from '../ui/choices.tsx'
import { type Option, Select, TextArea } from '../ui/field.tsx'
import { Note } from '../ui/note.tsx'
import { Ref } from '../ui/status.tsx'
import { moveAs, reachOf } from './act.ts'
import { AgencyField, categoryOptions } from './forms/sending.tsx'
import { agenciesIn, withNames } from './whom.ts'

/** Several reports to one agency. Each is its own move, with the version that was seen; what fails is said and stays chosen. */

type Named = Readonly<{ reference: string; title: string; class: Class | null; oversight: boolean }>
type Chosen = Named & Readonly<{ version: number; why?: string | undefined }>
const most = 50

async function chosenIn(c: C, picked: readonly string[]): Promise<Chosen[]> {
  const seen = picked.slice(0, 10 * most).flatMap((one) => {
    const [, typed = '', version = ''] = /^(.{1,20})\.(\d{1,9})$/.exec(one) ?? []
    const reference = readReference(typed)
    return reference ? [{ reference, version: Number(version) }] : []
  })
  const rows = await within(c, (tx) => tx<Named[]>`
    select r.reference, ${listedTitle(tx)}, r.class, r.oversight from report r where r.reference = any(${seen.map(({ reference }) => reference)})`) // biome-ignore format: one query
  const known = new Map(rows.map((row) => [row.reference, row]))
  return seen.flatMap((one) => {
    const row = known.get(one.reference)
    return row ? [{ ...row, ...one }] : []
  })
}

export async function bulkPage(c: C) {
  if (!has(staffOf(c), 'operator')) return trouble(c, 404)
  return page(c, await chosenIn(c, c.req.queries('pilih') ?? []))
}

export async function bulkAct(c: C) {
  const staff = staffOf(c)
  if (!has(staff, 'operator')) return trouble(c, 404)
  const sent = await posted(c)
  const chosen = await chosenIn(c, [sent.pilih ?? []].flat())
  const known = await within(c, (tx) => agenciesIn(tx, c.var.t, sent, reachOf(staff)))
  const read = parseForm(inputs.forward, { ...known.values, assisting: [] })
  const errors = withNames(read.ok ? {} : read.errors, known.errors)
  const { agencyId, ...others } = errors
  const shown = agencyId ? { ...others, agencyName: 'staff.agency.empty' } : others
  if (!read.ok || Object.keys(shown).length > 0) return page(c, chosen, { values: sent, errors: shown }, 422)
  if (chosen.length === 0) return page(c, [], { values: sent }, 422)
  const failed: Chosen[] = []
  for (const one of chosen.slice(0, most)) {
    const { reference, version, oversight } = one
    // Oversight is decided report by report; sending many on takes it from none.
    const input = { ...read.value, ...(oversight ? { class: 'complaint', oversight } : {}) }
    const moved = await moveAs(c, staff, { reference, version, name: 'forward', input } as Request)
    if (!moved.ok) failed.push({ ...one, why: moved.refusal })
  }
  const left = [...failed, ...chosen.slice(most)]
  const done = chosen.length - left.length
  const nobody = (await within(c, (tx) => unattended(tx, [read.value.agencyId]))).size > 0
  return page(c, left, { values: sent, done, nobody: done > 0 && nobody }, failed.length > 0 ? 409 : 200)
}

type Told = { values?: Values; errors?: Errors; done?: number; nobody?: boolean }

async function page(c: C, chosen: readonly Chosen[], told: Told = {}, status: 200 | 409 | 422 = 200) {
  const { t } = c.var
  const known = await within(c, (tx) => categories(tx))
  const { done, errors = {}, nobody } = told
  return show(c, {
    title: t.acts.bulk,
    layout: 'page',
    path: '/meja',
    status,
    body: (
      <div class="stack measure">
        <p>
          <a href="/meja">{t.actions.back}</a>
        </p>
        <h1>{t.acts.bulk}</h1>
        <ErrorSummary t={t} errors={errors} />
        {done !== undefined && (
          <Note icon="check">
            <p role="status">{t.acts.bulkDone(done)}</p>
          </Note>
        )}
        {nobody && (
          <Note icon="late" warn>
            <p>{t.work.unattended(text(told.values ?? {}, 'agencyName'))}</p>
          </Note>
        )}
        {chosen.length > 0 ? (
          <Form c={c} chosen={chosen} told={told} known={known} />
        ) : (
          done === undefined && <p>{t.acts.bulkNone}</p>
        )}
      </div>
    ),
  })
}

type FormProps = { c: C; chosen: readonly Chosen[]; told: Told; known: readonly Category[] }

const Form = ({ c, chosen, told: { values = {}, errors = {}, done }, known }: FormProps) => {
  const { t } = c.var
  const kinds = new Set(chosen.map((one) => one.class))
  const more = chosen.length > most || (done !== undefined && chosen.some(({ why }) => why === undefined))
  const shared = kinds.size === 1 ? (chosen[0]?.class ?? undefined) : undefined
  return (
    <form method="post" action="/meja/penerusan" class="stack">
      {done !== undefined && <h2>{t.acts.bulkLeft}</h2>}
      {more && <p>{t.acts.bulkMost(most)}</p>}
      <ul class="stack">
        {chosen.map(({ reference, version, title, why }) => (
          <li>
            <input type="hidden" name="pilih" value={`${reference}.${version}`} />
            <a href={`/meja/${reference}`}>{title || t.work.secretTitle}</a>
            <p class="small mute"><Ref reference={showReference(reference)} /></p>
            {why && <p class="err">{whyNot(c, why)}</p>}
          </li>
        ))}
      </ul>
      <AgencyField c={c} name="agencyName" id="agencyName" label={t.acts.whom} value={text(values, 'agencyName')} error={errors.agencyName} />
      <Select t={t} name="class" label={t.work.class} none={t.actions.choose} value={text(values, 'class') || shared} error={errors.class} options={classes.map((one): Option => [one, t.kind[one].name])} />
      <Select t={t} name="categoryCode" label={t.work.category} optional none={t.actions.choose} value={text(values, 'categoryCode')} error={errors.categoryCode} options={categoryOptions(t, known)} />
      <TextArea t={t} name="note" label={t.acts.note} optional rows={2} value={text(values, 'note')} error={errors.note} />
      <p class="row">
        <Button>{t.moves.forward.button}</Button>
      </p>
    </form>
  )
} // biome-ignore format: one field a line

function whyNot({ var: { t } }: C, refusal: string): string {
  const say = t.refusals.move[refusal as keyof typeof t.refusals.move] ?? (() => t.refusals.notFound)
  return say({ by: t.refusals.somebody, status: t.status.assigned, date: '', reference: '' })
}
