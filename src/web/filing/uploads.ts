import { type Attachment, draftAttachments, removeFromDraft } from '../../attachment/read.ts'
import { withActor } from '../../db/actor.ts'
import { addressOf } from '../address.ts'
import { perSite } from '../citizen/per-site.ts'
import { keepAll } from '../files/keep.ts'
import { slidingWindow } from '../window.ts'
import type { C } from './given.ts'

/** Photos and files of a report that is being written: kept at once, shown again, taken out. */

const nobody = { kind: 'public' } as const
/** Many phones share one address of their network, so this is not small. */
const draftsAnHour = 60
const uploads = perSite(() => slidingWindow(draftsAnHour, 3_600_000))

export type Kept = { problem?: string; throttled: boolean }

/** Keeps what was sent with the form, one after the other.
 *  @returns words about what could not be kept. */
export async function keepFiles(c: C, key: string, files: readonly File[]): Promise<Kept> {
  if (files.length === 0) return { throttled: false }
  const { deps, t } = c.var
  if (!uploads(deps)(addressOf(c), key, deps.now())) return { throttled: true, problem: t.errors['file.throttled'] }
  const { problem } = await keepAll(c, files, { actor: nobody, kind: 'report', reportKey: key })
  return { throttled: false, ...(problem ? { problem } : {}) }
}

export const filesOf = ({ var: { deps } }: C, key: string): Promise<Attachment[]> =>
  withActor(deps.db, nobody, (tx) => draftAttachments(tx, key, deps.now()))

export async function removeFile({ var: { deps } }: C, key: string, id: string): Promise<void> {
  if (/^\d{1,15}$/.test(id)) await withActor(deps.db, nobody, (tx) => removeFromDraft(tx, key, Number(id), deps.now()))
}
