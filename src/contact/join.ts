import { withActor } from '../db/actor.ts'
import type { Db, Tx } from '../db/database.ts'
import { type Identity, type Keys, seal, unseal } from '../person/seal.ts'
import { choiceBuckets, contactBuckets, mayTry } from '../person/secret/throttle.ts'
import type { Self } from '../report/read/self.ts'
import { newProof, proofHash, reachHash, sealCode, sealReach } from './proof.ts'
import { contactsOf } from './read.ts'
import { tellContacts } from './tell.ts'
import { isSame, type Reach } from './way.ts'

/** A reporter joins another contact, proves it, chooses where news goes, and takes one away. Whoever does it may have found the link
 *  of a letter: every contact is told, and the one given when filing does not leave by such a link alone. */

export type Joining = Readonly<{ db: Db; keys: Keys; me: Self; now: Date }>
/** Who asks: in which language, and from where. */
export type Asking = Readonly<{ language: 'id' | 'en'; address: string }>
export type Asked = 'sent' | 'own' | 'often' | 'many'

/** Sends a code to where it is to be proved. One message an hour to one address, few for one report, whoever asks from wherever:
 *  the address may be a stranger's.
 *  @param leaving the code takes the contact away. */
export async function ask(
  { db, keys, me, now }: Joining,
  reach: Reach,
  { language, address }: Asking,
  leaving = false,
): Promise<Asked> {
  const { list } = await withActor(db, me.actor, (tx) => contactsOf(tx, keys, me.reporterId, now))
  const known = list.find((one) => isSame(one.reach, reach))
  if (known?.proved && !known.failed && !leaving) return 'own'
  if (list.filter(({ id, failed }) => id !== null && !failed).length >= 3 && known?.id !== null) return 'many'
  const buckets = contactBuckets(keys, reach.to, me.reporterId, address)
  if (!(await withActor(db, { kind: 'door' }, (tx) => mayTry(tx, buckets, now)))) return 'often'
  const code = newProof()
  const [row] = await withActor(
    db,
    me.actor,
    (tx) => tx<{ kept: boolean }[]>`
      select contact_asked(${reach.way}, ${reachHash(keys, reach)}, ${sealReach(keys, reach)}, ${known?.id === null}, ${leaving},
        ${seal(keys, {})}, ${proofHash(keys, me.reporterId, reach, code)}, ${sealCode(keys, code)}, ${language}, ${now}) as kept`,
  )
  return row?.kept ? 'sent' : 'many'
}

export type Proved = 'proved' | 'wrong' | 'over' | 'none'

/** A code that was sent in order to take a contact away does so: `removed`, or `last` when nothing else is left by now. */
export async function prove(joining: Joining, code: string): Promise<Proved | 'removed' | 'last'> {
  const { db, keys, me, now } = joining
  return withActor(db, me.actor, async (tx) => {
    const { waiting, list } = await contactsOf(tx, keys, me.reporterId, now)
    if (!waiting) return 'none'
    const proof = proofHash(keys, me.reporterId, waiting.reach, code)
    const [row] = await tx<{ how: Proved | 'leaving' }[]>`select contact_proved(${proof}, ${now}) as how`
    const how = row?.how ?? 'none'
    if (how === 'leaving') return (await takeAway(tx, joining, null, false)) as 'removed' | 'last' | 'none'
    if (how === 'proved' && !waiting.filed) await tellContacts(tx, joining, list, 'neutral.joined')
    return how
  })
}

export type Chosen = 'chosen' | 'often' | 'none'

/** News goes there from now on; whoever had stopped it wants it again. Only to one of theirs that is proved. Each choice is told, so
 *  there are few in a day. */
export async function choose(joining: Joining, id: number | null): Promise<Chosen> {
  const { db, keys, me, now } = joining
  const { reporterId } = me
  const buckets = choiceBuckets(keys, reporterId)
  if (!(await withActor(db, { kind: 'door' }, (tx) => mayTry(tx, buckets, now)))) return 'often'
  return withActor(db, me.actor, async (tx) => {
    const { list } = await contactsOf(tx, keys, reporterId, now)
    const done =
      id === null
        ? await tx`update reporter set news_to = null, muted = false, leaving_at = null where id = ${reporterId} and reachable is not null`
        : await tx`update reporter set news_to = ${id}, muted = false where id = ${reporterId} and exists (
            select from vault.contact where id = ${id} and reporter_id = ${reporterId} and proved_at is not null)`
    if (done.count !== 1) return 'none'
    if (!list.some((one) => one.id === id && one.chosen)) await tellContacts(tx, joining, list, 'neutral.chosen')
    return 'chosen'
  })
}

export type Removed = 'removed' | 'last' | 'none' | 'waits'

/** Takes a contact away. @returns `waits` when it is the one given when filing and the page was opened by a letter: it goes with the
 *  code that is sent there, or by asking again after a week. */
export async function remove(
  joining: Joining,
  id: number | null,
  { byLetter, ...asking }: Asking & { byLetter: boolean },
): Promise<Removed> {
  const { db, keys, me, now } = joining
  const how = await withActor(db, me.actor, (tx) => takeAway(tx, joining, id, byLetter))
  if (how !== 'asked' && how !== 'waits') return how
  const { list } = await withActor(db, me.actor, (tx) => contactsOf(tx, keys, me.reporterId, now))
  const filed = list.find((one) => one.id === null)
  if (filed) await ask(joining, filed.reach, asking, true)
  return 'waits'
}

async function takeAway(tx: Tx, joining: Joining, id: number | null, byLetter: boolean): Promise<Removed | 'asked'> {
  const { keys, me, now } = joining
  const { list } = await contactsOf(tx, keys, me.reporterId, now)
  const left = id === null ? await nameAlone(tx, keys, me.reporterId) : null
  const [row] = await tx<{ how: Removed | 'asked' }[]>`
    select contact_removed(${id}, ${left}, ${byLetter}, ${now}) as how`
  const how = row?.how ?? 'none'
  if (how === 'asked') await tellContacts(tx, joining, list, 'neutral.leaving')
  if (how === 'removed' && list.some((one) => one.id === id)) await tellContacts(tx, joining, list, 'neutral.removed')
  return how
}

/** What is left of an identity without address and number. */
async function nameAlone(tx: Tx, keys: Keys, reporterId: number): Promise<Buffer> {
  const [row] = await tx<{ sealed: Uint8Array }[]>`select sealed from vault.identity where reporter_id = ${reporterId}`
  const { name }: Identity = row ? unseal(keys, row.sealed) : {}
  return seal(keys, name === undefined ? {} : { name })
}
