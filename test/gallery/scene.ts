import { addWorkingDays, daysRibbon, type Zone } from '../../src/agency/working-days.ts'
import type { Lang } from '../../src/web/messages.ts'
import { messagesFor } from '../../src/web/messages.ts'

/** A Monday in Kota Blitar, for pages that show every component. */
export const zone: Zone = 'Asia/Jakarta'
export const at = (text: string) => new Date(`2026-11-${text}+07:00`)
export const now = at('23T09:00')
export const inDays = (from: Date, days: number) => addWorkingDays(from, days, new Set(), zone)
export const ribbon = (from: Date, days: number, until = now) =>
  daysRibbon(from, inDays(from, days), until, new Set(), zone)

export const scene = (lang: Lang) => ({
  t: messagesFor(lang),
  nonce: 'bm9uY2U=',
  path: '/',
  place: lang === 'id' ? 'Kota Blitar' : 'Kabupaten Penukal Abab Lematang Ilir',
})
export type Scene = ReturnType<typeof scene>
