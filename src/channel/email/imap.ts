import { setTimeout as sleep } from 'node:timers/promises'
import { ImapFlow } from 'imapflow'
import type { Accept } from '../../inbox/accept.ts'
import { envelopeIn } from '../../mail/envelope.ts'
import { arrivedLetter, isOurs, mostBytes } from './arrived.ts'

/** Takes letters out of a mailbox (IMAP with IDLE). A letter leaves INBOX when it is durable, never before; it is found again in `Lapor`. */

export type Mailbox = Readonly<{
  /** `imaps://user:password@host:port` */
  url: string
  accept: Accept
  now: () => Date
  domain: string
  failed: (reason: unknown) => void
}>

const folder = 'Lapor'
/** A server that does not tell is asked again. */
const patience = 60_000
const pauses = [1_000, 5_000, 15_000, 60_000]

/** Never gives up: when the server is away, it comes again. */
export function watchMailbox(box: Mailbox): { close: () => Promise<void> } {
  const ending = new AbortController()
  const ended = watch(box, ending.signal)
  const close = () => {
    ending.abort()
    return ended
  }
  return { close }
}

async function watch(box: Mailbox, ending: AbortSignal): Promise<void> {
  for (let failures = 0; !ending.aborted; failures++) {
    const client = connection(box.url)
    const stop = () => client.close()
    ending.addEventListener('abort', stop)
    try {
      await client.connect()
      await client.mailboxCreate(folder)
      await client.mailboxOpen('INBOX')
      const bell = bellOf(client)
      for (;;) {
        bell.hush()
        while ((await take(client, box, ending)) > 0) if (ending.aborted) return
        failures = 0
        await bell.rings()
      }
    } catch (reason) {
      if (!ending.aborted) box.failed(reason)
    } finally {
      ending.removeEventListener('abort', stop)
      client.close()
    }
    await sleep(pauses[Math.min(failures, pauses.length - 1)], undefined, { signal: ending }).catch(() => {})
  }
}

function connection(url: string): ImapFlow {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'imaps:'
  const client = new ImapFlow({
    host: hostname,
    port: port === '' ? (secure ? 993 : 143) : Number(port),
    secure,
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
    maxIdleTime: patience,
  })
  // What breaks is seen by whoever waits for an answer.
  client.on('error', () => {})
  return client
}

/** Keeps the letters that lie there, oldest first, and puts each away. @returns how many. */
async function take(client: ImapFlow, { accept, now, domain }: Mailbox, ending: AbortSignal): Promise<number> {
  let taken = 0
  for (const uid of (await client.search({ all: true }, { uid: true })) || []) {
    if (ending.aborted) break
    // Another worker may have been faster.
    const found = await client.fetchOne(String(uid), { source: { maxLength: mostBytes } }, { uid: true })
    if (!found || found.source === undefined) continue
    const { from, to } = envelopeIn(found.source)
    const ours = to.filter((address) => isOurs(address, domain))
    await accept(arrivedLetter(domain, found.source, { from, to: ours, remote: '127.0.0.1', helo: '' }, now()))
    if (!(await client.messageMove(String(uid), folder, { uid: true })))
      throw new Error('a letter was kept and could not be put away')
    taken++
  }
  return taken
}

/** Rings when the server tells of a letter, also of one that came while nobody waited. */
function bellOf(client: ImapFlow) {
  let rung = false
  let wake = () => {}
  const ring = () => {
    rung = true
    wake()
  }
  client.on('exists', ring)
  client.on('close', ring)
  const hush = () => {
    rung = false
  }
  /** Waits a while at most. @throws when the connection is gone */
  const rings = async () => {
    const told = new Promise<void>((resolve) => {
      wake = resolve
    })
    const clock = setTimeout(wake, patience)
    if (!rung) {
      void client.idle().catch(wake)
      await told
    }
    clearTimeout(clock)
    if (!client.usable) throw new Error('the mail server ended the connection')
  }
  return { hush, rings }
}
