import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, client } from '../../../bench/client.ts'
import { dice, shuffled } from '../messages.ts'
import { type Hand, type Scene, times } from '../play.ts'
import type { Product } from '../product.ts'
import { type Delivery, delivered, waysTo, written } from './events.ts'
import { isFirst, type Saying, sayings } from './said.ts'
import type { World } from './world.ts'

/** The replay of services: what they hand in, and what the door answers. */

/** `status` 0: the connection broke before an answer. */
export type Answer = Readonly<{ status: number; took: number }>
export type Services = Scene<Delivery> & Readonly<{ sent: readonly Saying[]; answers: readonly Answer[] }>

const request = (port: number, { path, body, headers }: Delivery) => {
  const lines = Object.entries({ 'content-type': 'application/json', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`) // biome-ignore format: one line
  return `POST ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Length: ${body.length}\r\n${lines.join('')}\r\n${body}`
}

function hand(port: number, answers: Answer[]): Hand<Delivery> {
  let open: Client | undefined
  const close = () => {
    open?.close()
    open = undefined
  }
  const once = async (delivery: Delivery): Promise<number> => {
    const began = performance.now()
    const ask = async () => {
      open ??= await client(port)
      return (await open.ask(request(port, delivery))).status
    }
    const status = await ask().catch(() => 0)
    answers.push({ status, took: performance.now() - began })
    if (status === 0) close()
    return status
  }
  const brings = async (delivery: Delivery): Promise<void> => {
    while ((await once(delivery)) !== 200) await sleep(50)
  }
  return { brings, close }
}

export function onServices(
  { doors }: Product,
  world: World,
  { n, hands, seed }: { n: number; hands: number; seed: number },
): Services {
  const sent = sayings(n)
  const ways = waysTo(world, new Date())
  const first = written(ways, sent.filter(isFirst))
  const later = written(
    ways,
    sent.filter((one) => !isFirst(one)),
  )
  const answers: Answer[] = []
  const random = dice(seed)
  return {
    hands: Array.from({ length: hands }, () => hand(doors.webPort, answers)),
    peace: [() => delivered(ways, first, random)],
    storm: () => {
      answers.length = 0
      return delivered(ways, shuffled(later, times, seed), random)
    },
    sent,
    answers,
  }
}
