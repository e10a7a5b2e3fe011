import type { Ratio } from '../../../supervision/figure/figures.ts'
import type { Quantile } from '../../../supervision/figure/hours.ts'
import type { Messages } from '../../messages.ts'
import { number, percent } from '../../ui/format.ts'
import type { Month } from './asked.ts'

/** Figures as they are written on this page. Pure. */

/** Figures of fewer reports than this could tell who wrote in secret. */
export const fewest = 5

/** "86%", or a dash. */
export const share = ({ value }: Ratio, t: Messages): string =>
  value === null ? t.supervision.none : percent(Math.round(value * 100) / 100, t)

/** "0,10", or a dash. */
export const rate = ({ value }: Ratio, t: Messages): string =>
  value === null ? t.supervision.none : number(Math.round(value * 100) / 100, t, 2)

/** "9", "> 480", or a dash. */
export const hours = ({ hours, beyond }: Quantile, t: Messages): string =>
  hours === null ? t.supervision.none : `${beyond ? '> ' : ''}${number(hours, t)}`

const locale = { id: 'id-ID', en: 'en-GB' } as const
const at = (month: Month) => new Date(`${month}-15T00:00:00Z`)

/** "November 2026" */
export const monthName = (month: Month, t: Messages): string =>
  new Intl.DateTimeFormat(locale[t.lang], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(at(month))

/** "Nov" */
export const shortMonth = (month: Month, t: Messages): string =>
  new Intl.DateTimeFormat(locale[t.lang], { month: 'short', timeZone: 'UTC' }).format(at(month))

/** The period of arrival in words. */
export const periodOf = ({ from, until }: { from: Month; until: Month }, t: Messages): string =>
  t.supervision.period(monthName(from, t), monthName(until, t))
