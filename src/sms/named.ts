/** The agency whose name a message begins with, as people write it: `dinas pupr kab. blitar jalan rusak …`. Pure. */

export type Known = Readonly<{ id: number; name: string; shortName: string }>

const spelled: Readonly<Record<string, string>> = {
  pemkot: 'kota',
  pemkab: 'kabupaten',
  pemprov: 'provinsi',
  kab: 'kabupaten',
  kabuaten: 'kabupaten',
  prov: 'provinsi',
  prop: 'provinsi',
  kec: 'kecamatan',
  kel: 'kelurahan',
  ds: 'desa',
  kemen: 'kementerian',
  kementrian: 'kementerian',
  din: 'dinas',
  dns: 'dinas',
}
/** Words that people leave out. */
const silent = new Set(['pemerintah', 'dan', 'republik', 'indonesia'])

/** The words of a name in one way of writing. */
const plainly = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\./g, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => spelled[word] ?? word)
    .filter((word) => !silent.has(word))

/** Ways to call one agency: its name, its short name, `Dinas PUPR …` for `DPUPR …`. */
function waysOf({ name, shortName }: Known): string[][] {
  const short = plainly(shortName)
  const [first = '', ...rest] = short
  const spoken = /^d(?=[a-z]{3})/.test(first) && !/^di[a-z]/.test(first) ? [['dinas', first.slice(1), ...rest]] : []
  const split = /^dis(?=[a-z]{3})/.test(first) ? [['dinas', first.slice(3), ...rest]] : []
  return [plainly(name), short, ...spoken, ...split].filter((words) => words.length > 0)
}

export type NameBook = ReadonlyMap<string, number | null>

/** What every way of writing means; null where several agencies are called so. */
export function nameBook(agencies: readonly Known[]): NameBook {
  const book = new Map<string, number | null>()
  for (const agency of agencies)
    for (const words of waysOf(agency)) {
      const key = words.join(' ')
      const before = book.get(key)
      book.set(key, before === undefined || before === agency.id ? agency.id : null)
    }
  return book
}

const longest = 14

/** @returns the agency of the longest name at the beginning, and whether words follow that say something. */
export function agencyIn(book: NameBook, message: string): number | undefined {
  const words = plainly(message)
  const first = words[0]
  // Two words at least, or one that is no everyday word: a short name such as DPUPR.
  for (let length = Math.min(longest, words.length - 1); length > 0; length--) {
    const found = book.get(words.slice(0, length).join(' '))
    if (found && (length > 1 || (first?.length ?? 0) > 3)) return found
  }
  return undefined
}
