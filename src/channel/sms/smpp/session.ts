import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { answerTo, command, isAnswer, nack, type Pdu, status } from './pdu.ts'
import { wire } from './wire.ts'

/** One connection to a centre: what we ask is answered or fails in time, what it brings is answered when we are done with it. */

export type Times = Readonly<{
  /** How long the centre may take to answer. */
  answer: number
  /** How long a unit may take to come in. */
  slow: number
  /** How often we ask whether it is there. */
  quiet: number
}>

/** @returns the status that the centre hears; never throws. */
export type Deliver = (body: Buffer) => Promise<number>
export type Session = Readonly<{
  ask: (command: number, body: Buffer) => Promise<Pdu>
  closed: Promise<void>
  /** Answers what it has, says good-bye and hangs up. */
  unbind: () => Promise<void>
}>

const none = Buffer.alloc(0)
/** An empty number of the message. */
const noNumber = Buffer.of(0)

export function session(socket: Socket, times: Times, deliver: Deliver): Session {
  const running = new Set<Promise<void>>()
  const line = wire(socket, times.slow, (pdu) => heard(pdu))
  const { ask, answered } = questions(line.send, times.answer, line.closed)
  const answer = ({ command, sequence }: Pdu, status: number, body = none) =>
    line.send({ command: answerTo(command), status, sequence, body })
  const heard = (pdu: Pdu) => {
    if (isAnswer(pdu.command)) return answered(pdu)
    if (pdu.command === command.deliver) {
      const done = deliver(pdu.body).then((found) => answer(pdu, found, noNumber))
      running.add(done)
      return void done.finally(() => running.delete(done))
    }
    if (pdu.command === command.enquire) return answer(pdu, status.ok)
    if (pdu.command === command.unbind) {
      answer(pdu, status.ok)
      return line.end()
    }
    line.send({ command: nack, status: status.badCommand, sequence: pdu.sequence, body: none })
  }
  const clock = setInterval(() => void ask(command.enquire, none).catch(() => socket.destroy()), times.quiet)
  void line.closed.then(() => clearInterval(clock))
  const unbind = async () => {
    await Promise.race([Promise.all(running), line.closed, sleep(times.answer, undefined, { ref: false })])
    await ask(command.unbind, none).catch(() => {})
    line.end()
    await Promise.race([line.closed, sleep(times.answer, undefined, { ref: false })])
    socket.destroy()
  }
  return { ask, closed: line.closed, unbind }
}

type Question = { command: number; resolve: (pdu: Pdu) => void; reject: (reason: Error) => void; clock: NodeJS.Timeout }

/** What was asked and not answered yet; when the connection ends, all of it fails. */
function questions(send: (pdu: Pdu) => void, patience: number, closed: Promise<void>) {
  const open = new Map<number, Question>()
  let [last, over] = [0, false]
  const take = (sequence: number) => {
    const question = open.get(sequence)
    open.delete(sequence)
    clearTimeout(question?.clock)
    return question
  }
  void closed.then(() => {
    over = true
    for (const sequence of open.keys()) take(sequence)?.reject(new Error('the connection ended'))
  })
  const ask = (command: number, body: Buffer) =>
    new Promise<Pdu>((resolve, reject) => {
      if (over) return reject(new Error('the connection ended'))
      last = (last % 0x7fff_ffff) + 1
      const sequence = last
      const clock = setTimeout(() => take(sequence)?.reject(new Error('no answer in time')), patience)
      open.set(sequence, { command, resolve, reject, clock })
      send({ command, status: status.ok, sequence, body })
    })
  const answered = (pdu: Pdu): void => {
    const question = take(pdu.sequence)
    if (!question) return
    if (pdu.command === answerTo(question.command)) question.resolve(pdu)
    else question.reject(new Error(`answered with ${pdu.command.toString(16)}, status ${pdu.status}`))
  }
  return { ask, answered }
}
