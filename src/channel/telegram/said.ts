import { clean } from '../../report/input.ts'
import type { Medium, Pin, Quoted } from '../../talk/messenger.ts'
import type { Message } from './update.ts'

/** What stands in one message of Telegram: words, files, a place. Pure. */

/** As long as a report may be, and more than Telegram lets anybody write at once. */
const longest = 10_000

/** The text, or what stands under a picture; else what a thing says by itself. A command reads as its words do: `/status@bot`
 *  and a plain `status` are the same. */
export function textOf(said: Message): string {
  const { text, caption, rich_message, contact, sticker, poll } = said
  const card = [contact?.first_name, contact?.last_name, contact?.phone_number].filter(Boolean).join(' ')
  const own = [text, caption, wordsIn(rich_message), card, sticker?.emoji, poll?.question].find((words) => words)
  return uncommanded(clean(own ?? '', longest))
}

/** Behind `/start` a link of ours may leave a mark, which is nobody's word. */
const uncommanded = (text: string): string =>
  text.replace(/^\/start(@\w+)? [\w-]{1,64}$/, '/start').replace(/^\/(\w{1,32})(@\w+)?(?=\s|$)/, '$1')

/** Every text of a message with headings, lists and tables, one under the other: a tree whose leaves are strings in `text`. */
function wordsIn(rich: unknown, depth = 0): string {
  if (depth > 20 || typeof rich !== 'object' || rich === null) return ''
  const lines = Object.entries(rich).map(([name, value]) => {
    if (typeof value === 'string') return name === 'text' ? value : ''
    return name === 'text' && Array.isArray(value)
      ? value.map((part) => run(part, depth)).join('')
      : wordsIn(value, depth + 1)
  })
  return lines.filter((line) => line !== '').join('\n')
}
const run = (part: unknown, depth: number) => (typeof part === 'string' ? part : wordsIn(part, depth + 1))

/** A picture comes in several sizes: the largest. A film without sound comes as a file too, under the same number. */
export function mediaOf(said: Message): Medium[] {
  const { document, animation, audio, video, video_note, voice } = said
  const photos = said.photo ?? said.live_photo?.photo ?? []
  const photo = photos.toSorted((a, b) => area(b) - area(a)).slice(0, 1)
  const files: [Medium['kind'], typeof document][] = [
    ['video', animation ?? video ?? video_note],
    ['audio', audio ?? voice],
    [kindOf(document?.mime_type), animation ? undefined : document],
  ]
  return [
    ...photo.map(({ file_id }): Medium => ({ ref: file_id, kind: 'image' })),
    ...files.flatMap(([kind, file]): Medium[] => (file ? [{ ref: file.file_id, kind, ...named(file.file_name) }] : [])),
  ]
}

const area = ({ width = 0, height = 0 }: { width?: number | undefined; height?: number | undefined }) => width * height
const kindOf = (type = ''): Medium['kind'] =>
  (['image', 'video', 'audio'] as const).find((kind) => type.startsWith(`${kind}/`)) ?? 'file'
function named(name = ''): { name?: string } {
  const kept = clean(name, 200)
  return kept === '' ? {} : { name: kept }
}

export function pinOf({ venue, location }: Message): Pin | undefined {
  const place = venue?.location ?? location
  if (!place) return undefined
  const label = [venue?.title, venue?.address].map((part) => clean(part ?? '', 150)).filter((part) => part !== '')
  return { latitude: place.latitude, longitude: place.longitude, label: label.join(', ') }
}

/** Of what they answered to, the part they marked or all of it. Our own words are no news to us. */
export function quotedIn({ reply_to_message: earlier, quote }: Message, account: string): Quoted[] {
  if (!earlier || String(earlier.from?.id) === account) return []
  const text = clean(quote?.text ?? earlier.text ?? earlier.caption ?? '', longest)
  return text === '' ? [] : [{ by: nameOf(earlier.from), text }]
}

export const nameOf = (who: Message['from']): string =>
  clean([who?.first_name, who?.last_name].filter(Boolean).join(' '), 100) || clean(who?.username ?? '', 100)
