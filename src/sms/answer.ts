import { withActor } from '../db/actor.ts'
import type { Tx } from '../db/database.ts'
import { type Outcome, settle } from '../inbox/read.ts'
import { shortDateIn } from '../notice/date.ts'
import type { Facts } from '../notice/kind.ts'
import { sealJson } from '../person/seal.ts'
import { showReference } from '../report/reference.ts'
import { newCode } from './code.ts'
import { plain, sizeOf } from './gsm7.ts'
import type { Heard } from './heard.ts'
import { isIn } from './number.ts'
import type { Own } from './own.ts'
import type { Plan } from './plan.ts'
import { answeredLately, giveCode, wrongCode } from './standing.ts'
import { filled, type ReplyKind, replyWords, statusWords } from './words.ts'

/** The answer to a message: one, kept with the end of the message, sent by background work. */

export type Said =
  | Extract<Plan, { do: 'say' | 'ask' | 'status' | 'list' | 'aside' }>
  | { do: 'say'; kind: 'stopped' }
  | { do: 'again'; reference: string }
  | { do: 'did'; kind: 'rated' | 'appealed' | 'added' | 'noted'; own: Own; rating: number | undefined }

/** Answers to one number in a day; then one that says so, then silence. */
const mostADay = 20

export async function answer(heard: Heard, said: Said): Promise<Outcome | undefined> {
  const { taking, kept, contact } = heard
  await withActor(taking.db, { kind: 'system' }, async (tx) => {
    const outcome: Outcome = said.do === 'aside' ? { outcome: 'parked', reason: 'chatter' } : { outcome: 'command' }
    if (!(await settle(tx, kept.id, outcome, taking.now()))) return
    if (said.do === 'say' && said.kind === 'badCode') await wrongCode(tx, contact)
    await keep(tx, heard, said)
  })
  return undefined
}

/** Keeps the answer in the transaction that did what the message asked for. */
export async function keep(tx: Tx, heard: Heard, said: Said): Promise<void> {
  const { taking, line, kept, number, contact } = heard
  if (!isIn(number, line.countries)) return
  const { kind, facts, language } = await wordsOf(tx, heard, said)
  const lately = said.do === 'did' ? 0 : await answeredLately(tx, contact, taking.now())
  if (lately > mostADay) return
  const name: ReplyKind = lately === mostADay ? 'tooMany' : kind
  const text = filled(replyWords(name, language), {
    ...facts,
    service: line.service,
    site: line.site,
    number: line.number,
  })
  const sealed = sealJson(taking.keys, { to: number, text })
  await tx`select answer_message(${kept.id}, ${kept.channel}, ${contact}, ${name}, ${sealed}, ${sizeOf(text).parts}, ${taking.now()})`
}

type Words = { kind: ReplyKind; facts: Facts; language: 'id' | 'en' }

async function wordsOf(tx: Tx, { taking, kept }: Heard, said: Said): Promise<Words> {
  const now = taking.now()
  switch (said.do) {
    case 'say':
      return {
        kind: said.kind,
        facts: said.kind === 'notAnonymous' ? { code: newCode(taking.keys, kept.id) } : {},
        language: 'id',
      }
    case 'aside':
      return { kind: said.kind, facts: {}, language: 'id' }
    case 'again':
      return { kind: 'again', facts: { ref: showReference(said.reference) }, language: 'id' }
    case 'list':
      return list(said.own)
    case 'status':
      return said.own.status === 'resolved'
        ? asking(tx, { kind: 'statusConfirm', own: [said.own], command: '' }, now)
        : standing(said.own)
    case 'ask':
      return asking(tx, said, now)
    case 'did':
      return done(tx, said)
  }
}

async function done(tx: Tx, { own, kind, rating }: Extract<Said, { do: 'did' }>): Promise<Words> {
  const [row] = await tx<{ dueAt: Date | null }[]>`
    select r.due_at from report r join reporter p on p.report_id = r.id where p.id = ${own.reporterId}`
  const date = row?.dueAt ? { date: day(row.dueAt, own) } : {}
  const facts = { ...about(own), ...date, ...(rating ? { rating: String(rating) } : {}) }
  return { kind, facts, language: own.language }
}

const day = (at: Date, { language }: Own) => shortDateIn(at, language, 'Asia/Jakarta')
const about = (own: Own): Facts => ({
  ref: showReference(own.reference),
  agency: plain(own.holder),
  status: statusWords(own.status, own.language),
  ...(own.dueAt ? { date: day(own.dueAt, own) } : {}),
})

const standing = (own: Own): Words => ({
  kind: own.dueAt ? 'status' : 'ended',
  facts: about(own),
  language: own.language,
})

function list(own: readonly Own[]): Words {
  const [first, second] = own
  if (!first || !second) throw new RangeError('a list has two at least')
  const other = about(second)
  const facts = { ...about(first), count: String(own.length), ref2: other.ref ?? '', status2: other.status ?? '' }
  return { kind: 'list', facts, language: first.language }
}

async function asking(
  tx: Tx,
  { kind, own, command }: Omit<Extract<Plan, { do: 'ask' }>, 'do'>,
  now: Date,
): Promise<Words> {
  const [first, second] = own
  if (!first) throw new RangeError('there is nothing to ask about')
  const code = await giveCode(tx, first.reporterId, now)
  const other = second
    ? { ref2: showReference(second.reference), code2: await giveCode(tx, second.reporterId, now) }
    : {}
  return { kind, facts: { ...about(first), ...other, code, command }, language: first.language }
}
