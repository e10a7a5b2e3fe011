import { attachTo } from '../attachment/read.ts'
import { attempt } from '../db/actor.ts'
import type { Tx } from '../db/database.ts'
import type { Outcome } from '../inbox/read.ts'
import { enclose } from '../mail/enclosure/keep.ts'
import { moveFor } from '../mail/move-for.ts'
import { shortDateIn } from '../notice/date.ts'
import { remarksIn } from '../notice/words/remarks.ts'
import { shorten } from '../report/input.ts'
import { type Moved, move, type Request } from '../report/move.ts'
import { besideCase, waitingFiles } from '../report/read/reporter-files.ts'
import { type Self, selfOf } from '../report/read/self.ts'
import { showReference } from '../report/reference.ts'
import type { Own } from '../sms/own.ts'
import { type Answer, end } from './answer.ts'
import { Meanwhile } from './heard/in-turn.ts'
import type { Turn } from './heard/turn.ts'
import { written } from './heard/written.ts'
import { type Hearing, isOneOfMany, waited } from './hearing.ts'
import { enclosures } from './media.ts'

/** Words, photos and a place for the report that is being talked about: all of it and the end of the message in one transaction. */

/** @returns `refused` when the report takes no words any more: they are heard as new. */
export async function add(h: Hearing, own: Own, turn: Turn): Promise<Outcome | 'refused' | undefined> {
  const { taking, said, messenger } = h
  const me = await selfOf(taking.db, own.reporterId)
  const name = me && moveFor(own)
  if (!me || !name) return 'refused'
  const leftOut = await filesFor(h, me)
  const remarks = remarksIn(own.language)
  const { text, pin } = written(remarks, [said], leftOut)
  const place = turn.state === 'place' && !pin ? shorten(h.text, 300) : (pin?.label ?? '')
  const where = { place, ...(pin ? { latitude: pin.latitude, longitude: pin.longitude } : {}) }
  const book = await taking.rules()
  const moved = await attempt(taking.db, me.actor, async (tx): Promise<Moved> => {
    const [report] = await tx<{ reference: string }[]>`select reference from report where id = ${me.reportId}`
    if (!report) return { ok: false, refusal: 'not-found' }
    const ending = {
      outcome: { outcome: 'reply', reportId: me.reportId },
      next: { lacks: turn.lacks, about: own.reporterId, last: turn.state === 'after' ? h.kept.id : null },
      answer: answerTo(h, own, turn),
    } as const
    if (!(await end(tx, h, ending))) return { ok: true, version: 0 }
    const who = { kind: 'reporter', reporterId: me.reporterId } as const
    const request = { reference: report.reference, name, input: { text: text || remarks.cut, where } }
    const done = await move(tx, book, who, request as Request<'reply'>, taking.now())
    if (!done.ok) return done
    await attachFiles(tx, me, done.version)
    await tx`select keep_post(${messenger.name}, ${said.id}, ${said.thread}, ${h.contact}, ${me.reportId}, ${me.reporterId}, ${done.version}, ${said.reach === 'public'})`
    return done
  })
  if (moved.ok) return undefined
  if (moved.refusal === 'conflict') throw new Meanwhile('the report moved meanwhile')
  return 'refused'
}

/** @returns how many were left out. */
async function filesFor(h: Hearing, me: Self): Promise<number> {
  const files = await enclosures(h.messenger, [h.said], waited(h))
  if (files.length === 0) return 0
  const { key } = await attempt(
    h.taking.db,
    me.actor,
    async (tx) => ({ ok: true, ...(await besideCase(tx, me)) }) as const,
  )
  return (await enclose(h.taking, me.actor, files, { reportKey: key, kind: 'reply' }, h.taking.now())).length
}

async function attachFiles(tx: Tx, me: Self, version: number): Promise<void> {
  const { files, key } = await besideCase(tx, me)
  await attachTo(tx, key, version, waitingFiles(files).map(({ id }) => id)) // biome-ignore format: one call
}

function answerTo(h: Hearing, own: Own, { state, lacks }: Turn): Answer | undefined {
  const { said } = h
  if (said.reach === 'public' || state === 'thread') return undefined
  if (state !== 'waiting' && isOneOfMany(h) && lacks.length === h.standing.lacks.length) return undefined
  const facts = {
    ref: showReference(own.reference),
    agency: own.holder,
    ...(own.dueAt ? { date: shortDateIn(own.dueAt, own.language, 'Asia/Jakarta') } : {}),
  }
  if (state === 'waiting') return { kinds: [own.status === 'incomplete' && facts.date ? 'completed' : 'noted'], facts }
  if (state === 'after') return { kinds: ['added', 'other'], facts }
  return { kinds: lacks[0] ? ['added', lacks[0]] : ['enough'], facts }
}
