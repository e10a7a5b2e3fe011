import { findAreas } from '../../agency/area.ts'
import { withActor } from '../../db/actor.ts'
import { clean } from '../../report/input.ts'
import type { C } from '../filing/given.ts'

const most = 8

/** GET /wilayah?q=: areas for a field with suggestions. */
export async function areasFound(c: C) {
  const typed = clean(c.req.query('q') ?? '', 100)
  const areas = await withActor(c.var.deps.db, { kind: 'public' }, (tx) => findAreas(tx, typed, most))
  c.header('Cache-Control', 'public, max-age=3600')
  return c.json({ areas: areas.map(({ code, label }) => ({ code, label })) })
}
