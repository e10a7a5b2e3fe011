import type { Db, Tx } from './database.ts'
import { type Reserved, reserve } from './reserve.ts'

/** Who is acting. The policies of the database read it; it lives as long as one transaction. */
export type Actor =
  | { kind: 'public' }
  /** Signing in, resetting: may look an account up, nothing else. */
  | { kind: 'door' }
  | { kind: 'reporter'; reporterId: number; reportIds: readonly number[] }
  | {
      kind: 'staff'
      personId: number
      agencyId: number
      /** Path of the own agency, e.g. `/1/35/3572/`. */
      path: string
      /** Reads reports held by the own agency. */
      reads: boolean
      /** Reads everything held below the own agency. */
      readsBelow: boolean
      /** Reads every oversight complaint below the own agency. */
      inspects: boolean
      /** Manages agencies and accounts below the own agency. */
      manages: boolean
    }
  | { kind: 'system' }

type Settings = [
  kind: string,
  person: string,
  agency: string,
  path: string,
  below: string,
  inspects: string,
  report: string,
  /** Where somebody of the staff belongs, whatever they may read: no accused agency sees a report about itself. */
  place: string,
]

function settings(actor: Actor): Settings {
  if (actor.kind === 'reporter')
    return ['reporter', String(actor.reporterId), '', '', '', '', `{${actor.reportIds.join()}}`, '']
  if (actor.kind !== 'staff') return [actor.kind, '', '', '', '', '', '', '']
  const { path, personId, agencyId, reads, readsBelow, inspects, manages } = actor
  return [
    'staff',
    String(personId),
    reads ? String(agencyId) : '',
    manages ? path : '',
    readsBelow ? path : '',
    inspects ? path : '',
    '',
    path,
  ]
}

/** Thrown when a commit was answered with anything but COMMIT: the outcome is not a success, whatever went before. */
export class NotCommitted extends Error {}

/** Begins, and tells the database who acts. Not waited for: what follows on the connection comes after it. */
function open({ tx, begin }: Reserved, actor: Actor): Promise<unknown> {
  const [kind, person, agency, manages, below, inspects, reports, place] = settings(actor)
  const opened = Promise.all([
    begin(),
    tx`select set_config('app.kind', ${kind}, true), set_config('app.person', ${person}, true),
              set_config('app.agency', ${agency}, true), set_config('app.manages', ${manages}, true),
              set_config('app.below', ${below}, true), set_config('app.inspects', ${inspects}, true),
              set_config('app.report', ${reports}, true), set_config('app.path', ${place}, true)`.execute(),
  ])
  opened.catch(() => {})
  return opened
}

/** Runs `work` in one transaction in which the database knows who acts. Everything it writes is kept together or not at all. */
export async function withActor<T>(db: Db, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  const reserved = await reserve(actor.kind === 'system' ? db.worker : db.app)
  const { tx, whileThere } = reserved
  try {
    const opened = open(reserved, actor)
    const result = await whileThere(work(tx))
    await whileThere(opened)
    const { command } = await whileThere(tx`commit`)
    if (command !== 'COMMIT') throw new NotCommitted(`the transaction ended with ${command}`)
    return result
  } catch (reason) {
    await reserved.rollback()
    throw reason
  } finally {
    reserved.release()
  }
}

/** The same for work that answers with a refusal: what was written before a refusal is undone. */
export async function attempt<T extends { ok: boolean }>(
  db: Db,
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  let refused: T | undefined
  try {
    return await withActor(db, actor, async (tx) => {
      const result = await work(tx)
      if (result.ok) return result
      refused = result
      throw new Refused()
    })
  } catch (reason) {
    if (reason instanceof Refused && refused) return refused
    throw reason
  }
}

class Refused extends Error {}
