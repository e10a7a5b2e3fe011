/** Takes private data out of a text before it is public. Linear time: no nested repetition. Pure. */

export type MaskKind = 'nik' | 'phone' | 'email' | 'plate' | 'account'
/** A text in pieces: words as they stand, or the kind of what was taken out. */
export type Piece = { text: string } | { mask: MaskKind }

const rules: readonly { kind: MaskKind; find: RegExp; valid?: (match: string) => boolean }[] = [
  { kind: 'email', find: /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu },
  { kind: 'nik', find: /(?<!\d)\d(?:[ .-]?\d){15}(?!\d)/g, valid: isNik },
  { kind: 'phone', find: /(?<!\d)(?:\+?62|0)[ .-]?8(?:[ .-]?\d){7,11}(?!\d)/g },
  {
    kind: 'account',
    find: /(?<=\b(?:rekening|rek|norek|bca|bri|bni|mandiri)\b[^\d\n]{0,20})\d(?:[ .-]?\d){7,15}(?!\d)/giu,
  },
  { kind: 'plate', find: /(?<![\p{L}\p{N}])[A-Z]{1,2} ?\d{1,4} ?[A-Z]{1,3}(?![\p{L}\p{N}])/gu, valid: isPlate },
]

/** Day and month of birth (women: day + 40) tell a NIK from another long number; a KK has a date as well. */
function isNik(match: string): boolean {
  const digits = match.replace(/\D/g, '')
  const day = Number(digits.slice(6, 8)) % 40
  const month = Number(digits.slice(8, 10))
  return day >= 1 && day <= 31 && month >= 1 && month <= 12
}

/** RT 03 RW 05, KM 3 or SD 2 begin like a plate; no region has these letters. */
function isPlate(match: string): boolean {
  return !/^(RT|RW|KM|NO|JL|SD|KK)/.test(match)
}

/** Full-width digits become plain ones and invisible characters go, so that they hide nothing. */
const plain = (text: string) => text.normalize('NFKC').replace(/[\u200B-\u200F\u2060\uFEFF\u00AD]/g, '')

export function mask(text: string): Piece[] {
  let pieces: Piece[] = [{ text: plain(text) }]
  for (const rule of rules) pieces = pieces.flatMap((piece) => ('text' in piece ? split(piece.text, rule) : [piece]))
  return pieces
}

function split(text: string, { kind, find, valid }: (typeof rules)[number]): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of text.matchAll(find)) {
    if (valid && !valid(match[0])) continue
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) })
    pieces.push({ mask: kind })
    from = match.index + match[0].length
  }
  if (from < text.length) pieces.push({ text: text.slice(from) })
  return pieces
}

/** *NIK saya:* before a number that was taken out only says what the number was. */
const named =
  /(?<![\p{L}\p{N}])(?:nik|no|nomor|ktp|kk|hp|wa|telepon|telp|email|surel|rekening|rek|norek|plat|nopol)(?:\W{1,3}(?:nik|ktp|kk|hp|wa|rekening))?(?:\W{1,3}(?:saya|kami|nya|nomor|no))?\W{0,4}$/iu

/** What a text is about: its words without private data and the words that announce them. */
export function topic(text: string): string {
  const pieces = mask(text)
  return pieces
    .map((piece, at) => {
      if ('mask' in piece) return ' '
      const next = pieces[at + 1]
      return next && 'mask' in next ? piece.text.replace(named, ' ') : piece.text
    })
    .join('')
}
