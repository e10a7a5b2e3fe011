import { rulesFor } from '../../agency/rulebook.ts'
import { attempt } from '../../db/actor.ts'
import { actorOf, type Staff } from '../../person/may.ts'
import { type Moved, move, type Request } from '../../report/move.ts'
import { type Ahead, aheadOf } from '../../talk/send/ahead.ts'
import type { C } from '../desk/frame.tsx'
import type { StaffMove } from './nouns.ts'

/** What a step would tell its reporters, before it is made: it is tried in a transaction that is then undone, so that what is
 *  shown are the words that would go, with their days and names. */

const told: readonly StaffMove[] = ['ask', 'question', 'answer', 'resolve', 'speak', 'reopen']
export const isToldAhead = (name: StaffMove): boolean => told.includes(name)

type Looked = Moved & { ahead?: Ahead }

export async function lookAhead(c: C, staff: Staff, request: Request): Promise<Looked> {
  const { deps, t } = c.var
  const book = await deps.rules()
  const now = deps.now()
  const said = {
    rules: (area: string | null) => rulesFor(book, area),
    service: deps.site.service ?? t.brand.name,
    site: new URL(deps.site.publicUrl).host,
    now,
  }
  return attempt(deps.db, actorOf(staff), async (tx): Promise<Looked> => {
    const [report] = await tx<{ id: number }[]>`select id from report where reference = ${request.reference}`
    const moved = await move(tx, book, { kind: 'staff', staff }, request as Request<'answer'>, now)
    if (!moved.ok || !report) return moved
    const ahead = await aheadOf(tx, said, { reportId: report.id, n: moved.version, move: request.name })
    return { ok: false, refusal: 'not-allowed', ...(ahead ? { ahead } : {}) }
  })
}
