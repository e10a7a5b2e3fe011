import type { Arrived } from '../inbox/accept.ts'

/** The contract of every door by which messages come: the messages of one delivery, each with the key that it is kept under.
 *  Pure: nothing is asked, and nothing is thought about yet. The provider is told that they came when all of them are durable.
 *  What leaves is sent by a `Mailer`, a `Gateway` or a `Messenger`: taken, refused for good, or later, with the answer. */
export type Opened = readonly Omit<Arrived, 'receivedAt'>[]

/** A delivery that is not from whom it says, or that nobody can read. */
export type Unopened = 'unsigned' | 'malformed'

/** @param body the very bytes that came: signatures are over them. */
export type OpenDelivery = (body: Uint8Array, header: (name: string) => string | undefined) => Opened | Unopened
