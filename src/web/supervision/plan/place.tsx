import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from '../../../app.ts'
import { attempt } from '../../../db/actor.ts'
import type { Tx } from '../../../db/database.ts'
import { actorOf } from '../../../person/may.ts'
import { maySign, type PlanRefusal } from '../../../supervision/plan/plan.ts'
import type { C } from '../../desk/frame.tsx'
import { trouble } from '../../errors.tsx'
import { staffOf } from '../../session.ts'

/** What the pages of plans share: who gets in, and how a refusal reads. */

export const root = '/pengawasan/penataan'

/** For everyone else these pages do not exist. Behind `staffOnly`. */
export const plannersOnly: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (!maySign(staffOf(c))) return trouble(c, 404)
  await next()
}

/** Changes as the person who is signed in; a refusal undoes everything. */
export const change = <T extends { ok: boolean }>(c: C, work: (tx: Tx, now: Date) => Promise<T>): Promise<T> =>
  attempt(c.var.deps.db, actorOf(staffOf(c)), (tx) => work(tx, c.var.deps.now()))

export const why = (c: C, refusal: PlanRefusal): string => c.var.t.plans.refusals[refusal]

/** A number of the address that a page goes on after. */
export function markOf(c: C, name: string): number | undefined {
  const typed = c.req.query(name) ?? ''
  return /^[1-9]\d{0,14}$/.test(typed) ? Number(typed) : undefined
}
