import type { Readable } from 'node:stream'
import type { Tx } from '../db/database.ts'
import type { MediaType } from './sniff.ts'
import type { Store } from './store.ts'

/** Kept files, as far as the actor sees them. What a citizen sent has no name: screens number it. */

export type Kind = 'report' | 'reply' | 'before' | 'after' | 'answer'
export type Attachment = {
  id: number
  reportKey: string
  kind: Kind
  name: string | null
  mediaType: MediaType
  bytes: number
  /** Of the picture, or of the first page, in pixels. */
  width: number
  height: number
  pages: number | null
  eventN: number | null
  uploadedAt: Date
}

const hour = 3_600_000
// An hour before the job takes them, files of an unfiled draft are no longer shown: nobody files what is about to go.
const offered = 23 * hour

export const columns = (tx: Tx) =>
  tx`id, report_key, kind, name, media_type, bytes, width, height, pages, event_n, uploaded_at`

/** From here to the end of the transaction the actor holds the draft with this key, and with it the draft's files. */
export async function holdDraft(tx: Tx, reportKey: string): Promise<void> {
  await tx`select set_config('app.draft', ${reportKey}, true)`
}

/** The files of a draft that is not filed yet, for whoever has its key. */
export async function draftAttachments(tx: Tx, reportKey: string, now: Date): Promise<Attachment[]> {
  await holdDraft(tx, reportKey)
  return tx<Attachment[]>`
    select ${columns(tx)} from attachment
    where report_key = ${reportKey} and kind = 'report' and removed_at is null
      and uploaded_at > ${new Date(now.getTime() - offered)} order by id`
}

/** Takes a file out of a draft. The bytes go later.
 *  @returns whether there was one. */
export async function removeFromDraft(tx: Tx, reportKey: string, id: number, now: Date): Promise<boolean> {
  await holdDraft(tx, reportKey)
  const { count } = await tx`
    update attachment set removed_at = ${now}
    where id = ${id} and report_key = ${reportKey} and kind = 'report' and removed_at is null`
  return count === 1
}

/** All files of a report that the actor may see, oldest first. */
export async function attachmentsOf(tx: Tx, reportKey: string): Promise<Attachment[]> {
  return tx<Attachment[]>`
    select ${columns(tx)} from attachment where report_key = ${reportKey} and removed_at is null order by id`
}

/** The same by the report they belong to. */
export async function attachmentsOfReport(tx: Tx, reportId: number): Promise<Attachment[]> {
  return tx<Attachment[]>`
    select ${columns(tx)} from attachment
    where report_key = (select key from report where id = ${reportId}) and removed_at is null order by id`
}

export type Opened = { attachment: Attachment; body: Readable }

/** @returns null for what does not exist or is not for this actor.
 *  @throws if the row is there and its bytes are not. */
export async function openAttachment(
  tx: Tx,
  store: Store,
  id: number,
  as: 'file' | 'thumb' = 'file',
): Promise<Opened | null> {
  const [row] = await tx<(Attachment & { storageKey: string; thumbKey: string })[]>`
    select ${columns(tx)}, storage_key, thumb_key from attachment where id = ${id} and removed_at is null`
  if (!row) return null
  const { storageKey, thumbKey, ...attachment } = row
  return { attachment, body: await store.getStream(as === 'thumb' ? thumbKey : storageKey) }
}

/** Hangs uploaded files on the event that brings them, in the transaction that writes the event.
 *  @returns how many were hung; ids that are not the actor's to send are left alone. */
export async function attachTo(tx: Tx, reportKey: string, eventN: number, ids: readonly number[]): Promise<number> {
  if (ids.length === 0) return 0
  const { count } = await tx`
    update attachment set event_n = ${eventN}
    where id = any(${ids as number[]}::bigint[]) and report_key = ${reportKey} and event_n is null and kind <> 'report'`
  return count
}

/** Where a photo, or one that looks like it, stands besides. */
export type Reused = Readonly<{
  /** Reports that the actor may see. */
  references: readonly string[]
  /** As evidence on others. */
  elsewhere: boolean
  /** In the same report. */
  here: boolean
}>

/** Was this file, or a photo that looks like it, sent before? For staff.
 *  @param together what is sent with it: a photo is not before and after at once */
export async function reusedOn(tx: Tx, id: number, together: readonly number[] = []): Promise<Reused> {
  const rows = await tx<{ reference: string | null; here: boolean }[]>`
    select reference, here from reused_evidence(${id}, ${together as number[]}::bigint[])`
  const others = rows.filter(({ here }) => !here)
  const references = others.flatMap(({ reference }) => reference ?? [])
  return { references, elsewhere: references.length < others.length, here: others.length < rows.length }
}
