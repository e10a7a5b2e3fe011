import { randomUUID } from 'node:crypto'
import { promises, validFrom } from '../seed/promises.ts'
import { type RuleBook, ruleBook, rulesFor } from '../src/agency/rulebook.ts'
import { attempt } from '../src/db/actor.ts'
import { actorOf, type Role, type Staff } from '../src/person/may.ts'
import { keysFrom } from '../src/person/seal.ts'
import { draft } from '../src/report/draft.ts'
import { fileReport, type Receipt } from '../src/report/file.ts'
import { inputs } from '../src/report/input.ts'
import { type Intake, intake } from '../src/report/intake.ts'
import type { Move } from '../src/report/lifecycle.ts'
import { type Moved, move, type Request, type Who } from '../src/report/move.ts'
import type { Report } from '../src/report/report.ts'
import { type TestDatabase, testDatabase } from './database.ts'

/** A province, two cities, a ministry and their people, with the real commands in hand: for tests of the heart. */

export const keys = keysFrom('a secret of the tests')
/** A Monday at ten in Jakarta, in a year without holidays. */
export const monday = new Date('2026-03-02T03:00:00Z')
export const after = (days: number, from = monday) => new Date(from.getTime() + days * 86_400_000)

export const agency = {
  centre: 1,
  ministry: 37,
  eastJava: 1035,
  kediri: 3571,
  kediriRoads: 3571006,
  blitar: 3572,
  inspectorate: 3572003,
  roads: 3572006,
  trees: 3572011,
} as const

const team = {
  centreOperator: [agency.centre, 'operator'],
  arbiter: [agency.centre, 'arbiter'],
  ministryOperator: [agency.ministry, 'operator'],
  kediriOperator: [agency.kediri, 'operator'],
  kediriLiaison: [agency.kediriRoads, 'liaison'],
  blitarOperator: [agency.blitar, 'operator'],
  blitarSupervisor: [agency.blitar, 'supervisor'],
  blitarInspector: [agency.blitar, 'inspector'],
  blitarAdministrator: [agency.blitar, 'administrator'],
  inspectorateLiaison: [agency.inspectorate, 'liaison'],
  roadsLiaison: [agency.roads, 'liaison'],
  roadsOfficer: [agency.roads, 'officer'],
  treesLiaison: [agency.trees, 'liaison'],
  treesOfficer: [agency.trees, 'officer'],
} as const satisfies Record<string, readonly [number, Role]>

export type Name = keyof typeof team
export const names = Object.keys(team) as Name[]
export type Actor = Name | 'reporter' | 'clock'
type Told = { at?: Date; key?: string; intake?: Intake } & Record<string, unknown>

export type Heart = TestDatabase & {
  book: RuleBook
  staff: Readonly<Record<Name, Staff>>
  intake: Intake
  file: (told?: Told) => Promise<Receipt>
  act: (
    report: Receipt,
    who: Actor,
    name: Exclude<Move, 'join'>,
    input?: object,
    more?: { at?: Date; version?: number },
  ) => Promise<Moved>
  row: (report: Receipt) => Promise<Report>
}

export async function heart(): Promise<Heart> {
  const made = await testDatabase()
  await fill(made)
  const book = await ruleBook(made.db, () => monday)()
  const staff = await everybody(made)
  const send = intake(made.db.intake)

  const file: Heart['file'] = async ({ at = monday, key = randomUUID(), intake = send, ...told } = {}) => {
    const rules = rulesFor(book, null)
    const holder = { id: agency.centre, zone: 'Asia/Jakarta' } as const
    const filer = { intake, keys, rules, holder, channel: 'web', language: 'id' } as const
    const filed = await fileReport(filer, draft.parse({ text: 'Lampu jalan di depan sekolah mati.', ...told }), key, at)
    if (!filed.ok) throw new Error(filed.refusal)
    return filed
  }
  const act: Heart['act'] = async (report, who, name, input = {}, { at = monday, version } = {}) => {
    const request = {
      reference: report.reference,
      name,
      input: inputs[name].parse({ ...classing, ...input }),
      ...(version === undefined ? {} : { version }),
    } as Request<'answer'>
    const [by, actor] = actorFor(staff, report, who)
    return attempt(made.db, actor, (tx) => move(tx, book, by, request, at))
  }
  const row: Heart['row'] = async ({ reportId }) => {
    const [found] = await made.db.worker<Report[]>`select * from report where id = ${reportId}`
    if (!found) throw new Error('no such report')
    return found
  }
  return { ...made, book, staff, intake: send, file, act, row }
}

