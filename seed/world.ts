import { createHash } from 'node:crypto'
import { type RuleBook, rulesFor } from '../src/agency/rulebook.ts'
import { addWorkingDays, dayOf, isWorkingDay, type Zone } from '../src/agency/working-days.ts'
import { attempt, withActor } from '../src/db/actor.ts'
import type { Db } from '../src/db/database.ts'
import { actorOf, type Staff } from '../src/person/may.ts'
import type { Keys } from '../src/person/seal.ts'
import { draft } from '../src/report/draft.ts'
import { fileReport, type Receipt } from '../src/report/file.ts'
import { inputs } from '../src/report/input.ts'
import { intake } from '../src/report/intake.ts'
import { move, type Request, type Who } from '../src/report/move.ts'
import { keepFigures, markMoved } from '../src/supervision/figure/keep.ts'
import { keepHappened } from '../src/supervision/week/keep.ts'
import { desks } from './stories/desks.ts'
import { elsewhere } from './stories/elsewhere.ts'
import { integrity } from './stories/integrity.ts'
import { lights } from './stories/lights.ts'
import { services } from './stories/services.ts'
import type { Step, Story, When } from './stories/story.ts'
import { streets } from './stories/streets.ts'
import { surroundings } from './stories/surroundings.ts'

/** The demonstration: reports of invented people, told by playing every step through the real commands in the past. */

export const stories: readonly Story[] = [
  ...streets,
  ...lights,
  ...surroundings,
  ...services,
  ...integrity,
  ...elsewhere,
  ...desks,
]

type World = Readonly<{
  db: Db
  keys: Keys
  book: RuleBook
  now: Date
  staff: ReadonlyMap<string, Staff>
  filed: Map<string, Receipt>
}>
type Line = { story: Story; step: Step; at: Date }

const jakarta: Zone = 'Asia/Jakarta'
const aDay = 86_400_000

/** Files and moves the reports that are not there yet; a story that was begun is never told again.
 *  @returns the references by the names of the stories. */
export async function seedWorld(db: Db, keys: Keys, book: RuleBook, now: Date): Promise<ReadonlyMap<string, string>> {
  const { staff, agencies, known } = await around(db)
  const world = { db, keys, book, now, staff, filed: new Map<string, Receipt>() }
  const told = stories.filter((story) => !known.has(keyOf(story)) && possible(story, staff, agencies))
  await fileAll(world, told)
  const cases = Map.groupBy(
    told.filter(({ name }) => world.filed.has(name)),
    (story) => story.with ?? story.name,
  )
  await Promise.all(Array.from(cases.values(), (together) => play(world, together)))
  await forgetOldNews(world)
  return new Map(Array.from(world.filed, ([name, { reference }]) => [name, reference]))
}

