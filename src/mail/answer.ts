import { attachTo } from '../attachment/read.ts'
import { openReach } from '../contact/proof.ts'
import { attempt, withActor } from '../db/actor.ts'
import { type Kept, type Outcome, settle } from '../inbox/read.ts'
import { contactHash, unseal } from '../person/seal.ts'
import { shorten } from '../report/input.ts'
import { type Moved, move, type Request } from '../report/move.ts'
import { besideCase, waitingFiles } from '../report/read/reporter-files.ts'
import { type Self, selfOf } from '../report/read/self.ts'
import type { Ending, Status } from '../report/report.ts'
import { enclose } from './enclosure/keep.ts'
import { remarks, withRemarks } from './enclosure/remark.ts'
import type { Letter } from './letter.ts'
import { moveFor } from './move-for.ts'
import { ownWords } from './own-words.ts'
import type { Taking } from './take.ts'

/** A letter to a correspondent's own address: their words on their report, once, and only theirs. */

type Standing = Readonly<{ reference: string; version: number; status: Status; ending: Ending | null }>

export async function takeAnswer(
  taking: Taking,
  letter: Letter,
  reporterId: number,
  kept: Kept,
): Promise<Outcome | undefined> {
  const me = await selfOf(taking.db, reporterId)
  if (!me) return { outcome: 'parked', reason: 'unknown-reporter' }
  if (!(await isTheirs(taking, reporterId, letter))) return { outcome: 'parked', reason: 'other-sender' }
  const words = shorten(ownWords(letter.text), 9_800)
  if (words === '' && letter.enclosures.length === 0) return { outcome: 'noise', reason: 'empty' }
  const { key } = await withActor(taking.db, me.actor, (tx) => besideCase(tx, me))
  const leftOut = await enclose(taking, me.actor, letter.enclosures, { reportKey: key, kind: 'reply' }, taking.now())
  const text = withRemarks(me.language, words, remarks(me.language, letter, leftOut))
  const moved = await say(taking, me, { text, key, from: letter.from?.address ?? '' }, kept)
  if (moved.ok) return undefined
  // Somebody was faster: the next try sees what they did.
  if (moved.refusal === 'conflict') throw new Error('the report moved meanwhile')
  return { outcome: 'parked', reason: moved.refusal }
}

/** The address is known to whoever sees one of our letters, so the sender has to be one whom we write to. */
async function isTheirs({ db, keys }: Taking, reporterId: number, { from }: Letter): Promise<boolean> {
  const rows = await withActor(
    db,
    { kind: 'system' },
    (tx) => tx<{ sealed: Uint8Array; joined: boolean }[]>`
      select sealed, false as joined from vault.identity where reporter_id = ${reporterId}
      union all select sealed, true from vault.contact where reporter_id = ${reporterId} and way = 'email' and proved_at is not null`,
  )
  return rows.some(({ sealed, joined }) => {
    const address = joined ? openReach(keys, 'email', sealed).to : unseal(keys, sealed).email
    return from !== undefined && address === from.address
  })
}

type Said = { text: string; key: string; from: string }

/** The words, their files and the end of the message are one transaction: a message that is read again says nothing twice. */
async function say({ db, keys, rules, now }: Taking, me: Self, { text, key, from }: Said, kept: Kept): Promise<Moved> {
  const book = await rules()
  return attempt(db, me.actor, async (tx): Promise<Moved> => {
    const [report] = await tx<
      Standing[]
    >`select reference, version, status, ending from report where id = ${me.reportId}`
    const name = report && moveFor(report)
    if (!report || !name) return { ok: false, refusal: 'not-allowed' }
    if (!(await settle(tx, kept.id, { outcome: 'reply', reportId: me.reportId }, now())))
      return { ok: true, version: report.version }
    const who = { kind: 'reporter', reporterId: me.reporterId } as const
    const request = { reference: report.reference, version: report.version, name, input: { text } }
    const moved = await move(tx, book, who, request as Request<'reply'>, now())
    if (!moved.ok) return moved
    await tx`select contact_used(${contactHash(keys, from)}, ${now()})`
    const { files } = await besideCase(tx, me)
    await attachTo(tx, key, moved.version, waitingFiles(files).map(({ id }) => id)) // biome-ignore format: one call
    return moved
  })
}
