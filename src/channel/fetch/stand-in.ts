import { numberIn } from './target.ts'

/** The origin of a service's API where it may be fetched from although it is on this machine: a stand-in, never in
 *  production. Pure. */
export function standIn(apiUrl: string, production: boolean): readonly string[] {
  const { hostname, origin } = new URL(apiUrl)
  const here = hostname === 'localhost' || hostname === '[::1]' || numberIn(hostname)?.startsWith('127.')
  return here && !production ? [origin] : []
}
