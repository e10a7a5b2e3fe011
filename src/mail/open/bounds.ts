import type { Worker } from 'node:worker_threads'

/** What opening one letter may cost, in a thread that is watched: its heap is bounded by the engine, its time on the processor and
 *  all of its memory by us, also while it is busy. */

export type Bounds = Readonly<{
  /** Milliseconds on the clock, and on the processor. */
  patience: number
  processor: number
  /** Megabytes: of objects, and of those together with the bytes beside them. */
  heap: number
  memory: number
}>

export const usual: Bounds = { patience: 60_000, processor: 2_000, heap: 192, memory: 256 }

const young = 24
export const limitsOf = ({ heap }: Bounds) => ({
  maxOldGenerationSizeMb: Math.max(1, heap - young),
  maxYoungGenerationSizeMb: young,
  stackSizeMb: 4,
})

const often = 25

/** Tells once when the thread costs more than it may. @returns what ends the watch. */
export function watch(worker: Worker, bounds: Bounds, over: () => void): () => void {
  let before: number | undefined
  const look = async () => {
    const [{ user, system }, heap] = await Promise.all([worker.cpuUsage(), worker.getHeapStatistics()])
    before ??= user + system
    const spent = (user + system - before) / 1_000
    const held = (heap.used_heap_size + heap.external_memory) / 1_000_000
    if (spent > bounds.processor || held > bounds.memory) over()
  }
  // A thread that has ended says so itself.
  const looking = () => void look().catch(() => {})
  looking()
  const clock = setInterval(looking, often)
  const late = setTimeout(over, bounds.patience)
  return () => {
    clearInterval(clock)
    clearTimeout(late)
  }
}
