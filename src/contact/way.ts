import { z } from 'zod'
import { clean } from '../report/input.ts'
import { readNumber } from '../sms/number.ts'

/** An address or a number at which somebody is reached. Pure. */

export type Way = 'email' | 'phone'
export type Reach = Readonly<{ way: Way; to: string }>

/** As it is typed into one field: what has an @ is an e-mail address, anything else a telephone number. */
export function readReach(typed: string): Reach | undefined {
  const text = clean(typed, 300)
  if (text.includes('@')) {
    const email = z.email().max(254).safeParse(text.toLowerCase())
    return email.success ? { way: 'email', to: email.data } : undefined
  }
  const number = readNumber(text)
  return number === undefined ? undefined : { way: 'phone', to: number }
}

/** For its owner to recognise, and for nobody who looks over their shoulder to use. */
export function masked({ way, to }: Reach): string {
  if (way === 'phone') return `${to.slice(0, -7)}••••${to.slice(-3)}`
  const at = to.lastIndexOf('@')
  const shown = at > 3 ? 2 : 1
  return `${to.slice(0, shown)}•••${to.slice(at)}`
}

/** Is it one and the same? A number may be written with 0 or with +62. */
export const isSame = (one: Reach, other: Reach): boolean => one.way === other.way && one.to === other.to
