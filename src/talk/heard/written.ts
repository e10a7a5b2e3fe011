import type { Remarks } from '../../notice/words/remarks.ts'
import { clean } from '../../report/input.ts'
import type { Pin, Quoted, Said } from '../messenger.ts'

/** What several messages of one person say together, as it stands in a report. Pure. */

/** The pin's numbers, as every map reads them: about a metre of precision. */
const at = ({ latitude, longitude, label }: Pin) =>
  `${latitude.toFixed(5)}, ${longitude.toFixed(5)}${label ? ` (${clean(label, 200)})` : ''}`

const quotation = (remarks: Remarks, { by, text }: Quoted) =>
  remarks.quoted(by ? `@${clean(by, 60)}` : '', clean(text, 500))

/** Films and sounds stay where they are: it is said that there are some. */
function unkept(remarks: Remarks, said: readonly Said[]): string[] {
  return (['video', 'audio'] as const).flatMap((kind) => {
    const count = said.flatMap(({ media }) => media).filter((medium) => medium.kind === kind).length
    return count > 0 ? [remarks[kind](count)] : []
  })
}

export type Written = Readonly<{ text: string; pin: Pin | undefined }>

/** @param leftOut how many files could not be kept */
export function written(remarks: Remarks, said: readonly Said[], leftOut: number): Written {
  const pin = said.findLast((one) => one.pin !== undefined)?.pin
  const own = said.map(({ text }) => clean(text, 9_000)).filter(Boolean)
  const files = said.some(({ media }) => media.length > 0)
  const quotations = said.flatMap(({ quoted }) => quoted).map((one) => quotation(remarks, one))
  const beside = [...quotations, ...unkept(remarks, said), ...(leftOut > 0 ? [remarks.leftOut(leftOut)] : [])]
  const words = [...own, ...(pin ? [remarks.place(at(pin))] : [])]
  const first = words.length > 0 ? words : files ? [remarks.photo] : []
  return { text: clean([first.join('\n'), beside.join('\n')].filter(Boolean).join('\n\n'), 9_900), pin }
}
