import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { workingDaysBetween } from '../../agency/working-days.ts'
import { type StaffPage, staffPage } from '../../report/read/staff-page.ts'
import { readReference, showReference } from '../../report/reference.ts'
import { gone, Unkept } from '../case/gone.tsx'
import { type C, show, within } from '../desk/frame.tsx'
import { trouble } from '../errors.tsx'
import type { Errors, Values } from '../form.ts'
import { staffOf } from '../session.ts'
import { Files, Visits } from '../story/files.tsx'
import { shortDate } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { Note } from '../ui/note.tsx'
import { DueSign, Ref, Time } from '../ui/status.tsx'
import { VisitForm } from './form.tsx'

/** One task on a phone: where, what the citizen says, what was there before, and the form of the visit. */

/** A visit that was not kept yet: its words, its photos that were, and why not. */
export type Begun = Readonly<{
  values: Values
  errors?: Errors
  refusal?: string
  photos?: readonly number[]
  again?: boolean
}>

export const taskPage = (c: C) => renderTask(c, c.req.param('ref') ?? '')

export async function renderTask(c: C, typed: string, begun?: Begun, status: ContentfulStatusCode = 200) {
  const { deps, t } = c.var
  const reference = readReference(typed)
  if (!reference) return trouble(c, 404)
  const book = await deps.rules()
  const page = await within(c, (tx) => staffPage(tx, book, deps.keys, staffOf(c), reference, deps.now()))
  if (!page) return begun ? gone(c, reference, begun.values) : trouble(c, 404)
  return show(c, {
    title: t.field.title,
    layout: 'phone',
    path: `/lapangan/${reference}`,
    status,
    scripts: ['locate.js'],
    body: (
      <>
        <Head c={c} page={page} />
        {page.moves.includes('visit') ? (
          <VisitForm c={c} page={page} begun={begun} />
        ) : (
          <Note icon="info">
            <p>{t.field.over}</p>
            <p>
              <a href={`/meja/${reference}`}>{t.field.open}</a>
            </p>
            {begun && <Unkept values={begun.values} />}
          </Note>
        )}
      </>
    ),
  })
}

type Part = { c: C; page: StaffPage }

const Head = ({ c, page }: Part) => {
  const { t } = c.var
  const { report } = page.case
  return (
    <div class="stack">
      <p>
        <a href="/lapangan">{t.actions.back}</a>
      </p>
      <p class="small mute">
        <Ref reference={showReference(report.reference)} />
      </p>
      <h1>{report.editedTitle ?? report.title}</h1>
      <Until c={c} page={page} />
      <Caution c={c} page={page} />
      <Told c={c} page={page} />
      <p class="own pre">{report.editedText ?? report.text}</p>
      <Files t={t} files={page.files.filter(({ kind }) => kind === 'report')} />
      <Spot c={c} page={page} />
      {page.visits.length > 0 && (
        <details>
          <summary>{t.work.visits}</summary>
          <Visits t={t} zone={staffOf(c).zone} visits={page.visits} files={page.files} named />
        </details>
      )}
    </div>
  )
}

const Until = ({ c, page }: Part) => {
  const { t } = c.var
  const { zone } = staffOf(c)
  const { report, rules, now } = page.case
  const at = report.fieldDue
  if (!at) return null
  const due = { due: at, now, zone, days: workingDaysBetween(now, at, rules.calendar, zone) }
  return (
    <p class="small">
      <DueSign t={t} due={due} says={`${t.work.fieldTask} ${shortDate(at, t, zone)}`} />
    </p>
  )
}

/** What the photo of an officer must not give away. */
const Caution = ({ c, page }: Part) => {
  const { anonymous, secret } = page.case.report
  if (!anonymous && !secret) return null
  const [title, words] = c.var.t.desk[secret ? 'secret' : 'anonymous']
  return (
    <Note icon={secret ? 'lock' : 'anon'} warn title={title}>
      <p class="small">{words}</p>
    </Note>
  )
}

/** Notes that came with the report, and those of the own agency. */
const Told = ({ c, page }: Part) => {
  const passedOn = page.assignments.filter(({ endedAt, note }) => endedAt === null && note !== '')
  const told = [...passedOn.map(({ note, ...one }) => ({ ...one, text: note })), ...page.notes]
  return (
    <>
      {told.map(({ byName, at, text }) => (
        <div>
          <p class="by">
            <b>{byName}</b> · <Time at={at} t={c.var.t} zone={staffOf(c).zone} as="shortMoment" />
          </p>
          <p class="pre">{text}</p>
        </div>
      ))}
    </>
  )
}

const Spot = ({ c, page }: Part) => {
  const { report } = page.case
  const { latitude, longitude } = report
  const place = [report.place, page.around.areaName].filter(Boolean).join(', ')
  const spot = latitude !== null && longitude !== null ? `${latitude},${longitude}` : undefined
  return (
    <>
      {place && (
        <p class="spot">
          <Icon name="pin" />
          <span>{place}</span>
        </p>
      )}
      {(spot ?? place) && (
        <p>
          <a class="btn line wide" href={spot ? `geo:${spot}?q=${spot}` : `geo:0,0?q=${encodeURIComponent(place)}`}>
            {c.var.t.work.map}
          </a>
        </p>
      )}
    </>
  )
}
