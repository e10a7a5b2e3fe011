import type { Child } from 'hono/jsx'
import { durations, ratios } from '../../../supervision/figure/figures.ts'
import type { Messages } from '../../messages.ts'
import { number } from '../../ui/format.ts'
import { listAddress } from '../list/names.ts'
import type { Asked } from './asked.ts'
import type { Shown } from './load.ts'
import { HowCounted } from './parts.tsx'
import { hours, periodOf, rate, share } from './words.ts'

/** Four figures at one look, each with what it is a part of. */

type TopProps = { t: Messages; shown: Shown; asked: Asked; agencyId: number }

export const Top = ({ t, shown, asked, agencyId }: TopProps) => {
  const { top, whichPeriod, yardstick } = t.supervision
  const { own, country, waiting } = shown
  const onTime = ratios.answeredOnTime(own)
  const returns = ratios.returns(own)
  const all = { kind: asked.kind }
  return (
    <>
      <dl class="figs">
        <Figure says={top.open} of={<a href={listAddress('late', agencyId, all)}>{top.openOf(number(waiting.overdue, t))}</a>}>
          <a href={listAddress('open', agencyId, all)}>{number(waiting.open, t)}</a>
        </Figure>
        <Figure says={top.onTime} of={top.onTimeOf(number(onTime.n, t), number(onTime.of, t), share(ratios.answeredOnTime(country), t))}>
          {share(onTime, t)}
        </Figure>
        <Figure says={top.first} of={top.firstOf(hours(durations.answerP90(own), t))}>
          {hours(durations.answerMedian(own), t)}
        </Figure>
        <Figure says={top.returns} of={top.returnsOf(number(returns.n, t), number(returns.of, t))}>
          {rate(returns, t)}
        </Figure>
      </dl>
      <p class="small mute">
        {whichPeriod(periodOf(asked, t))} {yardstick} <HowCounted t={t} />
      </p>
    </>
  )
} // biome-ignore format: one figure each

const Figure = ({ says, of, children }: { says: string; of: Child; children?: Child }) => (
  <div>
    <dt>
      {says}
      <span>{of}</span>
    </dt>
    <dd>{children}</dd>
  </div>
)
