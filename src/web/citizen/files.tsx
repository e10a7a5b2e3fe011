import { Readable } from 'node:stream'
import { holdDraft, type Opened, openAttachment } from '../../attachment/read.ts'
import { serveHeaders } from '../../attachment/serve.ts'
import { type Actor, withActor } from '../../db/actor.ts'
import type { Tx } from '../../db/database.ts'
import { actorOf } from '../../person/may.ts'
import { trouble } from '../errors.tsx'
import type { C } from '../filing/given.ts'
import { draftOf } from '../filing/thumbs.tsx'
import { selves } from '../reporter/self.ts'

/** Kept files, for whoever may see the report: staff by their session, the reporter by their cookie,
 *  and whoever still writes it by the key of the draft. */

export const attachmentFile = (c: C) => serve(c, 'file')
export const attachmentThumb = (c: C) => serve(c, 'thumb')

async function serve(c: C, as: 'file' | 'thumb') {
  const id = c.req.param('id') ?? ''
  if (!/^\d{1,15}$/.test(id)) return trouble(c, 404)
  for (const actor of await actors(c)) {
    const opened = await open(c, actor, Number(id), as)
    if (opened) return c.body(Readable.toWeb(opened.body) as ReadableStream, 200, serveHeaders(opened.attachment, as))
  }
  return trouble(c, 404)
}

function open(c: C, actor: Actor, id: number, as: 'file' | 'thumb'): Promise<Opened | null> {
  const { db, store } = c.var.deps
  const draft = actor.kind === 'public' ? draftOf(c) : undefined
  return withActor(db, actor, async (tx) => {
    if (draft) await holdDraft(tx, draft)
    const opened = await openAttachment(tx, store, id, as)
    if (opened && actor.kind === 'staff') await noteOpening(tx, actor.personId, id, c.var.deps.now())
    return opened
  })
}

/** A file of a secret report, however small it is drawn, leaves the same line as its page. */
const noteOpening = (tx: Tx, personId: number, id: number, now: Date) => tx`
  insert into opening (report_id, person_id, at)
  select r.id, ${personId}, ${now} from report r join attachment a on a.report_key = r.key where a.id = ${id} and r.secret`

/** Somebody may be at work and have reports of their own in the same browser. */
async function actors(c: C): Promise<Actor[]> {
  const { staff } = c.var
  const reporters = await selves(c)
  return [
    ...(staff && !staff.mustChange ? [actorOf(staff)] : []),
    ...reporters.map(({ actor }) => actor),
    ...(draftOf(c) ? [{ kind: 'public' } as const] : []),
  ]
}
