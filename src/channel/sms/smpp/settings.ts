import { type Ids, isIds } from './number.ts'

/** Where a centre is and who we are there, as one address. Pure. */

/** Type of number and numbering plan, where the centre wants others than those that a number looks like. */
export type Kind = Readonly<{ ton?: number; npi?: number }>

export type Settings = Readonly<{
  /** Tells it from others, without the password. */
  name: string
  host: string
  port: number
  secure: boolean
  systemId: string
  password: string
  systemType: string
  /** Of our own number, and of those that we write to. */
  source: Kind
  receiver: Kind
  ids: Ids
  /** How many of our messages may be without an answer at once. */
  window: number
}>

/** `smpp://system_id:password@host:2775?window=10`, with `smpps` for TLS. What is wrong in it was told when the environment was read. */
export function settingsOf(url: string): Settings {
  const { protocol, hostname, port, username, password, searchParams } = new URL(url)
  const secure = protocol === 'smpps:'
  const systemId = decodeURIComponent(username)
  const at = port === '' ? (secure ? 3550 : 2775) : Number(port)
  const ids = searchParams.get('ids') ?? ''
  return {
    name: `${systemId}@${hostname}:${at}`,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: at,
    secure,
    systemId,
    password: decodeURIComponent(password),
    systemType: searchParams.get('system_type') ?? '',
    source: kindIn(searchParams, 'source'),
    receiver: kindIn(searchParams, 'dest'),
    ids: isIds(ids) ? ids : 'any',
    window: Math.max(1, Math.floor(Number(searchParams.get('window') ?? 10)) || 10),
  }
}

function kindIn(given: URLSearchParams, whose: 'source' | 'dest'): Kind {
  const [ton, npi] = [given.get(`${whose}_ton`), given.get(`${whose}_npi`)]
  return { ...(ton === null ? {} : { ton: Number(ton) }), ...(npi === null ? {} : { npi: Number(npi) }) }
}
