import { agencyById } from '../../agency/agency.ts'
import { type Holiday, holidaysOf } from '../../agency/calendar.ts'
import { removeHoliday, setHoliday } from '../../agency/regulate.ts'
import { clean } from '../../report/input.ts'
import { Submit } from '../account/frame.tsx'
import { posted, text, type Values } from '../form.ts'
import { staffOf } from '../session.ts'
import { Moved, movedOf } from '../supervision/clock/moved.tsx'
import { Field, Select } from '../ui/field.tsx'
import { type C, change, kept, place, read, Table, why } from './place.tsx'

/** Holidays: of the country by the centre, of an area by its government. */

export const calendarPage = (c: C) => page(c)

function yearOf(c: C, values: Values): number {
  const asked = c.req.query('tahun') ?? text(values, 'hari').slice(0, 4)
  return /^20\d\d$/.test(asked) ? Number(asked) : c.var.deps.now().getUTCFullYear()
}

async function page(c: C, values: Values = {}, errors: Record<string, string> = {}) {
  const staff = staffOf(c)
  const centre = staff.agencyKind === 'centre'
  const year = yearOf(c, values)
  const { own, holidays } = await read(c, async (tx) => {
    const own = await agencyById(tx, staff.agencyId)
    return { own, holidays: await holidaysOf(tx, year, own?.areaCode ?? null) }
  })
  const moved = await movedOf(c)
  const t = c.var.t.adminRules
  const governs = own !== undefined && own.areaCode !== null && ['province', 'regency', 'city'].includes(own.kind)
  return place(c, {
    title: `${c.var.t.admin.sections.calendar} ${year}`,
    section: 'calendar',
    errors,
    body: (
      <>
        <p class="hint">{t.calendarHint}</p>
        <p class="row">
          {[year - 1, year + 1].map((one) => <a class="btn calm" href={`/kelola/kalender?tahun=${one}`}>{t.year} {one}</a>)}
        </p>
        <Moved c={c} found={moved} />
        <Days c={c} holidays={holidays} mayRemove={(day) => (day.kind === 'local' ? governs && day.areaCode === own.areaCode : centre)} />
        {(centre || governs) && (
          <form class="card measure" method="post" action="/kelola/kalender">
            <h2>{t.holidayNew}</h2>
            <Field t={c.var.t} name="hari" type="date" label={t.day} value={text(values, 'hari')} error={errors.hari} />
            <Field t={c.var.t} name="nama" label={t.name} value={text(values, 'nama')} error={errors.nama} />
            {centre && <Select t={c.var.t} name="jenis" label={t.kind} value={text(values, 'jenis')} options={(['national', 'joint_leave'] as const).map((kind) => [kind, t.holidayKinds[kind]] as const)} />}
            <Field t={c.var.t} name="dasar" label={t.basis} value={text(values, 'dasar')} error={errors.dasar} />
            <Submit>{t.add}</Submit>
          </form>
        )}
      </>
    ),
  })
} // biome-ignore format: short elements on one line

function Days({ c, holidays, mayRemove }: { c: C; holidays: readonly Holiday[]; mayRemove: (day: Holiday) => boolean }) {
  const t = c.var.t.adminRules
  const shown = new Intl.DateTimeFormat(c.var.lang === 'id' ? 'id-ID' : 'en-GB', { dateStyle: 'full', timeZone: 'UTC' })
  return (
    <Table label={c.var.t.admin.sections.calendar} heads={[t.day, t.name, t.kind, t.basis, t.remove]}>
      {holidays.map((one) => (
        <tr>
          <td>{shown.format(new Date(`${one.day}T00:00:00Z`))}</td>
          <th scope="row">{one.name}</th>
          <td>{t.holidayKinds[one.kind]}</td>
          <td>{one.basis}</td>
          <td>
            {mayRemove(one) ? (
              <form method="post" action="/kelola/kalender/hapus">
                <input type="hidden" name="hari" value={one.day} />
                <input type="hidden" name="wilayah" value={one.areaCode ?? ''} />
                <button type="submit" class="btn calm" aria-label={`${t.remove}: ${one.name}`}>{t.remove}</button>
              </form>
            ) : '–'}
          </td>
        </tr>
      ))}
    </Table>
  )
} // biome-ignore format: short elements on one line

export async function holidayAct(c: C) {
  const values = await posted(c)
  const staff = staffOf(c)
  const [name, basis] = [clean(text(values, 'nama'), 200), clean(text(values, 'dasar'), 300)]
  if (name === '') return page(c, values, { nama: why(c, 'name') })
  if (basis === '') return page(c, values, { dasar: why(c, 'basis') })
  const centre = staff.agencyKind === 'centre'
  const kind = !centre ? 'local' : text(values, 'jenis') === 'joint_leave' ? 'joint_leave' : 'national'
  const done = await change(c, async (tx, now) => {
    const areaCode = centre ? null : ((await agencyById(tx, staff.agencyId))?.areaCode ?? null)
    return setHoliday(tx, staff.path, { day: text(values, 'hari'), areaCode, name, kind, basis }, now)
  })
  if (done.ok) return kept(c, `/kelola/kalender?tahun=${text(values, 'hari').slice(0, 4)}`)
  return page(c, values, { [done.refusal === 'day' ? 'hari' : 'form']: why(c, done.refusal) })
}

export async function holidayRemoveAct(c: C) {
  const values = await posted(c)
  const day = text(values, 'hari')
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return page(c, {}, { form: why(c, 'day') })
  const area = text(values, 'wilayah')
  const areaCode = /^[\d.]{2,13}$/.test(area) ? area : null
  const done = await change(c, (tx, now) => removeHoliday(tx, staffOf(c).path, day, areaCode, now))
  return done.ok ? kept(c, `/kelola/kalender?tahun=${day.slice(0, 4)}`) : page(c, {}, { form: why(c, done.refusal) })
}
