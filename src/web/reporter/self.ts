import type { Context } from 'hono'
import type { AppEnv } from '../../app.ts'
import { type Actor, withActor } from '../../db/actor.ts'
import type { Db } from '../../db/database.ts'
import type { Belonging } from '../../report/read/reporter-files.ts'
import { reporterOf } from '../session.ts'

/** The reporter that this browser was opened for, and the reports they belong to. */

export type C = Context<AppEnv>
export type Self = Belonging & Readonly<{ reporterId: number; actor: Actor }>

export async function selfOf(db: Db, reporterId: number): Promise<Self | undefined> {
  const alone = { kind: 'reporter', reporterId, reportIds: [] } as const
  const [own] = await withActor(
    db,
    alone,
    (tx) => tx<{ reportId: number; ownReportId: number }[]>`
      select report_id, own_report_id from reporter where id = ${reporterId}`,
  )
  if (!own) return undefined
  return { reporterId, ...own, actor: { ...alone, reportIds: [own.reportId, own.ownReportId] } }
}

/** Whoever has the cookie of a reporter; nobody else. */
export async function self(c: C): Promise<Self | undefined> {
  const reporterId = reporterOf(c)
  return reporterId === undefined ? undefined : selfOf(c.var.deps.db, reporterId)
}
