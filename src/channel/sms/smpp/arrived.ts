import { createHash, createHmac } from 'node:crypto'
import type { Arrived } from '../../../inbox/accept.ts'
import type { Keys } from '../../../person/seal.ts'
import { textIn } from '../../../sms/part/coding.ts'
import { headerOf, type Place, placed, placeIn } from '../../../sms/part/header.ts'
import type { KeptPart } from '../../../sms/part/kept.ts'
import { Malformed } from './fields.ts'
import { type Address, headed, type Message, tag } from './message.ts'

/** A message of a centre as it is kept: its bytes, and the chain that joins them to the other parts. */

/** @throws Malformed when the header of user data lies. */
export function arrivedPart(keys: Keys, message: Message, receivedAt: Date): Arrived {
  const split = message.esmClass & headed ? headerOf(message.bytes) : { header: Buffer.alloc(0), rest: message.bytes }
  if (!split) throw new Malformed('the header is longer than its message')
  const [from, to] = [written(message.source), written(message.destination)]
  const place = placeIn(split.header) ?? sarPlace(message)
  const { seq, total } = place ?? { seq: 1, total: 1 }
  const bytes = { coding: message.coding, header: hex(split.header), hex: hex(split.rest), seq, total }
  const kept: KeptPart = { from, to, text: textIn([bytes]) ?? bytes.hex, part: bytes }
  const own = JSON.stringify([from, to, bytes])
  // A centre gives no number of its own: the same bytes in the same minute are the same message, and the reader looks further.
  const minute = Math.floor(receivedAt.getTime() / 60_000)
  return {
    channel: 'sms',
    account: to || 'sms',
    providerId: '',
    fingerprint: createHash('sha256')
      .update(`${own} ${place?.reference ?? ''} ${minute}`)
      .digest(),
    message: kept,
    receivedAt,
    chain: createHmac('sha256', keys.contact)
      .update(place ? JSON.stringify([from, to, place.reference, total]) : own)
      .digest(),
  }
}

const hex = (bytes: Buffer) => bytes.toString('hex')
const international = 1

const written = ({ ton, number }: Address): string =>
  ton === international && /^\d+$/.test(number) ? `+${number}` : number

function sarPlace({ tags }: Message): Place | undefined {
  const [reference, total, seq] = [tags.get(tag.sarReference), tags.get(tag.sarTotal), tags.get(tag.sarSeq)]
  if (reference?.length !== 2 || total?.length !== 1 || seq?.length !== 1) return undefined
  return placed(`sar:${reference.readUInt16BE(0)}`, seq.readUInt8(0), total.readUInt8(0))
}
