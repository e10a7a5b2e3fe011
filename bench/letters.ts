import { randomUUID } from 'node:crypto'
import { letterbox } from '../src/channel/email/smtp.ts'
import { accepting } from '../src/inbox/accept.ts'
import { text } from './filing.ts'
import type { House } from './house.ts'
import { carrier } from './smtp.ts'

/** Mail servers that bring letters, each letter until it is kept. */

const domain = 'lapor.example'
const from = 'warga@pengirim.example'

export type Letters = Readonly<{ bring: (client: number) => Promise<void>; close: () => Promise<void> }>

export async function letters({ db, keys }: House, clients: number): Promise<Letters> {
  const failed = (reason: unknown) => {
    throw reason
  }
  const accept = accepting(db.intake, keys)
  const box = await letterbox({ accept, now: () => new Date(), domain, host: '127.0.0.1', port: 0, failed })
  const servers = await Promise.all(Array.from({ length: clients }, () => carrier(box.port)))
  const close = async () => {
    for (const one of servers) one.close()
    await box.close()
  }
  const bring = async (n: number) => {
    const head = `Message-ID: <${randomUUID()}@pengirim.example>\r\nFrom: ${from}\r\nSubject: Lampu mati`
    await servers[n]?.bring({ from, to: `lapor@${domain}`, raw: `${head}\r\n\r\n${text}` })
  }
  return { bring, close }
}
