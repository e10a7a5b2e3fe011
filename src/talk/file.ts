import { rulesFor } from '../agency/rulebook.ts'
import { withActor } from '../db/actor.ts'
import type { Outcome } from '../inbox/read.ts'
import { enclose } from '../mail/enclosure/keep.ts'
import { reportKeyOf, rootOf } from '../mail/take.ts'
import { shortDateIn } from '../notice/date.ts'
import { draft } from '../report/draft.ts'
import { fileReport, type Receipt } from '../report/file.ts'
import { showReference } from '../report/reference.ts'
import { agencyIn } from '../sms/named.ts'
import { saidBefore } from '../sms/standing.ts'
import { type Answer, end } from './answer.ts'
import { languageOf, remarksFor } from './heard/language.ts'
import type { Fact } from './heard/turn.ts'
import { written } from './heard/written.ts'
import { type Hearing, waited } from './hearing.ts'
import { enclosures } from './media.ts'
import type { Said } from './messenger.ts'

/** A message becomes a report, with what was held for it. */

/** @param words the messages that it is made of: those that were held, and the last
 *  @param lacks what is asked for next */
export async function file(h: Hearing, words: readonly Said[], lacks: readonly Fact[]): Promise<Outcome | undefined> {
  const { taking, kept, contact } = h
  const key = reportKeyOf(kept.key)
  const leftOut = await enclose(
    taking,
    { kind: 'public' },
    await enclosures(h.messenger, words, waited(h)),
    { reportKey: key, kind: 'report' },
    taking.now(),
  )
  const { text, pin } = written(remarksFor(h), words, leftOut.length)
  const before = await withActor(taking.db, { kind: 'system' }, (tx) =>
    saidBefore(tx, contact, { text, key }, taking.now()),
  )
  if (before !== undefined) return again(h, before)
  const read = draft.safeParse({
    text,
    readers: 'public',
    reach: 'none',
    place: pin?.label ?? '',
    addresseeId: agencyIn(await h.names(), text) ?? '',
  })
  if (!read.success) return { outcome: 'parked', reason: 'not-a-report' }
  const [book, root] = await Promise.all([taking.rules(), rootOf(taking.db)])
  const place = {
    rules: rulesFor(book, root.areaCode),
    holder: root,
    channel: kept.channel,
    language: languageOf(h),
  } as const
  const account = { service: h.messenger.name, id: h.said.from.id, called: h.said.from.name, contact }
  const filer = { intake: taking.intake, keys: taking.keys, ...place, account, ...(pin ? { pin } : {}) }
  const filed = await fileReport(filer, read.data, key, kept.receivedAt)
  if (!filed.ok) return { outcome: 'parked', reason: filed.refusal }
  await filedAs(h, words, filed, lacks)
  return undefined
}

async function filedAs(h: Hearing, words: readonly Said[], filed: Receipt, lacks: readonly Fact[]): Promise<void> {
  const { taking, said, standing, contact, messenger } = h
  const { reportId, reporterId } = filed
  const date = shortDateIn(filed.verifyDue, languageOf(h), 'Asia/Jakarta')
  const answer: Answer = {
    kinds: ['received', ...lacks.slice(0, 1)],
    facts: { ref: showReference(filed.reference), date },
    invited: said.reach === 'public',
  }
  const next = { lacks, about: reporterId, held: [], last: null }
  await withActor(taking.db, { kind: 'system' }, async (tx) => {
    if (!(await end(tx, h, { outcome: { outcome: 'report', reportId }, next, answer }))) return
    const taken = [...standing.held, ...(words.includes(said) || standing.last === null ? [] : [standing.last])]
    if (taken.length > 0) await tx`select messages_taken(${taken}, ${reportId}, ${taking.now()})`
    for (const one of words)
      await tx`select keep_post(${messenger.name}, ${one.id}, ${one.thread}, ${contact}, ${reportId}, ${reporterId}, 1, ${one.reach === 'public'})`
  })
}

/** The same words again today are no second report. */
async function again(h: Hearing, reference: string): Promise<undefined> {
  const answer: Answer | undefined =
    h.said.reach === 'private' ? { kinds: ['again'], facts: { ref: showReference(reference) } } : undefined
  await withActor(h.taking.db, { kind: 'system' }, (tx) => end(tx, h, { outcome: { outcome: 'command' }, answer }))
}
