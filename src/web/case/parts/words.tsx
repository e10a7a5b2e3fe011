import { conversation, type Entry } from '../../../report/read/history.ts'
import type { StaffPage } from '../../../report/read/staff-page.ts'
import type { C } from '../../desk/frame.tsx'
import { staffOf } from '../../session.ts'
import { officeOf } from '../../story/facts.ts'
import { Files, Visits } from '../../story/files.tsx'
import { Note } from '../../ui/note.tsx'
import { type Message, Talk } from '../../ui/report.tsx'
import { Time } from '../../ui/status.tsx'

/** What was said: the report itself, the conversation, visits, instructions of supervisors. */

type Part = { c: C; page: StaffPage }

export const Words = ({ c, page }: Part) => {
  const { t } = c.var
  const { zone } = staffOf(c)
  const { files, visits, history } = page
  const said = conversation(history, 'staff').filter(({ move }) => move !== 'visit')
  const messages = [first(c, page), ...said.map((entry) => spoken(c, page, entry))]
  return (
    <>
      <Talk messages={messages} />
      {visits.length > 0 && (
        <section class="stack">
          <h2>{t.work.visits}</h2>
          <Visits t={t} zone={zone} visits={visits} files={files} named />
        </section>
      )}
    </>
  )
}

/** Whose words they are: each reporter of a case under the own name, where it is known here. */
function who(c: C, { case: { report }, history, known }: StaffPage, reporterId: number | null): string {
  const { work, role } = c.var.t
  const name = reporterId === null ? undefined : known.get(reporterId)?.name
  if (name) return name
  if (reporterId !== (history[0]?.reporterId ?? null)) return role.coReporter.name
  return report.anonymous ? work.anonymous : role.reporter.name
}

/** The report itself: its edited version first, the reporter's own words always below. */
function first(c: C, page: StaffPage): Message {
  const { t } = c.var
  const { report } = page.case
  const sent = page.files.filter(({ kind }) => kind === 'report')
  return {
    who: who(c, page, page.history[0]?.reporterId ?? null),
    about: <Time at={report.filedAt} t={t} zone={staffOf(c).zone} as="shortMoment" />,
    text: report.editedText ?? report.text,
    own: true,
    more: (
      <>
        {report.editedText !== null && (
          <details>
            <summary>{t.work.original}</summary>
            <p class="own pre">{report.text}</p>
          </details>
        )}
        <Files t={t} files={sent} />
      </>
    ),
  }
}

function spoken(c: C, page: StaffPage, entry: Entry & { text: string; fromReporter: boolean }): Message {
  const { t } = c.var
  const files = page.files.filter(({ eventN }) => eventN === entry.n)
  const at = <Time at={entry.at} t={t} zone={staffOf(c).zone} as="shortMoment" />
  const about = entry.byName ? (
    <>
      {entry.byName} · {at}
    </>
  ) : (
    at
  )
  return {
    who: entry.fromReporter ? who(c, page, entry.reporterId) : officeOf(t, entry),
    about,
    text: entry.text,
    own: entry.fromReporter,
    more: <Files t={t} files={files} />,
  }
}

/** What a supervisor wants to know stands on top until it is answered. */
export const Instructions = ({ c, page: { instructions } }: Part) => {
  const { t } = c.var
  const { zone } = staffOf(c)
  return (
    <>
      {instructions.map(({ byName, dueAt, text, answer, answeredAt }) => (
        <Note
          icon="flag"
          warn={answeredAt === null}
          title={
            <>
              {t.work.instruction(byName, '')}
              <Time at={dueAt} t={t} zone={zone} as="shortDate" />
            </>
          }
        >
          <p class="pre">{text}</p>
          {answeredAt && (
            <p class="small pre">
              <Time at={answeredAt} t={t} zone={zone} as="shortDate" />: {answer}
            </p>
          )}
        </Note>
      ))}
    </>
  )
}
