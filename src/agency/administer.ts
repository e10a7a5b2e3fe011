import type { Tx } from '../db/database.ts'
import { type Agency, type AgencyKind, agencyById } from './agency.ts'
import { areaByCode } from './area.ts'
import { type Outcome, record } from './ledger.ts'
import type { Zone } from './working-days.ts'

/** Making, renaming and closing agencies. `actorPath` is what the acting administrator manages; the walls check it again. */

export type NewAgency = Readonly<{
  parentId: number
  kind: Exclude<AgencyKind, 'centre'>
  name: string
  shortName: string
  areaCode: string | null
  /** Null: that of the area, or of the parent. */
  zone: Zone | null
  tasks: string
}>

/** The characters an SMS carries in one unit each. */
const gsm7 = /^[A-Za-z0-9 @£$¥!"#%&'()*+,\-./:;<=>?_]+$/

function misnamed({ name, shortName }: { name: string; shortName: string }): 'name' | 'short-name' | undefined {
  if (name.length < 2 || name.length > 200) return 'name'
  return shortName.length < 2 || shortName.length > 24 || !gsm7.test(shortName) ? 'short-name' : undefined
}

const taken = async (tx: Tx, parentId: number | null, name: string, except: number | null): Promise<boolean> => {
  const rows = await tx`
    select 1 from agency where parent_id = ${parentId} and name = ${name} and id is distinct from ${except}`
  return rows.length > 0
}

async function managed(tx: Tx, actorPath: string, id: number): Promise<Agency | undefined> {
  const agency = await agencyById(tx, id)
  return agency?.path.startsWith(actorPath) ? agency : undefined
}

type CreateRefusal = 'not-found' | 'closed' | 'name' | 'short-name' | 'taken' | 'no-such-area'

/** Makes an agency below one that the actor manages. */
export async function createAgency(
  tx: Tx,
  actorPath: string,
  input: NewAgency,
  now: Date,
): Promise<Outcome<CreateRefusal, { id: number; path: string }>> {
  const parent = await managed(tx, actorPath, input.parentId)
  if (!parent) return { ok: false, refusal: 'not-found' }
  if (!parent.active) return { ok: false, refusal: 'closed' }
  const wrong = misnamed(input)
  if (wrong) return { ok: false, refusal: wrong }
  const area = input.areaCode === null ? undefined : await areaByCode(tx, input.areaCode)
  if (input.areaCode !== null && !area) return { ok: false, refusal: 'no-such-area' }
  if (await taken(tx, parent.id, input.name, null)) return { ok: false, refusal: 'taken' }
  const zone = input.zone ?? area?.zone ?? parent.zone
  const [made] = await tx<{ id: number; path: string }[]>`
    insert into agency (id, parent_id, path, kind, name, short_name, area_code, zone, tasks, created_at)
    select id, ${parent.id}, ${parent.path} || id || '/', ${input.kind}, ${input.name}, ${input.shortName},
      ${input.areaCode}, ${zone}, ${input.tasks}, ${now}
    from nextval(pg_get_serial_sequence('agency', 'id')) id returning id, path`
  if (!made) throw new Error('the agency was not made')
  await record(tx, { agencyId: made.id, path: made.path, name: 'agency_created', data: input }, now)
  return { ok: true, ...made }
}

type Names = Readonly<{ name: string; shortName: string; tasks: string }>

/** Changes what an agency is called and what it is for. Its key and its place in the tree stay. */
export async function renameAgency(
  tx: Tx,
  actorPath: string,
  id: number,
  names: Names,
  now: Date,
): Promise<Outcome<'not-found' | 'name' | 'short-name' | 'taken'>> {
  const agency = await managed(tx, actorPath, id)
  if (!agency) return { ok: false, refusal: 'not-found' }
  const wrong = misnamed(names)
  if (wrong) return { ok: false, refusal: wrong }
  if (await taken(tx, agency.parentId, names.name, id)) return { ok: false, refusal: 'taken' }
  await tx`update agency set name = ${names.name}, short_name = ${names.shortName}, tasks = ${names.tasks} where id = ${id}`
  const { name, shortName, tasks } = agency
  const data = { before: { name, shortName, tasks }, after: names }
  await record(tx, { agencyId: id, path: agency.path, name: 'agency_renamed', data }, now)
  return { ok: true }
}

type DeactivateRefusal = 'not-found' | 'own' | 'has-children' | 'has-accounts' | 'has-reports'

/** Closes an agency, if nothing and nobody depends on it: open work never becomes ownerless. */
export async function deactivateAgency(
  tx: Tx,
  actorPath: string,
  id: number,
  now: Date,
): Promise<Outcome<DeactivateRefusal>> {
  const agency = await managed(tx, actorPath, id)
  if (!agency) return { ok: false, refusal: 'not-found' }
  if (agency.path === actorPath) return { ok: false, refusal: 'own' }
  // Waits for hand-overs under way, whose foreign keys hold this row; the counts below then see them.
  await tx`select 1 from agency where id = ${id} for update`
  const [left] = await tx<{ children: boolean; accounts: boolean; reports: number | null }[]>`
    select exists (select from agency where parent_id = ${id} and active) as children,
      exists (select from account where agency_id = ${id} and disabled_at is null) as accounts,
      open_reports(${id}) as reports`
  if (left?.children) return { ok: false, refusal: 'has-children' }
  if (left?.accounts) return { ok: false, refusal: 'has-accounts' }
  if (left?.reports !== 0) return { ok: false, refusal: 'has-reports' }
  await tx`update agency set active = false where id = ${id}`
  await record(tx, { agencyId: id, path: agency.path, name: 'agency_deactivated', data: {} }, now)
  return { ok: true }
}
