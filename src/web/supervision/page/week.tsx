import type { Change } from '../../../supervision/week/movers.ts'
import { type Week as Counted, whats } from '../../../supervision/week/read.ts'
import type { Messages } from '../../messages.ts'
import { number } from '../../ui/format.ts'
import { Card, Numbers } from './parts.tsx'

/** What changed in seven days, and where most. */

export const Week = ({ t, week }: { t: Messages; week: Counted }) => {
  const { week: words } = t.supervision
  const rows = whats.map((what) => {
    const change = week.own[what]
    return [words.moves[what], number(change.now, t), number(change.before, t), signed(change, t)]
  })
  return (
    <Card id="minggu-ini" title={words.title} all>
      <div class="halves">
        <Numbers label={words.title} heads={[words.what, words.now, words.before, words.change]} rows={rows} />
        <div class="stack">
          <h3>{words.movers}</h3>
          {week.movers.length === 0 ? (
            <p class="mute">{words.quiet}</p>
          ) : (
            <ul class="plain">
              {week.movers.map(({ shortName, what, now, before }) => (
                <li>{words.mover(shortName, words.moves[what], number(now, t), number(before, t))}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
      <p class="small mute">{words.note}</p>
    </Card>
  )
}

/** "+4", "−2", "0" */
const signed = ({ now, before }: Change, t: Messages) =>
  now === before ? '0' : `${now > before ? '+' : '−'}${number(Math.abs(now - before), t)}`
