import { z } from 'zod'
import { longestInForm } from '../../../notice/limits.ts'
import { shorten } from '../../../report/input.ts'
import type { Messenger, Out, Told } from '../../../talk/messenger.ts'
import type { Wire } from '../facebook.ts'
import { closed, refused, silence, windowOf } from '../page.ts'
import { toldOf } from '../told.ts'

/** What leaves on WhatsApp: words with buttons while the talk is open, a template of ours after a day. */

/** As it was approved: its body has one place for words. */
export type Template = Readonly<{ name: string; language: string }>

const mostButtons = 3
const longestWithButtons = 1024
const mostRows = 10

export const whatsappSend =
  ({ graph, now }: Wire, number: string, template: Template | undefined): Messenger['send'] =>
  async (out) => {
    if (out.way !== 'private') return refused('nothing is public on WhatsApp')
    const isOpen = silence(out.heardAt, now()) <= windowOf.day
    if (!isOpen && !template) return closed('not heard for a day')
    const body = isOpen || !template ? openly(out) : templated(template, out.text)
    return sent(await graph.post(`${number}/messages`, { messaging_product: 'whatsapp', ...receiver(out.to), ...body }))
  }

/** People with a name instead of a number are reached by their number at our business. */
const receiver = (to: string) => (/^\d{5,20}$/.test(to) ? { recipient_type: 'individual', to } : { recipient: to })

const answered = z.object({ messages: z.array(z.object({ id: z.string() })).nonempty() })

function sent(answer: Awaited<ReturnType<Wire['graph']['post']>>): Told {
  if (!answer.ok) return toldOf(answer.fault)
  const id = answered.safeParse(answer.body).data?.messages[0]?.id
  return { ok: true, ...(id === undefined ? {} : { id }) }
}

function openly(out: Out): object {
  const { text, buttons } = out
  if (buttons.length === 0) return { type: 'text', text: { body: text, preview_url: false } }
  const isShort = buttons.length <= mostButtons && text.length <= longestWithButtons
  return { type: 'interactive', interactive: isShort ? withButtons(out) : withList(out) }
}

const withButtons = ({ text, buttons }: Out) => ({
  type: 'button',
  body: { text },
  action: {
    buttons: buttons.map(({ carries, title }) => ({
      type: 'reply',
      reply: { id: carries, title: shorten(title, 20) },
    })),
  },
})

/** More buttons, or longer words, than buttons may have. */
const withList = ({ text, buttons, language }: Out) => ({
  type: 'list',
  body: { text },
  action: {
    button: { id: 'Pilih', en: 'Choose' }[language],
    sections: [
      { rows: buttons.slice(0, mostRows).map(({ carries, title }) => ({ id: carries, title: shorten(title, 24) })) },
    ],
  },
})

/** Its place takes one line. */
function templated({ name, language }: Template, words: string): object {
  const line = words.replace(/\s+/g, ' ').trim()
  const text = line.length > longestInForm ? `${shorten(line, longestInForm - 1)}…` : line
  return {
    type: 'template',
    template: {
      name,
      language: { code: language },
      components: [{ type: 'body', parameters: [{ type: 'text', text }] }],
    },
  }
}
