import type { Tx } from '../../db/database.ts'
import { toldTo } from './audience.ts'
import { tellStaff } from './desks.ts'
import { tellInspectors } from './inspectors.ts'

/** Events become notices: one row for each person whom an event concerns, however often it is expanded. */

export type EventRef = Readonly<{ reportId: number; n: number }>
type Listener = {
  reportId: number
  n: number
  move: string
  secret: boolean
  acted: boolean
  reporterId: number
  language: string
  /** By which way news goes, and to which joined contact; none: to what was given when filing. */
  way: keyof typeof ways
  contactId: number | null
}
type NewNotice = {
  report_id: number
  n: number
  reporter_id: number
  kind: string
  contact_id: number | null
  channel: string
  language: string
}

const ways = { email: 'email', phone: 'sms', messenger: 'messenger' } as const

/** On a service the first answer has said already that the report was received. */
const isNews =
  ({ way }: Listener) =>
  (kind: string) =>
    way !== 'messenger' || kind !== 'received'

/** @returns the ids of the notices that wait to be sent. */
export async function expand(tx: Tx, events: readonly EventRef[], now: Date): Promise<number[]> {
  const listeners = await listenersOf(tx, events)
  const rows = listeners.flatMap((each): NewNotice[] =>
    toldTo(each)
      .filter(isNews(each))
      .map((kind) => ({
        report_id: each.reportId,
        n: each.n,
        reporter_id: each.reporterId,
        kind,
        language: each.language,
        contact_id: each.contactId,
        channel: ways[each.way],
      })),
  )
  const told =
    rows.length === 0
      ? []
      : await tx<{ id: number }[]>`
    insert into notice (report_id, n, reporter_id, contact_id, kind, channel, language, state, created_at)
    select x.report_id, x.n, x.reporter_id, x.contact_id, x.kind, x.channel, x.language, 'queued', ${now}
    from jsonb_to_recordset(${tx.json(rows)}) as x(report_id bigint, n int, reporter_id bigint, contact_id bigint, kind text, channel text, language text)
    on conflict do nothing returning id`
  const staff = await tellStaff(tx, events, now)
  return [...told.map(({ id }) => id), ...staff, ...(await tellInspectors(tx, events, now))]
}

/** The reporters of a case. The first receipt goes to whose report it is; news of a merge to everyone who came with it. */
function listenersOf(tx: Tx, events: readonly EventRef[]): Promise<Listener[]> {
  return tx<Listener[]>`
    select e.report_id, e.n, e.move, r.secret, p.id = e.reporter_id is true as acted, p.id as reporter_id, p.language,
      coalesce(k.way, p.reachable) as way, k.id as contact_id
    from unnest(${events.map((e) => e.reportId)}::bigint[], ${events.map((e) => e.n)}::int[]) as w(report_id, n)
    join event e on e.report_id = w.report_id and e.n = w.n
    join report r on r.id = e.report_id
    cross join lateral (
      select * from reporter where e.move = 'file' and own_report_id = e.report_id
      union all
      select * from reporter where e.move not in ('file', 'merge') and report_id = e.report_id
      union all
      select * from reporter where e.move = 'merge' and own_report_id in (
        with recursive came as (
          select e.report_id as id union select m.id from report m join came on m.merged_into = came.id)
        select id from came)) p
    left join vault.contact k on k.id = p.news_to
    where coalesce(k.way, p.reachable) is not null and not p.muted and (e.move <> 'escalate' or e.audience = 'everyone')`
}
