import { kinds } from '../../../supervision/waiting/counts.ts'
import type { Messages } from '../../messages.ts'
import { Button } from '../../ui/answers.tsx'
import { Select } from '../../ui/field.tsx'
import { type Asked, type Month, monthsOf } from './asked.ts'
import { monthName } from './words.ts'

/** Which months of arrival, and which class. */

const earliest = 35

/** Three years to choose from, the latest first. */
function offered(until: Month): Month[] {
  const year = Number(until.slice(0, 4)) - Math.ceil(earliest / 12)
  return monthsOf({ from: `${year}${until.slice(4)}`, until })
    .slice(-earliest - 1)
    .reverse()
}

export const Narrow = ({ t, asked, current }: { t: Messages; asked: Asked; current: Month }) => {
  const { supervision: words } = t
  const months = offered(current).map((month) => [month, monthName(month, t)] as const)
  return (
    <form class="pick" action="/pengawasan" aria-label={words.filter}>
      {asked.agencyId !== undefined && <input type="hidden" name="instansi" value={String(asked.agencyId)} />}
      {asked.sort !== 'tepat-waktu' && <input type="hidden" name="urut" value={asked.sort} />}
      <Select t={t} name="dari" label={words.from} value={asked.from} options={months} />
      <Select t={t} name="sampai" label={words.until} value={asked.until} options={months} />
      <Select t={t} name="kelas" label={words.kind} value={asked.kind ?? ''} options={[['', words.allKinds], ...kinds.map((kind) => [kind, words.kinds[kind]] as const)]} />
      <Button look="line">{words.show}</Button>
    </form>
  )
} // biome-ignore format: one field a line
