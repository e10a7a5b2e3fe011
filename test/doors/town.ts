import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after as afterAll } from 'node:test'
import sharp from 'sharp'
import { reencoder } from '../../src/attachment/reencode.ts'
import { folderStore } from '../../src/attachment/store.ts'
import { withActor } from '../../src/db/actor.ts'
import { accepting } from '../../src/inbox/accept.ts'
import type { Role } from '../../src/person/may.ts'
import { openSession } from '../../src/person/session.ts'
import type { Receipt } from '../../src/report/file.ts'
import type { Intake } from '../../src/report/intake.ts'
import { agency, heart, keys, monday } from '../heart.ts'
import { type Fields, siteFor, siteUrl, Visitor } from '../visitor.ts'

import { type Held, stageOf } from './stages.ts'

/** The real site over the small country, everybody who may knock at its doors, and what stands behind them. */

/** The columns of the table, in its order. */
export const columns = [
  ...['nobody', 'reporter', 'otherReporter'],
  ...['centreOperator', 'arbiter', 'centreAdministrator'],
  ...['ministryOperator', 'kediriOperator', 'kediriLiaison', 'kediriAdministrator'],
  ...['blitarOperator', 'blitarSupervisor', 'blitarInspector', 'blitarAdministrator'],
  ...['roadsLiaison', 'roadsOfficer'],
  ...['treesLiaison', 'treesOfficer'],
  ...['inspectorateLiaison'],
] as const
export type Column = (typeof columns)[number]

const more: readonly [id: number, name: string, agencyId: number, role: Role][] = [
  [1101, 'centreAdministrator', agency.centre, 'administrator'],
  [1102, 'kediriAdministrator', agency.kediri, 'administrator'],
  [1103, 'clerk', agency.roads, 'officer'],
]
/** An account that administrators try things on. */
export const clerkId = 1103
/** An agency that has nothing to do. */
const idle = 3572098

/** A plan of Blitar that nobody signed yet. */
/** Of both, and of an audit that nobody has begun. */
const planId = 1

/** The address of a door `GET /laporan/:ref` with the things of this town behind it. */
export function pathOf(door: string, report: { reference: string; attachmentId: number }): string {
  const [, pattern = ''] = door.split(' ')
  const id = pattern.startsWith('/pengawasan/')
    ? planId
    : pattern.startsWith('/kelola/akun')
      ? clerkId
      : pattern.startsWith('/kelola/')
        ? pattern.endsWith('/tutup')
          ? idle
          : agency.roads
        : report.attachmentId
  const named = pattern.replace(':apa', 'terlewat').replace(':ref', report.reference)
  return named.replace(':id', String(id)).replace(':n', '1')
}

export type Town = Awaited<ReturnType<typeof town>>

