import { dayOf, type Zone } from '../agency/working-days.ts'

/** Days and hours as notices say them: "Kamis, 26 November 2026", "pukul 15.00 WIB". Pure. */

export type Lang = 'id' | 'en'
const locale = { id: 'id-ID', en: 'en-GB' } as const
const short = { 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' } as const

/** Making a format costs a hundred times what using it does: each is made once. */
const days = new Map<string, Intl.DateTimeFormat>()

function day(lang: Lang, zone: Zone): Intl.DateTimeFormat {
  const name = `${lang} ${zone}`
  const known = days.get(name)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale[lang], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: zone,
  })
  days.set(name, made)
  return made
}

export function dateIn(at: Date, lang: Lang, zone: Zone): string {
  const parts = day(lang, zone).formatToParts(at)
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  return `${part('weekday')}, ${part('day')} ${part('month')} ${part('year')}`
}

const months = {
  id: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
} as const

/** `26 Nov 2026`, for messages where every letter counts. */
export function shortDateIn(at: Date, lang: Lang, zone: Zone): string {
  const [year = '', month = '', day = ''] = dayOf(at, zone).split('-')
  return `${Number(day)} ${months[lang][Number(month) - 1]} ${year}`
}

export function timeIn(at: Date, lang: Lang, zone: Zone): string {
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(at)
  const said = lang === 'id' ? `pukul ${clock.replace(':', '.')}` : clock
  return `${dateIn(at, lang, zone)}, ${said} ${short[zone]}`
}
