import type { TaskList } from 'graphile-worker'
import { failExport, type Making, makeExport } from '../export/make.ts'

/** Tables that people asked for. */

/** One that could not be made so often is given up, and its page says so. */
const tries = 3

/** Without words for their columns none is made: the jobs wait. */
export function tableTasks(deps: Omit<Making, 'wording'> & { wording?: Making['wording'] | undefined }): TaskList {
  const { wording, db, now } = deps
  if (!wording) return {}
  return {
    export: async ({ exportId }, { job }) => {
      try {
        await makeExport({ ...deps, wording }, exportId)
      } catch (reason) {
        if (job.attempts < tries) throw reason
        await failExport(db, exportId, now())
      }
    },
  }
}
