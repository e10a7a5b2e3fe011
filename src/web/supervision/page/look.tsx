import { mostAbsent } from '../../../supervision/waiting/absent.ts'
import type { What } from '../../../supervision/waiting/list.ts'
import type { Messages } from '../../messages.ts'
import { number } from '../../ui/format.ts'
import { absentAddress } from '../list/absent.tsx'
import { listAddress } from '../list/names.ts'
import type { Asked } from './asked.ts'
import type { Shown } from './load.ts'
import { Card } from './parts.tsx'

/** What needs a look now: each number leads to its list. */

type Props = { t: Messages; shown: Shown; asked: Asked; agencyId: number }

export const Look = ({ t, shown, asked, agencyId }: Props) => {
  const { look } = t.supervision
  const { waiting, acts, lapsed, absent } = shown
  const counted: readonly (readonly [What, number, string])[] = [
    ['late', waiting.overdue, look.late],
    ['instructed', acts.instructed, look.instructed(number(acts.instructedLate, t))],
    ['returned', waiting.returned, look.returned],
    ['disputed', waiting.disputed, look.disputed],
    ['disputedTwice', waiting.disputedTwice, look.disputedTwice],
    ['authority', waiting.authority, look.authority],
    ['extensions', acts.extensions, look.extensions],
    ['lapsed', lapsed, look.lapsed],
  ]
  return (
    <Card id="perlu-dilihat" title={look.title} all>
      <ul class="looks r">
        {counted.map(([what, n, says]) => (
          <Counted n={number(n, t)} none={n === 0} says={says} href={listAddress(what, agencyId, { kind: asked.kind })} />
        ))}
        <Counted n={absent >= mostAbsent ? look.more(number(absent, t)) : number(absent, t)} none={absent === 0} says={look.absent} href={absentAddress(agencyId)} />
      </ul>
      <p class="small mute">{look.now}</p>
    </Card>
  )
} // biome-ignore format: one count a line

const Counted = ({ n, none, says, href }: { n: string; none: boolean; says: string; href: string }) => (
  <li class={none ? 'nil' : undefined}>
    <b>{n}</b>
    <a href={href}>{says}</a>
  </li>
)
