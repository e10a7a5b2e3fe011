import { createSocket } from 'node:dgram'
import { once } from 'node:events'

/** A name server that knows some texts and nothing else. */

type Ending = { after: (work: () => unknown) => void }

/** @returns its address, as `MAIL_DNS` has it. */
export async function nameServer(t: Ending, texts: Readonly<Record<string, string>>): Promise<string> {
  const socket = createSocket('udp4')
  socket.on('message', (asked, { port, address }) => {
    const { name, type, end } = questionIn(asked)
    socket.send(answer(asked.subarray(0, end), type === 16 ? texts[name] : undefined), port, address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  t.after(() => socket.close())
  return `127.0.0.1:${socket.address().port}`
}

function questionIn(asked: Buffer) {
  const labels: string[] = []
  let at = 12
  for (let length = asked.readUInt8(at); length > 0; length = asked.readUInt8(at)) {
    labels.push(asked.toString('latin1', at + 1, at + 1 + length).toLowerCase())
    at += 1 + length
  }
  return { name: labels.join('.'), type: asked.readUInt16BE(at + 1), end: at + 5 }
}

/** The question again, and below it the text; or that there is no such name. */
function answer(question: Buffer, text: string | undefined): Buffer {
  const head = Buffer.from(question)
  head.writeUInt16BE(text === undefined ? 0x8183 : 0x8180, 2)
  head.writeUInt16BE(text === undefined ? 0 : 1, 6)
  head.writeUInt32BE(0, 8)
  if (text === undefined) return head
  const words = Buffer.from(text)
  const record = Buffer.from([0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 60, 0, words.length + 1, words.length])
  return Buffer.concat([head, record, words])
}