/** Derived from the name, so that a second start finds what the first has made. */
function keyOf({ name }: Story): string {
  const hex = createHash('sha256').update(`story ${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

function around(db: Db) {
  return withActor(db, { kind: 'system' }, async (tx) => {
    const people = await tx<Staff[]>`
      select p.id as person_id, p.name, p.username, a.id as agency_id, a.name as agency_name, a.kind as agency_kind,
        a.path, a.zone, p.roles, p.language, p.must_change
      from account p join agency a on a.id = p.agency_id`
    const agencies = await tx<{ id: number }[]>`select id from agency`
    const reports = await tx<{ key: string }[]>`select key from report where key = any(${stories.map(keyOf)}::uuid[])`
    return {
      staff: new Map(people.map((person) => [person.username, person])),
      agencies: new Set(agencies.map(({ id }) => id)),
      known: new Set(reports.map(({ key }) => key)),
    }
  })
}

/** A city's own installation knows neither ministries nor other places. */
function possible({ by, steps }: Story, staff: World['staff'], agencies: ReadonlySet<number>): boolean {
  const people = [by ?? 'pelapor', ...steps.map(([, who]) => who)]
  const named = steps.flatMap(([, , , input]) => ('agencyId' in input ? [input.agencyId as number] : []))
  return (
    people.every((who) => who === 'pelapor' || who === 'jam' || staff.has(who)) && named.every((id) => agencies.has(id))
  )
}

export function instant(when: When, { book, now }: Pick<World, 'book' | 'now'>): Date {
  const [ago = '', time] = when.split(' ')
  if (!time) return new Date(now.getTime() - Number.parseInt(ago, 10) * 60_000)
  const { calendar } = rulesFor(book, null)
  let day = now
  for (let left = Number(ago); left > 0; ) {
    day = new Date(day.getTime() - aDay)
    if (isWorkingDay(day, calendar, jakarta)) left--
  }
  return new Date(`${dayOf(day, jakarta)}T${time}:00+07:00`)
}

/** In the order in which they were sent, in a few batches. */
async function fileAll(world: World, told: readonly Story[]): Promise<void> {
  const send = intake(world.db.intake)
  const sent = told.map((story) => ({ story, at: instant(story.sent, world) }))
  sent.sort((a, b) => a.at.getTime() - b.at.getTime())
  const root = await withActor(world.db, { kind: 'public' }, async (tx) => {
    const [row] = await tx<{ id: number; zone: Zone }[]>`select id, zone from agency where parent_id is null`
    return row
  })
  if (!root) return
  await Promise.all(
    sent.map(async ({ story, at }) => {
      const writer = story.by === undefined ? undefined : world.staff.get(story.by)
      const filer = {
        intake: send,
        keys: world.keys,
        rules: rulesFor(world.book, null),
        holder: writer ? { id: writer.agencyId, zone: writer.zone as Zone } : root,
        channel: story.channel ?? ('web' as const),
        language: 'id' as const,
        ...(writer ? { onBehalf: writer } : {}),
      }
      const receipt = await fileReport(filer, draft.parse(story.draft), keyOf(story), at)
      if (receipt.ok) world.filed.set(story.name, receipt)
    }),
  )
}

/** The steps of stories that touch each other, in the order of their instants. */
async function play(world: World, together: readonly Story[]): Promise<void> {
  const lines = together.flatMap((story) =>
    story.steps.map((step): Line => ({ story, step, at: instant(step[0], world) })),
  )
  lines.sort((a, b) => a.at.getTime() - b.at.getTime())
  for (const line of lines) await playLine(world, line)
}

async function playLine(world: World, { story, step, at }: Line): Promise<void> {
  const [when, name, mv] = step
  const receipt = world.filed.get(story.name)
  if (!receipt) throw new Error(`${story.name} was not filed`)
  const { who, actor } = mover(world, name, receipt)
  const request = { reference: receipt.reference, name: mv, input: inputOf(world, step, at) } as Request<'answer'>
  const moved = await attempt(world.db, actor, (tx) => move(tx, world.book, who, request, at))
  if (!moved.ok) throw new Error(`${story.name}: ${when} ${name} ${mv} was refused: ${moved.refusal}`)
}

function mover(world: World, name: string, { reporterId, reportId }: Receipt) {
  if (name === 'jam') return { who: { kind: 'clock' }, actor: { kind: 'system' } } as const
  if (name === 'pelapor') {
    const actor = { kind: 'reporter', reporterId, reportIds: [reportId] } as const
    return { who: { kind: 'reporter', reporterId } as Who, actor }
  }
  const staff = world.staff.get(name)
  if (!staff) throw new Error(`${name} has no account`)
  return { who: { kind: 'staff', staff } as Who, actor: actorOf(staff) }
}

/** What a form would give: days counted from the step, people and reports by their keys. */
function inputOf({ book, staff, filed }: World, [, , name, input]: Step, at: Date): unknown {
  const { officer, due, newDue, into, ...rest } = input as Record<string, unknown>
  const ahead = (days: unknown) =>
    typeof days === 'number'
      ? dayOf(addWorkingDays(at, days, rulesFor(book, null).calendar, jakarta), jakarta)
      : undefined
  return inputs[name].parse({
    ...rest,
    due: ahead(due),
    newDue: ahead(newDue),
    officerId: typeof officer === 'string' ? staff.get(officer)?.personId : undefined,
    into: typeof into === 'string' ? filed.get(into)?.reference : undefined,
    visitedAt: new Date(at.getTime() - 20 * 60_000),
  })
}

/** What happened before yesterday is no news: nobody is told of it now. It counts all the same. */
async function forgetOldNews({ db, book, now, filed }: World): Promise<void> {
  const ids = Array.from(filed.values(), ({ reportId }) => reportId)
  await markMoved(db, ids)
  await keepFigures({ db, rules: async () => book }, now)
  await keepHappened(db, now)
  await withActor(
    db,
    { kind: 'system' },
    (tx) => tx`
    delete from outbox o using event e
    where o.task = 'tell' and e.report_id = (o.payload ->> 'reportId')::bigint and e.n = (o.payload ->> 'n')::int
      and e.report_id = any(${ids}::bigint[]) and e.at < ${new Date(now.getTime() - aDay)}`,
  )
}
