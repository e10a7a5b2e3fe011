import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agency } from '../heart.ts'
import type { Answer, Fields } from '../visitor.ts'
import type { Held } from './stages.ts'
import { table } from './table.ts'
import { columns, pathOf, town } from './town.ts'

/** Every door of the real site, knocked at by everybody: what happens is what the table says. */

const t = await town()
const { reporter: other, ...another } = await t.file('city')
const reports = new Map<Held, Awaited<ReturnType<typeof t.file>>>()

const doors = t.site.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`)

test('every route has a row, and every row a route', () => {
  const rows = new Set(table.map(([door]) => door))
  const known = new Set([...doors, 'GET /aset/:file'])
  assert.deepEqual(
    [...new Set(doors)].filter((door) => !rows.has(door) && door !== 'GET /aset/:file'),
    [],
    'routes without a row: add who gets in to test/doors/table.ts',
  )
  assert.deepEqual(
    [...rows].filter((door) => !known.has(door)),
    [],
    'rows without a route: take them out of test/doors/table.ts',
  )
})

for (const [door, who, form, held = 'unit'] of table)
  test(held === 'unit' ? door : `${door} (${held})`, async () => {
    let seen = ''
    for (const [n, column] of columns.entries()) {
      if ([3, 6, 10, 14, 16, 18].includes(n)) seen += ' '
      seen += sign(await knock(door, column, form ?? {}, held))
    }
    assert.equal(seen, who)
  })

async function knock(door: string, column: (typeof columns)[number], form: Fields, held: Held): Promise<Answer> {
  const { reporter, ...report } = reports.get(held) ?? (await t.file(held))
  const visitor = await t.visitor(column, reporter, other)
  const path = pathOf(door, report)
  const before = await t.version(report)
  const named = {
    '{this}': `${report.reference}.${before}`,
    '{another}': another.reference,
    '{new}': `baru ${columns.indexOf(column)}`.replace(' ', '.'),
    '{officer}': String(t.staff.roadsOfficer.personId),
    '{accounts}': `instansi;nama;nama pengguna;email;peran\n${agency.roads};Budi Hartono;budi.${columns.indexOf(column)};;petugas`,
  }
  const fields = Object.entries(form).map(([name, value]) => [name, named[value as keyof typeof named] ?? value])
  const answer = door.startsWith('GET ')
    ? await visitor.get(path)
    : await visitor.post(path, { versi: String(before), ...Object.fromEntries(fields) })
  const same = (await t.version(report)) === before
  if (same) reports.set(held, { ...report, reporter })
  else reports.delete(held)
  return answer
}

function sign({ status, to }: Answer): string {
  if (status === 303 && to?.startsWith('/masuk?ke=')) return '>'
  if (status === 404) return '.'
  if (status === 403) return 'x'
  if (status === 409 || status === 422) return '-'
  if (status >= 500) return '!'
  return '+'
}
