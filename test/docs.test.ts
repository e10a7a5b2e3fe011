import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { shape } from '../src/env.ts'
import { files, root, text } from './tree.ts'

/** What the documents say is there. */

const documents = [
  ...['README.md', 'STYLE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md'],
  ...['docs', 'src', 'test', 'seed', 'bench'].flatMap((folder) => files(folder, /\.md$/)),
]

test('every link into the repository leads somewhere', () => {
  const broken = documents.flatMap((path) =>
    [...text(path).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target = '']) => target.replace(/#.*/, ''))
      .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
      .filter((target) => !existsSync(join(root, dirname(path), target)))
      .map((target) => `${path}: ${target}`),
  )
  assert.deepEqual(broken, [])
})

test('docs/running.md has every variable of the environment, and no other', () => {
  const rows = [...text('docs/running.md').matchAll(/^\| `([A-Z][A-Z_]+)`\s*\|/gm)].map(([, name]) => name)
  assert.deepEqual(rows.toSorted(), Object.keys(shape.shape).toSorted())
})

test('the commands that the documents name exist', () => {
  const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> }
  const named = documents.flatMap((path) =>
    [...text(path).matchAll(/\bnpm (?:run ([a-z]+)|(start|test)\b)/g)].map(([, run, short]) => run ?? short ?? ''),
  )
  assert.ok(named.includes('start') && named.includes('test'))
  assert.deepEqual(
    named.filter((name) => !(name in scripts)),
    [],
  )
})

test('the glossary has each term once, on both sides', () => {
  const rows = [...text('docs/glossary.md').matchAll(/^\| ([^|]+?) +\| ([^|]+?) +\|/gm)].slice(2)
  assert.ok(rows.length > 30)
  for (const side of [1, 2]) {
    const terms = rows.map((row) => row[side]?.toLowerCase() ?? '')
    assert.deepEqual(
      terms.filter((term, n) => terms.indexOf(term) !== n),
      [],
    )
  }
})

test('every decision is listed, with a number of its own', () => {
  const records = files('docs/decisions', /\/\d{4}-[a-z-]+\.md$|^\d{4}-[a-z-]+\.md$/)
  const numbers = records.map((path) => path.replace(/.*\/(\d{4})-.*/, '$1'))
  assert.equal(new Set(numbers).size, numbers.length)
  const list = text('docs/decisions/README.md')
  for (const path of records) assert.ok(list.includes(path.replace('docs/decisions/', '(')), path)
})

test('every row of what harm is tried names tests that are there', () => {
  const rows = text('docs/security-rows.md').matchAll(/^\| ([A-Z]\d\d) \|.*$/gm)
  const named = [...rows].map(([row, name]) => ({ name, tests: [...row.matchAll(/`([^`\s]+\.test\.tsx?)`/g)] }))
  assert.ok(named.length >= 27)
  const missing = named.flatMap(({ name, tests }) =>
    tests.filter(([, path = '']) => !existsSync(join(root, path))).map(([, path]) => `${name} ${path}`),
  )
  assert.deepEqual(missing, [])
})
