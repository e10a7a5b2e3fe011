import { withActor } from '../db/actor.ts'
import type { Db } from '../db/database.ts'
import { type Identity, type Keys, seal, unseal } from '../person/seal.ts'
import { contactBuckets, mayTry } from '../person/secret/throttle.ts'
import type { Self } from '../report/read/self.ts'
import { newProof, proofHash, reachHash, sealCode, sealReach } from './proof.ts'
import { contactsOf } from './read.ts'
import { isSame, type Reach } from './way.ts'

/** A reporter joins another contact, proves it, chooses where news goes, and takes one away. */

export type Joining = Readonly<{ db: Db; keys: Keys; me: Self; now: Date }>
export type Asked = 'sent' | 'own' | 'often' | 'many'

/** Sends a code to where it is to be proved. One message an hour to one address, few for one report, whoever asks from wherever:
 *  the address may be a stranger's. */
export async function ask(
  { db, keys, me, now }: Joining,
  reach: Reach,
  { language, address }: { language: 'id' | 'en'; address: string },
): Promise<Asked> {
  const { list } = await withActor(db, me.actor, (tx) => contactsOf(tx, keys, me.reporterId, now))
  const known = list.find((one) => isSame(one.reach, reach))
  if (known?.proved && !known.failed) return 'own'
  if (list.filter(({ id, failed }) => id !== null && !failed).length >= 3 && known?.id !== null) return 'many'
  const buckets = contactBuckets(keys, reach.to, me.reporterId, address)
  if (!(await withActor(db, { kind: 'door' }, (tx) => mayTry(tx, buckets, now)))) return 'often'
  const code = newProof()
  const [row] = await withActor(
    db,
    me.actor,
    (tx) => tx<{ kept: boolean }[]>`
      select contact_asked(${reach.way}, ${reachHash(keys, reach)}, ${sealReach(keys, reach)}, ${known?.id === null}, ${seal(keys, {})},
        ${proofHash(keys, me.reporterId, reach, code)}, ${sealCode(keys, code)}, ${language}, ${now}) as kept`,
  )
  return row?.kept ? 'sent' : 'many'
}

export type Proved = 'proved' | 'wrong' | 'over' | 'none'

export async function prove({ db, keys, me, now }: Joining, code: string): Promise<Proved> {
  return withActor(db, me.actor, async (tx) => {
    const { waiting } = await contactsOf(tx, keys, me.reporterId, now)
    if (!waiting) return 'none'
    const proof = proofHash(keys, me.reporterId, waiting.reach, code)
    const [row] = await tx<{ how: Proved }[]>`select contact_proved(${proof}, ${now}) as how`
    return row?.how ?? 'none'
  })
}

/** News goes there from now on; whoever had stopped it wants it again. @returns whether it is one of theirs, and proved. */
export async function choose({ db, me }: Omit<Joining, 'keys'>, id: number | null): Promise<boolean> {
  const { reporterId } = me
  const done = await withActor(db, me.actor, (tx) =>
    id === null
      ? tx`update reporter set news_to = null, muted = false where id = ${reporterId} and reachable is not null`
      : tx`update reporter set news_to = ${id}, muted = false where id = ${reporterId} and exists (
          select from vault.contact where id = ${id} and reporter_id = ${reporterId} and proved_at is not null)`,
  )
  return done.count === 1
}

export type Removed = 'removed' | 'last' | 'none'

export async function remove({ db, keys, me }: Joining, id: number | null): Promise<Removed> {
  return withActor(db, me.actor, async (tx) => {
    const left = id === null ? await nameAlone(tx, keys, me.reporterId) : null
    const [row] = await tx<{ how: Removed }[]>`select contact_removed(${id}, ${left}) as how`
    return row?.how ?? 'none'
  })
}

/** What is left of an identity without address and number. */
async function nameAlone(tx: Parameters<typeof contactsOf>[0], keys: Keys, reporterId: number): Promise<Buffer> {
  const [row] = await tx<{ sealed: Uint8Array }[]>`select sealed from vault.identity where reporter_id = ${reporterId}`
  const { name }: Identity = row ? unseal(keys, row.sealed) : {}
  return seal(keys, name === undefined ? {} : { name })
}
