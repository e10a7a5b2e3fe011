import { textIn } from './coding.ts'
import type { Bytes } from './kept.ts'

/** Which parts of a chain are one message, in whatever order and however often they came. Pure. */

export type Part = Readonly<{ id: number; at: Date; partOf: number | null; bytes: Bytes }>
export type Group = { head: number | undefined; first: number; parts: Part[] }

const minute = 60_000
/** Whoever has not sent all parts by then is read with gaps. A reference may stand for another message later. */
export const patience = 10 * minute
/** A centre that was not answered comes again; a person who writes the same later means it. */
const again = (part: Part) => (part.bytes.total > 1 ? 15 * minute : 5 * minute)

/** @param parts of one chain, in the order of their numbers. */
export function groupsOf(parts: readonly Part[]): Group[] {
  const groups = [
    ...Map.groupBy(
      parts.filter(({ partOf }) => partOf !== null),
      ({ partOf }) => partOf,
    ),
  ].map(
    ([head, members]): Group => ({
      head: head ?? undefined,
      first: Math.min(...members.map(({ at }) => at.getTime())),
      parts: members,
    }),
  )
  for (const part of parts.filter(({ partOf }) => partOf === null)) {
    const open = groups.filter((one) => one.head === undefined && !isWhole(one))
    const group =
      open.find((one) => repeats(one, part)) ??
      // Some telephones give every message the same reference: what may be new is no repetition of what is whole.
      open.find((one) => lacks(one, part)) ??
      groups.find((one) => repeats(one, part))
    if (group) group.parts.push(part)
    else groups.push({ head: undefined, first: part.at.getTime(), parts: [part] })
  }
  return groups
}

const age = ({ first }: Group, { at }: Part) => Math.abs(at.getTime() - first)
const repeats = (group: Group, part: Part) =>
  age(group, part) < again(part) && group.parts.some(({ bytes }) => isSame(bytes, part.bytes))
const lacks = (group: Group, part: Part) =>
  age(group, part) < patience && !group.parts.some(({ bytes }) => bytes.seq === part.bytes.seq)
const isSame = (a: Bytes, b: Bytes) => a.seq === b.seq && a.coding === b.coding && a.hex === b.hex

export const isWhole = ({ parts }: Group): boolean =>
  new Set(parts.map(({ bytes }) => bytes.seq)).size === parts[0]?.bytes.total

/** What comes when its message was read without it: exactly what was missing there, and not all of it is here. It may also be the
 *  rest of another message, so a person looks; what is whole by itself speaks for itself. */
export function isLateRest(group: Group, groups: readonly Group[]): boolean {
  const seqs = new Set(group.parts.map(({ bytes }) => bytes.seq))
  const given = (one: Group) => one !== group && one.head !== undefined && one.first < group.first && !isWhole(one)
  return !isWhole(group) && groups.some((one) => given(one) && !one.parts.some(({ bytes }) => seqs.has(bytes.seq)))
}

/** The words of all parts; `gap` says that some are missing. @returns undefined when it is no text. */
export function wordsIn(parts: readonly Bytes[], gap: (from: number, to: number) => string): string | undefined {
  const total = parts[0]?.total ?? 0
  const bySeq = new Map(parts.toReversed().map((part) => [part.seq, part]))
  const pieces: (string | undefined)[] = []
  for (let seq = 1; seq <= total; ) {
    const [from, has] = [seq, bySeq.has(seq)]
    while (seq <= total && bySeq.has(seq) === has) seq++
    pieces.push(has ? textIn(present(bySeq, from, seq)) : gap(from, seq - 1))
  }
  if (pieces.some((piece) => piece === undefined)) return undefined
  return pieces.length === 1 ? pieces[0] : pieces.map((piece) => piece?.trim()).join(' ')
}

const present = (bySeq: ReadonlyMap<number, Bytes>, from: number, end: number) =>
  Array.from({ length: end - from }, (_, n) => bySeq.get(from + n)).filter((part) => part !== undefined)