/** `through` stands before the intake, to let it fail. */
export async function town(through: (intake: Intake) => Intake = (intake) => intake) {
  const h = await heart()
  for (const [id, name, agencyId, role] of more)
    await h.admin`
      insert into account (id, agency_id, agency_path, username, name, email, roles)
      select ${id}, a.id, a.path, ${name.toLowerCase()}, ${name}, ${`${id}@kantor.example`}, ${[role]} from agency a where a.id = ${agencyId}`
  await h.admin`
    insert into agency (id, parent_id, path, kind, name, short_name) values
      (${idle}, ${agency.blitar}, ${`/1/1035/3572/${idle}/`}, 'unit', 'Kantor Arsip Kota Blitar', 'Arsip')`
  await h.admin`
    insert into plan (agency_id, agency_path, from_id, rest_id, basis, basis_on, holds_from, by_person, by_name, at)
    select id, path, ${agency.roads}, ${agency.trees}, 'Perwali 12/2026', '2026-02-20', '2030-01-01', 1101, 'centreAdministrator', ${monday}
    from agency where id = ${agency.blitar}`
  await h.admin`
    insert into audit (agency_id, agency_path, about_id, about_path, closed_from, closed_to, framed, drawn, auditor_id, auditor_name,
      auditor_agency, by_person, by_name, at)
    select id, path, ${agency.roads}, path || ${`${agency.roads}/`}, '2026-02-01', '2026-02-28', 1, 1, ${h.staff.blitarInspector.personId},
      'blitarInspector', id, ${h.staff.blitarSupervisor.personId}, 'blitarSupervisor', ${monday} from agency where id = ${agency.blitar}`
  const folder = await mkdtemp(join(tmpdir(), 'lapor-town-'))
  afterAll(() => rm(folder, { recursive: true }))
  const site = siteFor(h.db, {
    keys,
    now: () => monday,
    rules: async () => h.book,
    intake: through(h.intake),
    store: folderStore(folder),
    reencode: reencoder(),
    wake: () => {},
    webhooks: { accept: accepting(h.db.intake, keys) },
    services: { saidIn: async () => undefined, postOf: async () => ({ ok: false, refusal: 'gone' }), most: {} },
    site: { edition: 'national', publicUrl: siteUrl, production: false, place: '', proxies: [] },
    log: (line) => void logged.push(line),
  })
  const logged: object[] = []

  /** A citizen files a report with a photo through the real pages, and it is brought where it is to stand. */
  async function file(held: Held, told: Fields = {}) {
    const stage = stageOf(held)
    const reporter = new Visitor(site)
    const kunci = randomUUID()
    const form = new FormData()
    form.set('kunci', kunci)
    form.set('text', words)
    form.set('berkas', new File([await photo], 'lubang.jpg', { type: 'image/jpeg' }))
    await reporter.send('/lapor', form)
    const answer = await reporter.post('/laporan', { kunci, text: words, readers: 'public', ...stage.told, ...told })
    if (answer.status !== 201 && answer.status !== 200) throw new Error(`not filed: ${answer.status}`)
    const [row] = await h.admin<(Receipt & { attachmentId: number })[]>`
      select r.id::int as "reportId", r.reference, p.id::int as "reporterId", a.id::int as "attachmentId"
      from report r join reporter p on p.report_id = r.id join attachment a on a.report_key = r.key where r.key = ${kunci}`
    if (!row) throw new Error('the report is not there')
    for (const [who, name, input] of stage.steps) {
      const moved = await h.act(row, who, name, input)
      if (!moved.ok) throw new Error(`${held}: ${name} was refused: ${moved.refusal}`)
    }
    return { ...row, reporter }
  }
  const version = async ({ reportId }: Pick<Receipt, 'reportId'>) => {
    const [row] = await h.admin<{ version: number }[]>`select version from report where id = ${reportId}`
    return row?.version ?? 0
  }

  /** Somebody at the door, signed in as who they are, always anew. */
  async function visitor(column: Column, reporter: Visitor, other: Visitor): Promise<Visitor> {
    const one = new Visitor(site)
    if (column === 'nobody') return one
    if (column === 'reporter' || column === 'otherReporter') {
      for (const [name, value] of (column === 'reporter' ? reporter : other).cookies) one.cookies.set(name, value)
      return one
    }
    const [account] = await h.admin<{ id: number }[]>`select id::int from account where name = ${column}`
    if (!account) throw new Error(`nobody is called ${column}`)
    const session = await withActor(h.db, { kind: 'door' }, (tx) => openSession(tx, account.id, 'test', monday))
    one.cookies.set('sesi', session)
    return one
  }
  /** `filed` files without pages: for many reports at the centre. */
  return { ...h, filed: h.file, site, logged, file, version, visitor }
}

const words = 'Jalan berlubang di depan pasar, dalam dan berbahaya bagi pengendara.'
const photo = sharp({ create: { width: 40, height: 30, channels: 3, background: '#a63' } })
  .jpeg()
  .toBuffer()
  .then((bytes) => new Uint8Array(bytes))
