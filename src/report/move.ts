import type { RuleBook } from '../agency/rulebook.ts'
import type { Tx } from '../db/database.ts'
import type { Role, Staff } from '../person/may.ts'
import type { Case, Change, Refusal } from './case.ts'
import { join } from './change/end.ts'
import { unknownIn } from './change/known.ts'
import { decide } from './decide.ts'
import type { Inputs } from './input.ts'
import { audienceOf, type Move, type Mover, moversOf, step } from './lifecycle.ts'
import { loadCase } from './load.ts'
import { traces } from './trace.ts'

/** Who moves: somebody who is signed in, the reporter, or the clock. */
export type Who = { kind: 'staff'; staff: Staff } | { kind: 'reporter'; reporterId: number } | { kind: 'clock' }

/** A move asked for. `version` is the version that the person saw; a later one means that somebody was faster. */
export type Request<M extends Move = Move> = { reference: string; version?: number; name: M; input: Inputs[M] }

export type Moved = { ok: true; version: number } | { ok: false; refusal: Refusal; status?: Case['report']['status'] }

type Own = Exclude<Move, 'join'>

/** Moves a report: state, ledger line and background work in one transaction (`tx`), or a refusal and nothing.
 *  The caller runs it in `attempt`, so that a refusal undoes what was already written. */
export async function move<M extends Own>(
  tx: Tx,
  book: RuleBook,
  who: Who,
  request: Request<M>,
  now: Date,
): Promise<Moved> {
  const moved = await moveOnce(tx, book, who, request, now)
  // The clock wrote between reading and writing: now that the report is held, nobody else can.
  return moved === 'clock' ? noClock(await moveOnce(tx, book, who, request, now)) : moved
}

const noClock = (moved: Moved | 'clock'): Moved => (moved === 'clock' ? { ok: false, refusal: 'conflict' } : moved)

/** Lines of the clock's own take nobody's place: whoever filled in a form meanwhile goes on. */
async function onlyClock(tx: Tx, { id }: Case['report'], seen: number, now: number): Promise<boolean> {
  const [row] = await tx<{ only: boolean }[]>`select only_the_clock(${id}, ${seen}, ${now}) as only`
  return row?.only === true
}

async function clockCame(tx: Tx, { report }: Case): Promise<boolean> {
  const [there] = await tx<{ version: number }[]>`select version from report where id = ${report.id}`
  return there !== undefined && onlyClock(tx, report, report.version, there.version)
}

/** The report as it stands, if it is still what the person saw. */
async function asSeen(tx: Tx, book: RuleBook, request: Request, now: Date): Promise<Case | (Moved & { ok: false })> {
  const loaded = await loadCase(tx, request.reference, book, now)
  if (!loaded) return { ok: false, refusal: 'not-found' }
  const { status, version } = loaded.report
  const seen = request.version ?? version
  if (seen !== version && !(await onlyClock(tx, loaded.report, seen, version)))
    return { ok: false, refusal: 'conflict', status }
  return request.name === 'merge' ? withTarget(tx, book, loaded, (request.input as Inputs['merge']).into) : loaded
}

async function moveOnce<M extends Own>(
  tx: Tx,
  book: RuleBook,
  who: Who,
  request: Request<M>,
  now: Date,
): Promise<Moved | 'clock'> {
  const c = await asSeen(tx, book, request, now)
  if ('refusal' in c) return c
  const { status } = c.report
  const decided = decide(c, request.name, request.input, moversFor(who, c))
  if (!decided.ok) return { ok: false, refusal: decided.refusal, status }
  // On their way together: what was written for a key that a form made up is undone with the refusal.
  const checked = unknownIn(tx, who, c, request.name, decided)
  const recorded = record(tx, who, c, request.name, decided, decided.as)
  recorded.catch(() => {})
  const unknown = await checked
  if (unknown) return { ok: false, refusal: unknown, status }

  const version = await recorded
  if (version === null) return { ok: false, refusal: 'not-found' }
  if (version === 0) return (await clockCame(tx, c)) ? 'clock' : { ok: false, refusal: 'conflict', status }
  const trace = traces[request.name] as ((tx: Tx, left: object, input: object) => Promise<unknown>) | undefined
  await trace?.(tx, { c, change: decided, ...ids(who) }, request.input)
  if (request.name === 'merge' && c.target) return takeIn(tx, book, who, c, version)
  return { ok: true, version }
}

function moversFor(who: Who, c: Case): readonly Mover[] {
  return who.kind === 'staff' ? moversOf(c.report, who.staff) : [who.kind]
}

const ids = (who: Who) => ({
  personId: who.kind === 'staff' ? who.staff.personId : null,
  agencyId: who.kind === 'staff' ? who.staff.agencyId : null,
  reporterId: who.kind === 'reporter' ? who.reporterId : null,
})

const merging = 7_215_341

/** A merge locks two reports; one merge at a time, so that two of them never wait for each other. */
async function withTarget(tx: Tx, book: RuleBook, c: Case, into: string): Promise<Case> {
  await tx`select pg_advisory_xact_lock(${merging})`
  const target = await loadCase(tx, into, book, c.now)
  return { ...c, target: target?.report ?? null }
}

/** The other half of a merge: the case takes the reporters in. */
async function takeIn(tx: Tx, book: RuleBook, who: Who, from: Case, version: number): Promise<Moved> {
  const into = from.target && (await loadCase(tx, from.target.reference, book, from.now))
  if (!into) return { ok: false, refusal: 'not-mergeable' }
  const open = step(into.report.status, 'join', moversFor(who, into))
  if (!open.ok) return { ok: false, refusal: 'not-mergeable' }
  const [joined] = await tx<{ count: number }[]>`select join_reporters(${from.report.id}, ${into.report.id}) as count`
  const { reference, oversight, wasOversight } = from.report
  const inspected = (oversight || wasOversight) && !into.report.wasOversight
  const change = join(into, { from: reference }, joined?.count ?? 0, inspected)
  if (!change.ok) return change
  const taken = await record(tx, who, into, 'join', change, open.as)
  return taken ? { ok: true, version } : { ok: false, refusal: 'conflict' }
}

async function record(
  tx: Tx,
  who: Who,
  c: Case,
  name: Move,
  change: Change & { ok: true },
  as: Mover,
): Promise<number | null> {
  const staff = who.kind === 'staff' ? who.staff : null
  const event = {
    move: name,
    audience: audienceOf(name),
    actor: who.kind,
    person_id: staff?.personId,
    by_name: staff?.name,
    by_role: staff ? (as.split('@')[0] as Role) : undefined,
    agency_id: staff?.agencyId,
    reporter_id: who.kind === 'reporter' ? who.reporterId : undefined,
    at: c.now,
    data: change.data,
  }
  const set = Object.fromEntries(Object.entries(change.set).map(([key, value]) => [snake(key), value]))
  const [row] = await tx<{ version: number | null }[]>`
    select record_move(${c.report.id}, ${c.report.version}, ${tx.json(set as never)}, ${tx.json(event as never)},
      ${change.custody ? tx.json(change.custody as never) : null}) as version`
  return row?.version ?? null
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
