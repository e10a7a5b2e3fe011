import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Letter } from '../letter.ts'
import { type Bounds, limitsOf, usual, watch } from './bounds.ts'

/** Opens letters apart from everything else: within bounds, one at a time. */

export type Opener = Readonly<{
  /** @returns undefined for what nobody can read: no letter, or one made to exhaust its reader. */
  open: (raw: Uint8Array) => Promise<Letter | undefined>
  close: () => Promise<void>
}>

/** A thread that has loaded what it needs, so that only the letter counts. */
async function begin(bounds: Bounds): Promise<Worker> {
  const worker = new Worker(new URL('./thread.js', import.meta.url), { resourceLimits: limitsOf(bounds), env: {} })
  await once(worker, 'message')
  // A thread that dies is no failure of the process; whoever waits for its answer hears of it.
  return worker.on('error', () => {})
}

/** The letter of this number; undefined when it costs too much or the thread ends over it. */
function answerOf(worker: Worker, id: number, raw: Uint8Array, bounds: Bounds): Promise<Letter | undefined> {
  return new Promise((resolve) => {
    const end = (found?: Letter) => {
      unwatch()
      worker.off('message', said).off('error', failed).off('exit', failed)
      resolve(found)
    }
    const said = (answer: { id: number; letter?: Letter }) => answer.id === id && end(answer.letter)
    const failed = () => end()
    const unwatch = watch(worker, bounds, failed)
    worker.on('message', said).on('error', failed).on('exit', failed)
    worker.postMessage({ id, raw })
  })
}

export function opener(changed: Partial<Bounds> = {}): Opener {
  const bounds = { ...usual, ...changed }
  let thread: Worker | undefined
  let last: Promise<unknown> = Promise.resolve()
  let count = 0

  async function one(raw: Uint8Array): Promise<Letter | undefined> {
    const id = ++count
    thread ??= await begin(bounds)
    const worker = thread
    const letter = await answerOf(worker, id, raw, bounds)
    // Who cannot read one letter may be in the midst of it still.
    if (!letter) {
      thread = undefined
      await worker.terminate()
    }
    return letter
  }

  return {
    open: (raw) => {
      const result = last.then(() => one(raw))
      last = result.catch(() => {})
      return result
    },
    close: async () => {
      await last
      await thread?.terminate()
      thread = undefined
    },
  }
}
