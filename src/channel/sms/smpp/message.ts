import { ended, fieldsOf, Malformed, numbers, type Tags, tagged } from './fields.ts'

/** The body of deliver_sm and submit_sm, which is the same. Pure. */

export type Address = Readonly<{ ton: number; npi: number; number: string }>

export type Message = Readonly<{
  source: Address
  destination: Address
  esmClass: number
  registered: number
  coding: number
  /** With the header of user data, when there is one. */
  bytes: Buffer
  tags: Tags
}>

export const tag = {
  receiptedId: 0x001e,
  sarReference: 0x020c,
  sarTotal: 0x020e,
  sarSeq: 0x020f,
  payload: 0x0424,
  state: 0x0427,
} as const

export const headed = 0x40
const none = Buffer.alloc(0)

/** @throws Malformed */
export function readMessage(body: Buffer): Message {
  const fields = fieldsOf(body)
  const address = () => ({ ton: fields.number(), npi: fields.number(), number: fields.text(21) })
  fields.text(6)
  const [source, destination] = [address(), address()]
  const [esmClass] = [fields.number(), fields.number(), fields.number()]
  fields.text(17)
  fields.text(17)
  const [registered, , coding] = [fields.number(), fields.number(), fields.number()]
  fields.number()
  const short = fields.bytes(fields.number())
  const tags = fields.tags()
  const payload = tags.get(tag.payload) ?? none
  if (short.length > 0 && payload.length > 0) throw new Malformed('two texts in one message')
  return { source, destination, esmClass, registered, coding, bytes: short.length > 0 ? short : payload, tags }
}

/** What does not fit into a short message goes as payload. */
export function writeMessage(message: Message): Buffer {
  const { source, destination, esmClass, registered, coding, bytes } = message
  const fits = bytes.length <= 254 && !message.tags.has(tag.payload)
  const short = fits ? bytes : none
  const tags = fits ? message.tags : new Map([...message.tags, [tag.payload, bytes]])
  const address = ({ ton, npi, number }: Address) => Buffer.concat([numbers(ton, npi), ended(number, 21)])
  return Buffer.concat([
    ended('', 6),
    address(source),
    address(destination),
    numbers(esmClass, 0, 0),
    ended('', 17),
    ended('', 17),
    numbers(registered, 0, coding, 0, short.length),
    short,
    tagged(tags),
  ])
}
