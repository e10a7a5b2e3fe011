import { beginnings, type Entry, givenBack } from '../../../report/read/history.ts'
import type { StaffPage } from '../../../report/read/staff-page.ts'
import type { C } from '../../desk/frame.tsx'
import { staffOf } from '../../session.ts'
import { factsOf } from '../../story/facts.ts'
import { Note } from '../../ui/note.tsx'
import { Time } from '../../ui/status.tsx'

/** Why a report came back and who is named instead, above the form that sends it on; earlier returns below the last one. */

export const Returned = ({ c, page }: { c: C; page: StaffPage }) => {
  const { t } = c.var
  const { report } = page.case
  const { zone } = staffOf(c)
  const [last, ...earlier] = givenBack(page.history)
  if (!last || (report.status !== 'received' && report.status !== 'incomplete')) return null
  const says = (entry: Entry) => t.moves.return.staff(factsOf(entry, { t, zone, channel: report.channel }))
  const begun = beginnings(page.assignments, page.history)
  const note = (entry: Entry) => page.assignments[begun.indexOf(entry)]?.note
  return (
    <Note icon="back" warn title={says(last)}>
      <p class="pre">{note(last)}</p>
      {earlier.map((entry) => (
        <p class="small">
          <Time at={entry.at} t={t} zone={zone} as="shortDate" />: {says(entry)} {note(entry)}
        </p>
      ))}
    </Note>
  )
}
