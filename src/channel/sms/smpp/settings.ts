/** Where a centre is and who we are there, as one address. Pure. */

export type Settings = Readonly<{
  /** Tells it from others, without the password. */
  name: string
  host: string
  port: number
  secure: boolean
  systemId: string
  password: string
  /** How many of our messages may be without an answer at once. */
  window: number
}>

/** `smpp://system_id:password@host:2775?window=10`, with `smpps` for TLS. */
export function settingsOf(url: string): Settings {
  const { protocol, hostname, port, username, password, searchParams } = new URL(url)
  const secure = protocol === 'smpps:'
  const systemId = decodeURIComponent(username)
  const at = port === '' ? (secure ? 3550 : 2775) : Number(port)
  return {
    name: `${systemId}@${hostname}:${at}`,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: at,
    secure,
    systemId,
    password: decodeURIComponent(password),
    window: Math.max(1, Math.floor(Number(searchParams.get('window') ?? 10)) || 10),
  }
}
