import assert from 'node:assert/strict'
import { glob, readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { siteUrl, type Visitor } from '../visitor.ts'
import type { Held } from './stages.ts'
import { table } from './table.ts'
import { type Column, columns, pathOf, town } from './town.ts'
import { type Sent, values, wrongBodies, wrongFields } from './wrong.ts'

/** Whatever is sent to whichever door: an answer with words, never a failure of ours. */

const t = await town()
const { reporter: other } = await t.file('city')
const reports = new Map<Held, ReturnType<typeof t.file>>()
/** A report that stands there; one for all tests. */
function reportAt(held: Held) {
  const known = reports.get(held) ?? t.file(held)
  reports.set(held, known)
  return known
}
const forms = table.filter(([door]) => door.startsWith('POST '))

for (const [door, who, form = {}, held = 'unit'] of forms) {
  const fields = { versi: '1', ...form }
  const at = async () => {
    const { reporter, ...report } = await reportAt(held)
    return { path: pathOf(door, report), enter: (column: Column) => t.visitor(column, reporter, other) }
  }

  test(`${door} answers what nobody can read with words`, async () => {
    const { path, enter } = await at()
    const bad: string[] = []
    for (const column of [insider(who), 'nobody'] as const)
      for (const [what, sent] of [...wrongFields(fields), ...wrongBodies(fields)]) {
        const problem = await problemOf(await send(await enter(column), path, sent))
        if (problem) bad.push(`${column}: ${what}: ${problem}`)
      }
    assert.deepEqual([bad, t.logged.splice(0)], [[], []])
  })

  test(`${door} is not moved from another site`, async () => {
    const { path, enter } = await at()
    for (const headers of foreign) {
      const { status } = await (await enter(insider(who))).post(path, fields, headers)
      assert.equal(status, 403, JSON.stringify(headers))
    }
  })
}

/** Whatever a page asks its address for. */
const queries = ['cari', 'instansi', 'setelah', 'jawab', 'ke', 'kepada', 'q', 'sebelum', 't', 'tahun', 'templat', 'tersimpan', 'ubah', 'perubahan',
  'untuk', 'lihat', 'kelas', 'kanal', 'pengawasan', 'rahasia', 'urut', 'sesudah', 'pilih', 'terlapor', 'semua', 'dari', 'sampai', 'umur', 'keadaan', 'bulan'] as const // biome-ignore format: a list

test('every question that a page asks its address is asked here with wrong words', async () => {
  const asked = new Set<string>()
  for await (const file of glob('src/web/**/*.{ts,tsx}'))
    for (const [, name = ''] of (await readFile(file, 'utf8')).matchAll(/\b(?:query|queries)\('([a-z-]+)'\)/g))
      asked.add(name)
  assert.ok(asked.size > 5)
  assert.deepEqual(
    [...asked].filter((name) => !(queries as readonly string[]).includes(name)),
    [],
  )
})

for (const [door, who, , held = 'unit'] of table.filter(([name]) => name.startsWith('GET ')))
  test(`${door} (${held}) answers what nobody can read with words`, async () => {
    const { reporter, ...report } = await reportAt(held)
    const visitor = await t.visitor(insider(who), reporter, other)
    const path = pathOf(door, report)
    const bad: string[] = []
    for (const [what, value] of Object.entries(values)) {
      const text = value.slice(0, 6_000)
      const paths = [
        ...queries.map((name) => `${path}?${name}=${text}`),
        ...(/:(id|ref|apa)/.test(door) ? [door.slice(4).replace(/:(id|ref|apa)/, text)] : []),
      ]
      for (const one of paths) {
        const answer = await get(visitor, one)
        if (!known.includes(answer.status)) bad.push(`${what}: ${one.slice(0, 100)}: ${answer.status}`)
        await answer.body?.cancel()
      }
    }
    assert.deepEqual([bad, t.logged.splice(0)], [[], []])
  })

function get(visitor: Visitor, path: string) {
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  return t.site.request(`${siteUrl}${path}`, { headers: { cookie } })
}

const foreign = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'none' },
  { origin: `${siteUrl}.evil.example`, 'sec-fetch-site': 'same-site' },
]

/** The first who is let in; where nobody is, whoever is signed in. */
function insider(who: string): Column {
  const first = who.replaceAll(' ', '').indexOf('+')
  return columns[first] ?? 'centreOperator'
}

async function send(visitor: Visitor, path: string, { body, headers = {} }: Sent) {
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const init = {
    method: 'POST',
    body,
    headers: { origin: siteUrl, 'sec-fetch-site': 'same-origin', cookie, ...headers },
  }
  return t.site.request(`${siteUrl}${path}`, init)
}

const known = [200, 201, 303, 400, 401, 403, 404, 409, 410, 413, 422, 429]

async function problemOf(answer: Response): Promise<string | undefined> {
  const text = await answer.text()
  if (!known.includes(answer.status)) return `${answer.status}`
  if (answer.status === 303) return undefined
  if (!answer.headers.get('content-type')?.startsWith('text/html')) return `${answer.status} is no page`
  return /<h1[^>]*>[^<]/.test(text) ? undefined : `${answer.status} has no words`
}
