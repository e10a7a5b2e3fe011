import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { words } from '../report/input.ts'

/** Ready answers of an agency. The walls keep them to it. */

export const template = z.object({
  title: words(100, 'template.title').pipe(z.string().min(2, 'template.title')),
  text: words(4000, 'template.text').pipe(z.string().min(2, 'template.text')),
})
export type Template = z.output<typeof template>

/** Adds an answer, or puts new words under a title that is there. */
export const keepTemplate = (tx: Tx, agencyId: number, { title, text }: Template) => tx`
  insert into answer_template (agency_id, title, text) values (${agencyId}, ${title}, ${text})
  on conflict (agency_id, title) do update set text = excluded.text`

export const removeTemplate = (tx: Tx, id: number) => tx`delete from answer_template where id = ${id}`
