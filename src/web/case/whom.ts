import { type Agency, findAgencies } from '../../agency/agency.ts'
import type { Tx } from '../../db/database.ts'
import { clean } from '../../report/input.ts'
import { type Errors, text, type Values } from '../form.ts'
import type { Messages } from '../messages.ts'

/** Agencies that were typed by name become the ones that are meant, or a question which one. */

type Meant = { values: Record<string, string | string[]>; errors: Record<string, string> }

const same = (one: Agency, typed: string) =>
  [one.name, one.shortName].some((name) => name.toLowerCase() === typed.toLowerCase())

async function meant(tx: Tx, t: Messages, typed: string, below: string): Promise<Agency | string> {
  const found = await findAgencies(tx, typed.slice(0, 200), 5, below)
  const exact = found.filter((one) => same(one, typed))
  const [only, more] = exact.length > 0 ? exact : found
  if (!only) return 'agency.unknown'
  return more ? t.acts.agencyMany(found.map(({ name }) => name).join('; ')) : only
}

/** One agency by its name: nothing was typed, which one it is, or why that is not known. */
export async function agencyNamed(tx: Tx, t: Messages, typed: string, below: string) {
  const name = clean(typed)
  if (name === '') return undefined
  const agency = await meant(tx, t, name, below)
  return typeof agency === 'string' ? { problem: agency } : { id: String(agency.id) }
}

/** `beside`: what is typed comes to what was ticked. */
type Asked = Readonly<{ name: string; into: string; below: string; many?: boolean; beside?: boolean }>

/** Fills `into` with the agencies that the field `name` names. What was chosen from a list counts only when nothing was typed. */
async function fill(tx: Tx, t: Messages, values: Values, { name, into, below, many, beside }: Asked): Promise<Meant> {
  const typed = clean(text(values, name))
  if (typed === '') return { values: {}, errors: {} }
  const names = many ? typed.split(';').map((one) => one.trim()).filter(Boolean).slice(0, 10) : [typed] // biome-ignore format: one list
  const ids: string[] = beside ? [values[into] ?? []].flat() : []
  for (const one of names) {
    const agency = await meant(tx, t, one, below)
    if (typeof agency === 'string') return { values: {}, errors: { [name]: agency } }
    ids.push(String(agency.id))
  }
  return { values: { [into]: many ? ids : (ids[0] ?? '') }, errors: {} }
}

const intoOf: Readonly<Record<string, string>> = {
  agencyName: 'agencyId',
  assistingName: 'assisting',
  suggestedName: 'suggestedId',
  accusedName: 'accused',
}

/** What is wrong with a form and with the names in it: a name that fits none or several is one thing to mend, and the key that it
 *  would have given is not missing besides. */
export function withNames(errors: Errors, named: Errors): Errors {
  const doubled = new Set(Object.keys(named).map((name) => intoOf[name]))
  return { ...Object.fromEntries(Object.entries(errors).filter(([name]) => !doubled.has(name))), ...named }
}

/** @param below whom somebody may send to: agencies whose path starts so. @param around whom they may ask for help.
 *  @returns the values with the keys of agencies in place, and words about names that fit none or several. */
export async function agenciesIn(
  tx: Tx,
  t: Messages,
  values: Values,
  { below, around }: { below: string; around: string },
): Promise<{ values: Values; errors: Errors }> {
  const fields: Asked[] = [
    { name: 'agencyName', into: 'agencyId', below: 'officerId' in values ? around : below },
    { name: 'assistingName', into: 'assisting', below: around, many: true },
    { name: 'suggestedName', into: 'suggestedId', below: '/' },
    { name: 'accusedName', into: 'accused', below: '/', many: true, beside: true },
  ]
  const found = await Promise.all(fields.map((field) => fill(tx, t, values, field)))
  return {
    values: Object.assign({}, values, ...found.map((one) => one.values)),
    errors: Object.assign({}, ...found.map((one) => one.errors)),
  }
}
