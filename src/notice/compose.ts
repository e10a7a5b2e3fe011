import type { Lang } from './date.ts'
import { type Button, type Fact, type Facts, isNeutral, isStaff, type Kind, type Part } from './kind.ts'
import { longest } from './limits.ts'
import { languages } from './words.ts'

/** A notice becomes a letter: a subject, plain text, and the same as simple HTML. Pure. */

export type Letter = Readonly<{ subject: string; text: string; html: string }>
export type Addressing = Readonly<{ kind: Kind; language: Lang; name: string; link: string; stop: string }>

type Link = { label: string; href: string }
type Block = { paragraph: string } | { links: readonly Link[] }

export function compose(to: Addressing, facts: Facts): Letter {
  const words = languages[to.language]
  const { subject, body } = words.kinds[to.kind].mail
  const short = { ...facts, ...cutLong(facts.text, words.cut) }
  const main = blocks(body, short, to.link)
  const greeting: Block = { paragraph: words.hello(isNeutral(to.kind) ? '' : greeted(to.name)) }
  const all = [greeting, ...main, ...footer(to, short)]
  const filled = fill(subject, short)
  return {
    subject: filled.charAt(0).toUpperCase() + filled.slice(1),
    text: `${all.map(asText).join('\n\n')}\n`,
    html: page(to.language, all),
  }
}

/** Whoever fills in a form may name somebody else's address: a name is a name, or it is left out. */
export const greeted = (name: string): string =>
  /^[\p{L}\p{M}][\p{L}\p{M}\p{Zs}'’.,-]{0,59}$/u.test(name) && !/[.,][\p{L}\p{M}]/u.test(name) ? name : ''

/** A secret report's letter carries no link at all; staff cannot stop theirs. */
function footer({ kind, language, stop }: Addressing, facts: Facts): Block[] {
  if (isNeutral(kind)) return []
  const { foot, stop: label } = languages[language]
  const line = foot.filter((part) => !isStaff(kind) || part === foot[0])
  const said: Block = {
    paragraph: blocks(line, facts, '')
      .flatMap((b) => ('paragraph' in b ? [b.paragraph] : []))
      .join(' '),
  }
  return isStaff(kind) ? [said] : [said, { links: [{ label, href: stop }] }]
}

function blocks(parts: readonly Part[], facts: Facts, href: string): Block[] {
  return parts.flatMap((part): Block[] => {
    if (typeof part === 'string') return [{ paragraph: fill(part, facts) }]
    if ('buttons' in part) return [{ links: part.buttons.map((button) => linkTo(button, href)) }]
    return facts[part.if] ? [{ paragraph: fill(part.text, facts) }] : []
  })
}

/** The link of the report's page, which carries its statement already, and what of the page is wanted. */
function linkTo(button: Button, page: string): Link {
  if (typeof button === 'string') return { label: button, href: page }
  const [label, place] = button
  return { label, href: `${page}&untuk=${place}` }
}

/** @throws when the words ask for a fact that is not there: better no letter than one with a hole. */
export function fill(words: string, facts: Facts): string {
  return words.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = facts[name as Fact]
    if (!value) throw new Error(`nothing is known of "${name}"`)
    return value
  })
}

function cutLong(text: string | undefined, more: string): { text?: string } {
  if (!text || text.length <= longest.email) return {}
  const cut = text.slice(0, longest.email)
  return { text: `${cut.slice(0, cut.lastIndexOf(' '))} … ${more}` }
}

const asText = (block: Block) =>
  'paragraph' in block ? block.paragraph : block.links.map(({ label, href }) => `${label}:\n${href}`).join('\n')

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter)

const style =
  'display:inline-block;margin:0 8px 8px 0;padding:10px 18px;border:1px solid #1d4f91;border-radius:6px;color:#1d4f91;text-decoration:none;font-weight:600'

function asHtml(block: Block): string {
  if ('paragraph' in block) return `<p style="margin:0 0 16px">${escaped(block.paragraph).replaceAll('\n', '<br>')}</p>`
  const links = block.links.map(
    ({ label, href }) => `<a href="${escaped(href)}" style="${style}">${escaped(label)}</a>`,
  )
  return `<p style="margin:0 0 16px">${links.join('\n')}</p>`
}

function page(language: Lang, all: readonly Block[]): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title></title></head>
<body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;color:#1b1b1b;background:#fff">
<div style="max-width:36em">
${all.map(asHtml).join('\n')}
</div></body></html>
`
}
