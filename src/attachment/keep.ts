import { createHash, randomBytes } from 'node:crypto'
import { type Actor, attempt, withActor } from '../db/actor.ts'
import type { Db, Tx } from '../db/database.ts'
import { isCard } from './card.ts'
import type { Drawn } from './decode/frame.ts'
import { type Attachment, columns, holdDraft, type Kind } from './read.ts'
import type { Reencode, Reencoded } from './reencode.ts'
import { cleanName } from './serve.ts'
import { sniff } from './sniff.ts'
import { newKey, type Store } from './store.ts'

/** Takes one upload in: looked at, drawn anew, on disk, then in the table; only after that is it said to be kept. */

export const mostFiles = 5
export const mostBytes = 10_000_000

export type Upload = { reportKey: string; kind: Kind; name: string; bytes: Uint8Array; now: Date }
export type Keeping = { db: Db; store: Store; reencode: Reencode }

/** Who works on a report shows photos and papers; cards come with letters. */
const bySender: readonly Kind[] = ['report', 'reply']

type Unread = Extract<Reencoded, { ok: false }>['refusal']
export type Refusal = Unread | 'tooLarge' | 'tooMany' | 'closed' | 'unavailable'
export type Kept = { ok: true; attachment: Attachment } | { ok: false; refusal: Refusal; cause?: unknown }
type Verdict = { ok: true } | { ok: false; refusal: Refusal }

const refuse = (refusal: Refusal) => ({ ok: false, refusal }) as const

/** May one more be added? What belongs to an event already is not counted: every reply has its own five. */
async function mayAdd(tx: Tx, { reportKey, kind }: Upload): Promise<Verdict> {
  if (kind === 'report') await holdDraft(tx, reportKey)
  const [found] = await tx<{ open: boolean; files: number }[]>`
    select internal.may_attach(${kind}, ${reportKey}) as open, (
      select count(*)::int from attachment
      where report_key = ${reportKey} and kind = ${kind} and event_n is null and removed_at is null) as files`
  if (!found?.open) return refuse('closed')
  return found.files < mostFiles ? { ok: true } : refuse('tooMany')
}

type Places = { storageKey: string; thumbKey: string }

async function insert(tx: Tx, actor: Actor, upload: Upload, drawn: Drawn, places: Places): Promise<Kept> {
  const { reportKey, kind, now } = upload
  await tx`select pg_advisory_xact_lock(hashtextextended(${reportKey + kind}, 0))`
  const verdict = await mayAdd(tx, upload)
  if (!verdict.ok) return verdict
  const [attachment] = await tx<Attachment[]>`insert into attachment ${tx({
    reportKey,
    kind,
    ...places,
    mediaType: drawn.mediaType,
    bytes: drawn.file.length,
    width: drawn.width,
    height: drawn.height,
    pages: drawn.pages,
    sha256: createHash('sha256').update(upload.bytes).digest(),
    phash: drawn.phash === null ? null : String(drawn.phash),
    name: kind === 'report' || kind === 'reply' ? null : cleanName(upload.name),
    byPerson: actor.kind === 'staff' ? actor.personId : null,
    byReporter: actor.kind === 'reporter' ? actor.reporterId : null,
    uploadedAt: now,
  })} returning ${columns(tx)}`
  if (!attachment) throw new Error('the row was not returned')
  return { ok: true, attachment }
}

/** Keeps one file of a draft, a reply, a visit or an answer. Opens its own two short transactions, for drawing takes
 *  seconds and no connection should wait for it. At most 10 MB a file, 5 files a draft or event. */
export async function keepUpload({ db, store, reencode }: Keeping, actor: Actor, upload: Upload): Promise<Kept> {
  if (upload.bytes.length > mostBytes) return refuse('tooLarge')
  if (upload.bytes.length === 0) return refuse('broken')
  const type = sniff(upload.bytes)
  if (!type || (isCard(type) && !bySender.includes(upload.kind))) return refuse('type')
  const verdict = await withActor(db, actor, (tx) => mayAdd(tx, upload))
  if (!verdict.ok) return verdict
  const drawn = await reencode(upload.bytes)
  if (!drawn.ok) return drawn
  const storageKey = newKey(upload.now, randomBytes(16))
  const places = { storageKey, thumbKey: `${storageKey}-s` }
  try {
    await store.put(places.storageKey, drawn.file, { contentType: drawn.mediaType })
    await store.put(places.thumbKey, drawn.thumb, { contentType: 'image/webp' })
  } catch (cause) {
    return { ok: false, refusal: 'unavailable', cause }
  }
  // If this throws, nobody knows whether the row is there: the bytes stay until the nightly look for strays.
  return attempt(db, actor, (tx) => insert(tx, actor, upload, drawn, places))
}
