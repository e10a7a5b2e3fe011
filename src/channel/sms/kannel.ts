import type { Sent } from '../../notice/mailer.ts'
import type { Gateway, Text } from '../../notice/text/gateway.ts'
import { sizeOf } from '../../sms/gsm7.ts'

/** Kannel: messages come as requests to our door and leave by its own, over HTTP, on this machine or a closed network. */

export type KannelSettings = Readonly<{
  /** `http://user:password@127.0.0.1:13013/cgi-bin/sendsms` */
  url: string
  /** Our number, as the receiver sees it. */
  number: string
  /** Where it tells what became of a message; `%d` and the number of the message are added. */
  fateUrl: string
}>

const patience = 15_000
/** Delivered, or never to be. */
const fates = 1 + 2

export function kannelGateway({ url, number, fateUrl }: KannelSettings): Gateway {
  const { username, password, ...base } = split(url)
  const send = async ({ id, to, text }: Text): Promise<Sent> => {
    const asked = new URL(base.href)
    const fate = `${fateUrl}&id=${id}&status=%d`
    const coding = sizeOf(text).encoding === 'ucs2' ? '2' : '0'
    const fields = {
      username,
      password,
      from: number,
      to,
      text,
      charset: 'UTF-8',
      coding,
      'dlr-mask': String(fates),
      'dlr-url': fate,
    }
    for (const [name, value] of Object.entries(fields)) asked.searchParams.set(name, value)
    try {
      const answer = await fetch(asked, { signal: AbortSignal.timeout(patience), redirect: 'error' })
      await answer.text()
      if (answer.ok) return { ok: true }
      return { ok: false, reason: answer.status === 400 ? 'refused' : 'later', answer: `Kannel ${answer.status}` }
    } catch (reason) {
      return { ok: false, reason: 'later', answer: `Kannel ${(reason as Error).name}` }
    }
  }
  return { send, close: () => {} }
}

function split(url: string) {
  const { username, password, origin, pathname } = new URL(url)
  return {
    username: decodeURIComponent(username),
    password: decodeURIComponent(password),
    href: `${origin}${pathname}`,
  }
}
