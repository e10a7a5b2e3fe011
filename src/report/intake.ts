import type { Sql } from '../db/database.ts'

/** Durable filing. Reports that arrive while a commit is in the air share the next one; each is answered after it. */

/** One row of `file_reports`, in the names of the database. */
export type Filing = Readonly<Record<string, unknown> & { key: string }>
export type Filed = {
  key: string
  reference: string
  reportId: number
  reporterId: number
  again: boolean
  same: boolean
}

export class Busy extends Error {}

type Waiting = { filing: Filing; resolve: (filed: Filed) => void; reject: (reason: unknown) => void }
type Limits = { atOnce?: number; perBatch?: number; waitingAtMost?: number }

export type Intake = (filing: Filing) => Promise<Filed>

/** Bad data or a broken constraint is about one row; anything else leaves the outcome unknown. */
const aboutOneRow = (reason: unknown) => /^(22|23)/.test(String((reason as { code?: string }).code ?? ''))

/** @throws Busy when too many wait (nothing was kept), or what the database threw (unknown: send the same key again). */
export function intake(sql: Sql, { atOnce = 2, perBatch = 64, waitingAtMost = 2000 }: Limits = {}): Intake {
  const waiting: Waiting[] = []
  let flying = 0

  async function commit(batch: Waiting[]): Promise<void> {
    try {
      const filings = batch.map((one) => one.filing)
      const rows = await sql<Filed[]>`select * from file_reports(${sql.json(filings as never)})`
      const byKey = new Map(rows.map((row) => [row.key, row]))
      for (const { filing, resolve, reject } of batch) {
        const filed = byKey.get(filing.key)
        if (filed) resolve(filed)
        else reject(new Error(`no outcome for ${filing.key}`))
      }
    } catch (reason) {
      if (batch.length === 1 || !aboutOneRow(reason)) for (const one of batch) one.reject(reason)
      else for (const one of batch) await commit([one])
    }
  }

  /** The same key never flies twice in one batch: the second finds what the first has made. */
  function nextBatch(): Waiting[] {
    const keys = new Set<string>()
    const batch: Waiting[] = []
    for (let i = 0; i < waiting.length && batch.length < perBatch; ) {
      const one = waiting[i] as Waiting
      if (keys.has(one.filing.key)) i++
      else {
        keys.add(one.filing.key)
        batch.push(...waiting.splice(i, 1))
      }
    }
    return batch
  }

  function go(): void {
    while (waiting.length > 0 && flying < atOnce) {
      flying++
      void commit(nextBatch()).finally(() => {
        flying--
        go()
      })
    }
  }

  return (filing) =>
    new Promise((resolve, reject) => {
      if (waiting.length >= waitingAtMost) return reject(new Busy('too many reports are waiting'))
      if (waiting.push({ filing, resolve, reject }) === 1) setImmediate(go)
    })
}
