import { type Case, type Change, type Custody, type Patch, refuse } from '../case.ts'
import { due } from '../deadline.ts'
import type { Inputs } from '../input.ts'

/** Whom an oversight complaint is about, and who may have it in hand then: nobody who is accused, and nothing below them. Pure. */

/** Of `/1/35/3572/`: 1, 35 and 3572. */
const idsOf = (path: string) => path.split('/').filter(Boolean).map(Number)

/** The agencies themselves, of their paths. */
export const accusedIn = ({ accused }: Pick<Case['report'], 'accused'>): number[] =>
  (accused ?? []).map((path) => idsOf(path).at(-1) ?? 0)

/** Is the agency at this path one of the accused, or below one? */
export const standsAccused = (path: string, accused: readonly number[]): boolean =>
  idsOf(path).some((id) => accused.includes(id))

/** The first above the holder whom nobody accuses: what coordinates it, else the centre. */
export function neutralAbove({ report, parentId, centreId }: Case, accused: readonly number[]): number {
  const above = idsOf(report.holderPath).slice(0, -1)
  return parentId === null || above.some((id) => accused.includes(id)) ? centreId : parentId
}

type Naming = { ok: true; custody: Pick<Custody, 'accused'> } | (Change & { ok: false })
type Named = Pick<Inputs['forward'], 'class' | 'oversight' | 'accused'>

/** Those who are named with another step are added; taken back is nobody but by `accuse`. */
export function naming(c: Case, { class: kind, oversight, accused: more = [] }: Named): Naming {
  const known = accusedIn(c.report)
  const added = more.filter((id) => !known.includes(id))
  if (added.length === 0) return { ok: true, custody: {} }
  if (kind !== 'complaint' || !oversight) return refuse('accused-plain') as Change & { ok: false }
  if (added.includes(c.centreId)) return refuse('accused-centre') as Change & { ok: false }
  return { ok: true, custody: { accused: [...new Set([...known, ...added])] } }
}

/** A holder that is accused loses the report with the same step: it is checked anew by the first above who is not. */
export function takenAway(
  c: Case,
  accused: readonly number[] | undefined,
  note = '',
): { set: Patch; custody: Custody } {
  if (!accused) return { set: {}, custody: {} }
  if (!standsAccused(c.report.holderPath, accused)) return { set: {}, custody: { accused } }
  const inHand = ['received', 'assigned', 'in_progress'].includes(c.report.status)
  const anew: Patch = inHand ? { status: 'received', verifyDue: due(c, 'verify', c.now) } : {}
  const lead = neutralAbove(c, accused)
  return { set: { ...anew, officerId: null, fieldDue: null }, custody: { lead, ended: 'accused', note, accused } }
}

/** Says whom the report is about, from now on; the ledger keeps who was named before. What accuses somebody is an oversight
 *  complaint, whatever it was taken for. */
export function accuse(c: Case, { accused, remark }: Inputs['accuse']): Change {
  const before = accusedIn(c.report)
  const now = [...new Set(accused)]
  if (now.length === before.length && now.every((id) => before.includes(id))) return refuse('accused-same')
  if (now.includes(c.centreId)) return refuse('accused-centre')
  const away = takenAway(c, now, remark)
  const grave: Patch = now.length > 0 && !c.report.oversight ? { class: 'complaint', oversight: true } : {}
  const late = grave.oversight && c.report.verifiedAt ? { settleDue: settled(c) } : {}
  const data = { accused: now, remark, was: { accused: before, class: c.report.class, oversight: c.report.oversight } }
  return { ok: true, set: { ...grave, ...late, ...away.set }, data, custody: away.custody }
}

/** The promise of an oversight complaint, from the same first day, without taking back what was granted. */
function settled(c: Case): Date {
  const promised = due(c, 'settle', c.report.verifiedAt ?? c.now, { class: 'complaint', oversight: true })
  return c.grantedUntil && c.grantedUntil > promised ? c.grantedUntil : promised
}
