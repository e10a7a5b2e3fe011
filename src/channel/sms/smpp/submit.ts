import type { Sent } from '../../../notice/mailer.ts'
import type { Text } from '../../../notice/text/gateway.ts'
import { type Piece, piecesOf } from '../../../sms/part/cut.ts'
import { fieldsOf } from './fields.ts'
import { type Address, headed, writeMessage } from './message.ts'
import { command, status } from './pdu.ts'
import type { Session } from './session.ts'
import type { Settings } from './settings.ts'

/** Sends one message, in as many parts as it needs. */

/** About this receiver or text, so it will never be taken; a refusal of ourselves is ours to mend, and waits. */
const final: readonly number[] = [status.badLength, status.badReceiver, status.permanent, status.refused]

/** Our number as the receiver sees it, and the kinds of numbers that the centre wants to read. */
export type Sender = Readonly<{ number: string } & Pick<Settings, 'source' | 'receiver'>>

export type Submitted = { sent: Sent; numbers: string[] }

export async function submit(ask: Session['ask'], sender: Sender, { to, text }: Text, ref: number): Promise<Submitted> {
  const numbers: string[] = []
  for (const piece of piecesOf(text, ref)) {
    const answer = await ask(command.submit, bodyOf(sender, to, piece))
    if (answer.status !== status.ok) {
      const reason = final.includes(answer.status) ? 'refused' : 'later'
      return { sent: { ok: false, reason, answer: `SMPP status ${answer.status}` }, numbers }
    }
    const number = fieldsOf(answer.body).text(65)
    if (number !== '') numbers.push(number)
  }
  return { sent: { ok: true }, numbers }
}

function bodyOf({ number, source, receiver }: Sender, to: string, { coding, header, bytes }: Piece): Buffer {
  return writeMessage({
    source: { ...addressOf(number), ...source },
    destination: { ...addressOf(to), ...receiver },
    esmClass: header.length > 0 ? headed : 0,
    registered: 1,
    coding,
    bytes: Buffer.concat([header, bytes]),
    tags: new Map(),
  })
}

/** International with a plus; a short code as the network knows it. */
const addressOf = (written: string): Address =>
  written.startsWith('+') ? { ton: 1, npi: 1, number: written.slice(1) } : { ton: 0, npi: 1, number: written }
