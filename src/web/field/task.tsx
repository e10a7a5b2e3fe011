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

const Head = ({ c, page }: { c: C; page: StaffPage }) => {
  const { t } = c.var
  const { zone } = staffOf(c)
  const { report, rules, now } = page.case
  const { latitude, longitude } = report
  const due = (at: Date) => ({ due: at, now, zone, days: workingDaysBetween(now, at, rules.calendar, zone) })
  const place = [report.place, page.around.areaName].filter(Boolean).join(', ')
  const spot = latitude !== null && longitude !== null ? `${latitude},${longitude}` : undefined
  const passedOn = page.assignments.filter(({ endedAt, note }) => endedAt === null && note !== '')
  const told = [...passedOn.map(({ note, ...one }) => ({ ...one, text: note })), ...page.notes]
  return (
    <div class="stack">
      <p>
        <a href="/lapangan">{t.actions.back}</a>
      </p>
      <p class="small mute">
        <Ref reference={showReference(report.reference)} />
      </p>
      <h1>{report.editedTitle ?? report.title}</h1>
      {report.fieldDue && (
        <p class="small">
          <DueSign
            t={t}
            due={due(report.fieldDue)}
            says={`${t.work.fieldTask} ${shortDate(report.fieldDue, t, zone)}`}
          />
        </p>
      )}
      {(report.anonymous || report.secret) && (
        <Note
          icon={report.secret ? 'lock' : 'anon'}
          warn
          title={report.secret ? t.desk.secret[0] : t.desk.anonymous[0]}
        >
          <p class="small">{report.secret ? t.desk.secret[1] : t.desk.anonymous[1]}</p>
        </Note>
      )}
      {told.map(({ byName, at, text }) => (
        <div>
          <p class="by">
            <b>{byName}</b> · <Time at={at} t={t} zone={zone} as="shortMoment" />
          </p>
          <p class="pre">{text}</p>
        </div>
      ))}
      <p class="own pre">{report.editedText ?? report.text}</p>
      <Files t={t} files={page.files.filter(({ kind }) => kind === 'report')} />
      {place && (
        <p class="spot">
          <Icon name="pin" />
          <span>{place}</span>
        </p>
      )}
      {(spot ?? place) && (
        <p>
          <a class="btn line wide" href={spot ? `geo:${spot}?q=${spot}` : `geo:0,0?q=${encodeURIComponent(place)}`}>
            {t.work.map}
          </a>
        </p>
      )}
      {page.visits.length > 0 && (
        <details>
          <summary>{t.work.visits}</summary>
          <Visits t={t} zone={zone} visits={page.visits} files={page.files} named />
        </details>
      )}
    </div>
  )
}
