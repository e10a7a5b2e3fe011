import type { Child } from 'hono/jsx'
import type { Messages } from '../messages.ts'
import { Icon, type IconName } from './icon.tsx'

/** The desk's queue, its pages and its keys. */

export type QueueRow = Readonly<{
  href: string
  icon: IconName
  title: string
  /** Time left in a word or two, and how it stands. */
  left: string
  urgency: 'late' | 'soon' | 'fine'
  /** Second line: holder, channel, area … joined by a dot. */
  facts: readonly string[]
  current?: boolean | undefined
  /** Reference, for choosing several at once. */
  pick?: string | undefined
}>
export type QueueGroup = Readonly<{ heading: string; late?: boolean | undefined; rows: readonly QueueRow[] }>

/** Rows grouped by due date. With `pick` each has a box named `pilih`; the list then stands inside a form. */
export const Queue = ({ groups }: { groups: readonly QueueGroup[] }) => (
  <div class="q">
    {groups.map(({ heading, late, rows }) => (
      <>
        <h2 class={late ? 'late' : undefined}>{heading}</h2>
        <ol class="r">
          {rows.map((row) => (
            <Row {...row} />
          ))}
        </ol>
      </>
    ))}
  </div>
)

const tones = { late: 'late', soon: 'soon', fine: undefined } as const

const Row = ({ href, icon, title, left, urgency, facts, current, pick }: QueueRow) => (
  <li>
    {pick && <input type="checkbox" name="pilih" value={pick} aria-label={title} />}
    <a href={href} aria-current={current ? 'true' : undefined}>
      <Icon name={icon} />
      <b>{title}</b>
      <em class={tones[urgency]}>
        {urgency === 'late' && <Icon name="late" />}
        {left}
      </em>
      <small>{facts.join(' · ')}</small>
    </a>
  </li>
)

/** Keyset pages go forward, and back to the start. */
export const Pager = ({ t, first, next }: { t: Messages; first?: string | undefined; next?: string | undefined }) =>
  first || next ? (
    <nav class="row pager" aria-label={t.pager.label}>
      {first && (
        <a class="btn calm" href={first}>
          {t.pager.first}
        </a>
      )}
      {next && (
        <a class="btn calm" href={next} rel="next">
          {t.pager.next}
          <Icon name="fwd" />
        </a>
      )}
    </nav>
  ) : null

/** The keys of this page, in its foot; hidden where there is no keyboard. */
export const Keys = ({ t, keys }: { t: Messages; keys: readonly (readonly [key: string, does: Child])[] }) => (
  <aside class="keys" aria-label={t.staffSite.keys}>
    {keys.map(([key, does]) => (
      <span>
        {key.split(' ').map((each) => (
          <>
            <kbd>{each}</kbd>{' '}
          </>
        ))}
        {does}
      </span>
    ))}
  </aside>
)
