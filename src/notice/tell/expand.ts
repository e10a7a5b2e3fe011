import type { Tx } from '../../db/database.ts'
import { toldTo } from './audience.ts'
import { tellStaff } from './desks.ts'

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
  reachable: keyof typeof ways
}
type NewNotice = {
  report_id: number
  n: number
  reporter_id: number
  kind: string
  channel: string
  language: string
  state: string
}

const ways = { email: 'email', phone: 'sms', messenger: 'messenger' } as const

/** On a service the first answer has said already that the report was received. */
const isNews =
  ({ reachable }: Listener) =>
  (kind: string) =>
    reachable !== 'messenger' || kind !== 'received'

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
        channel: ways[each.reachable],
        state: 'queued',
      })),
  )
  const told =
    rows.length === 0
      ? []
      : await tx<{ id: number; state: string }[]>`
    insert into notice (report_id, n, reporter_id, kind, channel, language, state, created_at)
    select x.report_id, x.n, x.reporter_id, x.kind, x.channel, x.language, x.state, ${now}
    from jsonb_to_recordset(${tx.json(rows)}) as x(report_id bigint, n int, reporter_id bigint, kind text, channel text, language text, state text)
    on conflict do nothing returning id, state`
  const staff = await tellStaff(tx, events, now)
  return [...told.filter(({ state }) => state === 'queued').map(({ id }) => id), ...staff]
}

/** The reporters of a case. The first receipt goes to whose report it is; news of a merge to everyone who came with it. */
function listenersOf(tx: Tx, events: readonly EventRef[]): Promise<Listener[]> {
  return tx<Listener[]>`
    select e.report_id, e.n, e.move, r.secret, p.id = e.reporter_id is true as acted, p.id as reporter_id, p.language, p.reachable
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
    where p.reachable is not null and not p.muted`
}
