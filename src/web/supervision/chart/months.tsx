import type { Mark } from './key.tsx'
import { fillOf } from './key.tsx'
import { top } from './scale.ts'

/** Months beside each other: two columns a month, or one line of shares. */

export type Pair = Readonly<{ label: string; first: number; second: number }>
export type Point = Readonly<{ label: string; share: number | null; value: string }>

const wide = 52
const high = 120
const head = 22
const foot = 24

/** Two columns each: what came, and what became of it. The end of the axis is written on it. */
export const MonthPairs = ({ says, pairs, marks, end }: { says: string; pairs: readonly Pair[]; marks: readonly [Mark, Mark]; end: (top: number) => string }) => {
  const most = top(Math.max(0, ...pairs.flatMap(({ first, second }) => [first, second])))
  const width = pairs.length * wide
  const floor = head + high
  const tall = (n: number) => Math.round((n / most) * high * 10) / 10
  return (
    <svg class="chart months" viewBox={`0 0 ${width} ${floor + foot}`} role="img" aria-label={says}>
      <line x1="0" x2={width} y1={head} y2={head} />
      <text x="0" y={head - 6}>
        {end(most)}
      </text>
      {pairs.map(({ label, first, second }, n) => (
        <>
          <Column mark={marks[0]} x={n * wide + 6} tall={tall(first)} floor={floor} />
          <Column mark={marks[1]} x={n * wide + 27} tall={tall(second)} floor={floor} />
          <text class="c" x={n * wide + wide / 2} y={floor + 18}>
            {label}
          </text>
        </>
      ))}
      <line x1="0" x2={width} y1={floor} y2={floor} />
    </svg>
  )
} // biome-ignore format: one line of what it is given

const Column = ({ mark, x, tall, floor }: { mark: Mark; x: number; tall: number; floor: number }) =>
  tall > 0 ? <rect class={`f-${mark}`} fill={fillOf(mark)} x={x} y={floor - tall} width="19" height={tall} /> : null

/** One point a month from nothing to all, with its number; a month without a share breaks the line. */
export const MonthLine = ({ says, points, mark }: { says: string; points: readonly Point[]; mark?: number | undefined }) => {
  const width = points.length * wide
  const floor = head + high
  const at = (share: number) => Math.round((floor - share * high) * 10) / 10
  return (
    <svg class="chart months" viewBox={`0 0 ${width} ${floor + foot}`} role="img" aria-label={says}>
      {mark !== undefined && <line class="dash" x1="0" x2={width} y1={at(mark)} y2={at(mark)} />}
      <path class="way" d={wayOf(points.map(({ share }) => share), at)} />
      {points.map(({ label, share, value }, n) => (
        <>
          {share !== null && <circle class="f-fine" cx={n * wide + wide / 2} cy={at(share)} r="4" />}
          <text class="b c" x={n * wide + wide / 2} y={share === null ? floor - 8 : at(share) - 9}>
            {value}
          </text>
          <text class="c" x={n * wide + wide / 2} y={floor + 18}>
            {label}
          </text>
        </>
      ))}
      <line x1="0" x2={width} y1={floor} y2={floor} />
    </svg>
  )
} // biome-ignore format: one line of what it is given

/** From point to point; begins anew after a gap. */
export function wayOf(shares: readonly (number | null)[], at: (share: number) => number): string {
  return shares
    .map((share, n) => {
      if (share === null) return ''
      const before = shares[n - 1] ?? null
      return `${before === null ? 'M' : 'L'}${n * wide + wide / 2} ${at(share)}`
    })
    .join('')
}
