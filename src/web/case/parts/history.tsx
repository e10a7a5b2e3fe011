import type { StaffPage } from '../../../report/read/staff-page.ts'
import type { C } from '../../desk/frame.tsx'
import { staffOf } from '../../session.ts'
import { factsOf } from '../../story/facts.ts'
import { Time } from '../../ui/status.tsx'

/** Every line of the ledger that this person may read. */
export const History = ({ c, page: { history, case: one } }: { c: C; page: StaffPage }) => {
  const { t } = c.var
  const { zone } = staffOf(c)
  return (
    <details>
      <summary>{t.work.history}</summary>
      <ol class="stack small">
        {history.map((entry) => (
          <li>
            <p>{t.moves[entry.move].staff(factsOf(entry, { t, zone, channel: one.report.channel }))}</p>
            <p class="mute">
              <Time at={entry.at} t={t} zone={zone} as="shortMoment" />
              {entry.byName && ` · ${entry.byName}, ${entry.agencyName ?? ''}`}
            </p>
          </li>
        ))}
      </ol>
    </details>
  )
}
