import type { Tx } from '../../db/database.ts'
import type { Staff } from '../../person/may.ts'
import type { Case, Change, Custody, Refusal } from '../case.ts'
import type { Move } from '../lifecycle.ts'
import type { Who } from '../move.ts'
import { accusedIn, standsAccused } from './accused.ts'

/** Whether what a move names is there, and may be named by whoever moves. */

/** Keys that a form may have made up, all asked for at once. */
export async function unknownIn(
  tx: Tx,
  who: Who,
  { report }: Case,
  name: Move,
  { set, custody }: Change & { ok: true },
): Promise<Refusal | undefined> {
  const known = await Promise.all([
    isNeutral(tx, custody, custody?.accused ?? accusedIn(report)),
    !custody?.accused?.length || areAgencies(tx, custody.accused),
    !custody?.lead || custody.ended === 'accused' || mayReceive(tx, who, name, custody.lead),
    !custody?.assist?.length || mayHelp(tx, who, name, custody.assist),
    !set.categoryCode || some(tx`select from category where code = ${set.categoryCode}`),
    !set.officerId || who.kind !== 'staff' || isOfficer(tx, who.staff, set.officerId),
  ])
  const refusals = [
    'accused',
    'agency-unknown',
    'agency-unknown',
    'agency-unknown',
    'category-unknown',
    'officer-unknown',
  ] as const
  return refusals[known.indexOf(false)]
}

/** Nobody who is accused, and nothing below them, gets the report in hand, whoever sends it: there is no way around this. */
async function isNeutral(tx: Tx, custody: Custody | undefined, accused: readonly number[]): Promise<boolean> {
  const to = [...(custody?.lead ? [custody.lead] : []), ...(custody?.assist ?? [])]
  if (to.length === 0 || accused.length === 0) return true
  const rows = await tx<{ path: string }[]>`select path from agency where id = any(${to})`
  return !rows.some(({ path }) => standsAccused(path, accused))
}

async function areAgencies(tx: Tx, ids: readonly number[]): Promise<boolean> {
  const rows = await tx`select from agency where id = any(${[...ids]})`
  return rows.length === new Set(ids).size
}

const some = async (rows: PromiseLike<readonly unknown[]>) => (await rows).length > 0
const isOfficer = (tx: Tx, { agencyId }: Staff, id: number) =>
  some(
    tx`select from account where id = ${id} and agency_id = ${agencyId} and 'officer' = any(roles) and disabled_at is null`,
  )

/** Who sends a report on sends it down, to an active agency below their own. Up it goes by a return only, which is counted. */
async function mayReceive(tx: Tx, who: Who, name: Move, agencyId: number): Promise<boolean> {
  if (who.kind !== 'staff' || name === 'return') return true
  const [row] = await tx`
    select from agency where id = ${agencyId} and active and starts_with(path, ${who.staff.path}) and path <> ${who.staff.path}`
  return row !== undefined
}

/** Helpers come from below the sender; a unit also asks the other units of its government. Nobody else learns of the report. */
async function mayHelp(tx: Tx, who: Who, name: Move, agencies: readonly number[]): Promise<boolean> {
  if (who.kind !== 'staff') return true
  const { path, agencyKind } = who.staff
  const around = name === 'dispatch' && agencyKind === 'unit' ? path.replace(/[^/]+\/$/, '') : path
  const rows = await tx`
    select from agency where id = any(${[...agencies]}) and active and starts_with(path, ${around}) and path <> ${around}`
  return rows.length === new Set(agencies).size
}
