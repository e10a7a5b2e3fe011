import type { Tx } from '../db/database.ts'
import { type Outcome, settle } from '../inbox/read.ts'
import type { Facts } from '../notice/kind.ts'
import { sealJson } from '../person/seal.ts'
import { Meanwhile } from './heard/in-turn.ts'
import { languageOf } from './heard/language.ts'
import type { Hearing } from './hearing.ts'
import type { Standing } from './standing.ts'
import { spoken, type TalkReply } from './words.ts'

/** The end of a message: what became of it, what the talk has become and what is answered, in one transaction. */

/** Answers to one person in a day; then one that says so, then silence. */
const mostADay = 40
/** What is heard so late, after a service was away, is a report like any other, and not answered as if it were new; unless it
 *  was somebody of ours who made it one. */
const late = 12 * 3_600_000

export type Answer = Readonly<{
  kinds: readonly TalkReply[]
  facts?: Facts
  /** To the author of a public post, with a few general words under it. */
  invited?: boolean
}>

export type Ending = Readonly<{ outcome: Outcome; next?: Partial<Standing>; answer?: Answer | undefined }>

/** @returns whether the message was still waiting; if not, whatever else the transaction did has been done before.
 *  @throws when another message of the same person was read meanwhile: this one is thought about again. */
export async function end(tx: Tx, h: Hearing, { outcome, next = {}, answer }: Ending): Promise<boolean> {
  const now = h.taking.now()
  if (!(await settle(tx, h.kept.id, outcome, now))) return false
  if (h.said.reach === 'private') {
    const { lacks, about, held, last } = { ...h.standing, ...next }
    const [row] = await tx<{ turned: boolean }[]>`
      select talk_turned(${h.contact}, ${h.messenger.name}, ${h.standing.version}, ${[...lacks]}, ${about}, ${[...held]}, ${last}, ${now}) as turned`
    if (!row?.turned) throw new Meanwhile('another message of the same person was read meanwhile')
  }
  if (answer) await keep(tx, h, answer)
  return true
}

async function keep(tx: Tx, h: Hearing, { kinds, facts = {}, invited = false }: Answer): Promise<void> {
  const { taking, kept, said, contact, messenger, service, site } = h
  const now = taking.now()
  if (!kept.byHand && now.getTime() - said.at.getTime() > late) return
  if (h.lately > mostADay) return
  const words = h.lately === mostADay ? (['tooMany'] as const) : kinds
  const { text, buttons } = spoken(words, languageOf(h), { ...facts, service, site })
  const way = invited ? 'invited' : 'private'
  const sealed = sealJson(taking.keys, {
    language: languageOf(h),
    to: invited ? said.id : said.from.id,
    person: said.from.id,
    text,
    buttons,
  })
  await tx`select answer_talk(${kept.id}, ${messenger.name}, ${contact}, ${words[0] ?? 'help'}, ${sealed}, ${way}, ${now})`
}
