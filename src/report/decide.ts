import { type Case, type Change, refuse } from './case.ts'
import * as accused from './change/accused.ts'
import * as end from './change/end.ts'
import * as supervise from './change/supervise.ts'
import * as verify from './change/verify.ts'
import * as work from './change/work.ts'
import type { Inputs } from './input.ts'
import { type Move, type Mover, step } from './lifecycle.ts'

/** One move, decided: the table says who and from where, the change says what becomes of the report. Pure. */

type Changes = { [M in Exclude<Move, 'join'>]: (c: Case, input: Inputs[M]) => Change }

const changes: Changes = {
  ask: verify.ask,
  complete: verify.complete,
  forward: verify.forward,
  return: verify.giveBack,
  arbitrate: verify.arbitrate,
  reclassify: verify.reclassify,
  edit: verify.edit,
  accuse: accused.accuse,
  question: work.question,
  reply: work.reply,
  draft: work.draft,
  sendBack: work.sendBack,
  answer: work.answer,
  dispatch: work.dispatch,
  visit: work.visit,
  resolve: work.resolve,
  extend: work.extend,
  grant: work.grant,
  refuse: work.refuseExtension,
  instruct: work.instruct,
  heed: work.heed,
  speak: supervise.speak,
  reassign: supervise.reassign,
  relieve: supervise.relieve,
  audit: supervise.audit,
  reopen: supervise.reopen,
  confirm: end.confirm,
  dispute: end.dispute,
  lapse: end.lapse,
  rate: end.rate,
  archive: end.archive,
  appeal: end.appeal,
  expire: end.expire,
  withdraw: end.withdraw,
  merge: end.merge,
}

export type Decided = (Change & { ok: true; as: Mover }) | (Change & { ok: false })

export function decide<M extends Exclude<Move, 'join'>>(
  c: Case,
  name: M,
  input: Inputs[M],
  movers: readonly Mover[],
): Decided {
  const open = step(c.report.status, name, movers)
  if (!open.ok) return refuse(open.refusal) as Decided
  const change = changes[name](c, input)
  if (!change.ok) return change
  return { ...change, set: { status: open.to, ...change.set }, as: open.as }
}
