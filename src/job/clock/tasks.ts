import { escalate, lookAgain } from './escalate.ts'
import { remind } from './remind.ts'
import { moveDeadlines } from './reschedule.ts'
import type { Clockwork } from './sweep.ts'

/** The work of the clock by name: what happens because time goes by, or because what time is counted with was changed. */

declare global {
  namespace GraphileWorker {
    interface Tasks {
      lookAgain: object
    }
  }
}

export const clockTasks = (deps: Clockwork & { now: () => Date }) => ({
  escalate: async () => void (await escalate(deps, deps.now())),
  lookAgain: () => lookAgain(deps, deps.now()),
  moveDeadlines: () => moveDeadlines(deps, deps.now()),
  remind: async () => void (await remind(deps, deps.now())),
})
