import { z } from 'zod'
import type { Entry, Found } from '../entry.ts'
import { accountId, id, moment, perhaps, those } from '../kept.ts'

/** Messages and states of messages out of a delivery of WhatsApp. Pure. */

const message = z.looseObject({
  id: perhaps(id),
  from: perhaps(id),
  from_user_id: perhaps(id),
  timestamp: perhaps(moment),
  type: perhaps(z.string()),
})
const status = z.looseObject({ id, status: z.string(), timestamp: perhaps(moment) })
const contact = z.looseObject({ wa_id: perhaps(id), user_id: perhaps(id) })
const value = z.object({
  metadata: perhaps(z.object({ phone_number_id: accountId })),
  contacts: those(contact),
  messages: those(message),
  statuses: those(status),
})

const said = new Set(['delivered', 'read', 'failed'])
/** Hearts, and news of WhatsApp about a number, are not words. */
const wordless = new Set(['reaction', 'system', 'request_welcome'])

export const whatsappEvents = (entry: Entry): Found[] =>
  entry.changes.flatMap(({ field, value: told }) => {
    const read = value.safeParse(told)
    if (field !== 'messages' || !read.success) return []
    const { metadata, contacts, messages, statuses } = read.data
    const account = metadata?.phone_number_id ?? entry.id
    const about = ({ from, from_user_id: user }: z.infer<typeof message>) =>
      contacts.find(({ wa_id, user_id }) => (user && user_id === user) || (from && wa_id === from))
    return [
      ...messages
        .filter(({ type }) => !wordless.has(type ?? ''))
        .map(
          (event): Found => ({
            part: 'whatsapp',
            account,
            event,
            contact: about(event),
            key: [event.type, event.id],
            at: event.timestamp,
          }),
        ),
      ...statuses
        .filter(({ status }) => said.has(status))
        .map(
          (event): Found => ({ part: 'status', account, event, key: [event.status, event.id], at: event.timestamp }),
        ),
    ]
  })