const classing = { class: 'complaint' }

export function actorFor(staff: Heart['staff'], report: Receipt, who: Actor) {
  if (who === 'clock') return [{ kind: 'clock' } as Who, { kind: 'system' } as const] as const
  if (who === 'reporter') {
    const { reporterId, reportId } = report
    return [{ kind: 'reporter', reporterId } as Who, reporterActor(reporterId, reportId)] as const
  }
  return [{ kind: 'staff', staff: staff[who] } as Who, actorOf(staff[who])] as const
}

export const reporterActor = (reporterId: number, ...reportIds: number[]) =>
  ({ kind: 'reporter', reporterId, reportIds }) as const

async function fill({ admin }: TestDatabase): Promise<void> {
  await admin`
    insert into agency (id, parent_id, path, kind, name, short_name) values
      (1, null, '/1/', 'centre', 'Pusat LAPOR!', 'PUSAT'),
      (37, 1, '/1/37/', 'ministry', 'Kementerian Pekerjaan Umum', 'Kementerian PU'),
      (1035, 1, '/1/1035/', 'province', 'Pemerintah Provinsi Jawa Timur', 'Prov. Jawa Timur'),
      (3571, 1035, '/1/1035/3571/', 'city', 'Pemerintah Kota Kediri', 'Kota Kediri'),
      (3571006, 3571, '/1/1035/3571/3571006/', 'unit', 'Dinas PUPR Kota Kediri', 'DPUPR Kota Kediri'),
      (3572, 1035, '/1/1035/3572/', 'city', 'Pemerintah Kota Blitar', 'Kota Blitar'),
      (3572003, 3572, '/1/1035/3572/3572003/', 'unit', 'Inspektorat Kota Blitar', 'Inspektorat'),
      (3572006, 3572, '/1/1035/3572/3572006/', 'unit', 'Dinas PUPR Kota Blitar', 'DPUPR Kota Blitar'),
      (3572011, 3572, '/1/1035/3572/3572011/', 'unit', 'Dinas Lingkungan Hidup Kota Blitar', 'DLH Kota Blitar')`
  const people = Object.entries(team).map(([name, [agencyId, role]], n) => ({ id: 1000 + n, name, agencyId, role }))
  for (const { id, name, agencyId, role } of people)
    await admin`
      insert into account (id, agency_id, agency_path, username, name, roles)
      select ${id}, a.id, a.path, ${name.toLowerCase()}, ${name}, ${[role]} from agency a where a.id = ${agencyId}`
  for (const [step, type, oversight, days, unit, basis] of promises)
    await admin`
      insert into promise (step, class, oversight, days, unit, basis, valid_from)
      values (${step}, ${type}, ${oversight}, ${days}, ${unit}, ${basis}, ${validFrom})`
}

async function everybody({ db }: TestDatabase): Promise<Heart['staff']> {
  const rows = await db.worker<Staff[]>`
    select p.id as person_id, p.name, p.username, a.id as agency_id, a.name as agency_name, a.kind as agency_kind,
      a.path, a.zone, p.roles, p.language, p.must_change
    from account p join agency a on a.id = p.agency_id`
  return Object.fromEntries(rows.map((person) => [person.name, person])) as Heart['staff']
}
