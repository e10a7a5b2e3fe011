import type { Context } from 'hono'
import type { AppEnv } from '../../app.ts'
import { type Self, selfOf } from '../../report/read/self.ts'
import { reporterOf } from '../session.ts'

/** The reporter that this browser was opened for. */

export type C = Context<AppEnv>

/** Whoever has the cookie of a reporter; nobody else. */
export async function self(c: C): Promise<Self | undefined> {
  const reporterId = reporterOf(c)
  return reporterId === undefined ? undefined : selfOf(c.var.deps.db, reporterId)
}
