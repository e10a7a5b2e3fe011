import { setTimeout as sleep } from 'node:timers/promises'
import type { Sent } from '../../../notice/mailer.ts'
import type { Gateway, Text } from '../../../notice/text/gateway.ts'
import { bind } from './bind.ts'
import type { Deliver, Session, Times } from './session.ts'
import type { Settings } from './settings.ts'
import { submit } from './submit.ts'

/** SMPP: one line to a centre that is kept up, and on which messages come and leave. */

export type Linking = Readonly<{
  settings: Settings
  /** Our number, as the receiver sees it. */
  number: string
  deliver: Deliver
  /** Writes down by which numbers the centre knows a message of ours. */
  numbered: (numbers: readonly string[], ours: string) => Promise<void>
  failed: (reason: unknown) => void
  random: () => number
  times?: Times & { pauses: readonly number[] }
}>

export type Link = Readonly<{ gateway: Gateway; close: () => Promise<void> }>

const usual = { answer: 10_000, slow: 10_000, quiet: 30_000, pauses: [1_000, 5_000, 15_000, 60_000] }

export function smppLink(linking: Linking): Link {
  const ending = new AbortController()
  const line: { session?: Session | undefined } = {}
  const ended = keepUp(linking, line, ending.signal)
  let references = Math.floor(linking.random() * 256)
  const { source, receiver, window } = linking.settings
  const sender = { number: linking.number, source, receiver }
  const inWindow = atMost(window)
  const send = async (text: Text): Promise<Sent> => {
    const { session } = line
    if (!session || ending.signal.aborted) return { ok: false, reason: 'later', answer: 'SMPP not bound' }
    const ask: Session['ask'] = (command, body) => inWindow(() => session.ask(command, body))
    references = (references + 1) % 256
    try {
      const { sent, numbers } = await submit(ask, sender, text, references)
      if (sent.ok && numbers.length > 0) await linking.numbered(numbers, text.id).catch(linking.failed)
      return sent
    } catch (reason) {
      return { ok: false, reason: 'later', answer: `SMPP ${(reason as Error).message}`.slice(0, 100) }
    }
  }
  const close = async () => {
    ending.abort()
    await line.session?.unbind()
    await ended
  }
  return { gateway: { send, close: () => void close() }, close }
}

/** Never gives up: when the centre is away, it comes again, later each time and not together with others. */
async function keepUp(linking: Linking, line: { session?: Session | undefined }, ending: AbortSignal): Promise<void> {
  const { settings, deliver, failed, random, times = usual } = linking
  for (let failures = 0; !ending.aborted; failures++) {
    try {
      const session = await bind(settings, times, deliver, ending)
      failures = 0
      line.session = session
      await session.closed
      throw new Error('the centre ended the connection')
    } catch (reason) {
      if (!ending.aborted) failed(reason)
    }
    line.session = undefined
    const pause = times.pauses[Math.min(failures, times.pauses.length - 1)] ?? 0
    await sleep(pause * (0.5 + random() / 2), undefined, { signal: ending }).catch(() => {})
  }
}

/** Lets so many run at once; the others wait in their order. */
function atMost(window: number) {
  const waiting: (() => void)[] = []
  let running = 0
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= window) await new Promise<void>((resolve) => waiting.push(resolve))
    else running++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
