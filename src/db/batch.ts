/** Durable writing in company: what arrives while a commit is in the air shares the next one; each is answered after it. */

/** Too many wait; nothing was kept. */
export class Busy extends Error {}

export type Limits = {
  /** Commits in the air. */
  atOnce?: number
  perBatch?: number
  waitingAtMost?: number
}

type Keyed = Readonly<{ key: string }>
type Waiting<Row, Done> = { row: Row; resolve: (done: Done) => void; reject: (reason: unknown) => void }

/** Bad data or a broken constraint is about one row; anything else leaves the outcome unknown. */
const aboutOneRow = (reason: unknown) => /^(22|23)/.test(String((reason as { code?: string }).code ?? ''))

/** @param commit writes rows of different keys in one statement, and says of each what became of it.
 *  @throws Busy when too many wait, or what the database threw (unknown: send the same key again). */
export function batched<Row extends Keyed, Done extends Keyed>(
  commit: (rows: Row[]) => Promise<readonly Done[]>,
  { atOnce = 2, perBatch = 64, waitingAtMost = 2000 }: Limits = {},
): (row: Row) => Promise<Done> {
  const waiting: Waiting<Row, Done>[] = []
  let flying = 0

  async function write(batch: Waiting<Row, Done>[]): Promise<void> {
    try {
      const done = await commit(batch.map(({ row }) => row))
      const byKey = new Map(done.map((one) => [one.key, one]))
      for (const { row, resolve, reject } of batch) {
        const found = byKey.get(row.key)
        if (found) resolve(found)
        else reject(new Error(`no outcome for ${row.key}`))
      }
    } catch (reason) {
      if (batch.length === 1 || !aboutOneRow(reason)) for (const one of batch) one.reject(reason)
      else for (const one of batch) await write([one])
    }
  }

  /** The same key never flies twice in one batch: the second finds what the first has made. */
  function nextBatch(): Waiting<Row, Done>[] {
    const keys = new Set<string>()
    const batch: Waiting<Row, Done>[] = []
    for (let i = 0; i < waiting.length && batch.length < perBatch; ) {
      const one = waiting[i] as Waiting<Row, Done>
      if (keys.has(one.row.key)) i++
      else {
        keys.add(one.row.key)
        batch.push(...waiting.splice(i, 1))
      }
    }
    return batch
  }

  function go(): void {
    while (waiting.length > 0 && flying < atOnce) {
      flying++
      void write(nextBatch()).finally(() => {
        flying--
        go()
      })
    }
  }

  return (row) =>
    new Promise((resolve, reject) => {
      if (waiting.length >= waitingAtMost) return reject(new Busy('too many are waiting'))
      if (waiting.push({ row, resolve, reject }) === 1) setImmediate(go)
    })
}
