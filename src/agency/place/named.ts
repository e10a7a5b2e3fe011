import type { Tx } from '../../db/database.ts'

/** Where something is, when nobody chose an area: the areas that words name. It only helps to suggest; an operator decides. */

export type Said = Readonly<{
  /** Where the reporter says that it is: any name counts that is not a street's. */
  place: string
  /** The report itself: a name counts after a word that leads to a place, for *batu* is a stone more often than a town. */
  text: string
}>
/** A name as it was written, and how small an area it may mean: 2 a regency or city, 4 a village. */
type Name = Readonly<{ name: string; deepest: 2 | 4 }>
type Found = Readonly<{ name: string; code: string }>

const longest = 4
/** Names that are looked up, and areas that are told. */
const most = { names: 300, areas: 3 }
const streets = new Set('jalan jl jln gang gg'.split(' '))
const leads = new Set('di ke dari kota kabupaten provinsi pemerintah'.split(' '))
const kinds = ['', 'kabupaten ', 'kota ', 'kota administrasi ']
const spelled = new Map([['kab', 'kabupaten'], ['pemkab', 'kabupaten'], ['pemkot', 'kota'], ['prov', 'provinsi'], ['pemprov', 'provinsi']]) // biome-ignore format: a table

const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}'-]+/gu) ?? []).map((word) => spelled.get(word) ?? word)

function namesFrom(words: readonly string[], deepest: 2 | 4, begins: (at: number) => boolean): Name[] {
  const from = (at: number) =>
    Array.from({ length: longest }, (_, more) => ({ name: words.slice(at, at + more + 1).join(' '), deepest }))
  return words.flatMap((_, at) => (begins(at) ? from(at) : []))
}

/** What may be the name of an area, of one to four words; the place says it before the text does. Pure. */
export function namesIn({ place, text }: Said): Name[] {
  const [there, told] = [wordsOf(place), wordsOf(text)]
  const isLead = (at: number) => leads.has(told[at] ?? '')
  const names = [
    ...namesFrom(there, 4, (at) => !streets.has(there[at - 1] ?? '')),
    ...namesFrom(told, 2, (at) => isLead(at) || isLead(at - 1)),
  ]
  const once = Map.groupBy(names, ({ name }) => name)
  return [...once.values()].flatMap(([first]) => first ?? []).slice(0, most.names)
}

const contains = (one: string, code: string) => code === one || code.startsWith(`${one}.`)

/** The areas on which the most names agree: *Kepanjenkidul, Blitar* is a district of the city and not of the regency beside it.
 *  A village's name alone is a street's or a person's as well; a name that many places share tells nothing. Pure. */
export function agreed(found: readonly Found[], chosen: string | null): string[] {
  const names = (code: string) => new Set(found.filter((one) => contains(one.code, code)).map(({ name }) => name)).size
  const scored = [...new Set(found.map(({ code }) => code))].map((code) => ({ code, score: names(code) }))
  const sure = scored.filter(({ code, score }) => chosen !== null || code.length <= 8 || score > 1)
  const top = Math.max(...sure.map(({ score }) => score))
  const best = sure.filter(({ score }) => score === top).map(({ code }) => code)
  const largest = best.filter((code) => !best.some((other) => other !== code && contains(other, code)))
  const told = largest.length > most.areas ? [...new Set(largest.map((code) => code.slice(0, 5)))] : largest
  return told.length > most.areas ? [] : told
}

/** Where a report is: the chosen area, or what its words name, within the chosen one if it is a large one. */
export async function placesOf(tx: Tx, said: Said, chosen: string | null): Promise<string[]> {
  const own = chosen === null ? [] : [chosen]
  const names = own.some((code) => code.length > 8) ? [] : namesIn(said)
  if (names.length === 0) return own
  const pairs = names.flatMap((said) => kinds.map((kind) => ({ said, spelt: kind + said.name })))
  const spelt = Map.groupBy(pairs, (pair) => pair.spelt)
  const areas = await tx<{ code: string; level: number; named: string }[]>`
    select code, level, lower(name) as named from area
    where lower(name) = any(${[...spelt.keys()]}) and (${chosen}::text is null or starts_with(code, ${chosen}))`
  const found = areas.flatMap(({ code, level, named }) =>
    (spelt.get(named) ?? []).filter(({ said }) => level <= said.deepest).map(({ said }) => ({ name: said.name, code })),
  )
  const named = agreed(found, chosen)
  return named.length > 0 ? named : own
}
