import { isIP } from 'node:net'

/** What an address of the web must be before anybody is asked for it. Pure. */

/** The number in a host that is one (the standard of URLs has already turned 127.1, 0x7f000001 and 2130706433 into 127.0.0.1). */
export const numberIn = (host: string): string | undefined => {
  const bare = host.replace(/^\[|\]$/g, '')
  return isIP(bare) ? bare : undefined
}

/** The address that is meant, seen from the one before, unless it is none or has a name and password in it. */
export function targetOf(text: string, from?: URL): URL | undefined {
  const url = URL.parse(text, from?.href)
  return url?.username === '' && url.password === '' ? url : undefined
}
