import type { Context } from 'hono'
import type { AppEnv } from '../../app.ts'
import { withActor } from '../../db/actor.ts'
import { type Self, selfOf, selfReport } from '../../report/read/self.ts'
import { type ByLetter, keepReporter, reportersOf } from '../session.ts'

/** The reporters that this browser was opened for: one for each report that was sent or opened here. */

export type C = Context<AppEnv>
/** With the number of the report that they sent. */
export type Kept = Self & Readonly<{ reference: string }>

/** Whoever has the cookie of a reporter, the latest first; nobody else. */
export async function selves(c: C): Promise<Kept[]> {
  const ids = reportersOf(c)
  if (ids.length === 0) return []
  const rows = await withActor(
    c.var.deps.db,
    { kind: 'door' },
    (tx) => tx<Omit<Kept, 'actor'>[]>`
      select p.* from unnest(${ids}::bigint[]) with ordinality i (id, n), reporter_by_id(i.id) p order by i.n`,
  )
  return rows.map((row) => ({
    ...row,
    actor: { kind: 'reporter', reporterId: row.reporterId, reportIds: [row.reportId, row.ownReportId] },
  }))
}

/** Opens this browser for a reporter who showed a receipt, or came by the link of a letter. */
export async function opens(c: C, reporterId: number, byLetter?: ByLetter): Promise<void> {
  const { db } = c.var.deps
  const me = await selfOf(db, reporterId)
  if (!me) return
  const { secret } = await withActor(db, me.actor, (tx) => selfReport(tx, me))
  keepReporter(c, { id: reporterId, byLetter, secret })
}

/** Whose report has this number: the one that they sent, or the case that it was merged into. */
export async function self(c: C, reference: string | undefined): Promise<Self | undefined> {
  if (reference === undefined) return undefined
  const all = await selves(c)
  const sent = all.find((one) => one.reference === reference)
  if (sent) return sent
  for (const one of all.filter(({ reportId, ownReportId }) => reportId !== ownReportId)) {
    const [row] = await withActor(
      c.var.deps.db,
      one.actor,
      (tx) => tx`select from report where id = ${one.reportId} and reference = ${reference}`,
    )
    if (row) return one
  }
  return undefined
}
