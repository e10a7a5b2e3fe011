import type { MiddlewareHandler } from 'hono'
import { rulesFor } from '../../agency/rulebook.ts'
import type { AppEnv } from '../../app.ts'
import type { Tx } from '../../db/database.ts'
import { bounds, soonUntil, startOfMonth } from '../../supervision/waiting/age.ts'
import { type Branch, branchOf, supervises } from '../../supervision/waiting/branch.ts'
import type { Moment } from '../../supervision/waiting/counts.ts'
import { type C, within } from '../desk/frame.tsx'
import { trouble } from '../errors.tsx'
import { staffOf } from '../session.ts'

/** Who gets in where others are looked after, and at which agency they look. Behind `staffOnly`. */

export const supervisorsOnly: MiddlewareHandler<AppEnv> = async (c, next) => {
  const staff = staffOf(c)
  if (!(await within(c, (tx) => supervises(tx, staff)))) return trouble(c, 404)
  await next()
}

export type Standpoint = Branch & { at: Moment; monthBegan: Date }

/** The agency of `?instansi=` with the calendar of its place; nothing when it is not below. */
export async function standpoint(c: C, tx: Tx): Promise<Standpoint | undefined> {
  const asked = c.req.query('instansi') ?? ''
  const own = staffOf(c).agencyId
  const branch = await branchOf(tx, staffOf(c), asked === '' ? own : /^[1-9]\d{0,14}$/.test(asked) ? Number(asked) : 0)
  return branch && { ...branch, ...(await momentOf(c, branch)) }
}

async function momentOf(c: C, { agency: { areaCode, zone } }: Branch) {
  const now = c.var.deps.now()
  const { calendar } = rulesFor(await c.var.deps.rules(), areaCode)
  const at = { now, soon: soonUntil(now, calendar, zone), bounds: bounds(now, calendar, zone) }
  return { at, monthBegan: startOfMonth(now, zone) }
}
