/** What Telegram hands in, as its documents show it: built from what a person does. */

export type Person = Readonly<{
  id: number
  first_name: string
  last_name?: string
  username?: string
  language_code?: string
}>
type Fields = Readonly<Record<string, unknown>>
export type Update = Readonly<{ update_id: number } & Record<string, unknown>>

export const siti: Person = {
  id: 7001,
  first_name: 'Siti',
  last_name: 'Rahmawati',
  username: 'siti_r',
  language_code: 'id',
}
export const began = 1_795_579_200

/** Numbers its updates and messages as Telegram does, from some number on.
 *  @param first of the messages, and the clock; without one the seconds are counted */
export function telling(firstUpdate = 812_340_001, first: { message?: number; now?: () => Date } = {}) {
  let updates = firstUpdate
  let messages = first.message ?? 100
  let counted = began
  const second = () => (first.now ? Math.floor(first.now().getTime() / 1000) : counted++)
  const next = () => ({ update_id: updates++ })
  const user = (person: Person) => ({ is_bot: false, ...person })
  const talk = ({ language_code: _, ...person }: Person) => ({ ...person, type: 'private' })
  const message = (person: Person, fields: Fields, more: Fields = {}) => ({
    message_id: messages++,
    from: user(person),
    chat: talk(person),
    date: second(),
    ...fields,
    ...more,
  })
  return {
    says: (person: Person, text: string, more: Fields = {}): Update => ({
      ...next(),
      message: message(person, { text }, more),
    }),
    sends: (person: Person, fields: Fields): Update => ({ ...next(), message: message(person, fields) }),
    edits: (person: Person, message_id: number, fields: Fields): Update => ({
      ...next(),
      edited_message: { ...message(person, fields), message_id, date: began, edit_date: second() },
    }),
    presses: (person: Person, data: string): Update => ({
      ...next(),
      callback_query: {
        id: `43827${messages}`,
        from: user(person),
        message: {
          ...message(person, { text: 'Sudah beres?' }),
          from: { id: 4242, is_bot: true, first_name: 'Lapor' },
        },
        chat_instance: '-3318',
        data,
      },
    }),
    becomes: (person: Person, status: 'kicked' | 'member'): Update => ({
      ...next(),
      my_chat_member: {
        chat: talk(person),
        from: user(person),
        date: second(),
        old_chat_member: {
          user: { id: 4242, is_bot: true, first_name: 'Lapor' },
          status: status === 'member' ? 'kicked' : 'member',
        },
        new_chat_member: {
          user: { id: 4242, is_bot: true, first_name: 'Lapor' },
          status,
          ...(status === 'kicked' ? { until_date: 0 } : {}),
        },
      },
    }),
    of: (fields: Fields): Update => ({ ...next(), ...fields }),
  }
}

/** Telegram writes whatever is not ASCII as escapes, and a slash too. */
export const asTelegram = (update: unknown): string =>
  JSON.stringify(update)
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('/', '\\/')
