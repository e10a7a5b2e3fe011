import type { Tx } from '../db/database.ts'
import { shortDateIn } from '../notice/date.ts'
import { type Keys, sealJson } from '../person/seal.ts'
import type { Receipt } from '../report/file.ts'
import { showReference } from '../report/reference.ts'
import type { Channel } from '../report/report.ts'
import { accountHash } from './hearing.ts'
import { type MessengerName, messengers, type Said } from './messenger.ts'
import { spoken } from './words.ts'

/** A report that a person of ours wrote down from somebody's message: its author is known by their account, and told. */

export const isTalk = (channel: Channel): channel is MessengerName =>
  (messengers as readonly Channel[]).includes(channel)

export const accountOf = (keys: Keys, name: MessengerName, { from }: Said) => ({
  service: name,
  id: from.id,
  called: from.name,
  contact: accountHash(keys, name, from.id),
})

type By = Readonly<{ keys: Keys; service: string; site: string; now: Date }>
type From = Readonly<{ inboxId: number; name: MessengerName; said: Said }>

/** What its author writes on goes to the report, and the number goes to them. */
export async function tellAuthor(tx: Tx, by: By, { inboxId, name, said }: From, filed: Receipt): Promise<void> {
  const { keys, service, site, now } = by
  const { contact } = accountOf(keys, name, said)
  const open = said.reach === 'public'
  const date = shortDateIn(filed.verifyDue, 'id', 'Asia/Jakarta')
  const words = spoken(['received'], 'id', { ref: showReference(filed.reference), date, service, site })
  const sealed = sealJson(keys, { to: open ? said.id : said.from.id, person: said.from.id, ...words })
  await tx`select keep_post(${name}, ${said.id}, ${said.thread}, ${contact}, ${filed.reportId}, ${filed.reporterId}, 1, ${open})`
  await tx`select answer_talk(${inboxId}, ${name}, ${contact}, 'received', ${sealed}, ${open ? 'invited' : 'private'}, ${now})`
}
