import { showReference } from '../../../report/reference.ts'
import { type Change, type MovedDate, movedBy, recentChanges } from '../../../supervision/clock/changes.ts'
import { type C, read, Table } from '../../admin/place.tsx'
import { shortDate } from '../../ui/format.ts'

/** What late holidays moved, on top of the calendar: each change with its count, and the dates behind one that was asked for. */

const most = 200
const weeks = 30 * 86_400_000

export async function movedOf(c: C) {
  const asked = c.req.query('perubahan') ?? ''
  const id = /^[1-9]\d{0,14}$/.test(asked) ? Number(asked) : undefined
  return read(c, async (tx) => {
    const changes = await recentChanges(tx, new Date(c.var.deps.now().getTime() - weeks))
    const chosen = changes.find((one) => one.id === id)
    return { changes, chosen, dates: chosen ? await movedBy(tx, chosen.id, most) : [] }
  })
}

type Found = Awaited<ReturnType<typeof movedOf>>

export function Moved({ c, found: { changes, chosen, dates } }: { c: C; found: Found }) {
  const { moved: t } = c.var.t.adminRules
  if (changes.length === 0) return null
  return (
    <section class="stack" aria-labelledby="pergeseran">
      <h2 id="pergeseran">{t.title}</h2>
      <p class="hint">{t.hint}</p>
      <Changes c={c} changes={changes} />
      {chosen && <Dates c={c} chosen={chosen} dates={dates} />}
    </section>
  )
}

const dayName = (c: C, day: string) =>
  new Intl.DateTimeFormat(c.var.lang === 'id' ? 'id-ID' : 'en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )

function Changes({ c, changes }: { c: C; changes: readonly Change[] }) {
  const { moved: t, holidayArea, country } = c.var.t.adminRules
  return (
    <Table label={t.title} heads={[t.day, t.count, t.change, holidayArea]}>
      {changes.map((one) => (
        <tr>
          <th scope="row">
            {dayName(c, one.day)}
            <br />
            <span class="mute">{one.name}</span>
          </th>
          <td>
            {one.moved > 0 && <a href={`/kelola/kalender?tahun=${one.day.slice(0, 4)}&perubahan=${one.id}#tanggal`}>{t.reports(one.moved)}</a>}
            {one.moved === 0 && one.done && t.none}
            {!one.done && <p class="mute">{t.running}</p>}
          </td>
          <td>{one.added ? t.added : t.removed}</td>
          <td>{one.areaName ?? country}</td>
        </tr>
      ))}
    </Table>
  )
} // biome-ignore format: short elements on one line

function Dates({ c, chosen, dates }: { c: C; chosen: Change; dates: readonly MovedDate[] }) {
  const { t } = c.var
  const { moved, steps } = t.adminRules
  const clock = (name: MovedDate['clock']) => steps[name === 'first_settle' ? 'settle' : name]
  return (
    <section class="stack" id="tanggal">
      <h3>{moved.dates(dayName(c, chosen.day))}</h3>
      {dates.length === 0 ? (
        <p>{moved.unread}</p>
      ) : (
        <Table label={moved.dates(dayName(c, chosen.day))} heads={[moved.report, moved.promise, moved.from, moved.to]}>
          {dates.map((one) => (
            <tr>
              <th scope="row"><a href={`/meja/${one.reference}`}>{showReference(one.reference)}</a></th>
              <td>{clock(one.clock)}</td>
              <td>{shortDate(one.was, t, one.zone)}</td>
              <td>{shortDate(one.due, t, one.zone)}</td>
            </tr>
          ))}
        </Table>
      )}
      {dates.length > 0 && <p class="hint">{moved.readable(most)}</p>}
    </section>
  )
} // biome-ignore format: short elements on one line
