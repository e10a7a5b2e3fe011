import { z } from 'zod'
import { type Medium, mostBytes } from '../../talk/messenger.ts'
import type { Fetch } from '../fetch/fetch.ts'
import { ask, type Bot } from './ask.ts'

/** A file that somebody sent: Telegram is asked where it lies, and it is fetched from there. */

const place = z.object({ file_path: z.string().min(1).max(1000), file_size: z.number().optional().catch(undefined) })

/** A path of Telegram's own, and none that leads out of the folder of files or onto a disk. */
const isInside = (path: string) => /^[\w.-]+(\/[\w.-]+)*$/.test(path) && !path.split('/').includes('..')

/** @returns nothing for what Telegram does not hand out (more than 20 MB, gone) or is more than we keep.
 *  @throws when it may be had another time */
export async function fetchFile(
  bot: Bot,
  fetch: Fetch,
  allow: readonly string[],
  { ref }: Medium,
): Promise<Uint8Array | undefined> {
  const asked = await ask(bot, 'getFile', { file_id: ref })
  if (!asked.ok) {
    if (asked.code === 400 && !/temporarily/i.test(asked.description)) return undefined
    throw new Error(`Telegram did not say where a file is: ${asked.code}`)
  }
  const { data } = place.safeParse(asked.result)
  if (!data || (data.file_size ?? 0) > mostBytes || !isInside(data.file_path)) return undefined
  const url = `${bot.apiUrl.replace(/\/$/, '')}/file/bot${bot.token}/${data.file_path}`
  return bytesOf(await fetch(url, { mostBytes, allow }))
}

function bytesOf(fetched: Awaited<ReturnType<Fetch>>): Uint8Array | undefined {
  if (!fetched.ok) {
    if (fetched.reason === 'unreachable') throw new Error('Telegram did not hand out a file')
    return undefined
  }
  if (fetched.status === 200) return fetched.bytes
  if (fetched.status === 400 || fetched.status === 404 || fetched.status === 410) return undefined
  throw new Error(`Telegram did not hand out a file: ${fetched.status}`)
}
