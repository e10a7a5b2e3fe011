import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { attachTo } from '../../attachment/read.ts'
import { attempt, withActor } from '../../db/actor.ts'
import { inputs } from '../../report/input.ts'
import type { Move } from '../../report/lifecycle.ts'
import { move, type Request } from '../../report/move.ts'
import { besideCase, waitingFiles } from '../../report/read/reporter-files.ts'
import type { Self } from '../../report/read/self.ts'
import { readReference } from '../../report/reference.ts'
import { refusedWith, versionOf } from '../case/act.ts'
import { keepAll } from '../files/keep.ts'
import { type Errors, parseForm, postedWithFiles, type Values } from '../form.ts'
import { letterOf } from '../session.ts'
import { closed } from './door.tsx'
import { reporterPageFor } from './page.tsx'
import { type C, self } from './self.ts'

/** Every move of a reporter goes this one way: keep the files, read the words, move, and show the page again. */

export const reporterNouns = {
  complete: 'kelengkapan',
  reply: 'balasan',
  confirm: 'konfirmasi',
  dispute: 'sanggahan',
  rate: 'penilaian',
  appeal: 'keberatan',
  withdraw: 'pencabutan',
} as const satisfies Partial<Record<Move, string>>
export type ReporterMove = keyof typeof reporterNouns
export const reporterMoves = Object.keys(reporterNouns) as ReporterMove[]

/** Forms that take photos and documents. */
const withFiles: readonly ReporterMove[] = ['complete', 'reply', 'dispute']

/** A form that did not go through, with what was written in it. */
export type Answered = Readonly<{ name: ReporterMove; values: Values; errors?: Errors; refusal?: string }>

export const reporterAct = (name: ReporterMove) => async (c: C) => {
  const me = await self(c, readReference(c.req.param('ref') ?? ''))
  const reference = await ownReference(c, me)
  if (!me || !reference) return closed(c)
  const { values, files } = await postedWithFiles(c, 'berkas')
  const { deps } = c.var
  const { key } = await withActor(deps.db, me.actor, (tx) => besideCase(tx, me))
  const brought = await keepAll(c, withFiles.includes(name) ? files : [], {
    actor: me.actor,
    kind: 'reply',
    reportKey: key,
  })
  const again = (tried: Omit<Answered, 'name' | 'values'>, status: ContentfulStatusCode) =>
    reporterPageFor(c, me, { tried: { name, values, ...tried }, status })
  const read = parseForm(inputs[name], values)
  const errors: Record<string, string> = read.ok ? {} : { ...read.errors }
  if (brought.problem) errors.berkas = brought.problem
  if (!read.ok || brought.problem) return again({ errors }, 422)
  const version = versionOf(values)
  if (version === undefined) return again({ refusal: 'conflict' }, 409)
  const moved = await moveWithFiles(c, me, { reference, version, name, input: read.value } as Request, key)
  if (!moved.ok) return again({ refusal: moved.refusal }, refusedWith(moved.refusal))
  deps.wake()
  return c.redirect(`/laporan/${c.req.param('ref')}`, 303)
}

/** The reference of the case that the address names, if it is this reporter's: their own, or the one it was merged into. */
export async function ownReference(c: C, me: Self | undefined): Promise<string | undefined> {
  if (!me) return undefined
  const rows = await withActor(
    c.var.deps.db,
    me.actor,
    (tx) => tx<{ id: number; reference: string }[]>`
      select id, reference from report where id in (${me.reportId}, ${me.ownReportId})`,
  )
  const asked = readReference(c.req.param('ref') ?? '')
  const named = rows.some(({ reference }) => reference === asked)
  return named ? rows.find(({ id }) => id === me.reportId)?.reference : undefined
}

async function moveWithFiles(c: C, me: Self, request: Request, key: string) {
  const { deps } = c.var
  const book = await deps.rules()
  return attempt(deps.db, me.actor, async (tx) => {
    const who = { kind: 'reporter', reporterId: me.reporterId } as const
    const moved = await move(tx, book, who, request as Request<'reply'>, deps.now())
    if (!moved.ok) return moved
    // A person did this, whom a letter of ours has reached: programs of the post only open links.
    if (letterOf(c, me.reporterId) === 'filed') await tx`select contact_used(null, ${deps.now()})`
    const { files } = await besideCase(tx, me)
    await attachTo(tx, key, moved.version, waitingFiles(files).map(({ id }) => id)) // biome-ignore format: one call
    return moved
  })
}
