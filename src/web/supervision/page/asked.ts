import { dayOf, type Zone } from '../../../agency/working-days.ts'
import { type Kind, kinds } from '../../../supervision/waiting/counts.ts'

/** What somebody asks the supervisor's page for, as its address says it. Whatever does not read is left out. Pure. */

/** `2026-11` */
export type Month = string
export const sorts = [
  'tepat-waktu',
  'laporan',
  'jawaban-pertama',
  'dipastikan',
  'pengembalian',
  'selesai',
  'nama',
] as const
export type Sort = (typeof sorts)[number]

export type Asked = Readonly<{
  /** Not the own agency. */
  agencyId?: number | undefined
  from: Month
  until: Month
  kind?: Kind | undefined
  sort: Sort
}>

type Query = Readonly<Record<string, string>>
const mostMonths = 24
export const isMonth = (text: string | undefined): text is Month => /^20\d\d-(0[1-9]|1[0-2])$/.test(text ?? '')

export const numberOf = (month: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
export const monthOf = (n: number): Month => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`

/** Months from one to another, both counted. */
export const monthsOf = ({ from, until }: Pick<Asked, 'from' | 'until'>): Month[] =>
  Array.from({ length: numberOf(until) - numberOf(from) + 1 }, (_, n) => monthOf(numberOf(from) + n))

/** Without a word: this year until now; never what has not come yet, never more than two years. */
export function askedOf(query: Query, now: Date, zone: Zone): Asked {
  const { instansi = '', dari, sampai, kelas, urut } = query
  const current = numberOf(dayOf(now, zone).slice(0, 7))
  const until = Math.min(current, isMonth(sampai) ? numberOf(sampai) : current)
  const wished = isMonth(dari) ? numberOf(dari) : Math.floor(until / 12) * 12
  const from = Math.max(Math.min(wished, until), until - mostMonths + 1)
  return {
    agencyId: /^[1-9]\d{0,14}$/.test(instansi) ? Number(instansi) : undefined,
    from: monthOf(from),
    until: monthOf(until),
    kind: kinds.find((kind) => kind === kelas),
    sort: sorts.find((sort) => sort === urut) ?? 'tepat-waktu',
  }
}

/** The address of a page with these wishes; empty ones are left out. */
export function addressOf(path: string, wishes: Readonly<Record<string, string | number | undefined>>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(wishes))
    if (value !== undefined && value !== '') query.set(name, String(value))
  return query.size === 0 ? path : `${path}?${query}`
}

/** The same wishes with others in their place. */
export const wishesOf = ({ agencyId, from, until, kind, sort }: Asked) => ({
  instansi: agencyId,
  dari: from,
  sampai: until,
  kelas: kind,
  urut: sort === 'tepat-waktu' ? undefined : sort,
})
