import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** A client that keeps its connection and reads no more than it must, so that the load costs less than what it measures. */

export type Answer = { status: number; size: number }
export type Client = Readonly<{ ask: (request: string) => Promise<Answer>; close: () => void }>

export async function client(port: number): Promise<Client> {
  let socket = await open(port)
  const there = async () => {
    if (socket.destroyed) socket = await open(port)
    return socket
  }
  return { ask: async (request) => ask(await there(), request), close: () => void socket.destroy() }
}

/** A server closes what nobody asks on for a while: that is seen when it happens, and not at the next question. */
async function open(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1').setNoDelay(true)
  await once(socket, 'connect')
  // Who asks hears of it when the connection closes.
  return socket.on('error', () => {}).resume()
}

function ask(socket: Socket, request: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const read = (bytes: Buffer) => {
      answer += bytes.toString('latin1')
      if (!whole(answer)) return
      socket.off('data', read).off('close', lost)
      resolve({ status: Number(answer.slice(9, 12)), size: answer.length })
    }
    const lost = () => reject(new Error(`the connection was closed after ${answer.length} bytes`))
    socket.on('data', read).once('close', lost)
    socket.write(request)
  })
}

/** By its length, or by the last of its chunks. */
function whole(answer: string): boolean {
  const head = answer.indexOf('\r\n\r\n')
  if (head < 0) return false
  const length = /\r\ncontent-length: (\d+)/i.exec(answer.slice(0, head))?.[1]
  return length === undefined ? answer.endsWith('\r\n0\r\n\r\n') : answer.length >= head + 4 + Number(length)
}

type Asked = { port: number; path: string; cookie?: string }

/** As a browser asks, compressed pages included. */
const common = ({ port, cookie }: Asked) =>
  `Host: localhost:${port}\r\nAccept: text/html\r\nAccept-Encoding: gzip\r\nAccept-Language: id\r\n${cookie ? `Cookie: ${cookie}\r\n` : ''}`

export const get = (asked: Asked) => `GET ${asked.path} HTTP/1.1\r\n${common(asked)}\r\n`

export function post(asked: Asked, fields: Record<string, string>): string {
  const body = new URLSearchParams(fields).toString()
  return (
    `POST ${asked.path} HTTP/1.1\r\n${common(asked)}Origin: http://localhost:${asked.port}\r\nSec-Fetch-Site: same-origin\r\n` +
    `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`
  )
}
