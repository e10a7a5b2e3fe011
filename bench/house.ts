import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { loadCountry } from '../seed/country.ts'
import { type RuleBook, ruleBook } from '../src/agency/rulebook.ts'
import { bringUp } from '../src/cli/tables.ts'
import { type Db, database } from '../src/db/database.ts'
import { startEmbedded } from '../src/db/embedded/start.ts'
import type { Role, Staff } from '../src/person/may.ts'
import { type Keys, keysFrom, seal } from '../src/person/seal.ts'
import { newReference } from '../src/report/reference.ts'
import { keepAllFindable } from '../src/report/search/keep.ts'
import { keepFigures, markMissed } from '../src/supervision/figure/keep.ts'
import { keepHappened } from '../src/supervision/week/keep.ts'

/** A house for measuring: the embedded database as it always runs, the whole country, three desks and years of reports. */

export type House = Readonly<{
  owner: postgres.Sql
  ownerUrl: string
  appUrl: string
  db: Db
  keys: Keys
  secret: string
  book: RuleBook
  staff: Readonly<Record<Desk, Staff>>
  close: () => Promise<void>
}>

const team = {
  centre: [1, 'operator'],
  city: [3572, 'operator'],
  unit: [3572006, 'liaison'],
  officer: [3572006, 'officer'],
} as const satisfies Record<string, readonly [number, Role]>
export type Desk = keyof typeof team

const secret = 'only for measuring, on a database that is thrown away'

export async function house(reports: number): Promise<House> {
  const ends = new AsyncDisposableStack()
  try {
    const folder = await mkdtemp(join(tmpdir(), 'lapor-bench-'))
    ends.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 20 }))
    const embedded = await startEmbedded({ dataDir: folder, log: () => {} })
    ends.defer(embedded.stop)
    await bringUp({ ...embedded, embedded: true })
    const owner = postgres(embedded.ownerUrl, { max: 1, onnotice: () => {} })
    ends.defer(() => owner.end())
    await loadCountry(owner, 'national')
    await issue(owner)
    await fill(owner, keysFrom(secret), reports)
    const db = database({ ...embedded, url: embedded.ownerUrl, max: 16 })
    ends.defer(db.end)
    await keepAllFindable(db)
    const rules = ruleBook(db, () => new Date())
    const book = await rules()
    await countEverything(db, rules)
    await owner`vacuum analyze`
    const { ownerUrl, appUrl } = embedded
    const close = () => ends.disposeAsync()
    return { owner, ownerUrl, appUrl, db, keys: keysFrom(secret), secret, book, staff: await everybody(db), close }
  } catch (reason) {
    await ends.disposeAsync()
    throw reason
  }
}

/** Accounts as the product issues them, so that it does not take this for an empty house and tell its stories. */
async function issue(owner: postgres.Sql): Promise<void> {
  for (const [name, [agencyId, role]] of Object.entries(team))
    await owner`
      insert into account (agency_id, agency_path, username, name, roles)
      select id, path, ${name}, ${name}, ${[role]} from agency where id = ${agencyId}`
}

async function everybody(db: Db): Promise<House['staff']> {
  const rows = await db.worker<Staff[]>`
    select p.id as person_id, p.name, p.username, a.id as agency_id, a.name as agency_name, a.kind as agency_kind,
      a.path, a.zone, p.roles, p.language, p.must_change
    from account p join agency a on a.id = p.agency_id`
  return Object.fromEntries(rows.map((person) => [person.name, person])) as House['staff']
}

/** The sums of so many reports have nearly as many rows as those of all, and a page reads rows. */
const summed = 20_000

/** What the background keeps for the pages of supervisors. */
async function countEverything(db: Db, rules: () => Promise<RuleBook>): Promise<void> {
  const now = new Date()
  await markMissed({ db, rules })
  await keepFigures({ db, rules }, now, summed)
  await keepHappened(db, now)
}

async function fill(owner: postgres.Sql, keys: Keys, reports: number): Promise<void> {
  const references = new Set<string>()
  while (references.size < reports) references.add(newReference(randomBytes(7)))
  const text = await readFile(new URL('../../bench/fill.sql', import.meta.url), 'utf8')
  await owner.begin(async (tx) => {
    await tx`create temp table ref as
      select n::int, reference from unnest(${[...references]}::text[]) with ordinality as r(reference, n)`
    await tx`create temp table sample as select ${seal(keys, { name: 'Siti Aminah', phone: '081200000000' })}::bytea as sealed`
    await tx.unsafe(text)
  })
  await owner`vacuum analyze`
}
