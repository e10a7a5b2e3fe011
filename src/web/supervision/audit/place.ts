import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from '../../../app.ts'
import { attempt } from '../../../db/actor.ts'
import type { Tx } from '../../../db/database.ts'
import { actorOf } from '../../../person/may.ts'
import { type AuditRefusal, mayAudit } from '../../../supervision/audit/audit.ts'
import type { C } from '../../desk/frame.tsx'
import { trouble } from '../../errors.tsx'
import { staffOf } from '../../session.ts'
import { date } from '../../ui/format.ts'

/** What the pages of audits share: who gets in, and how a refusal reads. */

export const root = '/pengawasan/audit'

/** For everyone else these pages do not exist. Behind `staffOnly`. */
export const auditorsOnly: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (!mayAudit(staffOf(c))) return trouble(c, 404)
  await next()
}

/** Changes as the person who is signed in; a refusal undoes everything. */
export const change = <T extends { ok: boolean }>(c: C, work: (tx: Tx, now: Date) => Promise<T>): Promise<T> =>
  attempt(c.var.deps.db, actorOf(staffOf(c)), (tx) => work(tx, c.var.deps.now()))

export const why = (c: C, refusal: AuditRefusal, n = 0): string => c.var.t.audits.refusals[refusal](n)

/** A calendar day, told without a zone's help. */
export const dayOf = (c: C, day: string): string => date(new Date(`${day}T12:00:00Z`), c.var.t, 'Asia/Jakarta')
