import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { categories } from '../seed/categories.ts'
import { reencoder } from '../src/attachment/reencode.ts'
import { folderStore } from '../src/attachment/store.ts'
import { heart, keys, monday } from './heart.ts'
import { type Answer, type Fields, siteFor, Visitor } from './visitor.ts'

/** The country of `heart` with its areas and categories, and a site where citizens file. */

export const folder = await mkdtemp(join(tmpdir(), 'lapor-citizen-'))
after(() => rm(folder, { recursive: true }))

export const country = await heart()
const areas = [
  ['35', null, 1, 'Jawa Timur'],
  ['35.72', '35', 2, 'Kota Blitar'],
  ['35.72.03', '35.72', 3, 'Sananwetan'],
  ['35.72.03.1007', '35.72.03', 4, 'Bendogerit'],
] as const
for (const [code, parent, level, name] of areas)
  await country.admin`insert into area (code, parent_code, level, name, zone)
    values (${code}, ${parent}, ${level}, ${name}, 'Asia/Jakarta')`
for (const [position, { code, parent, id, en }] of categories.entries())
  await country.admin`insert into category (code, parent_code, name_id, name_en, position)
    values (${code}, ${parent}, ${id}, ${en}, ${position})`

type Over = NonNullable<Parameters<typeof siteFor>[1]>

/** A site of its own, so that what one test sends does not throttle another. */
export const citizenSite = (over: Over = {}) =>
  siteFor(country.db, {
    keys,
    now: () => monday,
    rules: async () => country.book,
    intake: country.intake,
    store: folderStore(folder),
    reencode: reencoder(),
    wake: () => {},
    ...over,
  })
export const citizen = (over: Over = {}) => new Visitor(citizenSite(over))

const named = (tag: string) => /\bname="([^"]*)"/.exec(tag)?.[1] ?? ''
const valued = (tag: string) => unescaped(/\bvalue="([^"]*)"/.exec(tag)?.[1] ?? '')
const unescaped = (html: string) =>
  html
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')

/** What a browser would send of the form `#tulis` when no button has a name. */
export function formIn({ text }: Pick<Answer, 'text'>): Record<string, string> {
  const [form = ''] = /<form id="tulis"[\s\S]*?<\/form>/.exec(text) ?? []
  const fields: Record<string, string> = {}
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    if (/type="file"/.test(tag) || (/type="(radio|checkbox)"/.test(tag) && !/ checked/.test(tag))) continue
    fields[named(tag)] = valued(tag)
  }
  for (const [, tag = '', words = ''] of form.matchAll(/<textarea([^>]*)>\n?([\s\S]*?)<\/textarea>/g))
    fields[named(tag)] = unescaped(words)
  for (const [, tag = '', options = ''] of form.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g))
    fields[named(tag)] = valued(/<option[^>]*selected[^>]*>/.exec(options)?.[0] ?? '')
  return fields
}

/** The form as a browser sends it, with files. */
export function letter(fields: Fields, files: readonly File[] = []): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one)
  for (const file of files) form.append('berkas', file)
  return form
}
