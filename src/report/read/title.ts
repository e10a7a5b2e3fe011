import type { Tx } from '../../db/database.ts'

/** The title of a report in a list; empty when it is secret: whoever wants to read that opens the report, which leaves a line. */
export const listedTitle = (tx: Tx) =>
  tx`case when r.secret then '' else coalesce(r.edited_title, r.title) end as title`
