import type { Child, PropsWithChildren } from 'hono/jsx'

/** One report: where it stands, who said what, who held it. */

/** The one sentence that says where a report stands. */
export const State = ({ over, title, children }: PropsWithChildren<{ over: string; title: string }>) => (
  <div class="state">
    <p>{over}</p>
    <h2>{title}</h2>
    {children}
  </div>
)

export type Message = Readonly<{
  /** Who speaks, in bold: "Anda", "Dinas PUPR Kota Blitar". */
  who: string
  /** After it: a person, a channel, a time. */
  about?: Child | undefined
  text: string
  /** The citizen's own words are set in serif, everywhere. */
  own?: boolean | undefined
  /** Below the words: photos, files. */
  more?: Child | undefined
}>

export const Talk = ({ messages }: { messages: readonly Message[] }) => (
  <ol class="talk">
    {messages.map(({ who, about, text, own, more }) => (
      <li class={own ? 'msg cit' : 'msg'}>
        <p class="by">
          <b>{who}</b>
          {about && <> · {about}</>}
        </p>
        <p class={own ? 'own pre' : 'pre'}>{text}</p>
        {more}
      </li>
    ))}
  </ol>
)

export type Link = Readonly<{ name: string; note: Child; state?: 'now' | 'back' | undefined }>

/** Who held it: filled holds it now, a square knot gave it back. */
export const Chain = ({ links }: { links: readonly Link[] }) => (
  <ol class="chain">
    {links.map(({ name, note, state }) => (
      <li class={state} aria-current={state === 'now' ? 'step' : undefined}>
        <b>{name}</b>
        <p>{note}</p>
      </li>
    ))}
  </ol>
)
