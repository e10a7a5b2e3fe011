import { agencyById } from '../../agency/agency.ts'
import type { Outcome } from '../../agency/ledger.ts'
import type { Tx } from '../../db/database.ts'
import { queueLetters } from '../../person/invite.ts'
import type { Staff } from '../../person/may.ts'
import type { Keys } from '../../person/seal.ts'
import { type AskInput, type AuditRefusal, mayAsk, mostFramed } from './audit.ts'
import { drawSample } from './sample.ts'

/** Asking for an audit: which reports it draws from, the sample, and whether this person may look at them. */

export type Person = Readonly<{
  id: number
  name: string
  username: string
  email: string | null
  language: 'id' | 'en'
  agencyId: number
  agencyName: string
}>

/** Who may be asked, nearest agencies first. */
export const people = (tx: Tx) =>
  tx<Person[]>`select id, name, username, email, language, agency_id, agency_name from audit_people()`

/** What was closed by an agency and those below it, from one day to another in the zone of whoever asks. */
async function frameOf(tx: Tx, { zone }: Staff, path: string, { closedFrom, closedTo }: AskInput): Promise<number[]> {
  const rows = await tx<{ id: number }[]>`
    select r.id from agency a join report r on r.holder_id = a.id
    where a.path >= ${path} and a.path < ${`${path}~`} and r.status = 'closed' and r.status in ('closed', 'archived')
      and r.ended_at >= ${closedFrom}::date::timestamp at time zone ${zone}
      and r.ended_at < (${closedTo}::date + 1)::timestamp at time zone ${zone}
    order by r.id limit ${mostFramed + 1}`
  return rows.map(({ id }) => id)
}

type Asked = Outcome<AuditRefusal, { id: number }> & { n?: number }

/** @param seed 32 hexadecimal digits that nobody could choose */
export async function askAudit(
  tx: Tx,
  keys: Keys,
  staff: Staff,
  input: AskInput,
  seed: string,
  now: Date,
): Promise<Asked> {
  const about = mayAsk(staff) ? await agencyById(tx, input.aboutId) : undefined
  if (!about?.path.startsWith(staff.path)) return { ok: false, refusal: 'about-unknown' }
  const frame = await frameOf(tx, staff, about.path, input)
  if (frame.length === 0) return { ok: false, refusal: 'none-closed' }
  if (frame.length > mostFramed) return { ok: false, refusal: 'frame-large' }
  const sample = drawSample(seed, frame, input.wanted)
  const [obstacle] = await tx<{ refusal: AuditRefusal | null; n: number }[]>`
    select refusal, n from audit_obstacle(${input.auditorId}, ${about.id}, ${sample})`
  if (obstacle?.refusal) return { ok: false, refusal: obstacle.refusal, n: obstacle.n }
  const auditor = (await people(tx)).find(({ id }) => id === input.auditorId)
  if (!auditor) return { ok: false, refusal: 'auditor-unknown' }
  const [made] = await tx<{ id: number }[]>`
    insert into audit (agency_id, agency_path, about_id, about_path, closed_from, closed_to, framed, drawn, auditor_id, auditor_name,
      auditor_agency, by_person, by_name, at)
    values (${staff.agencyId}, ${staff.path}, ${about.id}, ${about.path}, ${input.closedFrom}, ${input.closedTo}, ${frame.length},
      ${sample.length}, ${auditor.id}, ${auditor.name}, ${auditor.agencyId}, ${staff.personId}, ${staff.name}, ${now}) returning id`
  if (!made) throw new Error('the audit was not written down')
  await tx`insert into audit_draw (audit_id, seed, frame) values (${made.id}, ${seed}, ${frame})`
  await tx`
    insert into audit_item (audit_id, n, report_id)
    select ${made.id}, x.n, x.id from unnest(${sample}::bigint[]) with ordinality as x(id, n)`
  await tell(tx, keys, auditor, made.id, now)
  return { ok: true, id: made.id }
}

const tell = (tx: Tx, keys: Keys, { id, email, language }: Person, auditId: number, now: Date) =>
  queueLetters(tx, keys, 'audit', [{ accountId: id, secret: String(auditId), until: now, email, language }])
