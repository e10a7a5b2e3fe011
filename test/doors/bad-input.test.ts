import assert from 'node:assert/strict'
import { test } from 'node:test'
import { siteUrl, type Visitor } from '../visitor.ts'
import { table } from './table.ts'
import { type Column, columns, pathOf, town } from './town.ts'
import { type Sent, wrongBodies, wrongFields } from './wrong.ts'

/** Whatever is sent to whichever door: an answer with words, never a failure of ours. */

const t = await town()
const { reporter: other } = await t.file('city')
const reports = { unit: await t.file('unit'), city: await t.file('city') }
const forms = table.filter(([door]) => door.startsWith('POST '))

for (const [door, who, form = {}, held = 'unit'] of forms) {
  const { reporter, ...report } = reports[held]
  const path = pathOf(door, report)
  const enter = (column: Column) => t.visitor(column, reporter, other)
  const fields = { versi: '1', ...form }

  test(`${door} answers what nobody can read with words`, async () => {
    const bad: string[] = []
    for (const column of [insider(who), 'nobody'] as const)
      for (const [what, sent] of [...wrongFields(fields), ...wrongBodies(fields)]) {
        const problem = await problemOf(await send(await enter(column), path, sent))
        if (problem) bad.push(`${column}: ${what}: ${problem}`)
      }
    assert.deepEqual([bad, t.logged.splice(0)], [[], []])
  })

  test(`${door} is not moved from another site`, async () => {
    for (const headers of foreign) {
      const { status } = await (await enter(insider(who))).post(path, fields, headers)
      assert.equal(status, 403, JSON.stringify(headers))
    }
  })
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
