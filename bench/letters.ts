import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { letterbox } from '../src/channel/email/smtp.ts'
import { accepting } from '../src/inbox/accept.ts'
import { text } from './filing.ts'
import type { House } from './house.ts'

/** Mail servers that bring letters over kept connections, each letter until it hears that it was kept. */

const domain = 'lapor.example'

export type Letters = Readonly<{ bring: (client: number) => Promise<void>; close: () => Promise<void> }>

export async function letters({ db, keys }: House, clients: number): Promise<Letters> {
  const failed = (reason: unknown) => {
    throw reason
  }
  const accept = accepting(db.intake, keys)
  const box = await letterbox({ accept, now: () => new Date(), domain, host: '127.0.0.1', port: 0, failed })
  const servers = await Promise.all(Array.from({ length: clients }, () => server(box.port)))
  const close = async () => {
    for (const { socket } of servers) socket.destroy()
    await box.close()
  }
  return { bring: (n) => servers[n]?.bring() ?? Promise.resolve(), close }
}

async function server(port: number) {
  const socket: Socket = connect(port, '127.0.0.1').setNoDelay(true)
  await once(socket, 'connect')
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]()
  const heard = async (wanted: string): Promise<void> => {
    for (;;) {
      const { value: line, done } = await lines.next()
      if (done || /^[45]/.test(line)) throw new Error(`a letter was answered with ${line}`)
      if (line.startsWith(wanted)) return
    }
  }
  await heard('220 ')
  socket.write('EHLO pengirim.example\r\n')
  await heard('250 ')
  const bring = async () => {
    socket.write(`MAIL FROM:<warga@pengirim.example>\r\nRCPT TO:<lapor@${domain}>\r\nDATA\r\n`)
    await heard('354 ')
    const head = `Message-ID: <${randomUUID()}@pengirim.example>\r\nFrom: warga@pengirim.example\r\nSubject: Lampu mati`
    socket.write(`${head}\r\n\r\n${text}\r\n.\r\n`)
    await heard('250 ')
  }
  return { socket, bring }
}
