import type { Child } from 'hono/jsx'

/** What marks in charts mean, and the pattern that they share. Read without colour: solid, framed, hatched, dashed. */

export type Mark = 'fine' | 'soon' | 'late' | 'reporter' | 'low' | 'outline'

/** Once on a page, before any chart: what is late is hatched. */
export const Hatch = () => (
  <svg class="vh" aria-hidden="true" width="0" height="0">
    <defs>
      <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path class="hatch" d="M1 0v6" />
      </pattern>
    </defs>
  </svg>
)

/** The fill of a mark that no style sheet gives. */
export const fillOf = (mark: Mark) => (mark === 'late' || mark === 'low' ? 'url(#hatch)' : undefined)

/** A square of a mark; framed ones are drawn inside their frame. */
export const Square = ({ mark, x, y, side }: { mark: Mark; x: number; y: number; side: number }) => {
  const frame = mark === 'fine' ? 0 : 1
  return (
    <rect
      class={`f-${mark}`}
      fill={fillOf(mark)}
      x={x + frame}
      y={y + frame}
      width={side - 2 * frame}
      height={side - 2 * frame}
      rx={3}
    />
  )
}

export const Key = ({
  marks,
  children,
}: {
  marks: readonly (readonly [mark: Mark, says: string])[]
  children?: Child
}) => (
  <p class="key">
    {marks.map(([mark, says]) => (
      <span>
        <svg viewBox="0 0 14 14" aria-hidden="true">
          <Square mark={mark} x={0} y={0} side={14} />
        </svg>
        {says}
      </span>
    ))}
    {children}
  </p>
)

/** The line that others are measured by: upright among bars, dashed across months. */
export const LineKey = ({ says, dashed }: { says: string; dashed?: boolean }) => (
  <span>
    <svg viewBox="0 0 14 14" aria-hidden="true">
      {dashed ? <line class="dash" x1="0" x2="14" y1="7" y2="7" /> : <line x1="7" x2="7" y1="0" y2="14" />}
    </svg>
    {says}
  </span>
)
