import type { Sent } from '../notice/mailer.ts'
import type { Channel } from '../report/report.ts'

/** Services on which people talk with us, and the contract that each of them keeps. Losing one never touches the others. */

export const messengers = ['x', 'facebook', 'instagram', 'whatsapp', 'telegram'] as const satisfies readonly Channel[]
export type MessengerName = (typeof messengers)[number]

/** A photo, film, sound or file that somebody sent: its address or the service's own number of it. */
export type Medium = Readonly<{ ref: string; kind: 'image' | 'video' | 'audio' | 'file'; name?: string | undefined }>
export type Pin = Readonly<{ latitude: number; longitude: number; label: string }>
/** A post that somebody quoted or replied to: what they mean, not what they said. */
export type Quoted = Readonly<{ by: string; text: string }>

/** What somebody said, whatever the service calls it. */
export type Said = Readonly<{
  /** The service's own number of the person, and what they call themselves there. */
  from: Readonly<{ id: string; name: string }>
  /** Only they and we can read it, or everyone. */
  reach: 'private' | 'public'
  /** The service's number of the message or post: an answer in public stands under it. */
  id: string
  /** The public thread that it belongs to: what one author says in it is one report. Of a private talk, the person. */
  thread: string
  at: Date
  text: string
  quoted: readonly Quoted[]
  media: readonly Medium[]
  pin?: Pin | undefined
  /** What a button of ours carried. */
  pressed?: string | undefined
  /** They changed what they had said under the same `id`: these words stand in its place. They may be the same as before. */
  edited?: true | undefined
}>

/** What an event of a service means. */
export type Event =
  | Readonly<{ is: 'said'; said: Said }>
  /** Its author took a post or message back. */
  | Readonly<{ is: 'deleted'; id: string; by: string }>
  /** Of a message of ours, by the number that the service gave it or that we gave; or of every message to a person, by theirs,
   *  when they close the talk or open it again. */
  | Readonly<{ is: 'fate'; id: string; arrived: boolean; of?: 'person' | undefined }>
  /** An echo of our own, a reading receipt, a like. */
  | Readonly<{ is: 'noise'; reason: string }>

export type Button = Readonly<{ carries: string; title: string }>

/** A message of ours. */
export type Out = Readonly<{
  /** Our own number of it, the same at every try. */
  id: string
  /** To a person alone; under a public post; to the author of a public post alone, which opens a talk where the service allows it. */
  way: 'private' | 'public' | 'invited'
  /** The person, or the post. */
  to: string
  text: string
  buttons: readonly Button[]
  /** When the person last wrote to us: some services close the talk a day later. */
  heardAt: Date | null
  /** Somebody on the staff wrote these very words to this person: some services keep the talk open longer for those. */
  byHand?: boolean
  language: 'id' | 'en'
}>

/** `closed`: the service does not let us write to this person now; another way has to be found. `id`: the service's number of it. */
export type Told = (Sent & { id?: string }) | { ok: false; reason: 'closed'; answer: string }

export type Messenger = Readonly<{
  name: MessengerName
  /** How long a message may be, in the characters that the service counts. */
  longest: Readonly<Record<'private' | 'public', number>>
  /** As the service counts. */
  lengthOf: (text: string) => number
  /** What a message that its door kept means, as it was kept. May ask the service, where an event is only a hint. @throws to be asked again later: `NotYet` of
   *  the inbox for as long as it takes, anything else a few times. */
  read: (event: unknown) => Promise<Event>
  send: (out: Out) => Promise<Told>
  /** @returns nothing when it is gone, too large (see `mostBytes`) or not to be fetched. @throws to be asked again later. */
  fetch: (medium: Medium) => Promise<Uint8Array | undefined>
  /** Takes a public post out of sight where the service lets us. */
  hide: (id: string) => Promise<boolean>
}>

/** As large as a file may be in the form. */
export const mostBytes = 10_000_000
