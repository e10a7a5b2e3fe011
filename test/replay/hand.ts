import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, client, get } from '../../bench/client.ts'
import { type Carrier, carrier } from '../../bench/smtp.ts'
import { writeMessage } from '../../src/channel/sms/smpp/message.ts'
import { command, encode, status } from '../../src/channel/sms/smpp/pdu.ts'
import { type centre, deliver } from '../gateways/centre.ts'
import type { Message } from './messages.ts'
import type { Hand } from './play.ts'

/** Who brings messages to the doors, one after the other over kept connections, and each again until it was acknowledged. */

export type Centre = Awaited<ReturnType<typeof centre>>
export type Doors = Readonly<{ mailPort: number; webPort: number; kannelSecret: string; centre: Centre }>

/** The client's address stands in a mark of the journey, as a mail server in front writes it. */
const received = 'Received: from mail.warga.example (mail.warga.example [192.0.2.7]) by mx.lapor.example with ESMTP;'

const raw = ({ from, to, text }: Message): string =>
  `${received}\r\n Wed, 25 Nov 2026 03:00:00 +0000\r\nMessage-ID: <${idOf(text)}@warga.example>\r\nFrom: ${from}\r\nTo: ${to}\r\nSubject: Lampu mati\r\n\r\n${text}`

/** Its number at whoever brings it; one that is brought again has the same. */
const idOf = (of: string) => createHash('sha256').update(of).digest('hex')

let sequence = 0

async function byCentre({ line, until, answers }: Centre, { from, text }: Message): Promise<void> {
  const socket = await line()
  const own = ++sequence
  const body = writeMessage(deliver(from, { bytes: Buffer.from(text) }))
  socket.write(encode({ command: command.deliver, status: 0, sequence: own, body }))
  await until(() => answers.has(own) || socket.destroyed)
  if (answers.get(own)?.status !== status.ok) throw new Error('the centre keeps it')
}

export function hand({ mailPort, webPort, kannelSecret: secret, centre }: Doors): Hand<Message> {
  let mail: Carrier | undefined
  let kannel: Client | undefined
  const close = () => {
    mail?.close()
    kannel?.close()
    mail = kannel = undefined
  }
  const once = async (message: Message) => {
    const { door, from, to, text } = message
    if (door === 'smpp') return byCentre(centre, message)
    if (door === 'mail') {
      mail ??= await carrier(mailPort)
      return mail.bring({ from, to, raw: raw(message) })
    }
    kannel ??= await client(webPort)
    const fields = new URLSearchParams({ secret, from, to, text, id: idOf(`${from} ${text}`) })
    const { status } = await kannel.ask(get({ port: webPort, path: `/channel/sms/kannel?${fields}` }))
    if (status !== 200) throw new Error(`Kannel keeps it: ${status}`)
  }
  const brings = async (message: Message): Promise<void> => {
    for (;;) {
      try {
        return await once(message)
      } catch {
        close()
        await sleep(50)
      }
    }
  }
  return { brings, close }
}
