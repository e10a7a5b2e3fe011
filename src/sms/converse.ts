import { attempt, withActor } from '../db/actor.ts'
import { type Kept, type Outcome, type Reader, settle } from '../inbox/read.ts'
import { reportKeyOf, type Taking } from '../mail/take.ts'
import { contactHash } from '../person/seal.ts'
import { clean } from '../report/input.ts'
import { move, type Request } from '../report/move.ts'
import { selfOf } from '../report/read/self.ts'
import { answer, keep } from './answer.ts'
import { readCommand } from './command.ts'
import { fileMessage, lastMessage, names } from './file.ts'
import { type Heard, type KeptText, keptText, type Line } from './heard.ts'
import { readNumber } from './number.ts'
import type { Own } from './own.ts'
import { gather, joined } from './part/gather.ts'
import { keptPart } from './part/kept.ts'
import { type Doing, type Plan, plan } from './plan.ts'
import { ownReports, saidBefore } from './standing.ts'

/** Reads the short messages of the inbox: a report, a step of one's own report, or an answer; each once. */

export function smsReader(taking: Taking, line: Line): Reader {
  const called = names(taking)
  return async (message, kept) => {
    const whole = await wholeOf(taking, message, kept)
    if (whole === undefined || 'outcome' in whole) return whole
    const { from, ...said } = whole
    const number = readNumber(from)
    // Operators write from names and short codes: there is nobody to answer.
    if (number === undefined) return { outcome: 'noise', reason: 'no-number' }
    const text = clean(said.text, 10_000)
    const contact = contactHash(taking.keys, number)
    const mine = await withActor(taking.db, { kind: 'system' }, (tx) => ownReports(tx, contact))
    // What a person of ours read as a report is one.
    const planned: Plan = kept.byHand ? { do: 'file' } : plan(readCommand(text), mine, text)
    return act({ taking, line, names: called, kept, number, contact, text }, planned, mine)
  }
}

/** @returns undefined while parts are missing, or when another part speaks for this one. */
async function wholeOf(taking: Taking, message: unknown, kept: Kept): Promise<KeptText | Outcome | undefined> {
  const part = keptPart.safeParse(message)
  if (!part.success) return keptText.parse(message)
  const parts = await gather(taking, kept)
  if (!parts) return undefined
  if (parts === 'late') return { outcome: 'parked', reason: 'late-part' }
  const text = joined(parts)
  return text === undefined ? { outcome: 'parked', reason: 'not-text' } : { ...part.data, text }
}

async function act(heard: Heard, planned: Plan, mine: readonly Own[]): Promise<Outcome | undefined> {
  switch (planned.do) {
    case 'file':
      return file(heard, heard.text)
    case 'take':
      return take(heard, planned.code, mine)
    case 'move':
      return step(heard, planned)
    case 'mute':
      return mute(heard, planned.own.reporterId)
    default:
      return answer(heard, planned)
  }
}

/** The receipt is the notice of the report; the same words again today are no second one. */
async function file(heard: Heard, text: string): Promise<Outcome | undefined> {
  const { taking, contact, kept } = heard
  const key = reportKeyOf(kept.key)
  const done = await withActor(
    taking.db,
    { kind: 'system' },
    async (tx) => (await saidBefore(tx, contact, { text, key }, taking.now())) ?? fileMessage(heard, text, key),
  )
  return typeof done === 'string' ? answer(heard, { do: 'again', reference: done }) : done
}

/** BARU: what was asked about in the last answer becomes a report after all. */
async function take(heard: Heard, code: string | undefined, mine: readonly Own[]): Promise<Outcome | undefined> {
  const last = await lastMessage(heard, code, mine)
  return last === undefined ? answer(heard, { do: 'say', kind: 'badCode' }) : file(heard, last)
}

const answered = { rate: 'rated', appeal: 'appealed', complete: 'added', reply: 'noted' } as const

/** The step, the end of the message and its answer are one transaction. What has a notice of its own is told by that. */
async function step(heard: Heard, { own, name, input }: Doing): Promise<Outcome | undefined> {
  const { taking, kept } = heard
  const me = await selfOf(taking.db, own.reporterId)
  if (!me) return { outcome: 'parked', reason: 'unknown-reporter' }
  const book = await taking.rules()
  const kind = name in answered ? answered[name as keyof typeof answered] : undefined
  const moved = await attempt(taking.db, me.actor, async (tx) => {
    const [report] = await tx<{ reference: string }[]>`select reference from report where id = ${me.reportId}`
    if (!report) return { ok: false, refusal: 'not-found' } as const
    if (!(await settle(tx, kept.id, { outcome: 'reply', reportId: me.reportId }, taking.now())))
      return { ok: true, version: 0 } as const
    const who = { kind: 'reporter', reporterId: own.reporterId } as const
    const done = await move(
      tx,
      book,
      who,
      { reference: report.reference, name, input } as Request<'reply'>,
      taking.now(),
    )
    if (done.ok) await tx`select contact_used(${heard.contact}, ${taking.now()})`
    if (done.ok && kind)
      await keep(tx, heard, { do: 'did', kind, own, rating: name === 'rate' ? input.rating : undefined })
    return done
  })
  if (moved.ok) return undefined
  if (moved.refusal === 'conflict') throw new Error('the report moved meanwhile')
  return answer(heard, { do: 'status', own })
}

async function mute(heard: Heard, reporterId: number): Promise<Outcome | undefined> {
  const actor = { kind: 'reporter', reporterId, reportIds: [] } as const
  await withActor(heard.taking.db, actor, (tx) => tx`update reporter set muted = true where id = ${reporterId}`)
  return answer(heard, { do: 'say', kind: 'stopped' })
}
