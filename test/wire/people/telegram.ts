import type { Telegram } from '../telegram/server.ts'
import { type Person, telling, type Update } from '../telegram/updates.ts'
import { type Network, numberOf, record, type Saying, sinceLast } from './network.ts'

/** People who write to our bot. */

export function telegramPeople(bots: Telegram, now: () => Date): Network {
  const start = Math.floor(now().getTime() / 1000)
  const tell = telling(start, { message: start, now })
  const names = new Map<number, string>()
  const sent = sinceLast(() => bots.sent)
  const { look, write } = record(
    () =>
      sent().map(({ chat_id: to, text, reply_markup: keyboard }, n) => ({
        ...{
          id: `b${bots.sent.length}-${n}`,
          reach: 'private',
          who: names.get(to) ?? '',
          isOurs: true,
          text,
          photos: 0,
        },
        buttons: (keyboard?.inline_keyboard.flat() ?? []).map((one) => ({
          title: one.text,
          carries: one.callback_data,
        })),
      })),
    now,
  )
  const person = (who: string): Person => {
    const id = numberOf(who)
    names.set(id, who)
    return { id, first_name: who, language_code: 'id' }
  }
  const brought = async (update: Update) => {
    const answers = await bots.handIn(update)
    if (answers.at(-1) !== 200) throw new Error(`Telegram was answered with ${answers}`)
  }
  let files = 0
  const photo = (bytes: Uint8Array) => {
    const id = `photo-${start}-${++files}`
    bots.files.set(id, { path: `photos/${id}.jpg`, bytes })
    return [{ file_id: id, file_unique_id: `u${id}`, width: 900, height: 600 }]
  }

  async function says(saying: Saying): Promise<string> {
    const { who, text, photos = [], pin } = saying
    const album = photos.length > 1 ? { media_group_id: `album-${start}-${files}` } : {}
    // What is written under an album stands under its first picture.
    const pictures = photos.map((bytes, n) =>
      tell.sends(person(who), { photo: photo(bytes), ...album, ...(n === 0 && text ? { caption: text } : {}) }),
    )
    const words = text && photos.length === 0 ? [tell.says(person(who), text)] : []
    const place = pin ? [tell.sends(person(who), { location: pin })] : []
    const updates = [...words, ...pictures, ...place]
    const id = write(String(updates[0]?.update_id), saying)
    await Promise.all(updates.map(brought))
    return id
  }
  return {
    ...{ service: 'telegram', title: 'Telegram', reaches: ['private'], hasPins: true, forgets: [] },
    says,
    presses: async (who, press) => {
      write(`pressed ${start} ${++files}`, { who, text: press.title })
      await brought(tell.presses(person(who), press.carries))
    },
    takesBack: async () => {
      throw new Error('Telegram tells no bot what was taken back')
    },
    lines: look,
    unseen: () => new Set(),
  }
}
