import { once } from 'node:events'
import { connect } from 'node:net'
import { createInterface } from 'node:readline'

/** A mail server that brings letters over one kept connection, each until it hears that it was kept. */

export type Brought = Readonly<{ from: string; to: string; raw: string }>
export type Carrier = Readonly<{
  /** @throws when it was not kept, or nobody knows. */
  bring: (letter: Brought) => Promise<void>
  close: () => void
}>

export async function carrier(port: number): Promise<Carrier> {
  const socket = connect(port, '127.0.0.1').setNoDelay(true)
  await once(socket, 'connect')
  // Who listens is told by the end of the lines.
  socket.on('error', () => {})
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
  const bring = async ({ from, to, raw }: Brought) => {
    socket.write(`MAIL FROM:<${from}>\r\nRCPT TO:<${to}>\r\nDATA\r\n`)
    await heard('354 ')
    socket.write(`${raw}\r\n.\r\n`)
    await heard('250 ')
  }
  return { bring, close: () => void socket.destroy() }
}
