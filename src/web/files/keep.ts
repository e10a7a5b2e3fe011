import type { Context } from 'hono'
import type { AppEnv } from '../../app.ts'
import { keepUpload, mostBytes, type Refusal } from '../../attachment/keep.ts'
import type { Kind } from '../../attachment/read.ts'
import { cleanName } from '../../attachment/serve.ts'
import type { Actor } from '../../db/actor.ts'
import type { Messages } from '../messages.ts'
import { fileSize } from '../ui/format.ts'

/** Files of a form: kept one after the other, with words about those that could not be. */

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

export type Brought = Readonly<{ ids: readonly number[]; problem?: string }>
type To = Readonly<{ actor: Actor; kind: Kind; reportKey: string }>

/** @returns the keys of what was kept, and words about what was not. At most ten are looked at. */
export async function keepAll(
  c: Context<AppEnv>,
  files: readonly File[],
  { actor, kind, reportKey }: To,
): Promise<Brought> {
  const { deps, t, requestId } = c.var
  const ids: number[] = []
  const problems = new Set<string>()
  for (const file of files.slice(0, 10)) {
    const bytes = file.size > mostBytes ? new Uint8Array(mostBytes + 1) : await file.bytes()
    const kept = await keepUpload(deps, actor, { reportKey, kind, name: file.name, bytes, now: deps.now() })
    if (kept.ok) ids.push(kept.attachment.id)
    else problems.add(refused[kept.refusal](t, `“${cleanName(file.name) ?? t.citizen.filing.file(1)}”`, file.size))
    if (!kept.ok && kept.cause !== undefined)
      deps.log({ level: 'error', message: 'a file was not kept', requestId, reason: kept.cause })
  }
  return { ids, ...(problems.size > 0 ? { problem: [...problems].join(' ') } : {}) }
}
