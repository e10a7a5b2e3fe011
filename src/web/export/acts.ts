import { Readable } from 'node:stream'
import { attempt } from '../../db/actor.ts'
import { askExport, cancelExport, type Export, exportOf, list } from '../../export/export.ts'
import { formats, mediaTypes } from '../../export/sheet.ts'
import { actorOf } from '../../person/may.ts'
import { filterOf } from '../desk/filter.ts'
import { type C, within } from '../desk/frame.tsx'
import { trouble } from '../errors.tsx'
import { posted, text } from '../form.ts'
import { staffOf } from '../session.ts'
import { exportsPage } from './page.tsx'

/** Asking for a table of a list of the desk, calling it off, taking it. */

export async function exportAct(c: C) {
  const staff = staffOf(c)
  const values = await posted(c)
  const format = formats.find((one) => one === text(values, 'sebagai'))
  const words = Object.keys(values).map((name) => [name, text(values, name)] as const)
  const { after: _, ...filter } = filterOf(staff, Object.fromEntries(words))
  const asked = list.safeParse({ of: 'desk', filter })
  if (!format || !asked.success) return exportsPage(c, 'wrong')
  const now = c.var.deps.now()
  const made = await attempt(c.var.deps.db, actorOf(staff), (tx) => askExport(tx, staff, asked.data, format, now))
  if (!made.ok) return exportsPage(c, 'busy')
  c.var.deps.wake()
  return c.redirect('/ekspor', 303)
}

/** The one that the address names, when it is one's own. */
async function named(c: C): Promise<Export | undefined> {
  const id = c.req.param('id') ?? ''
  return /^[1-9]\d{0,14}$/.test(id) ? within(c, (tx) => exportOf(tx, Number(id))) : undefined
}

export async function exportCancelAct(c: C) {
  const found = await named(c)
  if (!found) return trouble(c, 404)
  await within(c, (tx) => cancelExport(tx, found.id, c.var.deps.now()))
  return c.redirect('/ekspor', 303)
}

export async function exportFile(c: C) {
  const found = await named(c)
  if (found?.state !== 'done' || found.fileKey === null) return trouble(c, 404)
  const stream = await c.var.deps.store.getStream(found.fileKey)
  const day = found.askedAt.toISOString().slice(0, 10)
  return c.body(Readable.toWeb(stream) as ReadableStream, 200, {
    'Content-Type': mediaTypes[found.format],
    'Content-Disposition': `attachment; filename="lapor-${found.list.filter.view}-${day}.${found.format}"`,
    'Cache-Control': 'private, no-store',
    'X-Content-Type-Options': 'nosniff',
  })
}
