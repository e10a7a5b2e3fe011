import type { StaffPage } from '../../../report/read/staff-page.ts'
import { showReference } from '../../../report/reference.ts'
import type { C } from '../../desk/frame.tsx'
import { staffOf } from '../../session.ts'
import { statusWord, Time } from '../../ui/status.tsx'

/** Reports that may be the same case: beside it, so that they are seen before it is sent on twice. */
export const Nearby = ({ c, page: { near } }: { c: C; page: StaffPage }) => {
  const { t } = c.var
  if (near.length === 0) return null
  return (
    <section class="card">
      <h2>{t.work.near}</h2>
      <ul class="stack">
        {near.map(({ reference, title, status, ending, filedAt }) => (
          <li>
            <a href={`/meja/${reference}`}>{title || c.var.t.work.secretTitle}</a>
            <p class="small mute">
              {showReference(reference)} · {t.status[statusWord(status, ending)]} ·{' '}
              <Time at={filedAt} t={t} zone={staffOf(c).zone} as="shortDate" />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
