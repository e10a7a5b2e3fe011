import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { z } from 'zod'
import { type Agency, agencyById, findAgencies } from '../../agency/agency.ts'
import { areaByCode, findAreas } from '../../agency/area.ts'
import { dayOf } from '../../agency/working-days.ts'
import type { AppEnv } from '../../app.ts'
import { withActor } from '../../db/actor.ts'
import type { Tx } from '../../db/database.ts'
import { type Draft, draft } from '../../report/draft.ts'
import { clean } from '../../report/input.ts'
import { country } from '../citizen/country.ts'
import { type Errors, parseForm, text, type Values } from '../form.ts'

/** What a citizen gave so far, read from the fields of the form and the hidden ones of the preview. */

export type C = Context<AppEnv>

/** Fields that travel from page to page, in the order of the form. Whatever else is sent is left behind. */
export const names = ['text', 'place', 'areaCode', 'areaName', 'happenedOn', 'class', 'oversight', 'categoryCode', 'agency', 'addresseeId',
  'known', 'name', 'readers', 'reach', 'email', 'phone', 'consent'] as const // biome-ignore format: a list

/** The known fields without what no text may hold; a province alone stands for the area. */
export function tidy(values: Values): Values {
  const kept: Record<string, string | string[]> = {}
  for (const name of names) {
    const value = values[name]
    if (value !== undefined && value !== '')
      kept[name] = typeof value === 'string' ? clean(value) : value.map((one) => clean(one))
  }
  const province = clean(text(values, 'province'))
  if (values.province !== undefined && !text(kept, 'areaCode').startsWith(province || '-')) {
    if (province === '') delete kept.areaCode
    else kept.areaCode = province
  }
  return kept
}

/** The key of one submission: made with the page, the same however often it is sent. */
export const keyOf = (values: Values): string | undefined =>
  z.uuid().safeParse(text(values, 'kunci')).data?.toLowerCase()
export const newKey = () => randomUUID()

export type Read =
  | { ok: true; value: Draft; values: Values }
  | { ok: false; values: Values; errors: Errors; agencies: readonly Agency[] }

/** Is it a report? A date to come is told here, for only a page knows today. */
export function readDraft(c: C, values: Values): Read {
  const parsed = parseForm(draft, values)
  if (!parsed.ok) return { ...parsed, agencies: [] }
  const { happenedOn } = parsed.value
  if (happenedOn && happenedOn > dayOf(c.var.deps.now(), 'Asia/Jayapura'))
    return { ok: false, values, errors: { happenedOn: 'when.future' }, agencies: [] }
  return { ...parsed, values }
}

/** The same after looking up what was typed: a name of an area or an agency becomes the one that is meant. */
export async function lookUp(c: C, values: Values): Promise<Read> {
  const found = await withActor(c.var.deps.db, { kind: 'public' }, async (tx) => ({
    area: await area(tx, values),
    agency: await agency(tx, values),
  }))
  const errors = { ...found.area.errors, ...found.agency.errors, ...(await category(c, values)) }
  const settled = { ...values, ...found.area.values, ...found.agency.values }
  const read = readDraft(c, settled)
  if (read.ok && Object.keys(errors).length === 0) return read
  return {
    ok: false,
    values: settled,
    errors: { ...(read.ok ? {} : read.errors), ...errors },
    agencies: found.agency.choose,
  }
}

type Found = { values: Record<string, string>; errors: Record<string, string> }
const none = { values: {}, errors: {} }

async function area(tx: Tx, values: Values): Promise<Found> {
  const code = text(values, 'areaCode')
  const typed = text(values, 'areaName')
  if (code !== '') {
    const known = await areaByCode(tx, code)
    return known
      ? { values: { areaName: known.label }, errors: {} }
      : { ...none, errors: { areaCode: 'place.unknown' } }
  }
  if (typed === '') return none
  const [first] = await findAreas(tx, typed.slice(0, 100), 1)
  return first
    ? { values: { areaCode: first.code, areaName: first.label }, errors: {} }
    : { ...none, errors: { areaCode: 'place.unknown' } }
}

async function category({ var: { deps } }: C, values: Values): Promise<Record<string, string>> {
  const chosen = text(values, 'categoryCode')
  if (chosen === '') return {}
  const { categories } = await country(deps)()
  return categories.some(({ code }) => code === chosen) ? {} : { categoryCode: 'choice.unknown' }
}

/** Of several that have the name, the page asks which; `0` leaves it to the operator. */
async function agency(tx: Tx, values: Values): Promise<Found & { choose: readonly Agency[] }> {
  const typed = text(values, 'agency').slice(0, 100)
  const chosen = text(values, 'addresseeId')
  const is = (one?: Agency) => ({
    values: { addresseeId: one ? String(one.id) : '', agency: one?.name ?? '' },
    errors: {},
    choose: [],
  })
  if (chosen === '0') return is()
  const known = chosen === '' ? undefined : await agencyById(tx, Number(chosen))
  if (typed === '') return is(known)
  const found = await findAgencies(tx, typed, 6)
  if (known && (same(known, typed) || found.some(({ id }) => id === known.id))) return is(known)
  const exact = found.filter((one) => same(one, typed))
  const [only, more] = exact.length > 0 ? exact : found
  if (only && !more) return is(only)
  const errors: Record<string, string> = only ? { addresseeId: 'agency.many' } : { agency: 'agency.unknown' }
  return { values: { addresseeId: '' }, errors, choose: found }
}

const same = (one: Agency, typed: string) =>
  [one.name, one.shortName].some((name) => name.toLowerCase() === typed.toLowerCase())
