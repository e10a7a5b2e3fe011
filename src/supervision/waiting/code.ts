/** One number for all that the counts of what waits are told apart by, as the database makes it (0056). Pure. */

export type Told = Readonly<{
  /** -1: not verified; then by the five ages. */
  age: number
  /** Place among the states: reporter, fine, soon, late. */
  state: number
  returned: boolean
  /** 0, 1, or 2 for more. */
  disputes: number
  /** Returned so often that an arbiter has to decide. */
  authority: boolean
}>

export const toldOf = (code: number): Told => ({
  age: (code >> 6) - 1,
  state: (code >> 4) & 3,
  returned: (code & 4) > 0,
  authority: (code & 8) > 0,
  disputes: code & 3,
})
