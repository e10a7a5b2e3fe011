import type { Rules } from '../agency/rules.ts'
import type { Zone } from '../agency/working-days.ts'
import type { Report } from './report.ts'

/** Everything a rule may look at when a report is moved. Values only. Pure. */
export type Case = Readonly<{
  report: Report
  rules: Rules
  /** The holder's zone; its days and hours count. */
  zone: Zone
  now: Date
  /** Who gets it back: for a unit the agency above it, for a government the centre; null at the centre. */
  parentId: number | null
  centreId: number
  /** A question to the reporter that waits for a reply; once waiting has ended, another may be asked. */
  question: { id: number; dueAt: Date } | null
  extension: { id: number; newDue: Date; agencyId: number } | null
  /** The latest day that a coordinator has granted. */
  grantedUntil: Date | null
  /** The agency that an arbiter named, last. */
  decidedId: number | null
  draft: { id: number; text: string; byPerson: number } | null
  instruction: { id: number } | null
  /** Visits whose findings carry at least one photo. */
  visitsWithEvidence: number
  /** Merging: the report that takes this one in. */
  target: Report | null
}>

/** Changes of the report's own columns. */
export type Patch = Partial<{ -readonly [K in keyof Report]: Report[K] }>

/** A change of hands. `lead` ends all open assignments; `assist` adds helpers. `accused` is the new list of
 *  agencies that the report is about, which takes away what helps among them. */
export type Custody = {
  lead?: number
  ended?: string
  assist?: readonly number[]
  note?: string
  accused?: readonly number[]
}

export type Refusal =
  | 'not-found'
  | 'not-yours'
  | 'not-allowed'
  | 'conflict'
  | 'too-late'
  | 'too-long-ago'
  | 'final'
  | 'appeal-used'
  | 'agency-same'
  | 'agency-unknown'
  | 'due-past'
  | 'due-visit'
  | 'due-far'
  | 'due-year'
  | 'evidence'
  | 'nothing-open'
  | 'already-open'
  | 'not-mergeable'
  | 'same-report'
  | 'too-few-returns'
  | 'no-parent'
  | 'officer-unknown'
  | 'category-unknown'
  | 'shared'
  | 'accused'
  | 'accused-plain'
  | 'accused-centre'
  | 'accused-same'

export type Change =
  | { ok: true; set: Patch; data: Record<string, unknown>; custody?: Custody }
  | { ok: false; refusal: Refusal }

export const refuse = (refusal: Refusal): Change => ({ ok: false, refusal })
