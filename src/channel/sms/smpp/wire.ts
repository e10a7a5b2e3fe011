import type { Socket } from 'node:net'
import { cutter, encode, type Pdu } from './pdu.ts'

/** Units over a connection. One that cannot be, or comes drop by drop, ends it: nothing behind it could be found again. */

export type Wire = Readonly<{ send: (pdu: Pdu) => void; end: () => void; closed: Promise<void> }>

/** @param slow how long a unit may take to come in whole */
export function wire(socket: Socket, slow: number, heard: (pdu: Pdu) => void): Wire {
  const { push, waits } = cutter()
  let clock: NodeJS.Timeout | undefined
  const measure = (anew: boolean) => {
    if (anew || !waits()) {
      clearTimeout(clock)
      clock = undefined
    }
    if (waits()) clock ??= setTimeout(() => socket.destroy(), slow)
  }
  socket.on('data', (chunk: Buffer) => {
    const units = push(chunk)
    if (!units) return void socket.destroy()
    measure(units.length > 0)
    try {
      for (const unit of units) heard(unit)
    } catch {
      socket.destroy()
    }
  })
  socket.on('error', () => {})
  const closed = new Promise<void>((resolve) => {
    socket.on('close', () => {
      clearTimeout(clock)
      resolve()
    })
  })
  const send = (pdu: Pdu) => {
    if (socket.writable) socket.write(encode(pdu))
  }
  return { send, end: () => socket.destroySoon(), closed }
}
