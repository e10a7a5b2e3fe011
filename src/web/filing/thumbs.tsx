import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import type { Attachment } from '../../attachment/read.ts'
import type { Messages } from '../messages.ts'
import { fileSize } from '../ui/format.ts'
import type { C } from './given.ts'

/** The files of a report that is not sent yet, as small pictures for whoever writes it.
 *  Their key travels in a cookie that only goes to where files are served. */

const cookie = 'draf'
const where = { path: '/lampiran', httpOnly: true, sameSite: 'Strict' } as const

export function openDraft(c: C, key: string, files: readonly Attachment[]): void {
  if (files.length === 0) return
  const secure = c.var.deps.site.publicUrl.startsWith('https:')
  setCookie(c, cookie, key, { ...where, secure, maxAge: 3600 })
}

export const closeDraft = (c: C) => void deleteCookie(c, cookie, where)

/** The key of the draft that this browser writes, for its pictures alone. */
export const draftOf = (c: C): string | undefined => z.uuid().safeParse(getCookie(c, cookie)).data

export const about = (t: Messages, { pages, mediaType, bytes }: Attachment) =>
  [
    pages === null ? mediaType.replace(/^(image|text)\//, '').toUpperCase() : t.citizen.filing.pages(pages),
    fileSize(bytes, t),
  ].join(' · ')

export const Thumb = ({ t, id, n }: { t: Messages; id: number; n: number }) => (
  <img src={`/lampiran/${id}/kecil`} alt={t.citizen.filing.picture(n)} width="72" height="72" />
)
