import { withActor } from '../db/actor.ts'
import type { Kept } from '../inbox/read.ts'
import { reportKeyOf, type Taking } from '../mail/take.ts'
import { contactHash, unsealJson } from '../person/seal.ts'
import { clean } from '../report/input.ts'
import type { NameBook } from '../sms/named.ts'
import type { Own } from '../sms/own.ts'
import { answeredLately } from '../sms/standing.ts'
import { type Begun, begunInPublic } from './begun.ts'
import { came, namesPlace, withoutHandles } from './heard/came.ts'
import { type Holding, type Turn, turn } from './heard/turn.ts'
import type { Messenger, MessengerName, Said } from './messenger.ts'
import { type Before, filedAlready, reportsOf, type Standing, standingOf, threadOf, wordsBefore } from './standing.ts'
import { carriedBy } from './words.ts'

/** One message, and all that is known when it is thought about. */

export type Talking = Readonly<{
  taking: Taking
  messenger: Messenger
  /** What the installation is called, and where a report can be made without a name. */
  service: string
  site: string
  /** How the agencies are called. */
  names: () => Promise<NameBook>
}>

export type Hearing = Talking &
  Readonly<{
    kept: Kept
    said: Said
    contact: Buffer
    text: string
    standing: Standing
    /** They go on alone about what they said in public. */
    begun: Begun | undefined
    /** What waited for these words. */
    held: readonly Said[]
    mine: readonly Own[]
    /** The report that we talk about: of an agency's question, of this talk or of this public thread. */
    about: Own | undefined
    /** Answers to this person in a day. */
    lately: number
    /** What these words stand in place of: the report that they became, and whose it is. */
    before: Before | undefined
    /** A try before this one has filed it already. */
    filed: boolean
  }>

/** Recognises an account of a service without keeping it. */
export const accountHash = (keys: Taking['keys'], name: MessengerName, id: string): Buffer =>
  contactHash(keys, `${name}:${id}`)

export async function hear(talking: Talking, kept: Kept, heard: Said): Promise<Hearing> {
  const said = { ...heard, text: withoutHandles(heard.text) }
  const { taking, messenger } = talking
  const contact = accountHash(taking.keys, messenger.name, said.from.id)
  // All asked at once, so that they are one way to the database and back.
  const known = await withActor(taking.db, { kind: 'system' }, async (tx) => {
    const [standing, mine, thread, filed, before, lately] = await Promise.all([
      standingOf(tx, contact, taking.now()),
      reportsOf(tx, contact),
      said.reach === 'public' ? threadOf(tx, messenger.name, said.thread, contact) : null,
      filedAlready(tx, reportKeyOf(kept.key)),
      said.edited ? wordsBefore(tx, messenger.name, said.id, contact) : undefined,
      answeredLately(tx, contact, taking.now()),
    ])
    const isIdle = said.reach === 'private' && standing.about === null && standing.held.length === 0
    const begun = isIdle ? await begunInPublic(tx, messenger.name, contact, standing.heardAt, taking.now()) : undefined
    return { standing, mine, thread, lately, filed, before, begun }
  })
  const { mine, lately, filed, before, begun } = known
  const standing = begun ? { ...known.standing, about: begun.about, lacks: begun.lacks } : known.standing
  const waiting = standing.held.filter((id) => id !== kept.id)
  const held = said.reach === 'private' ? await saidBefore(talking, waiting) : []
  const ofTalk = mine.find(({ reporterId }) => reporterId === (said.reach === 'public' ? known.thread : standing.about))
  const asked = said.reach === 'private' ? mine.find((own) => own.asked && !own.secret) : undefined
  const text = clean(said.pressed ?? carriedBy(said.text) ?? said.text, 10_000)
  const about = asked ?? ofTalk
  return { ...talking, kept, said, contact, text, standing, begun, held, mine, about, lately, before, filed }
}

/** Messages that were kept before, understood once more. */
async function saidBefore({ taking, messenger }: Talking, ids: readonly number[]): Promise<Said[]> {
  if (ids.length === 0) return []
  const rows = await withActor(
    taking.db,
    { kind: 'system' },
    (tx) =>
      tx<
        { sealed: Uint8Array }[]
      >`select sealed from inbox where id = any(${[...ids]}) and sealed is not null order by id`,
  )
  const events = await Promise.all(rows.map(({ sealed }) => messenger.read(unsealJson(taking.keys, sealed))))
  return events.flatMap((event) => (event.is === 'said' ? [event.said] : []))
}

/** The last message that was added to a report or set aside, with its words. */
export async function lastSaid(h: Hearing): Promise<Said | undefined> {
  return h.standing.last === null ? undefined : (await saidBefore(h, [h.standing.last]))[0]
}

/** What messages say of the facts beside their words. */
export const holdsOf = (said: readonly Said[]): Holding => ({
  place: said.some((one) => one.pin !== undefined || namesPlace(one.text)),
  photo: said.some(({ media }) => media.some(({ kind }) => kind === 'image')),
})

/** How long it has waited to be thought about, in milliseconds. */
export const waited = ({ taking, kept }: Hearing): number => taking.now().getTime() - kept.receivedAt.getTime()

/** Nobody takes another photo so soon. */
const together = 5_000

/** A photo without words right behind what they sent before, as the pictures of an album come: answered with it. */
export function isOneOfMany({ said, text, standing: { heardAt }, taking }: Hearing): boolean {
  if (heardAt === null || text !== '' || said.pin !== undefined || said.media.length === 0) return false
  return taking.now().getTime() - heardAt.getTime() < together
}

/** What is done about it, by the table. */
export function turnOf(h: Hearing): Turn {
  const { said, standing, held, about, text } = h
  const talk = {
    lacks: standing.lacks,
    about: about === undefined ? ('nothing' as const) : about.asked ? ('question' as const) : ('report' as const),
    held: held.length > 0,
    reach: said.reach,
  }
  const found = turn(talk, came({ ...said, text }), holdsOf([...held, said]))
  const isReport = h.filed || (h.kept.byHand && found.do !== 'add')
  return isReport ? { ...found, do: 'file', lacks: found.do === 'file' ? found.lacks : [] } : found
}
