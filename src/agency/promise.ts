import type { Tx } from '../db/database.ts'
import type { Day } from './working-days.ts'

/** What citizens are promised: limits as rows with a legal basis and a time in which they hold. */

export const steps = ['verify', 'answer', 'settle', 'cap', 'respond', 'question', 'dispute', 'appeal'] as const
export type Step = (typeof steps)[number]
export type PromiseClass = 'complaint' | 'aspiration' | 'information_request'
export type Limit = Readonly<{ days: number; unit: 'working' | 'calendar'; basis: string }>
export type ServicePromise = Limit &
  Readonly<{
    id: number
    step: Step
    /** Null: whatever the class, whatever the content. */
    class: PromiseClass | null
    oversight: boolean | null
    validFrom: Day
    validTo: Day | null
  }>
export type Promises = readonly ServicePromise[]

/** The promises that hold on a day. */
export async function promisesOn(tx: Tx, day: Day): Promise<Promises> {
  return tx<ServicePromise[]>`
    select id, step, class, oversight, days, unit, basis, valid_from, valid_to from promise
    where valid_from <= ${day} and (valid_to is null or valid_to > ${day}) order by step, class, oversight`
}

/** Every promise that holds now, held once or will hold, newest first within a step. */
export async function allPromises(tx: Tx): Promise<Promises> {
  return tx<ServicePromise[]>`
    select id, step, class, oversight, days, unit, basis, valid_from, valid_to from promise
    order by step, class, oversight, valid_from desc`
}

/** The limit of a step: the row that says most about the class and the content wins. Throws when nothing is promised. */
export function limitFor(promises: Promises, step: Step, type: PromiseClass, oversight: boolean): Limit {
  const fitting = promises.filter(
    (row) =>
      row.step === step && (row.class ?? type) === type && (row.oversight === null || row.oversight === oversight),
  )
  const weight = (row: ServicePromise): number => (row.class ? 2 : 0) + (row.oversight === null ? 0 : 1)
  const [best] = fitting.sort((a, b) => weight(b) - weight(a))
  if (!best) throw new Error(`no promise for ${step} of ${type}`)
  return { days: best.days, unit: best.unit, basis: best.basis }
}
