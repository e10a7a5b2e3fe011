import { fill } from '../notice/compose.ts'
import { type Lang, shortDateIn } from '../notice/date.ts'
import type { Facts } from '../notice/kind.ts'
import { lengthIn, longest } from '../notice/limits.ts'
import * as en from '../notice/words/en/talk.ts'
import * as id from '../notice/words/id/talk.ts'
import { shorten } from '../report/input.ts'
import type { Button, MessengerName } from './messenger.ts'

/** The words of messages on messengers, filled, with what is to be pressed under them. A button carries what might as well be
 *  typed. Pure. */

const languages = { id, en } as const
export type TalkReply = keyof typeof id.replies
export type TalkTold = keyof typeof id.told
type Press = keyof typeof id.buttons

export const isToldInTalk = (kind: string): kind is TalkTold => Object.hasOwn(id.told, kind)
const second = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: 'Asia/Jakarta' })

/** Some services take the same words only once: the second, and several ways of saying it, make them others.
 *  @param turn any number: another one says it in other words */
export function publicWords(kind: keyof typeof id.inPublic, language: Lang, turn: number, at: Date): string {
  const ways: readonly string[] = languages[language].inPublic[kind]
  const date = `${shortDateIn(at, language, 'Asia/Jakarta')}, ${second.format(at).replaceAll(':', '.')} WIB`
  return `${ways[turn % ways.length] ?? ''} ${fill(languages[language].recorded, { date })}`
}

const carried: Readonly<Record<Press, string>> = {
  confirm: 'SELESAI',
  dispute: 'BELUM',
  skip: 'LEWATI',
  new: 'BARU',
  status: 'STATUS',
  withdraw: 'BATAL',
}
const plain = (text: string) =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
const titles = new Map(
  Object.values(languages).flatMap(({ buttons }) =>
    Object.entries(buttons).map(([press, title]) => [plain(title), carried[press as Press]] as const),
  ),
)
/** Where nothing can be pressed, people write what stands on a button. */
export const carriedBy = (text: string): string | undefined => titles.get(plain(text))

const alone: readonly Press[] = ['skip', 'new']
const done: readonly Press[] = ['confirm', 'dispute']

const pressed: Readonly<Partial<Record<TalkReply | TalkTold, readonly Press[]>>> = {
  resolved: done,
  reminderConfirm: done,
  statusConfirm: done,
  lapsed: ['dispute'],
  confirmedByOther: ['dispute'],
  withdrawSure: ['withdraw'],
  place: ['skip'],
  photo: ['skip'],
  other: ['new'],
  notAnonymous: ['new'],
  forwarded: ['status'],
}

export type Spoken = Readonly<{ text: string; buttons: readonly Button[] }>

/** Rated by pressing as well, where a service has room for five. */
const stars = (ref: string): Button[] => ['1', '2', '3', '4', '5'].map((n) => ({ carries: `${n} ${ref}`, title: n }))

function buttonsOf(kind: TalkReply | TalkTold, language: Lang, facts: Facts): readonly Button[] {
  const ref = facts.ref ?? ''
  if (kind === 'confirmed') return stars(ref)
  const named = (press: Press) => (alone.includes(press) || !ref ? carried[press] : `${carried[press]} ${ref}`)
  return (pressed[kind] ?? []).map((press) => ({ carries: named(press), title: languages[language].buttons[press] }))
}

/** In answers to a message, long words of an agency are cut, with the sentence behind them whole. */
const longestQuoted = 900
const short = ({ text, question, ...facts }: Facts): Facts => ({
  ...facts,
  ...(text ? { text: cut(text) } : {}),
  ...(question ? { question: cut(question) } : {}),
})
const cut = (text: string) => (text.length <= longestQuoted ? text : `${shorten(text, longestQuoted)}…`)

/** @throws when the words ask for a fact that is not there. */
export function spoken(kinds: readonly TalkReply[], language: Lang, facts: Facts): Spoken {
  const words = languages[language].replies
  return {
    text: kinds.map((kind) => fill(words[kind], short(facts))).join('\n\n'),
    buttons: kinds.flatMap((kind) => buttonsOf(kind, language, facts)),
  }
}

/** Words that are too long for the service are cut, with the sentence behind them whole. */
export function toldInTalk(
  kind: TalkTold,
  language: Lang,
  facts: Facts,
  name: MessengerName,
): Spoken & { whole: string } {
  const words = languages[language].told[kind]
  const buttons = buttonsOf(kind, language, facts)
  const text = fill(words, facts)
  // Where there are no buttons, what they say is written below.
  const below = buttons.reduce((sum, { title }) => sum + lengthIn(name, title) + 4, 0)
  const over = lengthIn(name, text) + below - longest[name].private
  const long = facts.text ?? facts.question
  if (over <= 0 || !long) return { text, buttons, whole: text }
  const cut = `${shorten(long, Math.max(long.length - over - 3, 1))}…`
  return { text: fill(words, { ...facts, ...(facts.text ? { text: cut } : { question: cut }) }), buttons, whole: text }
}
