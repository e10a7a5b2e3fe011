import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import type { Accept } from '../../inbox/accept.ts'
import { arrivedLetter, isOurs, mostBytes } from './arrived.ts'

/** Takes letters from other mail servers, by SMTP or LMTP. A letter is answered with 250 when it is durable, never before. */

export type Letterbox = Readonly<{
  accept: Accept
  now: () => Date
  /** `lapor@` this domain, with or without `+…`, is ours. */
  domain: string
  host: string
  port: number
  /** The local protocol of a mail server in front (RFC 2033). */
  lmtp?: boolean
  failed: (reason: unknown) => void
}>

const patience = 60_000

export async function letterbox(box: Letterbox): Promise<{ port: number; close: () => Promise<void> }> {
  const server = new SMTPServer({
    name: box.domain,
    lmtp: box.lmtp ?? false,
    size: mostBytes,
    maxClients: 100,
    socketTimeout: patience,
    closeTimeout: 5_000,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo: ({ address }, _, answer) =>
      answer(isOurs(address, box.domain) ? null : refusal(550, 'no such mailbox here')),
    onData: (stream, session, answer) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => stream.sizeExceeded || chunks.push(chunk))
      stream.on('end', () => {
        if (stream.sizeExceeded) return answer(refusal(552, 'larger than 25 MB'))
        keep(box, session, Buffer.concat(chunks)).then(
          () => answer(null, 'kept'),
          (reason) => {
            box.failed(reason)
            answer(refusal(451, 'not kept, try again later'))
          },
        )
      })
    },
  })
  // Other servers break off as they like; they come again.
  server.on('error', () => {})
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(box.port, box.host, resolve)
  })
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : box.port
  return { port, close: () => new Promise((resolve) => server.close(() => resolve())) }
}

const refusal = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode })

function keep({ accept, now, domain }: Letterbox, session: SMTPServerSession, raw: Buffer): Promise<unknown> {
  const { mailFrom, rcptTo } = session.envelope
  const envelope = {
    from: mailFrom ? mailFrom.address : '',
    to: rcptTo.map(({ address }) => address),
    remote: session.remoteAddress,
    helo: String(session.hostNameAppearsAs ?? ''),
  }
  return accept(arrivedLetter(domain, raw, envelope, now()))
}
