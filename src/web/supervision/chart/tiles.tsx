import { provinces } from './provinces.ts'
import { shade } from './scale.ts'

/** The country in tiles, one a province: letters, number and shade. */

export type Shown = Readonly<{
  /** Official code of the province. */
  code: string
  name: string
  /** Between 0 and 1; none where too few reports would tell who wrote. */
  share: number | null
  value: string
  href?: string | undefined
}>

const side = 44
const step = 48

export const Tiles = ({ says, tiles, here }: { says: string; tiles: readonly Shown[]; here?: string | undefined }) => (
  <svg class="chart map" viewBox="0 0 768 340" role="img" aria-label={says}>
    {tiles.map((tile) => (
      <Province tile={tile} here={tile.code === here} />
    ))}
  </svg>
)

const Province = ({ tile: { code, name, share, value }, here }: { tile: Shown; here: boolean }) => {
  const [letters, column, row] = provinces[code] ?? []
  if (letters === undefined || column === undefined || row === undefined) return null
  const [x, y] = [2 + column * step, 2 + row * step]
  return (
    <g class={`q${share === null ? 0 : shade(share)}${here ? ' here' : ''}`}>
      <title>{`${name} ${value}`}</title>
      <rect x={x} y={y} width={side} height={side} rx="4" />
      <text class="b c" x={x + side / 2} y={y + 20}>
        {letters}
      </text>
      <text class="v c" x={x + side / 2} y={y + 35}>
        {share === null ? '–' : Math.round(share * 100)}
      </text>
    </g>
  )
}

/** Shades by their words, the darkest last. */
export const ShadeKey = ({ words }: { words: readonly string[] }) => (
  <p class="key">
    {words.map((says, n) => (
      <span>
        <svg class={`q${n + 1}`} viewBox="0 0 14 14" aria-hidden="true">
          <rect width="14" height="14" rx="2" />
        </svg>
        {says}
      </span>
    ))}
  </p>
)
