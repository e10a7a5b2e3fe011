import type { Zone } from '../agency/working-days.ts'
import { withActor } from '../db/actor.ts'
import type { Db, Tx } from '../db/database.ts'
import type { Role } from '../person/may.ts'
import type { Channel, Report } from '../report/report.ts'
import type { Lang } from './date.ts'
import { contactKinds, type Kind } from './kind.ts'

/** A notice with all that its letter needs, as the worker may read it. */

export type Notice = Readonly<{
  id: number
  kind: Kind
  language: Lang
  reporterId: number | null
  reportId: number | null
  /** To which joined contact; none: to what was given when filing. */
  contactId: number | null
  messageId: string
  /** What only this letter may say. */
  sealed: Uint8Array | null
  attempts: number
}>

/** The event that a notice tells of, and the report around it. */
export type About = Readonly<{
  report: Pick<
    Report,
    | 'reference'
    | 'secret'
    | 'verifyDue'
    | 'answerDue'
    | 'settleDue'
    | 'firstSettleDue'
    | 'respondDue'
    | 'dueAt'
    | 'answeredAt'
    | 'verifiedAt'
    | 'filedAt'
    | 'returns'
  > & { addressed: boolean }
  data: {
    text?: string
    reason?: string
    due?: string
    was?: unknown
    visitedAt?: string
    returns?: number
    set?: Record<string, unknown>
  }
  at: Date
  by: string | null
  zone: Zone
  /** Where the holder's holidays are. */
  area: string | null
  /** Names of agencies: who acted, who holds, who stands above the holder, who got it by this event, who gave it back. */
  actor: string | null
  holder: string
  above: string | null
  /** Whose desk a missed promise has risen to. */
  risen: string | null
  moved: string | null
  from: string | null
  mergedInto: string | null
  question: string | null
  extension: string | null
}>

type Row = About['report'] & Omit<About, 'report'>

/** @param brief agencies by their short names. */
export const aboutOf = (tx: Tx, noticeId: number, brief = false): Promise<About | undefined> =>
  about(tx, { noticeId }, brief)

/** The same of an event that nobody was told of yet: its report and its line in the ledger. */
export const aboutEvent = (tx: Tx, event: { reportId: number; n: number }, brief = false) => about(tx, event, brief)

type Of = { noticeId: number } | { reportId: number; n: number }

async function about(tx: Tx, of: Of, brief: boolean): Promise<About | undefined> {
  const event =
    'noticeId' in of
      ? tx`select report_id, n from notice where id = ${of.noticeId}`
      : tx`select ${of.reportId}::bigint as report_id, ${of.n}::int as n`
  const name = brief ? tx`short_name` : tx`name`
  const [row] = await tx<Row[]>`
    select r.reference, r.secret, r.verify_due, r.answer_due, r.settle_due, r.first_settle_due, r.respond_due, r.due_at,
      r.answered_at, r.verified_at, r.filed_at, r.returns, r.addressee_id is not null as addressed, e.data, e.at, e.by_name as by, h.zone, h.area_code as area, h.${name} as holder, p.${name} as above,
      (select ${name} from agency where id = e.agency_id) as actor,
      (select ${name} from agency where id = (e.data -> 'set' ->> 'holder_id')::bigint and e.move <> 'file') as moved,
      (select ${name} from agency where id = (e.data ->> 'fromAgencyId')::bigint) as from,
      (select ${name} from agency where id = (e.data ->> 'agencyId')::bigint and e.move = 'escalate') as risen,
      (select reference from report where id = r.merged_into) as merged_into,
      (select text from question where report_id = r.id order by id desc limit 1) as question,
      (select reason from extension where report_id = r.id and granted order by id desc limit 1) as extension
    from (${event}) n join report r on r.id = n.report_id join event e on e.report_id = n.report_id and e.n = n.n
      join agency h on h.id = r.holder_id left join agency p on p.id = h.parent_id`
  return row && apart(row)
}

/** The report on one side, what is around it on the other. */
function apart(row: Row): About {
  const {
    data,
    at,
    by,
    zone,
    area,
    actor,
    holder,
    above,
    risen,
    moved,
    from,
    mergedInto,
    question,
    extension,
    ...report
  } = row
  return { report, data, at, by, zone, area, actor, holder, above, risen, moved, from, mergedInto, question, extension }
}

/** By which way a notice, or the answer to a message, leaves. */
export async function channelOf(db: Db, id: number, of: 'notice' | 'reply' = 'notice'): Promise<string | undefined> {
  const [row] = await withActor(
    db,
    { kind: 'system' },
    (tx) => tx<{ channel: string }[]>`select channel from ${tx(of)} where id = ${id}`,
  )
  return row?.channel
}

export type ReporterAddress = {
  ownReference: string
  /** By which channel the report came. */
  channel: Channel
  /** They asked for no letters, or their address takes none. */
  silent: boolean
  sealed: Uint8Array | null
  /** Of the joined contact that the notice goes to. */
  joined: Uint8Array | null
}

export async function reporterOf(tx: Tx, noticeId: number): Promise<ReporterAddress | undefined> {
  const [row] = await tx<ReporterAddress[]>`
    select r.reference as own_reference, r.channel, v.sealed, k.sealed as joined,
      case when n.kind = any (${contactKinds}) then false when n.kind = 'neutral.proof' then k.proved_at is not null
        else p.muted or case when n.contact_id is null then p.bounced_at is not null
          else k.failed_at is not null or k.proved_at is null end end as silent
    from notice n join reporter p on p.id = n.reporter_id join report r on r.id = p.own_report_id
      left join vault.identity v on v.reporter_id = p.id left join vault.contact k on k.id = n.contact_id
    where n.id = ${noticeId}`
  return row
}

export type StaffAddress = {
  name: string
  username: string
  email: string | null
  roles: Role[]
  agency: string
  zone: Zone
  /** The account is closed, or since then the report is about the own agency. */
  disabled: boolean
}

export async function staffOf(tx: Tx, noticeId: number): Promise<StaffAddress | undefined> {
  const [row] = await tx<StaffAddress[]>`
    select a.name, a.username, a.email, a.roles, g.name as agency, g.zone,
      a.disabled_at is not null or r.accused is not null and internal.is_accused(a.agency_path, r.accused) as disabled
    from notice n join account a on a.id = n.account_id join agency g on g.id = a.agency_id left join report r on r.id = n.report_id
    where n.id = ${noticeId}`
  return row
}
