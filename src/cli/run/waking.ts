import type { Accept } from '../../inbox/accept.ts'

/** Tells the worker of this process of each message that was kept. */
export const waking =
  (keep: Accept, wake: () => void): Accept =>
  async (arrived) => {
    const accepted = await keep(arrived)
    wake()
    return accepted
  }
