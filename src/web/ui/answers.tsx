import type { Child, PropsWithChildren } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'

/** Buttons. One solid button a view; two outcomes that somebody is free to choose look the same. */

type ButtonProps = PropsWithChildren<{
  /** `solid` the one main act, `line` the second, `calm` a tool of the desk, `text` a way out. */
  look?: 'solid' | 'line' | 'calm' | 'text' | undefined
  /** A link that looks like a button. */
  href?: string | undefined
  name?: string | undefined
  value?: string | undefined
  icon?: IconName | undefined
  wide?: boolean | undefined
  /** The key that presses it, shown on it. A script reads `data-key`. */
  shortcut?: string | undefined
  /** Sends the form elsewhere, e.g. back to be changed. */
  formaction?: string | undefined
}>

export const Button = ({
  look = 'solid',
  href,
  name,
  value,
  icon,
  wide,
  shortcut,
  formaction,
  children,
}: ButtonProps) => {
  const className = `btn${look === 'solid' ? '' : ` ${look}`}${wide ? ' wide' : ''}`
  const inside = (
    <>
      {children}
      {icon && <Icon name={icon} />}
      {shortcut && (
        <span class="kbd" aria-hidden="true">
          {shortcut.toUpperCase()}
        </span>
      )}
    </>
  )
  const key = shortcut?.toLowerCase()
  return href === undefined ? (
    <button
      type="submit"
      class={className}
      name={name}
      value={value}
      formaction={formaction}
      data-key={key}
      aria-keyshortcuts={key}
    >
      {inside}
    </button>
  ) : (
    <a class={className} href={href} data-key={key} aria-keyshortcuts={key}>
      {inside}
    </a>
  )
}

export type Answer = Readonly<{
  icon: IconName
  label: Child
  /** What happens then. */
  means: Child
  name?: string | undefined
  value?: string | undefined
  formaction?: string | undefined
  /** A link to a page that asks first, instead of a button. */
  href?: string | undefined
}>

/** Two equal answers; stands inside a form. */
export const Answers = ({ answers }: { answers: readonly [Answer, Answer] }) => (
  <div class="answers">
    {answers.map(({ icon, label, means, href, name, value, formaction }) => {
      const inside = (
        <>
          <Icon name={icon} />
          <b>{label}</b>
          <small>{means}</small>
        </>
      )
      return href === undefined ? (
        <button type="submit" name={name} value={value} formaction={formaction}>
          {inside}
        </button>
      ) : (
        <a href={href}>{inside}</a>
      )
    })}
  </div>
)
