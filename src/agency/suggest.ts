import type { Tx } from '../db/database.ts'
import type { AgencyKind } from './agency.ts'
import { chainOf, isAreaCode } from './area.ts'

/** Who may be responsible: agencies ranked by the words that a report shares with what they are for. It only suggests, and
 *  says why; an operator decides. */

export type Candidate = Readonly<{
  id: number
  kind: AgencyKind
  name: string
  shortName: string
  areaCode: string | null
  tasks: string
}>
export type Suggestion = Readonly<{
  id: number
  name: string
  shortName: string
  score: number
  /** The tasks and words that match, strongest first. */
  words: readonly string[]
  /** It governs the place of the report. */
  governs: boolean
}>
/** @property places Codes of the areas where it is or may be. */
type Report = Readonly<{ text: string; category: string; places: readonly string[] }>
type Phrase = Readonly<{ text: string; words: ReadonlyMap<string, string> }>

const silent = new Set(
  `yang dan di ke dari untuk dengan pada ini itu ada tidak sudah belum saya kami kita anda mohon tolong agar supaya karena
  kalau juga atau oleh akan bisa dapat lagi sangat masih seperti dalam sampai saat tapi tetapi bila jadi hari minggu bulan tahun
  orang warga kota kabupaten provinsi kecamatan kelurahan desa dinas badan pemerintah pak bu bapak ibu min admin terima kasih
  umum daerah besar kecil panjang lama baru banyak sekali tempat`.split(/\s+/),
)
const spelled: Readonly<Record<string, string>> = {
  jl: 'jalan',
  jln: 'jalan',
  dalan: 'jalan',
  ledeng: 'pdam',
  perpus: 'perpustakaan',
  got: 'saluran',
  selokan: 'saluran',
  sapeda: 'sepeda',
}
const suffixes = /(?:nya|kan|lah|kah|i)$/
const prefixes = /^(?:meng|mem|men|me|ber|ter|di|pe)(?=\p{L}{4})/u

function stem(word: string): string {
  const plain = spelled[word] ?? word
  const bare = plain.length > 5 ? plain.replace(suffixes, '') : plain
  return bare.length > 6 ? bare.replace(prefixes, '') : bare
}

/** The telling words of a text: their stems, and how they were written. */
function stems(text: string): Map<string, string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []
  return new Map(words.filter((word) => !silent.has(word)).map((word) => [stem(word), word]))
}

const phrasesOf = ({ name, tasks }: Candidate): Phrase[] =>
  [name, ...tasks.split(',')].map((text) => ({ text: text.trim(), words: stems(text) }))

/** How much a word tells: the fewer agencies use it, the more. */
function telling(all: readonly Phrase[][]): (word: string) => number {
  const used = new Map<string, number>()
  for (const phrases of all) {
    for (const word of new Set(phrases.flatMap(({ words }) => [...words.keys()]))) {
      used.set(word, (used.get(word) ?? 0) + 1)
    }
  }
  return (word) => Math.log(1 + all.length / (used.get(word) ?? 1))
}

type Match = { score: number; words: string[] }

/** A word counts once, at its best; a phrase that is there as a whole counts half as much again, and one of which less than half
 *  is there says nothing: a broken foot is no pavement vendor (*kaki lima*). */
function match(phrases: readonly Phrase[], value: (word: string) => number): Match {
  const best = new Map<string, number>()
  const reasons: { text: string; sum: number }[] = []
  for (const { text, words } of phrases) {
    const shared = [...words].filter(([word]) => value(word) > 0)
    if (2 * shared.length < words.size) continue
    const whole = shared.length === words.size
    const values = shared.map(([word]) => [word, value(word) * (whole && words.size > 1 ? 1.5 : 1)] as const)
    for (const [word, worth] of values) best.set(word, Math.max(best.get(word) ?? 0, worth))
    const sum = values.reduce((total, [, worth]) => total + worth, 0)
    if (sum > 0) reasons.push({ text: whole ? text : shared.map(([, written]) => written).join(' '), sum })
  }
  const words = reasons.toSorted((a, b) => b.sum - a.sum).map(({ text }) => text)
  return {
    score: [...best.values()].reduce((total, worth) => total + worth, 0),
    words: [...new Set(words)].slice(0, 4),
  }
}

/** Most matters are those of the place's own government, unless the words say clearly otherwise; a province counts less. */
function govern({ kind, areaCode }: Candidate, places: readonly string[]): number {
  const isGovernment = ['province', 'regency', 'city'].includes(kind)
  const governs = isGovernment && areaCode !== null && places.some((place) => place.startsWith(areaCode))
  return governs ? (areaCode.length > 2 ? 20 : 8) : 0
}

/** Ranks candidates for a report; who shares no word with it and does not govern its place is left out. Pure. */
export function suggest(report: Report, candidates: readonly Candidate[], limit: number): Suggestion[] {
  const said = stems(report.text)
  const about = stems(report.category)
  const all = candidates.map(phrasesOf)
  const weight = telling(all)
  const value = (word: string): number => (about.has(word) ? 2 * weight(word) : said.has(word) ? weight(word) : 0)
  return candidates
    .map((candidate, index) => {
      const { score, words } = match(all[index] ?? [], value)
      const place = govern(candidate, report.places)
      const { id, name, shortName } = candidate
      return { id, name, shortName, score: score + place, words, governs: place > 0 }
    })
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.id - b.id)
    .slice(0, limit)
}

/** To whom an agency hands reports on: its own units and those below them; for the centre the ministries and their units; and
 *  the governments below it that the places lie in. */
export async function candidatesFor(tx: Tx, agencyId: number, places: readonly string[]): Promise<Candidate[]> {
  const chain = places.filter(isAreaCode).flatMap(chainOf)
  return tx<Candidate[]>`
    with top as (
      select * from agency where parent_id = ${agencyId} and kind in ('unit', 'ministry') and active),
    everyone as (
      select * from top union all
      select a.* from agency a join top on a.parent_id = top.id where a.active
      union all
      select g.* from agency g join agency own on own.id = ${agencyId} and starts_with(g.path, own.path) and g.id <> own.id
      where g.area_code = any(${chain}) and g.kind in ('province', 'regency', 'city') and g.active)
    select id, kind, name, short_name, area_code, tasks from everyone
    where area_code is null or length(area_code) <= 5 or area_code = any(${chain})`
}
