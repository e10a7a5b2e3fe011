import { once } from 'node:events'
import { connect as connectPlain, isIP, type Socket } from 'node:net'
import { connect as connectSecure } from 'node:tls'
import { ended, numbers } from './fields.ts'
import { command, status } from './pdu.ts'
import { type Deliver, type Session, session, type Times } from './session.ts'
import type { Settings } from './settings.ts'

/** Connects to a centre and signs in, for both directions. */

const version = 0x34

/** @throws when it cannot be reached or does not take us. */
export async function bind(settings: Settings, times: Times, deliver: Deliver, ending: AbortSignal): Promise<Session> {
  const socket = await connected(settings, AbortSignal.any([ending, AbortSignal.timeout(times.answer)]))
  const opened = session(socket, times, deliver)
  const { systemId, password, systemType, source } = settings
  const body = Buffer.concat([
    ended(systemId, 16),
    ended(password, 9),
    ended(systemType, 13),
    numbers(version, source.ton ?? 0, source.npi ?? 0),
    ended('', 41),
  ])
  const stop = () => socket.destroy()
  ending.addEventListener('abort', stop)
  try {
    const answer = await opened.ask(command.bind, body)
    if (answer.status !== status.ok) throw new Error(`the centre refused us with status ${answer.status}`)
    return opened
  } catch (reason) {
    socket.destroy()
    throw reason
  } finally {
    ending.removeEventListener('abort', stop)
  }
}

async function connected({ host, port, secure }: Settings, until: AbortSignal): Promise<Socket> {
  const socket = secure
    ? connectSecure({ host, port, ...(isIP(host) ? {} : { servername: host }) })
    : connectPlain({ host, port })
  socket.setNoDelay(true).on('error', () => {})
  try {
    await once(socket, secure ? 'secureConnect' : 'connect', { signal: until })
    return socket
  } catch (reason) {
    socket.destroy()
    throw reason
  }
}
