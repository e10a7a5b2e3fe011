import { withActor } from '../../db/actor.ts'
import type { Db } from '../../db/database.ts'
import { dateIn, shortDateIn } from '../../notice/date.ts'
import type { Facts } from '../../notice/kind.ts'
import { actorOf, type Staff } from '../../person/may.ts'
import { type Keys, sealJson } from '../../person/seal.ts'
import { isQuiet, mondayOf, type Week, weekOf } from './week.ts'

/** The weekly letter to everybody who heads an agency: its supervisors. What it says is counted behind their own walls. */

type Head = Staff & { email: string }

/** @returns what is to be written, for whom; whoever has nothing to hear of is left out. */
export async function digests(
  db: Db,
  keys: Keys,
  now: Date,
): Promise<{ accountId: number; sealed: Buffer; key: string }[]> {
  const found: { accountId: number; sealed: Buffer; key: string }[] = []
  for (const head of await heads(db)) {
    const week = await withActor(db, actorOf(head), (tx) => weekOf(tx, head.path, now))
    if (isQuiet(week)) continue
    const inside = { to: head.email, until: now.toISOString(), token: '', facts: factsOf(week, head, now) }
    found.push({ accountId: head.personId, sealed: sealJson(keys, inside), key: `${mondayOf(now)}-${head.personId}` })
  }
  return found
}

const heads = (db: Db): Promise<Head[]> =>
  withActor(
    db,
    { kind: 'system' },
    (tx) => tx<Head[]>`
      select a.id as person_id, a.name, a.username, a.email, a.agency_id, g.name as agency_name, g.kind as agency_kind, g.path, g.zone,
        a.roles, a.language, a.must_change
      from account a join agency g on g.id = a.agency_id
      where 'supervisor' = any(a.roles) and a.email is not null and a.disabled_at is null and g.active order by a.id`,
  )

/** Only what is not nothing is said. */
function factsOf(week: Week, { language, zone }: Head, now: Date): Facts {
  const { oldest, ...counts } = week
  const said = Object.entries(counts).filter(([name, n]) => n > 0 || name === 'open' || name === 'arrived')
  const numbers = new Intl.NumberFormat(language === 'id' ? 'id-ID' : 'en-GB')
  return {
    ...Object.fromEntries(said.map(([name, n]) => [name, numbers.format(n)])),
    date: dateIn(now, language, zone),
    ...(oldest ? { date2: shortDateIn(oldest, language, zone) } : {}),
  }
}
