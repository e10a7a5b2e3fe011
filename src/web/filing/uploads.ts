import { keepUpload, mostBytes, type Refusal } from '../../attachment/keep.ts'
import { type Attachment, draftAttachments, removeFromDraft } from '../../attachment/read.ts'
import { cleanName } from '../../attachment/serve.ts'
import { withActor } from '../../db/actor.ts'
import { addressOf } from '../address.ts'
import { perSite } from '../citizen/per-site.ts'
import type { Messages } from '../messages.ts'
import { fileSize } from '../ui/format.ts'
import { slidingWindow } from '../window.ts'
import type { C } from './given.ts'

/** Photos and files of a report that is being written: kept at once, shown again, taken out. */

const nobody = { kind: 'public' } as const
/** Many phones share one address of their network, so this is not small. */
const draftsAnHour = 60
const uploads = perSite(() => slidingWindow(draftsAnHour, 3_600_000))

type Said = (t: Messages, file: string, bytes: number) => string
const refused: Readonly<Record<Refusal, Said>> = {
  type: (t, file) => t.problems.fileType({ file }),
  broken: (t, file) => t.problems.fileBroken({ file }),
  locked: (t, file) => t.problems.fileLocked({ file }),
  tooManyPages: (t, file) => t.problems.filePages({ file }),
  tooManyPixels: (t, file) => t.problems.filePixels({ file }),
  closed: (t, file) => t.problems.fileClosed({ file }),
  unavailable: (t, file) => t.problems.fileUnavailable({ file }),
  busy: (t, file) => t.problems.fileBusy({ file }),
  tooMany: (t) => t.errors['file.tooMany'],
  tooLarge: (t, file, bytes) =>
    t.problems.fileTooLarge({ file, size: fileSize(bytes, t), most: fileSize(mostBytes, t) }),
}

export type Kept = { problem?: string; throttled: boolean }

/** Keeps what was sent with the form, one after the other.
 *  @returns words about what could not be kept. */
export async function keepFiles(c: C, key: string, files: readonly File[]): Promise<Kept> {
  if (files.length === 0) return { throttled: false }
  const { deps, t } = c.var
  if (!uploads(deps)(addressOf(c), key, deps.now())) return { throttled: true, problem: t.errors['file.throttled'] }
  const problems = new Set<string>()
  for (const file of files.slice(0, 10)) {
    const problem = await keepOne(c, key, file)
    if (problem) problems.add(problem)
  }
  return { throttled: false, ...(problems.size > 0 ? { problem: [...problems].join(' ') } : {}) }
}

async function keepOne(c: C, reportKey: string, file: File): Promise<string | undefined> {
  const { deps, t, requestId } = c.var
  const bytes = file.size > mostBytes ? new Uint8Array(mostBytes + 1) : await file.bytes()
  const upload = { reportKey, kind: 'report', name: file.name, bytes, now: deps.now() } as const
  const kept = await keepUpload(deps, nobody, upload)
  if (kept.ok) return undefined
  if (kept.cause !== undefined)
    deps.log({ level: 'error', message: 'a file was not kept', requestId, reason: kept.cause })
  return refused[kept.refusal](t, `“${cleanName(file.name) ?? t.citizen.filing.file(1)}”`, file.size)
}

export const filesOf = ({ var: { deps } }: C, key: string): Promise<Attachment[]> =>
  withActor(deps.db, nobody, (tx) => draftAttachments(tx, key, deps.now()))

export async function removeFile({ var: { deps } }: C, key: string, id: string): Promise<void> {
  if (/^\d{1,15}$/.test(id)) await withActor(deps.db, nobody, (tx) => removeFromDraft(tx, key, Number(id), deps.now()))
}
