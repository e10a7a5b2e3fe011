import { createHash } from 'node:crypto'

/** Drawing a sample that anybody can draw again. Pure. */

const mark = (seed: string, id: number) => createHash('sha256').update(`${seed}:${id}`).digest('hex')

/** Keys in the order of the SHA-256 of `<seed>:<key>`, the first `n` of them: the same seed and keys always give the same sample,
 *  in whatever order the keys come. */
export function drawSample(seed: string, frame: readonly number[], n: number): number[] {
  return [...new Set(frame)]
    .map((id) => [mark(seed, id), id] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .slice(0, n)
    .map(([, id]) => id)
}
