import { type Reused, reusedOn } from '../../attachment/read.ts'
import { showReference } from '../../report/reference.ts'
import { type C, within } from '../desk/frame.tsx'

/** Was one of these photos used before? In words, or nothing. What is here already weighs most: it would prove nothing new. */
export async function usedBefore(c: C, photos: readonly number[]): Promise<string | undefined> {
  const { t } = c.var
  const all: Reused[] = []
  for (const id of photos) all.push(await within(c, (tx) => reusedOn(tx, id, photos)))
  if (all.some(({ here }) => here)) return t.problems.evidenceHere
  const [first] = all.flatMap(({ references }) => references)
  if (first) return t.problems.evidenceReused(showReference(first))
  return all.some(({ elsewhere }) => elsewhere) ? t.problems.evidenceReused(t.field.elsewhere) : undefined
}
