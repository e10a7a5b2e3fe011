import { setTimeout as sleep } from 'node:timers/promises'

/** Something that is to run for as long as the process lives, and may give up on its own. */
export type Running = Readonly<{ ended: Promise<unknown>; end: () => Promise<unknown> }>

/** Begins it, and begins it anew, `pause` milliseconds later, whenever it ended without having been told to.
 *  @throws what the first beginning throws. */
export async function always(begin: () => Promise<Running>, failed: (reason: unknown) => void, pause = 1000) {
  const stopping = new AbortController()
  const { signal } = stopping
  let current: Running | undefined = await begin()
  const watching = watch()

  async function watch(): Promise<void> {
    while (!signal.aborted) {
      await current?.ended.catch(failed)
      current = undefined
      await sleep(pause, undefined, { signal }).catch(() => {})
      if (!signal.aborted) current = (await begin().catch(failed)) ?? undefined
    }
    await current?.end().catch(failed)
  }
  const stop = async (): Promise<void> => {
    stopping.abort()
    await current?.end().catch(failed)
    await watching
  }
  return { stop }
}
