import type { Zone } from '../../agency/working-days.ts'
import type { Promised } from '../../report/read/promises.ts'
import type { Messages } from '../messages.ts'
import { shortDate } from '../ui/format.ts'
import { type PromiseLine, Promises } from '../ui/promise.tsx'

/** The promises to the citizen and what became of them, drawn the same for everybody. */

const icons = { kept: ['check', 'ok'], missed: ['late', 'late'], late: ['late', 'late'] } as const

function line(t: Messages, zone: Zone, one: Promised): PromiseLine {
  const { step, state, due, days, limit, over, cells, promised } = one
  const note = promised && t.citizen.following.lawFirst(shortDate(due, t, zone), shortDate(promised, t, zone))
  const label = t.citizen.following.steps[step]
  const sentence = state === 'kept' ? t.clock.kept(days, limit) : t.clock.cell(Math.min(days, limit), limit)
  if (state === 'running')
    return { label, says: t.citizen.following.until(shortDate(due, t, zone)), cells, sentence, note }
  const [icon, tone] = icons[state]
  const says = state === 'kept' ? t.citizen.following.of(days, limit) : t.clock.lateBy(over)
  return { label, says, icon, tone, cells, sentence: state === 'kept' ? sentence : t.clock.missed(over), note }
}

export const PromisedDays = ({ t, zone, promised }: { t: Messages; zone: Zone; promised: readonly Promised[] }) => (
  <Promises promises={promised.map((one) => line(t, zone, one))} />
)
