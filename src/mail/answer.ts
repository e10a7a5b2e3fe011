import { attachTo } from '../attachment/read.ts'
import { attempt, withActor } from '../db/actor.ts'
import { type Kept, type Outcome, settle } from '../inbox/read.ts'
import { unseal } from '../person/seal.ts'
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
  const text = withRemarks(words, remarks(letter, leftOut))
  const moved = await say(taking, me, { text, key }, kept)
  if (moved.ok) return undefined
  // Somebody was faster: the next try sees what they did.
  if (moved.refusal === 'conflict') throw new Error('the report moved meanwhile')
  return { outcome: 'parked', reason: moved.refusal }
}

/** The address is known to whoever sees one of our letters, so the sender has to be the one whom we write to. */
async function isTheirs({ db, keys }: Taking, reporterId: number, { from }: Letter): Promise<boolean> {
  const [row] = await withActor(
    db,
    { kind: 'system' },
    (tx) => tx<{ sealed: Uint8Array }[]>`select sealed from vault.identity where reporter_id = ${reporterId}`,
  )
  return from !== undefined && row !== undefined && unseal(keys, row.sealed).email === from.address
}

type Said = { text: string; key: string }

/** The words, their files and the end of the message are one transaction: a message that is read again says nothing twice. */
async function say({ db, rules, now }: Taking, me: Self, { text, key }: Said, kept: Kept): Promise<Moved> {
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
    const { files } = await besideCase(tx, me)
    await attachTo(tx, key, moved.version, waitingFiles(files).map(({ id }) => id)) // biome-ignore format: one call
    return moved
  })
}
