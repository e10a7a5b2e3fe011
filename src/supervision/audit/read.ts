import type { Tx } from '../../db/database.ts'
import type { Verdict } from '../../report/input.ts'
import type { Ending, Status } from '../../report/report.ts'
import type { Audit } from './audit.ts'

/** Audits as their actor may see them: the sample is the auditor's alone until it is finished. */

export const auditPage = 50

const columns = (tx: Tx) => tx`
  a.id, a.agency_id, a.about_id, g.name as about_name, a.closed_from::text as closed_from, a.closed_to::text as closed_to, a.framed, a.drawn,
  a.auditor_id, a.auditor_name, a.by_name, a.at, a.finished_at`

export type Listed = Audit & Readonly<{ judged: number }>

/** The newest first; continues before the audit `before`. */
export const audits = (tx: Tx, before = Number.MAX_SAFE_INTEGER) =>
  tx<Listed[]>`
    select ${columns(tx)}, audit_judged(a.id) as judged from audit a join agency g on g.id = a.about_id
    where a.id < ${before} order by a.id desc limit ${auditPage + 1}`

export async function auditById(tx: Tx, id: number): Promise<Listed | undefined> {
  const [audit] = await tx<Listed[]>`
    select ${columns(tx)}, audit_judged(a.id) as judged from audit a join agency g on g.id = a.about_id where a.id = ${id}`
  return audit
}

export type Item = Readonly<{
  n: number
  reportId: number
  reference: string
  title: string
  secret: boolean
  status: Status
  ending: Ending | null
  endedAt: Date | null
  holderName: string
  verdict: Verdict | null
  note: string
}>

/** The sample, or nothing to whoever may not know it yet. What an actor may no longer read is left out of it. */
export const itemsOf = (tx: Tx, id: number) =>
  tx<Item[]>`
    select i.n, i.report_id, r.reference, coalesce(r.edited_title, r.title) as title, r.secret, r.status, r.ending, r.ended_at,
      h.short_name as holder_name, i.verdict, i.note
    from audit_item i join report r on r.id = i.report_id join agency h on h.id = r.holder_id
    where i.audit_id = ${id} order by i.n`

/** What is needed to draw it again; only of a finished one. */
export async function drawOf(tx: Tx, id: number): Promise<{ seed: string; frame: number[] } | undefined> {
  const [draw] = await tx<
    { seed: string; frame: string[] }[]
  >`select seed, frame from audit_draw where audit_id = ${id}`
  return draw && { seed: draw.seed, frame: draw.frame.map(Number) }
}
