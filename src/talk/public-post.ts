import type { Tx } from '../db/database.ts'
import type { Arrived } from '../inbox/accept.ts'
import { type Keys, sealJson } from '../person/seal.ts'
import type { Channel } from '../report/report.ts'
import type { Said } from './messenger.ts'

/** A public post that somebody of ours brings in by its address: the same message as if its service had handed it in. */

/** `address`: of no post. `elsewhere`: of another service. `spent`: the service has cost enough today. */
export type NoPost = 'address' | 'elsewhere' | 'gone' | 'own' | 'repost' | 'spent'
export type FoundPost =
  | Readonly<{ ok: true; said: Said; arrived: Omit<Arrived, 'receivedAt'> }>
  | Readonly<{ ok: false; refusal: NoPost }>

/** What pages ask of the services on which people talk with us. */
export type Services = Readonly<{
  /** What was said in a kept message, as its service shows it now. @throws when the service cannot be asked */
  saidIn: (channel: Channel, message: unknown) => Promise<Said | undefined>
  /** @throws when the service cannot be asked */
  postOf?: ((url: string) => Promise<FoundPost>) | undefined
  /** What each may cost in a day, in thousandths of a dollar. */
  most: Readonly<Partial<Record<Channel, number>>>
}>

/** `known`: it is a report already, or part of one. `secret`: its author asked for secrecy, and it stays set aside. */
export type Brought = Readonly<{ state: 'taken' | 'known' | 'secret'; reference: string | null }>

/** Says of a post that was accepted that it is a report. Its reader files it. Read as an operator of the centre.
 *  @returns nothing for anybody else */
export async function bringIn(tx: Tx, keys: Keys, key: string, message: object): Promise<Brought | undefined> {
  const [row] = await tx<Brought[]>`select * from post_by_hand(${key}, ${sealJson(keys, message)})`
  return row
}
