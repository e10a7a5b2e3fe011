import { hand } from './hand.ts'
import { askings, before, type Heard, type Message, shuffled, storm } from './messages.ts'
import { type Scene, times } from './play.ts'
import type { Product } from './product.ts'
import type { Wire } from './wire.ts'

/** The replay of letters and short messages. */

type Letters = Scene<Message> & Readonly<{ sent: () => readonly Message[] }>

export function letters(
  { doors }: Product,
  { post, texts }: Wire,
  { n, hands, seed }: { n: number; hands: number; seed: number },
): Letters {
  const [first, asked] = [before(n), askings(n)]
  let later: readonly Message[] = []
  return {
    hands: Array.from({ length: hands }, () => hand(doors)),
    peace: [() => first, () => asked],
    storm: () => {
      later = storm(n, heard(post, texts()))
      return shuffled(later, times, seed)
    },
    sent: () => [...first, ...asked, ...later],
  }
}

/** What the people who have reported before were sent. */
function heard(post: Wire['post'], told: ReturnType<Wire['texts']>): Heard {
  const addresses = new Map(post.received.map(({ to, headers }) => [to[0], headers.get('reply-to')]))
  const codes = new Map(
    told.flatMap(
      ({ to, text }) =>
        /BATAL (\d{4})/
          .exec(text)
          ?.slice(1)
          .map((code) => [to, code]) ?? [],
    ),
  )
  const known = (found: string | undefined, who: string) => {
    if (found === undefined) throw new Error(`${who} was sent no answer`)
    return found
  }
  return {
    addressOf: (writer) => known(/[^<>\s]+@[^<>\s]+/.exec(addresses.get(writer) ?? '')?.[0], writer),
    codeOf: (phone) => known(codes.get(`+${phone}`), phone),
  }
}
