import { rulesFor } from '../../agency/rulebook.ts'
import { type Calendar, workingDaysBetween, type Zone } from '../../agency/working-days.ts'
import { has } from '../../person/may.ts'
import type { Row } from '../../report/read/desk.ts'
import type { Filter } from '../../report/read/view.ts'
import { showReference } from '../../report/reference.ts'
import type { Messages } from '../messages.ts'
import { staffOf } from '../session.ts'
import { Button } from '../ui/answers.tsx'
import { Pager, Queue, type QueueGroup, type QueueRow } from '../ui/desk.tsx'
import { shortDate, shortTimeLeft, urgency } from '../ui/format.ts'
import type { IconName } from '../ui/icon.tsx'
import { Empty, Note } from '../ui/note.tsx'
import { statusIcon, statusWord } from '../ui/status.tsx'
import { addressOf } from './filter.ts'
import type { C } from './frame.tsx'
import { Take } from './take.tsx'
import { Chips, Narrow, Search } from './tools.tsx'

/** The queue: what waits, the nearest promise first. */

type Listed = {
  c: C
  filter: Filter
  rows: readonly Row[]
  after: string | null
  calendar: Calendar
  current?: string
  /** The holder of each is named, whatever the view. */
  holders?: boolean
}

export const calendarOf = async (c: C): Promise<Calendar> => rulesFor(await c.var.deps.rules(), null).calendar

export const List = (listed: Listed) => {
  const { c, filter, rows, after } = listed
  const { t } = c.var
  const bulk = has(staffOf(c), 'operator') && (filter.view === 'queue' || filter.view === 'returned')
  const chosen = bulk && rows.some(({ status }) => status === 'received' || status === 'assigned')
  const queue = <Queue groups={groups(listed, chosen)} />
  return (
    <section class="queue" aria-labelledby="antrean">
      <div class="tools">
        <div class="row">
          <h1 id="antrean">{t.work.views[filter.view]}</h1>
        </div>
        <Search t={t} filter={filter} />
        <Chips t={t} filter={filter} />
        <Narrow t={t} filter={filter} />
        {rows.length > 0 && <Take t={t} filter={filter} />}
      </div>
      {c.req.path === '/meja' && c.req.query('tersimpan') === '1' && (
        <Note icon="check">
          <p role="status">{t.work.done}</p>
        </Note>
      )}
      {rows.length === 0 && <Nothing c={c} filter={filter} />}
      {chosen ? (
        <form method="get" action="/meja/penerusan">
          {queue}
          <p class="bulk">
            <Button look="calm">{t.work.chosen}</Button>
          </p>
        </form>
      ) : (
        queue
      )}
      <Pager
        t={t}
        first={filter.after === undefined ? undefined : addressOf({ ...filter, after: undefined })}
        next={after === null ? undefined : addressOf({ ...filter, after })}
      />
    </section>
  )
}

const Nothing = ({ c, filter }: { c: C; filter: Filter }) => {
  const { t } = c.var
  const staff = staffOf(c)
  const narrowed = filter.search ?? filter.class ?? filter.channel ?? filter.oversight ?? filter.secret
  const role = (['operator', 'liaison', 'officer', 'supervisor', 'arbiter', 'inspector'] as const).find((one) =>
    staff.roles.includes(one),
  )
  const { empty } = t.desk
  const says = narrowed || role === undefined ? empty.search : role === 'liaison' ? empty.liaison(staff.agencyName) : empty[role]
  return <Empty says={says} />
} // biome-ignore format: one sentence

const names = ['instructed', 'late', 'today', 'week', 'later', 'ended', 'newest'] as const

/** An instruction stands first and by its own date, on the desk of whoever has to answer it. */
const byInstruction = ({ view }: Filter, { instructedUntil }: Row) =>
  (view === 'queue' || view === 'instructions') && instructedUntil !== null

export function groups(listed: Listed, pick: boolean): QueueGroup[] {
  const { t, deps } = listed.c.var
  const now = deps.now()
  const { zone } = staffOf(listed.c)
  const week = now.getTime() + 7 * 86_400_000
  const groupOf = (row: Row): (typeof names)[number] => {
    const { dueAt, status } = row
    if (byInstruction(listed.filter, row)) return 'instructed'
    if (listed.filter.newest) return 'newest'
    if (status === 'closed' || status === 'archived' || !dueAt) return 'ended'
    const standing = urgency({ due: dueAt, now, zone })
    return standing === 'late' ? 'late' : standing === 'soon' ? 'today' : dueAt.getTime() < week ? 'week' : 'later'
  }
  const grouped = Map.groupBy(listed.rows, groupOf)
  const says = { ...t.work.groups, instructed: t.work.views.instructions, newest: t.work.orders.newest }
  return names.flatMap((name) => {
    const rows = grouped.get(name)
    if (!rows) return []
    const heading = t.work.group(says[name], rows.length)
    return [{ heading, late: name === 'late', rows: rows.map((row) => rowOf(listed, row, { now, zone, pick })) }]
  })
}

type Seen = { now: Date; zone: Zone; pick: boolean }

function rowOf({ c, filter, calendar, current, holders }: Listed, row: Row, { now, zone, pick }: Seen): QueueRow {
  const { t } = c.var
  const due = byInstruction(filter, row) ? row.instructedUntil : row.dueAt
  const days = due ? workingDaysBetween(now, due, calendar, zone) : 0
  return {
    href: addressOf(filter, `/meja/${row.reference}`),
    icon: iconOf(row),
    title: row.title || t.work.secretTitle,
    left: due ? shortTimeLeft({ due, now, zone, days }, t) : shortDate(row.filedAt, t, zone),
    urgency: due ? urgency({ due, now, zone }) : 'fine',
    facts: facts(t, filter, row, holders),
    current: row.reference === current,
    pick: pick && (row.status === 'received' || row.status === 'assigned') ? `${row.reference}.${row.version}` : undefined,
  }
} // biome-ignore format: fields on one line

const iconOf = (row: Row): IconName =>
  row.instructedUntil ? 'flag' : row.secret ? 'lock' : statusIcon(statusWord(row.status, row.ending))

function facts(t: Messages, { view }: Filter, row: Row, holders = false): string[] {
  const { work } = t
  const said: (string | false | null)[] = [
    row.instructedUntil && work.instructed,
    row.oversight && work.oversight,
    t.status[statusWord(row.status, row.ending)],
    (holders || view === 'below' || view === 'escalated' || view === 'extensions' || view === 'authority') &&
      row.holderName,
    row.returns > 0 && work.returned(row.returns),
    row.disputes > 0 && work.disputed(row.disputes),
    row.reporters > 1 && work.reporters(row.reporters),
    row.areaName,
    row.channel !== 'web' && t.channel[row.channel],
    showReference(row.reference),
  ]
  return said.filter((one): one is string => typeof one === 'string')
}
