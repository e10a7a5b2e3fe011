import { z } from 'zod'
import { lengthIn, longest } from '../../../notice/limits.ts'
import { type Medium, type Messenger, mostBytes } from '../../../talk/messenger.ts'
import type { Wire } from '../facebook.ts'
import { isNumber } from '../graph.ts'
import { kept, noise } from '../kept.ts'
import { bytesOf } from '../page.ts'
import { toldOf } from '../told.ts'
import { readStatus, readWhatsApp } from './read.ts'
import { type Template, whatsappSend } from './send.ts'

/** Our number on WhatsApp. */

/** @param number the id that Meta has for our number */
export function whatsapp(wire: Wire, number: string, template?: Template): Messenger {
  return {
    name: 'whatsapp',
    longest: longest.whatsapp,
    lengthOf: (text) => lengthIn('whatsapp', text),
    read: async (event) => {
      const one = kept.parse(event)
      if (one.part === 'status') return readStatus(one)
      return one.part === 'whatsapp' ? readWhatsApp(one) : noise(one.part)
    },
    send: whatsappSend(wire, number, template),
    fetch: (medium) => file(wire, medium),
    hide: async () => false,
  }
}

const address = z.object({ url: z.string(), file_size: z.coerce.number().optional() })
/** Where Meta keeps files. Nobody else gets the token, whatever an answer says. */
const storage = /\.(fbsbx\.com|fbcdn\.net|facebook\.com|whatsapp\.net)$/

/** Two steps: where it is (for five minutes), and then the file itself, both with the token. @throws to be asked again later */
async function file({ graph, fetch, allow }: Wire, { ref }: Medium): Promise<Uint8Array | undefined> {
  if (!isNumber(ref)) return undefined
  const answer = await graph.get(ref)
  if (!answer.ok) {
    const told = toldOf(answer.fault)
    if (told.reason === 'later') throw new Error(`a file of WhatsApp is not told: ${told.answer}`)
    return undefined
  }
  const { data } = address.safeParse(answer.body)
  const url = URL.parse(data?.url ?? '')
  if (!data || !url || Number(data.file_size ?? 0) > mostBytes) return undefined
  const isMeta = (url.protocol === 'https:' && storage.test(url.hostname)) || allow.includes(url.origin)
  if (!isMeta) return undefined
  return bytesOf(await fetch(url.href, { mostBytes, allow, headers: { authorization: `Bearer ${graph.token}` } }))
}
