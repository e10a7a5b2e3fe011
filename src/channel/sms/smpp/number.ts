/** A centre's own numbers of messages. Some write the same number in hexadecimal digits when they take a message and in decimal
 *  ones in its receipt, or the other way round. Pure. */

const all = ['any', 'same', 'hex-dec', 'dec-hex'] as const
/** How a centre writes them: in its answers, then in its receipts. `any` finds out for each message. */
export type Ids = (typeof all)[number]
export const isIds = (text: string): text is Ids => (all as readonly string[]).includes(text)

/** A number in the form that it is looked for first, and in what other forms it may have been written. */
export type Numbered = Readonly<{ number: string; others: readonly string[] }>

const decimal = /^\d+$/
const hexadecimal = /^[\da-f]+$/i
const longest = 65

export function numbered(ids: Ids, where: 'answer' | 'receipt', written: string): Numbered {
  const number = hexadecimal.test(written) ? written.toLowerCase().replace(/^0+(?=.)/, '') : written
  if (ids === 'any') return { number, others: formsOf(number) }
  if (ids === 'same') return { number: written, others: [] }
  const isHex = (ids === 'hex-dec') === (where === 'answer')
  return { number: isHex && hexadecimal.test(number) ? fromHex(number) : number, others: [] }
}

const fromHex = (number: string) => BigInt(`0x${number}`).toString()

function formsOf(number: string): string[] {
  const forms = [
    ...(decimal.test(number) ? [BigInt(number).toString(16)] : []),
    ...(hexadecimal.test(number) ? [fromHex(number)] : []),
  ]
  return forms.filter((form) => form !== number && form.length <= longest)
}
