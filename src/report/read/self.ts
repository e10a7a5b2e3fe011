import { type Actor, withActor } from '../../db/actor.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Belonging } from './reporter-files.ts'

/** A reporter and the reports they belong to: the one they sent, and the case that it was merged into. */
export type Self = Belonging & Readonly<{ reporterId: number; language: 'id' | 'en'; actor: Actor }>

export async function selfOf(db: Db, reporterId: number): Promise<Self | undefined> {
  const alone = { kind: 'reporter', reporterId, reportIds: [] } as const
  const [own] = await withActor(
    db,
    alone,
    (tx) => tx<{ reportId: number; ownReportId: number; language: 'id' | 'en' }[]>`
      select report_id, own_report_id, language from reporter where id = ${reporterId}`,
  )
  if (!own) return undefined
  return { reporterId, ...own, actor: { ...alone, reportIds: [own.reportId, own.ownReportId] } }
}

/** Their own report: its number, and whether it is secret. */
export async function selfReport(tx: Tx, { ownReportId }: Self): Promise<{ reference: string; secret: boolean }> {
  const [row] = await tx<{ reference: string; secret: boolean }[]>`
    select reference, secret from report where id = ${ownReportId}`
  if (!row) throw new Error('a report that was found is gone')
  return row
}
