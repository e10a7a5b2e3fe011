import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import type { Answer } from '../visitor.ts'
import { table } from './table.ts'
import { columns, pathOf, town } from './town.ts'

/** Every page that anybody is shown is valid HTML: as it is, and as it comes back from an empty form. */

const t = await town()
const { reporter: other } = await t.file('city')
const { reporter, ...report } = await t.file('unit')
await t.act(report, 'roadsLiaison', 'dispatch', { due: '2026-03-05', note: 'Ukur lubangnya.' })

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: { 'void-style': 'off', 'doctype-style': 'off', 'long-title': 'off' },
})

async function problemsOf({ text, headers }: Answer): Promise<string[]> {
  if (!headers.get('content-type')?.startsWith('text/html') || text === '') return []
  const { results } = await validator.validateString(text)
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, selector }) => `${ruleId} ${message} ${selector}`)) // biome-ignore format: one line
}

for (const column of columns)
  test(`what is shown to ${column} is valid`, async () => {
    const wrong: Record<string, string[]> = {}
    for (const [door] of table.filter(([name]) => name !== 'POST /keluar' && name !== 'POST /keluar-laporan')) {
      const visitor = await t.visitor(column, reporter, other)
      const path = pathOf(door, report)
      const answer = door.startsWith('GET ') ? await visitor.get(path) : await visitor.post(path, {})
      const problems = await problemsOf(answer)
      if (problems.length > 0) wrong[door] = problems
    }
    assert.deepEqual(wrong, {})
  })
