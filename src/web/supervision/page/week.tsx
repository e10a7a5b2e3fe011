import type { Zone } from '../../../agency/working-days.ts'
import { anything, type Pair, recentMoves } from '../../../supervision/recent/moves.ts'
import type { Mover, Recent } from '../../../supervision/recent/read.ts'
import type { Messages } from '../../messages.ts'
import { moment, number } from '../../ui/format.ts'
import { addressOf } from './asked.ts'
import { Card, Numbers } from './parts.tsx'

/** What changed this week against the one before. */

type Props = { t: Messages; recent: Recent; zone: Zone }

export const WeekCard = ({ t, recent: { week, countedAt, movers }, zone }: Props) => {
  const { week: words } = t.supervision
  const rows = recentMoves.map((move) => {
    const { now, before } = week[move]
    return [words.moves[move], number(now, t), number(before, t), changeOf(week[move], t)]
  })
  return (
    <Card id="minggu-ini" title={words.title} all>
      {countedAt === null || !anything(week) ? (
        <p>{words.none}</p>
      ) : (
        <div class="halves">
          <Numbers label={words.title} heads={[words.what, words.now, words.before, words.change]} rows={rows} />
          <Movers t={t} movers={movers} />
        </div>
      )}
      {countedAt && <p class="small mute">{words.note(moment(countedAt, t, zone))}</p>}
    </Card>
  )
}

const Movers = ({ t, movers }: { t: Messages; movers: readonly Mover[] }) => {
  const { week: words } = t.supervision
  return (
    <div class="stack">
      <h3>{words.movers}</h3>
      {movers.length === 0 ? (
        <p class="mute">{words.quiet}</p>
      ) : (
        <ul class="tops r">
          {movers.map(({ agencyId, name, move, now, before }) => (
            <li>
              <a href={addressOf('/pengawasan', { instansi: agencyId })}>{name}</a>
              <span>
                {words.moves[move]} <b class="num">{words.fromTo(number(before, t), number(now, t))}</b>
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** "+3", "−2" or "sama"; a sign that is read aloud stands before the number. */
const changeOf = ({ now, before }: Pair, t: Messages): string =>
  now === before ? t.supervision.week.same : `${now > before ? '+' : '−'}${number(Math.abs(now - before), t)}`
