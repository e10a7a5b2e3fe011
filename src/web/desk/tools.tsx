import { type Filter, sortable } from '../../report/read/view.ts'
import { channels, classes } from '../../report/report.ts'
import type { Messages } from '../messages.ts'
import { Button } from '../ui/answers.tsx'
import { Select } from '../ui/field.tsx'
import { addressOf } from './filter.ts'

/** Above the list: searching it, narrowing it, putting it into another order. */

type Tool = { t: Messages; filter: Filter }

/** What a form carries along, so that a search keeps the order and the order keeps the search. */
const Kept = ({ filter, but }: { filter: Filter; but: readonly string[] }) =>
  [...new URLSearchParams(addressOf({ ...filter, after: undefined }, ''))]
    .filter(([name]) => !but.includes(name))
    .map(([name, value]) => <input type="hidden" name={name} value={value} />)

export const Search = ({ t, filter }: Tool) => (
  <search>
    <form class="find" action="/meja">
      <Kept filter={filter} but={['cari']} />
      <label class="vh" for="cari">
        {t.actions.search}
      </label>
      <input class="in" id="cari" name="cari" type="search" value={filter.search} placeholder={t.work.searchHint} />
      <span class="kbd" aria-hidden="true">
        /
      </span>
    </form>
  </search>
)

export const Chips = ({ t, filter }: Tool) => {
  const { view, search, channel, newest } = filter
  const bare = { view, search, channel, newest }
  const chips: [label: string, to: Filter, on: boolean][] = [
    [t.work.all, bare, !filter.class && !filter.oversight && !filter.secret],
    ...classes.map((one): [string, Filter, boolean] => [t.kind[one].name, { ...bare, class: one }, filter.class === one]),
    [t.work.oversight, { ...bare, oversight: true }, filter.oversight === true],
    [t.work.secret, { ...bare, secret: true }, filter.secret === true],
  ]
  return (
    <ul class="chips">
      {chips.map(([label, to, on]) => (
        <li>
          <a href={addressOf(to)} aria-current={on ? 'true' : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
} // biome-ignore format: one chip a line

/** Rarer wishes, folded until one of them is set. */
export const Narrow = ({ t, filter }: Tool) => (
  <details class="narrow" open={filter.channel !== undefined || filter.newest === true}>
    <summary>{t.work.narrow}</summary>
    <form action="/meja" class="row">
      <Kept filter={filter} but={['kanal', 'urut']} />
      {sortable.includes(filter.view) && (
        <Select t={t} name="urut" label={t.work.order} value={filter.newest ? 'terbaru' : ''} options={[['', t.work.orders.urgent], ['terbaru', t.work.orders.newest]]} />
      )}
      <Select t={t} name="kanal" label={t.work.way} value={filter.channel} none={t.work.all} options={channels.map((one) => [one, t.channel[one]])} />
      <Button look="calm">{t.work.apply}</Button>
    </form>
  </details>
) // biome-ignore format: one field a line
