import type { Arrived } from './accept.ts'

/** What a service hands to a door at once, told apart without thinking about it. The provider is told that it came when every
 *  message of it is durable. */

/** The messages of one delivery, each with the number that the service gave it. */
export type Opened = readonly Omit<Arrived, 'receivedAt'>[]
/** It is not from whom it says, or nobody can read it. */
export type Unopened = 'unsigned' | 'malformed'
/** Pure. @param body the very bytes that came: signatures are over them. */
export type OpenDelivery = (body: Uint8Array, header: (name: string) => string | undefined) => Opened | Unopened

/** How a service makes sure that the door is ours. @returns what to answer, or nothing where it is not to be answered. */
export type Challenge = (
  query: (name: string) => string | undefined,
) => { status: 200 | 400 | 403; body: string; type: string } | undefined

/** A door for one service: what comes by POST, and how the service asks for us by GET. */
export type Webhook = Readonly<{ open: OpenDelivery; challenge?: Challenge }>
