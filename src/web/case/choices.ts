import { type Category, categories } from '../../agency/category.ts'
import { candidatesFor, type Suggestion, suggest } from '../../agency/suggest.ts'
import type { Tx } from '../../db/database.ts'
import type { StaffPage } from '../../report/read/staff-page.ts'
import type { C } from '../desk/frame.tsx'
import { staffOf } from '../session.ts'

/** What the forms of a report offer to choose from: categories, and who is probably responsible. */
export type Choices = Readonly<{ categories: readonly Category[]; suggestions: readonly Suggestion[] }>

const most = 4

export async function choicesFor(tx: Tx, c: C, { case: { report }, around, moves }: StaffPage): Promise<Choices> {
  const sends = moves.includes('forward') || moves.includes('arbitrate')
  const classes = sends || moves.includes('reclassify')
  const [known, candidates] = await Promise.all([
    classes ? categories(tx) : [],
    sends ? candidatesFor(tx, staffOf(c).agencyId, report.areaCode) : [],
  ])
  const about = { text: `${report.title} ${report.text}`, category: around.categoryName?.id ?? '', areaCode: report.areaCode }
  const suggestions = suggest(about, candidates, most + 1).filter(({ id }) => id !== report.holderId)
  return { categories: known, suggestions: suggestions.slice(0, most) }
} // biome-ignore format: one object a line
