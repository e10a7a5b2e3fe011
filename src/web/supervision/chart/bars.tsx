import { Icon } from '../../ui/icon.tsx'

/** One bar a line, with its number and of how many, and a line that all are measured by. */

export type Bar = Readonly<{
  label: string
  href?: string | undefined
  /** Between 0 and 1. */
  share: number
  value: string
  of: string
  /** Below what is expected: hatched, with a sign beside its number. */
  low?: boolean
}>

/** The line at `mark`, between 0 and 1. */
export const Bars = ({ bars, mark, low }: { bars: readonly Bar[]; mark?: number | undefined; low: string }) => (
  <ol class="bars r">
    {bars.map((bar) => (
      <li>
        {bar.href ? <a href={bar.href}>{bar.label}</a> : <span class="name">{bar.label}</span>}
        <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
          <rect class="rail" width="100" height="10" />
          <rect class={bar.low ? 'f-x' : 'f-fine'} width={hundredths(bar.share)} height="10" />
          {mark !== undefined && <Line at={hundredths(mark)} />}
        </svg>
        <b class={bar.low ? 'num st late' : 'num'}>
          {bar.low && <Icon name="late" />}
          {bar.low && <span class="vh">{low} </span>}
          {bar.value}
        </b>
        <small class="num of">{bar.of}</small>
      </li>
    ))}
  </ol>
)

/** Never wider than the rail. */
export const hundredths = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10

const Line = ({ at }: { at: number }) => (
  <>
    <line class="h" x1={at} x2={at} y1="0" y2="10" />
    <line x1={at} x2={at} y1="0" y2="10" />
  </>
)
