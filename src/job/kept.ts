import type { TaskList } from 'graphile-worker'
import { keepAllFindable, keepFindable } from '../report/search/keep.ts'
import { type Keeping, keepFigures, markMissed, markMoved } from '../supervision/figure/keep.ts'
import { keepHappened } from '../supervision/week/keep.ts'

/** What is kept beside the reports: the words they are searched by, the figures, what happened in a week. */
export function keptTasks(deps: Keeping & { now: () => Date }): TaskList {
  const { db, now } = deps
  return {
    find: async ({ reports }) => {
      const moved = reports.filter(Number.isSafeInteger)
      await Promise.all([keepFindable(db, moved), markMoved(db, moved)])
    },
    findAll: async () => {
      await keepAllFindable(db)
      await markMissed(deps)
    },
    figure: async () => void (await keepFigures(deps, now())),
    happened: () => keepHappened(db, now()),
  }
}
