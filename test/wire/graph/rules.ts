import { faults, type Refusal } from './faults.ts'
import type { World } from './graph.ts'

/** What Meta's documents allow to be sent, and how it refuses the rest. */

const day = 24 * 3_600_000
type Body = Readonly<Record<string, unknown>>
type Reply = { title: string; payload: string }
type Messaging = Readonly<{
  recipient?: { id?: string; comment_id?: string; post_id?: string }
  messaging_type?: string
  tag?: string
  message?: { text?: string; quick_replies?: Reply[] }
}>

export function onMessenger(world: World, body: Body): Refusal | undefined {
  const { recipient = {}, messaging_type: type, tag, message = {} } = body as Messaging
  if ((message.text ?? '').length > 2000) return faults.long
  if (message.quick_replies?.some(({ title }) => title.length > 20)) return faults.title
  if (recipient.id !== undefined) {
    if (world.silent.has(recipient.id)) return faults.silent
    const silence = world.now().getTime() - (world.heard.get(recipient.id)?.getTime() ?? 0)
    const span = type === 'MESSAGE_TAG' && tag === 'HUMAN_AGENT' ? 7 * day : type === 'RESPONSE' ? day : 0
    return silence > span ? faults.window : undefined
  }
  const post = recipient.comment_id ?? recipient.post_id ?? ''
  if (world.invited.has(post)) return faults.again
  world.invited.add(post)
  return undefined
}

type Interactive = {
  type?: string
  body?: { text?: string }
  action?: {
    button?: string
    buttons?: { reply: { id: string; title: string } }[]
    sections?: { rows: { title: string }[] }[]
  }
}

export function onWhatsApp(world: World, body: Body): Refusal | undefined {
  if (body.messaging_product !== 'whatsapp') return faults.shape
  const to = String(body.to ?? body.recipient ?? '')
  if (world.silent.has(to)) return { status: 400, error: { ...faults.shape.error, code: 131_026 } }
  if (body.type === 'template') return badTemplate(body.template) ? faults.template : undefined
  const silence = world.now().getTime() - (world.heard.get(to)?.getTime() ?? 0)
  if (silence > day) return faults.reengage
  const { body: text } = (body.text ?? {}) as { body?: string }
  if (body.type === 'text') return text && text.length <= 4096 ? undefined : faults.shape
  return body.type === 'interactive' && isGood(body.interactive as Interactive) ? undefined : faults.shape
}

function isGood({ type, body, action }: Interactive): boolean {
  const length = body?.text?.length ?? 0
  const buttons = action?.buttons ?? []
  const rows = action?.sections?.flatMap((section) => section.rows) ?? []
  const unique = new Set(buttons.map(({ reply }) => reply.title)).size === buttons.length
  if (type === 'button')
    return (
      length <= 1024 &&
      buttons.length >= 1 &&
      buttons.length <= 3 &&
      unique &&
      buttons.every(({ reply }) => reply.title.length <= 20)
    )
  const label = action?.button?.length ?? 0
  return (
    length <= 4096 &&
    label > 0 &&
    label <= 20 &&
    rows.length >= 1 &&
    rows.length <= 10 &&
    rows.every(({ title }) => title.length <= 24)
  )
}

function badTemplate(template: unknown): boolean {
  const { components } = template as { components: { parameters: { text: string }[] }[] }
  return components.some(({ parameters }) =>
    parameters.some(({ text }) => /[\n\t]| {5}/.test(text) || text.length > 1024),
  )
}
