import type { Sent } from '../mailer.ts'

/** The wire on which short messages leave. `id` is our own number of the message; its fate is reported by it. */
export type Text = Readonly<{ id: string; to: string; text: string }>
export type Gateway = Readonly<{ send: (text: Text) => Promise<Sent>; close: () => void }>

export type Weighted = Readonly<{ gateway: Gateway; weight: number }>

/** Several ways out: each takes its share, and when one is away the next one is asked. What one refuses for good is refused. */
export function several(ways: readonly Weighted[], random: () => number = Math.random): Gateway {
  const order = () =>
    ways
      .map((way) => ({ way, at: -Math.log(1 - random()) / way.weight }))
      .sort((a, b) => a.at - b.at)
      .map(({ way }) => way.gateway)
  const send = async (text: Text): Promise<Sent> => {
    let last: Sent = { ok: false, reason: 'later', answer: 'no gateway' }
    for (const gateway of order()) {
      last = await gateway.send(text)
      if (last.ok || last.reason === 'refused') return last
    }
    return last
  }
  return { send, close: () => ways.forEach(({ gateway }) => void gateway.close()) }
}
