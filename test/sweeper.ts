import { ruleBook } from '../src/agency/rulebook.ts'
import { database } from '../src/db/database.ts'
import { escalate } from '../src/job/clock/escalate.ts'

/** A worker that does nothing but the clock's round, and says each page that it has done: one of several, to be killed. */
const [ownerUrl = '', appUrl = '', at = ''] = process.argv.slice(2)
const db = database({ url: ownerUrl, appUrl, max: 2 })
const now = new Date(at)
const rules = ruleBook(db, () => now)
await escalate({ db, rules }, now, (done) => process.stdout.write(`${JSON.stringify(done)}\n`))
await db.end()
