import { type Message, tag } from './message.ts'

/** What a centre says became of a message of ours. Pure. */

const receipt = 0x04
const intermediate = 0x20
const kindOf = ({ esmClass }: Message) => esmClass & 0x3c

/** By the class that the centre gives it, never by its words: anybody can write the words of a receipt. */
export const isReceipt = (message: Message): boolean => kindOf(message) === receipt || kindOf(message) === intermediate

export type Fate = Readonly<{ number: string; arrived: boolean }>

const states: Readonly<Record<number, boolean>> = { 2: true, 3: false, 4: false, 5: false, 8: false }
const words: Readonly<Record<string, boolean>> = {
  DELIVRD: true,
  EXPIRED: false,
  DELETED: false,
  UNDELIV: false,
  REJECTD: false,
}

/** @returns undefined while it is on its way, or when it is not said of which message. */
export function fateIn(message: Message): Fate | undefined {
  if (kindOf(message) !== receipt) return undefined
  const text = message.bytes.toString('latin1')
  const named = message.tags.get(tag.receiptedId)?.toString('latin1').replace(/\0.*$/s, '')
  const number = named || /\bid:\s*(\S{1,65})/i.exec(text)?.[1]
  const state = message.tags.get(tag.state)?.[0]
  const word = /\bstat:\s*(\w+)/i.exec(text)?.[1]?.toUpperCase()
  const arrived = (state === undefined ? undefined : states[state]) ?? (word === undefined ? undefined : words[word])
  return number && number.length <= 65 && arrived !== undefined ? { number, arrived } : undefined
}
