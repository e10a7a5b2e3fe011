import { type AuthenticateResult, authenticate, type DNSResolver } from 'mailauth'
import type { KeptLetter } from './kept.ts'

/** Does a letter come from the domain that its sender names? By SPF, DKIM and DMARC; what the letter says of itself counts nothing. */

export type Proof = 'proven' | 'unproven'
/** @throws when the names cannot be asked for now: the letter is read again later. */
export type Prover = (letter: Pick<KeptLetter, 'from' | 'remote' | 'helo'>, raw: Uint8Array) => Promise<Proof>

const here = /^(::1|127\.|::ffff:127\.)/

/** `mta` is our own name. From a mail server of ours on this machine, the client is the one that it wrote down last. */
export const prover =
  (mta: string, resolver?: DNSResolver): Prover =>
  async ({ from, remote, helo }, raw) => {
    const behind = here.test(remote)
    const result = await authenticate(Buffer.from(raw), {
      mta,
      sender: from,
      ...(behind ? { trustReceived: true } : { ip: remote, helo }),
      disableArc: true,
      disableBimi: true,
      ...(resolver ? { resolver } : {}),
    })
    return judge(result)
  }

/** A domain that says how its letters are proven is believed; one that says nothing has proven a letter that it signed or sent. */
function judge({ dmarc, spf, dkim }: AuthenticateResult): Proof {
  const result = dmarc === false ? 'none' : dmarc.status.result
  if (result === 'temperror') throw new Error('a name server did not answer')
  if (result === 'pass') return 'proven'
  const [from, ...more] = dkim.headerFrom
  const domain = from?.slice(from.lastIndexOf('@') + 1).toLowerCase()
  if (result !== 'none' || !domain || more.length > 0 || dkim.fromFields !== 1) return 'unproven'
  const signed = dkim.results.some((one) => one.status.result === 'pass' && speaksFor(one.signingDomain, domain))
  const sent = spf !== false && spf.status.result === 'pass' && speaksFor(spf.domain, domain)
  return signed || sent ? 'proven' : 'unproven'
}

/** The domain itself, or one above it: who has a name below another does not speak for it. */
function speaksFor(one: string | undefined, domain: string): boolean {
  const name = one?.toLowerCase()
  return name?.includes('.') === true && (name === domain || domain.endsWith(`.${name}`))
}
