import { type Place, type Position, unasked } from '../../../inbox/position.ts'
import type { Channel } from '../../../report/report.ts'
import { timeIn } from '../../account/say.ts'
import { staffOf } from '../../session.ts'
import { number } from '../../ui/format.ts'
import { FactList, Note } from '../../ui/note.tsx'
import type { C } from '../place.tsx'

/** Services that are asked, and paid by use: what today has cost, when they were asked last, what was passed over unseen and
 *  until when they are left alone. */

type Seen = Position & Pick<Place, 'channel'>

const fresh = 7 * 24 * 3_600_000

export function Asked({ c, asked }: { c: C; asked: readonly (Place & Position)[] }) {
  const { services } = c.var.deps
  const paid = Object.keys(services?.most ?? {}) as Channel[]
  const silent = paid.filter((channel) => !asked.some((one) => one.channel === channel))
  const all: Seen[] = [...asked, ...silent.map((channel) => ({ ...unasked, channel }))]
  return (
    <>
      {all.map((one) => (
        <Service c={c} one={one} most={services?.most[one.channel]} />
      ))}
    </>
  )
}

function Service({ c, one, most }: { c: C; one: Seen; most: number | undefined }) {
  const t = c.var.t.channels
  const now = c.var.deps.now().getTime()
  const at = (time: Date) => timeIn(c.var.t, staffOf(c).zone, time)
  const dollars = (mills: number) => number(mills / 1000, c.var.t, 2)
  const name = c.var.t.channel[one.channel]
  const gap = one.gapAt
  const waits = one.trouble && one.troubleUntil && one.troubleUntil.getTime() > now
  return (
    <section class="card stack measure" aria-labelledby={`biaya-${one.channel}`}>
      <h2 id={`biaya-${one.channel}`}>{t.cost(name)}</h2>
      {waits && one.trouble && one.troubleUntil && (
        <Note icon="late" warn>
          <p>{t.troubles[one.trouble](name, at(one.troubleUntil))}</p>
        </Note>
      )}
      {gap && now - gap.getTime() < fresh && (
        <Note icon="late" warn>
          <p>{t.gap(name, at(gap))}</p>
        </Note>
      )}
      <FactList
        facts={[
          [t.spent, t.dollars(dollars(one.spent), most === undefined ? '' : dollars(most))],
          [t.askedAt, one.askedAt ? at(one.askedAt) : t.neverAsked],
          [t.lastGap, gap && now - gap.getTime() >= fresh ? at(gap) : undefined],
        ]}
      />
      <p class="hint">{t.costHint}</p>
    </section>
  )
}
