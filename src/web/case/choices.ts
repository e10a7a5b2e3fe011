import { activeBelow, unattended } from '../../agency/below.ts'
import { type Category, categories } from '../../agency/category.ts'
import { placesOf } from '../../agency/place/named.ts'
import { candidatesFor, type Suggestion, suggest } from '../../agency/suggest.ts'
import type { Tx } from '../../db/database.ts'
import { has } from '../../person/may.ts'
import { topic } from '../../report/mask.ts'
import { givenBack } from '../../report/read/history.ts'
import type { StaffPage } from '../../report/read/staff-page.ts'
import type { C } from '../desk/frame.tsx'
import { staffOf } from '../session.ts'

/** `proposedBy` names the agency that gave the report back and named this one. */
export type Offered = Omit<Suggestion, 'score'> & Readonly<{ proposedBy?: string }>

/** What the forms of a report offer to choose from: categories, and who is probably responsible. */
export type Choices = Readonly<{
  categories: readonly Category[]
  suggestions: readonly Offered[]
  /** Whom the report addresses or its words name: perhaps those that it is about. */
  mentioned: readonly { id: number; name: string }[]
  /** Agencies among them, and the holder, where nobody can act. */
  unattended: ReadonlySet<number>
}>

const most = 4

/** The holder is below, and its accounts are theirs to see. */
const watchesBelow = (c: C, movers: StaffPage['movers']) =>
  has(staffOf(c), 'operator', 'supervisor', 'arbiter') && movers.some((mover) => mover.endsWith('@above'))

/** Whom the last return names, if it is for this person to send there. */
async function proposed(tx: Tx, c: C, { history }: StaffPage): Promise<Offered[]> {
  const [back] = givenBack(history)
  if (!back?.data.suggestedId) return []
  const agency = await activeBelow(tx, staffOf(c).path, Number(back.data.suggestedId))
  if (!agency) return []
  const { id, name, shortName } = agency
  return [{ id, name, shortName, words: [], governs: false, proposedBy: back.agencyName ?? '' }]
}

/** What the report says of itself and of its place; a NIK in it is no topic. */
function saidBy({ case: { report }, around }: StaffPage) {
  const text = topic(`${report.title}\n${report.text}`)
  return { text, place: topic(report.place), category: around.categoryName?.id ?? '' }
}

/** Whom the last return names comes first. */
async function suggestionsFor(tx: Tx, c: C, page: StaffPage): Promise<Offered[]> {
  const said = saidBy(page)
  const places = await placesOf(tx, said, page.case.report.areaCode)
  const [candidates, named] = await Promise.all([candidatesFor(tx, staffOf(c).agencyId, places), proposed(tx, c, page)])
  const ranked = suggest({ ...said, places }, candidates, most + 2).filter(({ id }) => id !== page.case.report.holderId)
  const first = named.map((one): Offered => ({ ...one, ...ranked.find(({ id }) => id === one.id) }))
  return [...first, ...ranked.filter(({ id }) => id !== first[0]?.id)].slice(0, most)
}

export async function choicesFor(tx: Tx, c: C, page: StaffPage): Promise<Choices> {
  const { moves, movers } = page
  const sends = moves.includes('forward') || moves.includes('arbitrate')
  const classes = sends || moves.includes('reclassify')
  const [known, suggestions] = await Promise.all([
    classes ? categories(tx) : [],
    sends ? suggestionsFor(tx, c, page) : [],
  ])
  const watched = watchesBelow(c, movers) ? [page.case.report.holderId] : []
  const ids = [...suggestions.map(({ id }) => id), ...watched]
  const { addresseeId } = page.case.report
  const addressed = addresseeId ? [{ id: addresseeId, name: page.around.addresseeName ?? '' }] : []
  const named = suggestions.filter(({ id, words }) => words.length > 0 && id !== addresseeId)
  const mentioned = [...addressed, ...named].slice(0, most)
  return { categories: known, suggestions, mentioned, unattended: await unattended(tx, ids) }
}
