import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { createServer as createSecure } from 'node:tls'
import { type Message, writeMessage } from '../../src/channel/sms/smpp/message.ts'
import { answerTo, command, cutter, encode, isAnswer, type Pdu, status } from '../../src/channel/sms/smpp/pdu.ts'
import type { Certificate } from '../certificate.ts'

/** A small centre for short messages (SMPP 3.4): it takes binds, keeps what it is given and brings what a test wants. */

type Ending = { after: (work: () => unknown) => void }
/** What it says to one submit_sm: a status, a number; or nothing. */
export type Reply = { status?: number; number?: string } | 'silence' | 'drop'

const none = Buffer.alloc(0)
const patience = 60_000

/** @param secure what it proves itself with, when it speaks TLS */
export async function centre(t: Ending, reply: (pdu: Pdu, n: number) => Reply = () => ({}), secure?: Certificate) {
  const submitted: Pdu[] = []
  const answers = new Map<number, Pdu>()
  const nacked: Pdu[] = []
  const lines: Socket[] = []
  const bound: Socket[] = []
  const binds: Pdu[] = []
  const habits = { bindStatus: 0, alive: true, lastUnbound: false }
  let sequence = 1000

  const heard = (socket: Socket, pdu: Pdu) => {
    const answer = (code: number, body: Buffer = none) =>
      socket.write(encode({ command: answerTo(pdu.command), status: code, sequence: pdu.sequence, body }))
    if (isAnswer(pdu.command)) {
      if (pdu.command === 0x8000_0000) nacked.push(pdu)
      answers.set(pdu.sequence, pdu)
    } else if (pdu.command === command.bind) {
      binds.push(pdu)
      answer(habits.bindStatus, Buffer.from('PUSAT\0'))
      if (habits.bindStatus === status.ok) bound.push(socket)
    } else if (pdu.command === command.enquire) {
      if (habits.alive) answer(status.ok)
    } else if (pdu.command === command.unbind) {
      habits.lastUnbound = true
      answer(status.ok)
    } else if (pdu.command === command.submit) {
      submitted.push(pdu)
      const said = reply(pdu, submitted.length)
      if (said === 'drop') socket.destroy()
      else if (said !== 'silence')
        answer(said.status ?? status.ok, Buffer.from(`${said.number ?? `m${submitted.length}`}\0`))
    }
  }
  const serve = (socket: Socket) => {
    const { push } = cutter()
    lines.push(socket)
    socket.on('error', () => {})
    socket.on('data', (chunk: Buffer) => {
      for (const pdu of push(chunk) ?? []) heard(socket, pdu)
    })
  }
  const server = secure ? createSecure(secure, serve) : createServer(serve)
  server.on('tlsClientError', () => {})
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    for (const line of lines) line.destroy()
    return new Promise((resolve) => server.close(resolve))
  })

  /** Waits until something is so. @throws when it never is */
  const until = async (so: () => boolean): Promise<void> => {
    const late = AbortSignal.timeout(patience)
    while (!so()) {
      if (late.aborted) throw new Error('what the centre waited for never was')
      await sleep(5)
    }
  }
  const line = async (): Promise<Socket> => {
    const open = () => bound.findLast((socket) => !socket.destroyed)
    await until(() => open() !== undefined)
    return open() as Socket
  }
  /** Brings a unit as it is, and waits for its answer. */
  const asks = async (code: number, body: Buffer, over?: Socket): Promise<Pdu> => {
    const socket = over ?? (await line())
    const own = ++sequence
    socket.write(encode({ command: code, status: 0, sequence: own, body }))
    await until(() => answers.has(own))
    return answers.get(own) as Pdu
  }
  const brings = async (
    message: Partial<Message> & { bytes: Buffer },
    from = '6281298760001',
    over?: Socket,
  ): Promise<number> => (await asks(command.deliver, writeMessage(deliver(from, message)), over)).status
  const { port } = server.address() as { port: number }
  return {
    url: `${secure ? 'smpps' : 'smpp'}://lapor:rahasia@127.0.0.1:${port}`,
    port,
    answers,
    submitted,
    nacked,
    lines,
    bound,
    binds,
    habits,
    until,
    line,
    asks,
    brings,
  }
}

export const deliver = (from: string, message: Partial<Message> & { bytes: Buffer }): Message => ({
  source: { ton: 1, npi: 1, number: from },
  destination: { ton: 0, npi: 1, number: '1708' },
  esmClass: 0,
  registered: 0,
  coding: 0,
  tags: new Map(),
  ...message,
})
