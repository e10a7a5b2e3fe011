import { showReference } from '../../../report/reference.ts'
import type { Deed, Inspected, Shelf } from '../../../supervision/inspectorate/list.ts'
import type { C } from '../../desk/frame.tsx'
import { staffOf } from '../../session.ts'
import { factsOf } from '../../story/facts.ts'
import { shortDate } from '../../ui/format.ts'
import { Ref, Sign, Status, Time } from '../../ui/status.tsx'
import { addressOf } from './page.tsx'

/** One complaint of the inspector's list: where it stands, whom it is about, and what was done with it. */

type One = { c: C; row: Inspected; deeds: readonly Deed[]; shelf: Shelf }

export const Complaint = ({ c, row, deeds, shelf }: One) => {
  const { t } = c.var
  const { zone } = staffOf(c)
  return (
    <li class="card stack">
      <div>
        <h2>
          <a href={`/meja/${row.reference}`}>{row.title || t.work.secretTitle}</a>
        </h2>
        <p class="small mute">
          {[row.holderName, shortDate(row.filedAt, t, zone)].join(' · ')} ·{' '}
          <Ref reference={showReference(row.reference)} />
        </p>
      </div>
      <Signs c={c} row={row} />
      {row.accused.length > 0 && (
        <p>
          {t.work.accused}:{' '}
          {row.accused.map(({ id, name }, n) => (
            <>
              {n > 0 && '; '}
              <a href={addressOf({ shelf, about: id })}>{name}</a>
            </>
          ))}
        </p>
      )}
      <Deeds c={c} deeds={deeds} />
    </li>
  )
}

const Signs = ({ c, row }: Pick<One, 'c' | 'row'>) => {
  const { t, deps } = c.var
  const late = row.dueAt !== null && row.dueAt < deps.now()
  const kind = row.class ? t.kind[row.class].name : '–'
  return (
    <p class="row">
      <Status t={t} status={row.status} ending={row.ending} />
      {late && <Sign icon="late" tone="late" says={t.work.groups.late} />}
      {row.secret && <Sign icon="lock" tone="end" says={t.work.secret} />}
      {!row.oversight && <Sign icon="back" tone="late" says={t.inspectorate.away(kind)} />}
    </p>
  )
}

/** Who did what, when: given back, made something else, archived. */
const Deeds = ({ c, deeds }: Pick<One, 'c' | 'deeds'>) => {
  const { t } = c.var
  const { zone } = staffOf(c)
  if (deeds.length === 0) return <p class="small mute">{t.inspectorate.untouched}</p>
  return (
    <ol class="small r">
      {deeds.map((deed) => {
        const says = t.moves[deed.move].staff(factsOf(deed, { t, zone, channel: 'web' }))
        const by = [deed.byName, deed.agencyName].filter((name) => name && !says.includes(name)).join(', ')
        return (
          <li>
            <Time at={deed.at} t={t} zone={zone} as="shortMoment" />
            {' · '}
            {says}
            {by && <span class="mute">{` · ${by}`}</span>}
          </li>
        )
      })}
    </ol>
  )
}
