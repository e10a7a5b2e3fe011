/** Round numbers for charts. Pure. */

/** How many each square stands for, so that the fullest column has at most `most` of them: 1, 2, 5, 10, 20, 50 … */
export function perSquare(fullest: number, most: number): number {
  for (let power = 1; ; power *= 10)
    for (const step of [1, 2, 5]) if (Math.ceil(fullest / (step * power)) <= most) return step * power
}

/** The end of an axis: the next round number. */
export const top = (largest: number): number => (largest <= 0 ? 1 : perSquare(largest, 5) * 5)

/** A share as it is written, in whole hundredths: what reads 70% is not below it. */
export const written = (share: number): number => Math.round(share * 100) / 100

/** In which of five shades a share stands: below 60 %, then in steps of ten. */
export function shade(share: number): 1 | 2 | 3 | 4 | 5 {
  const read = written(share)
  return read < 0.6 ? 1 : read < 0.7 ? 2 : read < 0.8 ? 3 : read < 0.9 ? 4 : 5
}

/** Below what is expected. */
export const isLow = (share: number | null): boolean => share !== null && written(share) < 0.7
