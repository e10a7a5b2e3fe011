/** Telephone numbers as networks write them. Pure. */

/** @returns `+6281…`, or undefined for what nobody can be answered at: short codes, names, nonsense. */
export function readNumber(written: string): string | undefined {
  const digits = written.normalize('NFKC').replace(/[\s().-]/g, '')
  const [, number = ''] = /^(?:\+|00)([1-9]\d{7,14})$/.exec(digits) ?? []
  if (number) return `+${number}`
  if (/^0[1-9]\d{7,12}$/.test(digits)) return `+62${digits.slice(1)}`
  return /^62[1-9]\d{7,12}$/.test(digits) ? `+${digits}` : undefined
}

/** Numbers of services in Indonesia (0800 to 0809): no telephone writes from them, and some cost whoever writes to them. */
const services = '+6280'

/** Is it a telephone of one of these countries? Answers to anywhere else are how swindlers let others pay. */
export const isIn = (number: string, countries: readonly string[]): boolean =>
  !number.startsWith(services) && countries.some((country) => number.startsWith(`+${country}`))
