import { Worker } from 'node:worker_threads'
import type { Letter } from '../letter.ts'

/** Opens letters apart from everything else: with little memory, for a few seconds, one at a time. */

export type Opener = Readonly<{
  /** @returns undefined for what nobody can read: no letter, or one made to exhaust its reader. */
  open: (raw: Uint8Array) => Promise<Letter | undefined>
  close: () => Promise<void>
}>

const limits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 }

function begin(): Worker {
  const worker = new Worker(new URL('./thread.js', import.meta.url), { resourceLimits: limits, env: {} })
  // A thread that dies is no failure of the process; whoever waits for its answer hears of it.
  return worker.on('error', () => {})
}

/** The letter of this number; undefined when it takes too long or the thread ends over it. */
function answerOf(worker: Worker, id: number, raw: Uint8Array, patience: number): Promise<Letter | undefined> {
  return new Promise((resolve) => {
    const end = (found?: Letter) => {
      clearTimeout(late)
      worker.off('message', said).off('error', failed).off('exit', failed)
      resolve(found)
    }
    const said = (answer: { id: number; letter?: Letter }) => answer.id === id && end(answer.letter)
    const failed = () => end()
    const late = setTimeout(failed, patience)
    worker.on('message', said).on('error', failed).on('exit', failed)
    worker.postMessage({ id, raw })
  })
}

export function opener({ patience = 10_000 } = {}): Opener {
  let thread: Worker | undefined
  let last: Promise<unknown> = Promise.resolve()
  let count = 0

  async function one(raw: Uint8Array): Promise<Letter | undefined> {
    const id = ++count
    thread ??= begin()
    const worker = thread
    const letter = await answerOf(worker, id, raw, patience)
    // Who cannot read one letter may be in the midst of it still.
    if (!letter && thread === worker) {
      thread = undefined
      await worker.terminate()
    }
    return letter
  }

  return {
    open: (raw) => {
      const result = last.then(() => one(raw))
      last = result
      return result
    },
    close: async () => {
      await last
      await thread?.terminate()
      thread = undefined
    },
  }
}
