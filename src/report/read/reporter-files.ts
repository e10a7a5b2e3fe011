import { type Attachment, attachmentsOf } from '../../attachment/read.ts'
import type { Tx } from '../../db/database.ts'
import { type Entry, historyOf } from './history.ts'

/** What a reporter reads beside the case: files, and the earlier story of a report that was merged. */

export type Belonging = Readonly<{ reportId: number; ownReportId: number }>
export type Beside = Readonly<{
  key: string
  files: Attachment[]
  /** Of the report that the person sent; empty when that is the case itself. */
  earlier: Entry[]
  earlierFiles: Attachment[]
}>

export async function besideCase(tx: Tx, { reportId, ownReportId }: Belonging): Promise<Beside> {
  const rows = await tx<{ id: number; key: string }[]>`
    select id, key from report where id in (${reportId}, ${ownReportId})`
  const keyOf = (id: number) => rows.find((row) => row.id === id)?.key ?? ''
  const key = keyOf(reportId)
  const files = await attachmentsOf(tx, key)
  if (reportId === ownReportId) return { key, files, earlier: [], earlierFiles: [] }
  const earlier = await historyOf(tx, ownReportId)
  return { key, files, earlier, earlierFiles: await attachmentsOf(tx, keyOf(ownReportId)) }
}

/** Files that were sent with words that were not taken yet: they go with the next ones. Pure. */
export const waitingFiles = (files: readonly Attachment[]) =>
  files.filter(({ kind, eventN }) => kind === 'reply' && eventN === null)
