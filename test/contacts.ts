import { ask, choose, type Joining, prove } from '../src/contact/join.ts'
import { openCode } from '../src/contact/proof.ts'
import { type Reach, readReach } from '../src/contact/way.ts'
import { withActor } from '../src/db/actor.ts'
import { expand } from '../src/notice/tell/expand.ts'
import { selfOf } from '../src/report/read/self.ts'
import type { Scene } from './post.ts'

/** Reporters with several contacts, for tests: asked for, proved and chosen as the pages do it. */

export const reach = (typed: string): Reach => readReach(typed) ?? { way: 'email', to: typed }

export async function joining({ db, keys, now }: Scene, reporterId: number): Promise<Joining> {
  const me = await selfOf(db, reporterId)
  if (!me) throw new Error('no such reporter')
  return { db, keys, me, now: now() }
}

/** The code that waits to be sent to the contact that was asked for last. */
export async function codeFor({ admin, keys }: Scene, reporterId: number): Promise<string> {
  const [row] = await admin<{ sealed: Buffer }[]>`
    select sealed from notice where reporter_id = ${reporterId} and kind = 'neutral.proof' order by id desc limit 1`
  return row ? openCode(keys, row.sealed) : ''
}

let nets = 0
/** Joins and proves it. @returns its number. */
export async function joins(office: Scene, reporterId: number, typed: string, chosen = false): Promise<number> {
  const mine = await joining(office, reporterId)
  const asked = await ask(mine, reach(typed), { language: 'id', address: `10.9.${++nets}.1` })
  if (asked !== 'sent') throw new Error(asked)
  const proved = await prove(mine, await codeFor(office, reporterId))
  if (proved !== 'proved') throw new Error(proved)
  const [row] = await office.admin<{ id: number }[]>`
    select coalesce(max(id), 0)::int as id from vault.contact where reporter_id = ${reporterId}`
  if (chosen) await choose(mine, row?.id ?? 0)
  return row?.id ?? 0
}

/** Expands one event as a worker would. */
export const told = ({ db, now }: Scene, reportId: number, n: number) =>
  withActor(db, { kind: 'system' }, (tx) => expand(tx, [{ reportId, n }], now()))

/** Every notice of a reporter's news, in order: where it went and what became of it. */
export const newsOf = async ({ admin }: Scene, reporterId: number) =>
  (await admin<{ id: number; contactId: number | null; channel: string; state: string; insteadOf: number | null; n: number }[]>`
    select id::int, contact_id::int as "contactId", channel, state, instead_of::int as "insteadOf", n from notice
    where reporter_id = ${reporterId} and report_id is not null order by id`).map((row) => ({ ...row })) // biome-ignore format: one query
