import { attempt, withActor } from '../db/actor.ts'
import type { Outcome } from '../inbox/read.ts'
import { shortDateIn } from '../notice/date.ts'
import type { Facts } from '../notice/kind.ts'
import { move, type Request } from '../report/move.ts'
import { selfOf } from '../report/read/self.ts'
import { showReference } from '../report/reference.ts'
import type { Own } from '../sms/own.ts'
import type { Doing, Plan } from '../sms/plan.ts'
import { statusWords } from '../sms/words.ts'
import { type Answer, end } from './answer.ts'
import { Meanwhile } from './heard/in-turn.ts'
import type { Hearing } from './hearing.ts'
import type { TalkReply } from './words.ts'

/** What a command asks for: a step of one's own report, or an answer. */

export async function act(h: Hearing, plan: Plan): Promise<Outcome | undefined> {
  switch (plan.do) {
    case 'move':
      return step(h, plan)
    case 'mute':
      return mute(h, plan.own.reporterId)
    case 'status':
      return answer(h, standing(plan.own))
    case 'list':
      return answer(h, list(plan.own))
    case 'ask':
      return answer(h, asking(plan))
    case 'say':
      return answer(h, { kinds: [plan.kind === 'unknown' || plan.kind === 'badCode' ? 'help' : plan.kind] })
    default:
      return answer(h, { kinds: ['help'] })
  }
}

export async function answer(h: Hearing, said: Answer): Promise<undefined> {
  await withActor(h.taking.db, { kind: 'system' }, (tx) =>
    end(tx, h, { outcome: { outcome: 'command' }, answer: said }),
  )
}

/** What has no notice of its own is answered. */
const answered = { rate: 'rated', appeal: 'appealed', complete: 'completed', reply: 'noted' } as const

async function step(h: Hearing, { own, name, input }: Doing): Promise<Outcome | undefined> {
  const { taking } = h
  const me = await selfOf(taking.db, own.reporterId)
  if (!me) return { outcome: 'parked', reason: 'unknown-reporter' }
  const book = await taking.rules()
  const kind = name in answered ? answered[name as keyof typeof answered] : undefined
  const facts = { ...about(own), ...(name === 'rate' ? { rating: String(input.rating) } : {}) }
  const said = kind && (kind === 'rated' || facts.date || kind === 'noted') ? { kinds: [kind], facts } : undefined
  const moved = await attempt(taking.db, me.actor, async (tx) => {
    const [report] = await tx<{ reference: string }[]>`select reference from report where id = ${me.reportId}`
    if (!report) return { ok: false, refusal: 'not-found' } as const
    const ending = { outcome: { outcome: 'reply', reportId: me.reportId }, answer: said } as const
    if (!(await end(tx, h, ending))) return { ok: true, version: 0 } as const
    const who = { kind: 'reporter', reporterId: own.reporterId } as const
    return move(tx, book, who, { reference: report.reference, name, input } as Request<'reply'>, taking.now())
  })
  if (moved.ok) return undefined
  if (moved.refusal === 'conflict') throw new Meanwhile('the report moved meanwhile')
  return answer(h, standing(own))
}

async function mute(h: Hearing, reporterId: number): Promise<undefined> {
  const actor = { kind: 'reporter', reporterId, reportIds: [] } as const
  await withActor(h.taking.db, actor, (tx) => tx`update reporter set muted = true where id = ${reporterId}`)
  return answer(h, { kinds: ['stopped'] })
}

const about = (own: Own): Facts => ({
  ref: showReference(own.reference),
  agency: own.holder,
  status: statusWords(own.status, own.language),
  ...(own.dueAt ? { date: shortDateIn(own.dueAt, own.language, 'Asia/Jakarta') } : {}),
})

function standing(own: Own): Answer {
  if (own.status === 'resolved' && own.dueAt) return { kinds: ['statusConfirm'], facts: about(own) }
  return { kinds: [own.dueAt ? 'status' : 'ended'], facts: about(own) }
}

function list([first, second, ...more]: readonly Own[]): Answer {
  if (!first || !second) return { kinds: ['none'] }
  const other = about(second)
  const facts = { ...about(first), count: String(more.length + 2), ref2: other.ref ?? '', status2: other.status ?? '' }
  return { kinds: ['list'], facts }
}

const asked: Readonly<Partial<Record<string, TalkReply>>> = {
  which: 'which',
  withdrawSure: 'withdrawSure',
  statusConfirm: 'statusConfirm',
}

function asking({ kind, own: [first, second], command }: Extract<Plan, { do: 'ask' }>): Answer {
  const facts = {
    ...(first ? about(first) : {}),
    ...(second ? { ref2: showReference(second.reference) } : {}),
    command,
  }
  return { kinds: [asked[kind] ?? 'help'], facts }
}
