import { randomUUID } from 'node:crypto'
import { SMTPServer } from 'smtp-server'
import { promises } from '../seed/promises.ts'
import { type RuleBook, ruleBook, rulesFor } from '../src/agency/rulebook.ts'
import { type Actor, attempt } from '../src/db/actor.ts'
import { migrateJobs } from '../src/job/schema.ts'
import type { Post } from '../src/notice/send.ts'
import type { Role, Staff } from '../src/person/may.ts'
import { keysFrom } from '../src/person/seal.ts'
import { draft } from '../src/report/draft.ts'
import { fileReport } from '../src/report/file.ts'
import type { Inputs } from '../src/report/input.ts'
import { intake } from '../src/report/intake.ts'
import type { Move } from '../src/report/lifecycle.ts'
import { move, type Who } from '../src/report/move.ts'
import { selfOf } from '../src/report/read/self.ts'
import { type TestDatabase, testDatabase } from './database.ts'

/** A small office with a post room: a centre, a city and a unit, people in each, and a mail server that keeps what it gets. */

export type Received = { from: string; to: string[]; headers: Map<string, string>; text: string; raw: string }
export type Answer = { code: number } | undefined

/** A real SMTP server on a free port; `answer` may refuse a letter. */
export async function mailServer(answer: (raw: string) => Answer = () => undefined) {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    closeTimeout: 1000,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8')
        const refusal = answer(raw)
        if (refusal) return done(Object.assign(new Error('no'), { responseCode: refusal.code }))
        const sender = session.envelope.mailFrom
        received.push({
          from: sender ? sender.address : '',
          to: session.envelope.rcptTo.map(({ address }) => address),
          ...parse(raw),
        })
        done()
      })
    },
  })
  // Whoever sends may be killed in the midst of a letter; a connection that breaks is theirs to mend.
  server.on('error', () => {})
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => resolve((listening.address() as { port: number }).port))
  })
  return {
    received,
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

function parse(raw: string): Omit<Received, 'to' | 'from'> {
  const end = raw.indexOf('\r\n\r\n')
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
  const headers = new Map(
    lines.map((line) => {
      const at = line.indexOf(':')
      return [line.slice(0, at).toLowerCase(), word(line.slice(at + 1).trim())] as const
    }),
  )
  const plain = /Content-Type: text\/plain.*?\r\n\r\n(.*?)\r\n--/s.exec(raw)?.[1] ?? ''
  const unfolded = plain.replace(/=\r\n/g, '')
  const bytes = unfolded.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return { headers, text: Buffer.from(bytes, 'latin1').toString('utf8').replace(/\r\n/g, '\n'), raw }
}

const word = (text: string) =>
  text.replace(/=\?UTF-8\?Q\?(.*?)\?=/gi, (_, inner: string) =>
    inner
      .replace(/_/g, ' ')
      .replace(/=([0-9A-F]{2})/g, (__, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  )

export const monday = new Date('2026-11-23T03:00:00Z')
export const later = (days: number) => new Date(monday.getTime() + days * 86_400_000)

export type Scene = Awaited<ReturnType<typeof scene>>

export async function scene(t?: Parameters<typeof testDatabase>[0]) {
  const { db, admin, appUrl, ownerUrl } = await testDatabase(t)
  await migrateJobs(ownerUrl)
  await fill(admin)
  const keys = keysFrom('a secret of tests')
  let at = monday
  const now = () => at
  const rules = ruleBook(db, now)
  const site = { service: 'LAPOR', publicUrl: 'https://lapor.example' }
  const post: Post = { db, keys, rules, site }
  return {
    db,
    admin,
    appUrl,
    ownerUrl,
    keys,
    now,
    rules,
    post,
    travel: (to: Date) => {
      at = to
    },
    file: (fields: Record<string, string>, language: 'id' | 'en' = 'id') => file(db, keys, rules, fields, language, at),
    does: async <M extends Exclude<Move, 'join'>>(who: Who, reference: string, name: M, input: Inputs[M]) => {
      const book: RuleBook = await rules()
      const actor = await actorFor(db, who)
      return attempt(db, actor, (tx) => move(tx, book, who, { reference, name, input }, at))
    },
  }
}

async function actorFor(db: TestDatabase['db'], who: Who): Promise<Actor> {
  if (who.kind === 'reporter') return (await selfOf(db, who.reporterId))?.actor ?? { kind: 'public' }
  if (who.kind !== 'staff') return { kind: 'system' }
  const { personId, agencyId, path } = who.staff
  return { kind: 'staff', personId, agencyId, path, reads: true, readsBelow: true, inspects: false, manages: false }
}

async function file(
  db: TestDatabase['db'],
  keys: Post['keys'],
  rules: () => Promise<RuleBook>,
  fields: Record<string, string>,
  language: 'id' | 'en',
  now: Date,
) {
  const filer = {
    intake: intake(db.intake),
    keys,
    rules: rulesFor(await rules(), null),
    holder: { id: 1, zone: 'Asia/Jakarta' as const },
    channel: 'web' as const,
    language,
  }
  const given = draft.parse({ readers: 'public', consent: 'on', ...fields })
  const filed = await fileReport(filer, given, randomUUID(), now)
  if (!filed.ok) throw new Error(filed.refusal)
  return filed
}

async function fill(admin: TestDatabase['admin']): Promise<void> {
  await admin`
    insert into agency (id, parent_id, path, kind, name, short_name) values
      (1, null, '/1/', 'centre', 'Kantor Pusat', 'Pusat'),
      (2, 1, '/1/2/', 'city', 'Pemerintah Kota Blitar', 'Kota Blitar'),
      (3, 2, '/1/2/3/', 'unit', 'Dinas Pekerjaan Umum Kota Blitar', 'PUPR Kota Blitar')`
  for (const [step, type, oversight, days, unit, basis] of promises)
    await admin`insert into promise (step, class, oversight, days, unit, basis, valid_from) values (${step}, ${type}, ${oversight}, ${days}, ${unit}, ${basis}, '2019-01-01')`
  for (const { personId, agencyId, path, username, name, roles, language } of Object.values(people))
    await admin`
      insert into account (id, agency_id, agency_path, username, name, email, roles, language)
      values (${personId}, ${agencyId}, ${path}, ${username}, ${name}, ${`${username}@kantor.example`}, ${[...roles]}, ${language})`
}

const person = (
  personId: number,
  agencyId: number,
  path: string,
  name: string,
  roles: Role[],
  language: 'id' | 'en' = 'id',
): Staff => ({
  personId,
  agencyId,
  path,
  name,
  roles,
  language,
  username: name.toLowerCase().replace(' ', '.'),
  agencyName: '',
  agencyKind: '',
  zone: 'Asia/Jakarta',
  mustChange: false,
})

export const people = {
  centre: person(11, 1, '/1/', 'Sari Dewi', ['operator', 'arbiter']),
  city: person(12, 2, '/1/2/', 'Joko Susilo', ['operator', 'supervisor']),
  liaison: person(13, 3, '/1/2/3/', 'Rina Putri', ['liaison', 'operator']),
  officer: person(14, 3, '/1/2/3/', 'Agus Salim', ['officer'], 'en'),
}
export const by = (who: keyof typeof people): Who => ({ kind: 'staff', staff: people[who] })
