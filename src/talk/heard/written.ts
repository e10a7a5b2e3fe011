import { clean } from '../../report/input.ts'
import type { Pin, Quoted, Said } from '../messenger.ts'

/** What several messages of one person say together, as it stands in a report. Pure. */

/** The pin's numbers, as every map reads them: about a metre of precision. */
const at = ({ latitude, longitude, label }: Pin) =>
  `Lokasi: ${latitude.toFixed(5)}, ${longitude.toFixed(5)}${label ? ` (${clean(label, 200)})` : ''}`

const quotation = ({ by, text }: Quoted) =>
  `[Menanggapi unggahan ${by ? `@${clean(by, 60)}` : 'lain'}: “${clean(text, 500)}”]`

const kinds = { video: 'video', audio: 'rekaman suara' } as const

/** Films and sounds stay where they are: it is said that there are some. */
function unkept(said: readonly Said[]): string[] {
  return (['video', 'audio'] as const).flatMap((kind) => {
    const count = said.flatMap(({ media }) => media).filter((medium) => medium.kind === kind).length
    return count > 0 ? [`[${count} ${kinds[kind]} tidak disimpan.]`] : []
  })
}

export type Written = Readonly<{ text: string; pin: Pin | undefined }>

/** @param remark what else is to be said of the files */
export function written(said: readonly Said[], remark = ''): Written {
  const pin = said.findLast((one) => one.pin !== undefined)?.pin
  const own = said.map(({ text }) => clean(text, 9_000)).filter(Boolean)
  const files = said.some(({ media }) => media.length > 0)
  const beside = [...said.flatMap(({ quoted }) => quoted).map(quotation), ...unkept(said), remark].filter(Boolean)
  const words = [...own, ...(pin ? [at(pin)] : [])]
  const first = words.length > 0 ? words : files ? ['Mengirim foto.'] : []
  return { text: clean([first.join('\n'), beside.join('\n')].filter(Boolean).join('\n\n'), 9_900), pin }
}
