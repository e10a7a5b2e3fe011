import type { Db } from '../db/database.ts'
import type { MessengerName } from './messenger.ts'

/** What a service calls a message of ours, and what it says became of it, whichever comes first. */

const write = (db: Db, name: MessengerName, id: string, ours: string | null, arrived: boolean | null, now: Date) =>
  db.intake`select network_says(${name}, ${db.intake.json([{ number: id, others: [] }])}, ${ours}, ${arrived}, ${now})`

/** @param ours our own number: `n12` is a notice, `r12` an answer */
export const isCalled = (db: Db, name: MessengerName, id: string, ours: string, now: Date) =>
  write(db, name, id, ours, null, now)
export const hasFared = (db: Db, name: MessengerName, id: string, arrived: boolean, now: Date) =>
  write(db, name, id, null, arrived, now)
