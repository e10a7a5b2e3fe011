import assert from 'node:assert/strict'
import { test } from 'node:test'
import { text } from './tree.ts'

/** What we deliver may be passed on under Apache-2.0: every package of production says its licence, and it is one of these. */

type Locked = Readonly<{ license?: string; version?: string; dev?: true; devOptional?: true; peer?: true }>

/** LGPL-3.0-or-later is libvips below sharp: a library of its own, linked when it runs, replaceable. See NOTICE. */
const allowed = [
  ...[
    'MIT',
    'MIT-0',
    'ISC',
    '0BSD',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'Apache-2.0',
    'Unlicense',
    'Zlib',
    'BlueOak-1.0.0',
  ],
  ...['Python-2.0', 'LGPL-3.0-or-later'],
]

/** Wholly of ours, or a choice or a sum of allowed ones. */
function fits(licence: string): boolean {
  const words = licence.replace(/[()]/g, '').split(/ (AND|OR) /)
  const names = words.filter((word) => word !== 'AND' && word !== 'OR')
  const known = (name: string) => allowed.includes(name)
  return words.includes('AND') ? names.every(known) : names.some(known)
}

const lock = JSON.parse(text('package-lock.json')) as { packages: Record<string, Locked> }
const production = Object.entries(lock.packages).filter(([path, { dev, devOptional }]) => path && !dev && !devOptional)

test('a licence fits when what it asks for is allowed', () => {
  assert.deepEqual(['MIT', '(MIT OR GPL-3.0)', '(MIT AND Zlib)', 'Apache-2.0 AND GPL-2.0', 'GPL-3.0', ''].map(fits), [
    ...[true, true, true],
    ...[false, false, false],
  ])
})

test('every package of production has a licence that Apache-2.0 goes along with', () => {
  assert.ok(production.length > 50)
  const wrong = production.filter(([, { license }]) => !fits(license ?? ''))
  assert.deepEqual(
    wrong.map(([path, { license }]) => `${path}: ${license ?? 'none'}`),
    [],
  )
})

test('what is copyleft is named in NOTICE', () => {
  const notice = text('NOTICE')
  for (const name of ['libvips', 'LGPL', 'idn-area-data', 'Open Database License'])
    assert.ok(notice.includes(name), name)
})
