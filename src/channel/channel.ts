import type { Webhook } from '../inbox/delivery.ts'
import type { Messenger } from '../talk/messenger.ts'

/** The contract of a service on which people talk with us: a door by which it hands in what came, kept before it is told so;
 *  and, for each kind of talk, what an event means and how an answer leaves, taken or refused with a reason. */
export type Service = Readonly<{ webhook: Webhook; messengers: readonly Messenger[] }>
