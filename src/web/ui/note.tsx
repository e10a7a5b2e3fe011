import type { Child, PropsWithChildren } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'

/** What explains before an act, what the public will not see, what is not there, facts and figures. */

type NoteProps = PropsWithChildren<{ icon: IconName; title?: Child | undefined; warn?: boolean | undefined }>

export const Note = ({ icon, title, warn, children }: NoteProps) => (
  <div class={warn ? 'note warn' : 'note'}>
    <Icon name={icon} />
    <div>
      {title && (
        <p>
          <b>{title}</b>
        </p>
      )}
      {children}
    </div>
  </div>
)

export const Mask = ({ says }: { says: string }) => <span class="mask">{says}</span>

/** A place where nothing waits; say what to do next, if anything. */
export const Empty = ({ icon = 'check', says, children }: PropsWithChildren<{ icon?: IconName; says: string }>) => (
  <div class="empty">
    <Icon name={icon} />
    <p>{says}</p>
    {children}
  </div>
)

/** A number never stands alone: `of` is its denominator. */
export type Figure = Readonly<{ says: string; of: string; value: string; unit?: string | undefined }>

export const Figures = ({ figures }: { figures: readonly Figure[] }) => (
  <dl class="figs">
    {figures.map(({ says, of, value, unit }) => (
      <div>
        <dt>
          {says}
          <span>{of}</span>
        </dt>
        <dd>
          {value}
          {unit && <small> {unit}</small>}
        </dd>
      </div>
    ))}
  </dl>
)

/** Names and what they are; a fact that says nothing is left out. */
export type Fact = readonly [name: string, says: string | null | undefined]

export const FactList = ({ facts }: { facts: readonly Fact[] }) => (
  <dl class="facts">
    {facts
      .filter(([, says]) => says)
      .map(([name, says]) => (
        <div>
          <dt>{name}</dt>
          <dd>{says}</dd>
        </div>
      ))}
  </dl>
)
