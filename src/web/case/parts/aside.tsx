import type { Identity } from '../../../person/seal.ts'
import { hoursHeld } from '../../../report/read/agency-clock.ts'
import type { Assignment } from '../../../report/read/around.ts'
import { beginnings } from '../../../report/read/history.ts'
import type { StaffPage } from '../../../report/read/staff-page.ts'
import { isOpen } from '../../../report/report.ts'
import type { C } from '../../desk/frame.tsx'
import { staffOf } from '../../session.ts'
import { date, number, shortDate, shortMoment } from '../../ui/format.ts'
import { type Fact, FactList } from '../../ui/note.tsx'
import { Chain } from '../../ui/report.tsx'

/** Beside the report: how long it has lain here, who held it, and its facts. */

type Part = { c: C; page: StaffPage }

export const AgencyClock = ({ c, page }: Part) => {
  const { t } = c.var
  const { report, rules, zone, now, question } = page.case
  if (!isOpen(report.status)) return null
  const asked = page.questions.filter(({ agencyName }) => agencyName === page.around.holderName)
  const hours = hoursHeld(report.holderSince, asked, { calendar: rules.calendar, zone, now })
  return (
    <p class="small mute">
      <b>{t.clock.agency[0]}</b>: {t.work.agencyClock(number(Math.floor(hours), t))}
      {question && `; ${t.work.paused(shortDate(question.dueAt, t, zone))}`}
    </p>
  )
}

/** Who held it, since when and until when; a square knot gave it back. */
export const Custody = ({ c, page }: Part) => {
  const { t } = c.var
  const { zone } = staffOf(c)
  const begun = beginnings(page.assignments, page.history)
  const note = ({ at, endedAt, endedHow, byName, note: said }: Assignment, writer: string) => {
    const from = shortMoment(at, t, zone)
    const span = !endedAt
      ? t.work.since(from)
      : endedHow === 'returned'
        ? t.work.wasReturned(from, shortMoment(endedAt, t, zone))
        : t.work.held(from, shortMoment(endedAt, t, zone))
    return (
      <>
        {span}
        {byName && ` · ${byName}`}
        {said && (
          <>
            <br />
            {writer ? t.work.noteOf(writer, said) : said}
          </>
        )}
      </>
    )
  }
  return (
    <section class="card">
      <h2>{t.work.custody}</h2>
      <Chain
        links={page.assignments.map((one, i) => ({
          name: one.lead ? one.agencyName : `${one.agencyName} · ${t.work.assists}`,
          note: note(one, begun[i]?.agencyName ?? ''),
          state: one.endedAt === null ? 'now' : one.endedHow === 'returned' ? 'back' : undefined,
        }))}
      />
    </section>
  )
}

const contact = ({ name, email, phone }: Identity) => [name, email, phone].filter(Boolean).join(' · ')

export const Facts = ({ c, page }: Part) => {
  const { t } = c.var
  const { zone } = staffOf(c)
  const { report } = page.case
  const { around } = page
  const first = page.history[0]?.reporterId
  const people = [...page.known].map(([id, one]) => ({ own: id === first, contact: contact(one) }))
  const inHand = report.holderId === staffOf(c).agencyId
  const nobody = report.anonymous ? t.work.anonymous : inHand ? t.work.unnamed : t.work.notForYou
  const kind = report.oversight ? t.kind.oversight.name : report.class && t.kind[report.class].name
  const facts: Fact[] = [
    [t.work.filed, shortMoment(report.filedAt, t, zone)],
    [t.work.class, kind],
    [t.work.category, around.categoryName?.[t.lang]],
    [t.work.area, around.areaName],
    [t.work.place, report.place],
    [t.work.happened, report.happenedOn && date(new Date(`${report.happenedOn}T00:00:00Z`), t, 'Asia/Jakarta')],
    [t.work.addressee, around.addresseeName],
    [t.work.accused, around.accused.map(({ name }) => name).join('; ')],
    [t.work.officer, around.officerName],
    [t.work.fieldTask, report.fieldDue && shortDate(report.fieldDue, t, zone)],
    [t.work.reporter, people.find(({ own }) => own)?.contact || nobody],
    [
      t.role.coReporter.name,
      report.reporters > 1
        ? [t.work.reporters(report.reporters), ...people.filter(({ own }) => !own).map((one) => one.contact)].join('; ')
        : null,
    ],
  ]
  return (
    <section class="card">
      <h2>{t.work.facts}</h2>
      <FactList facts={facts} />
      {report.latitude !== null && report.longitude !== null && (
        <p>
          <a href={`geo:${report.latitude},${report.longitude}`}>{t.work.map}</a>
        </p>
      )}
    </section>
  )
}
