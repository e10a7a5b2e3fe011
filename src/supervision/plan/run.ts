import type { RuleBook } from '../../agency/rulebook.ts'
import { attempt, withActor } from '../../db/actor.ts'
import type { Db, Tx } from '../../db/database.ts'
import { type Moved, move } from '../../report/move.ts'

/** A signed plan is carried out: page by page, each report in a transaction of its own together with the line that it was moved, so
 *  that it goes once whoever else works on the plan or is killed. Where somebody was faster, the next pass takes the newer state. */

export type Clockwork = Readonly<{ db: Db; rules: () => Promise<RuleBook> }>

type Due = { id: number; state: 'signed' | 'done'; fromId: number; basis: string; signer: string }
type Work = { reportId: number; reference: string; version: number; held: boolean; agencyId: number }

const size = 200
/** So many pages a run; the next minute goes on. Two runs at once do no harm and gain little. */
const pages = 25

const system = { kind: 'system' } as const

/** @returns how many reports this run moved. */
export async function runPlans({ db, rules }: Clockwork, now: Date): Promise<number> {
  const book = await rules()
  let moved = 0
  for (const plan of await duePlans(db, now)) moved += await carryOut(db, book, plan, now)
  return moved
}

/** Signed ones whose day has come; and done ones whose agency was closed and has work again, which its reporters opened. */
function duePlans(db: Db, now: Date): Promise<Due[]> {
  return withActor(
    db,
    system,
    (tx) => tx<Due[]>`
      select p.id, p.state, p.from_id, p.basis, p.signed_name as signer from plan p join agency a on a.id = p.agency_id
      where p.state = 'signed' and p.holds_from <= (${now}::timestamptz at time zone a.zone)::date
      union all
      select p.id, p.state, p.from_id, p.basis, p.signed_name from plan p join agency f on f.id = p.from_id
      where p.state = 'done' and not f.active
        and p.id = (select max(o.id) from plan o where o.from_id = p.from_id and o.state = 'done')
        and exists (select from plan_work(p.id) w where w.refusal is null)
      order by 1`,
  )
}

async function carryOut(db: Db, book: RuleBook, plan: Due, now: Date): Promise<number> {
  let moved = 0
  let after = 0
  const failed: unknown[] = []
  for (let n = 0; n < pages && failed.length === 0; n++) {
    const page = await pageOf(db, plan.id, after)
    for (const work of page) {
      const result = await take(db, book, plan, work, now).catch((reason) => void failed.push(reason))
      if (result?.ok) moved++
    }
    after = page.length < size ? 0 : (page.at(-1)?.reportId ?? 0)
    if (page.length < size && (await isDone(db, plan, now))) break
  }
  if (failed.length > 0) throw failed[0]
  return moved
}

/** @param after a report that both was held and helped with stands twice in the order, so its second half is not left out */
const pageOf = (db: Db, planId: number, after: number) =>
  withActor(
    db,
    system,
    (tx) => tx<Work[]>`
      select report_id, reference, version, held, agency_id from plan_work(${planId})
      where refusal is null and report_id > ${after} order by report_id, held limit ${size}`,
  )

/** Who takes it was closed in the very moment: the next pass finds that it cannot go. */
const closedMeanwhile = '23503'

function take(db: Db, book: RuleBook, plan: Due, work: Work, now: Date): Promise<Moved> {
  return attempt(db, system, (tx) => takeWithin(tx, book, plan, work, now)).catch((reason): Moved => {
    if (reason?.code === closedMeanwhile) return { ok: false, refusal: 'agency-unknown' }
    throw reason
  })
}

async function takeWithin(tx: Tx, book: RuleBook, plan: Due, work: Work, now: Date): Promise<Moved> {
  const { reportId, reference, version, held, agencyId } = work
  const put = await tx`
    insert into plan_item (plan_id, report_id, held, agency_id, at) values (${plan.id}, ${reportId}, ${held}, ${agencyId}, ${now})
    on conflict do nothing`
  if (put.count === 0) return { ok: false, refusal: 'already-open' }
  const planned = { agencyId, plan: plan.id, basis: plan.basis, signer: plan.signer }
  const who = { kind: 'clock' } as const
  if (held) return move(tx, book, who, { reference, version, name: 'reassign', input: planned }, now)
  const [help] = await tx<
    { ended: boolean }[]
  >`select end_help(${reportId}, ${version}, ${plan.fromId}, ${now}) as ended`
  if (!help?.ended) return { ok: false, refusal: 'conflict' }
  return move(
    tx,
    book,
    who,
    { reference, version, name: 'relieve', input: { ...planned, fromAgencyId: plan.fromId } },
    now,
  )
}

/** It is done when nothing is left that could go. Until then, what comes to the old agency is taken too. */
function isDone(db: Db, { id, state }: Due, now: Date): Promise<boolean> {
  return withActor(db, system, async (tx) => {
    const [left] = await tx`select from plan_work(${id}) where refusal is null limit 1`
    if (left) return false
    if (state === 'signed')
      await tx`update plan set state = 'done', done_at = ${now} where id = ${id} and state = 'signed'`
    return true
  })
}
