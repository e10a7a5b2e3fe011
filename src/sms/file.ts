import { remembered } from '../agency/remember.ts'
import { rulesFor } from '../agency/rulebook.ts'
import { withActor } from '../db/actor.ts'
import type { Outcome } from '../inbox/read.ts'
import { rootOf } from '../mail/take.ts'
import { draft } from '../report/draft.ts'
import { fileReport } from '../report/file.ts'
import { newCode } from './code.ts'
import type { Heard } from './heard.ts'
import { agencyIn, type Known, type NameBook, nameBook } from './named.ts'
import type { Own } from './own.ts'
import { wordsAgain } from './part/gather.ts'

/** A short message becomes a report, addressed to the agency that it names first. */

export async function fileMessage({ taking, names, kept, number }: Heard, text: string, key: string): Promise<Outcome> {
  const { db, keys, intake } = taking
  const addresseeId = agencyIn(await names(), text)
  const read = draft.safeParse({
    text,
    readers: 'public',
    reach: 'phone',
    phone: number,
    consent: true,
    addresseeId: addresseeId ?? '',
  })
  if (!read.success) return { outcome: 'parked', reason: 'not-a-report' }
  const [book, root] = await Promise.all([taking.rules(), rootOf(db)])
  const place = { rules: rulesFor(book, root.areaCode), holder: root, channel: kept.channel, language: 'id' } as const
  const filed = await fileReport({ intake, keys, ...place }, read.data, key, kept.receivedAt)
  return filed.ok ? { outcome: 'report', reportId: filed.reportId } : { outcome: 'parked', reason: filed.refusal }
}

/** How the agencies are called, remembered: thousands of names are not looked at anew for each message. */
export const names = ({ db, now }: Pick<Heard['taking'], 'db' | 'now'>): (() => Promise<NameBook>) =>
  remembered(async () => {
    const agencies = await withActor(
      db,
      { kind: 'public' },
      (tx) => tx<Known[]>`select id, name, short_name from agency where active`,
    )
    return nameBook(agencies)
  }, now)

const day = 24 * 3_600_000

/** The message whose sender was asked whether it is a report, if the code is right. */
export async function lastMessage(
  { taking, contact }: Heard,
  code: string | undefined,
  mine: readonly Own[],
): Promise<string | undefined> {
  const { db, keys, now } = taking
  const [last] = await withActor(
    db,
    { kind: 'system' },
    (tx) => tx<{ inboxId: number; kind: string }[]>`
      select r.inbox_id, r.kind from reply r
      where r.contact = ${contact} and r.kind in ('notAnonymous', 'newOrNot') and r.created_at > ${new Date(now().getTime() - day)}
      order by r.id desc limit 1`,
  )
  if (!last || code === undefined) return undefined
  const right = last.kind === 'newOrNot' ? mine.some((own) => own.code === code) : newCode(keys, last.inboxId) === code
  return right ? wordsAgain({ db, keys }, last.inboxId) : undefined
}
