import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import { type Column, town } from '../../../../test/doors/town.ts'
import { monday } from '../../../../test/heart.ts'
import { keepFigures, markMissed } from '../../../supervision/figure/keep.ts'
import { keepHappened } from '../../../supervision/week/keep.ts'

/** The supervisor's page: who sees it, what stands on it, and that each number is as long as its list. */

const t = await town()
const { reporter, ...ofUnit } = await t.file('unit')
const held = [
  'centre',
  'city',
  'returned',
  'returned',
  'instructed',
  'asking',
  'answered',
  'resolved',
  'contested',
  'closed',
  'unit',
] as const
for (const one of held) await t.file(one)
const { reporter: mine, ...disputed } = await t.file('resolved')
assert.ok(mine)
assert.ok((await t.act(disputed, 'reporter', 'dispute', { reason: 'Masih berlubang.' })).ok)
const { reporter: other, ...lapsed } = await t.file('resolved')
assert.ok(other)
await t.admin`update report set respond_due = ${new Date(monday.getTime() - 1)} where id = ${lapsed.reportId}`
assert.ok((await t.act(lapsed, 'clock', 'lapse')).ok)
// One is past its promise, one is old.
await t.admin`update report set answer_due = ${new Date(monday.getTime() - 86_400_000)}, verified_at = '2026-01-05T03:00:00Z' where id = ${ofUnit.reportId}`
await t.admin`update report set secret = true, title = 'Yang Rahasia' where id = ${ofUnit.reportId}`
const keeping = { db: t.db, rules: async () => t.book }
await markMissed(keeping)
await keepFigures(keeping, monday)
await keepHappened(t.db, monday)

const entered = (column: Column) => t.visitor(column, reporter, reporter)
const supervisor = await entered('blitarSupervisor')
const centre = await entered('centreOperator')
const rowsIn = (text: string) => [...text.matchAll(/href="\/meja\/[A-Z0-9]{8}[?"]/g)].length
const unescaped = (text: string) => text.replaceAll('&amp;', '&')

/** Every link to a list with its number, of a page. */
function numbersOf(text: string): [href: string, n: number][] {
  const looks = [...text.matchAll(/<b>([\d.]+)<\/b><a href="(\/pengawasan\/daftar\/[^"]+)"/g)].map(([, n, href]) => [
    href,
    n,
  ])
  const cells = [...text.matchAll(/<a href="(\/pengawasan\/daftar\/[^"]+)">([\d.]+)/g)].map(([, href, n]) => [href, n])
  return [...looks, ...cells].map(([href = '', n = '']) => [unescaped(href), Number(n.replaceAll('.', ''))])
}

for (const [name, visitor] of [
  ['city', supervisor],
  ['centre', centre],
] as const)
  test(`each number of the page of the ${name} is as long as its list`, async () => {
    const page = await visitor.get('/pengawasan')
    const numbers = numbersOf(page.text)
    assert.ok(numbers.length >= 30, String(numbers.length))
    assert.ok(numbers.filter(([, n]) => n > 0).length > 15)
    for (const what of ['terlewat', 'dikembalikan', 'disanggah', 'tanpa-konfirmasi', 'atensi', 'perpanjangan', 'masuk'])
      assert.ok(
        numbers.some(([href, n]) => href.includes(`/${what}`) && n > 0),
        what,
      )
    for (const [href, n] of numbers) {
      const list = await visitor.get(href)
      assert.equal(list.status, 200, href)
      const [, elsewhere = '0'] = /(\d+) laporan lain di halaman ini/.exec(list.text) ?? []
      const rows = href.includes('belum-masuk')
        ? [...list.text.matchAll(/<th scope="row">/g)].length
        : rowsIn(list.text) + Number(elsewhere)
      assert.equal(rows, n, href)
    }
  })

test('the numbers are those of the desks', async () => {
  const { text } = await supervisor.get('/pengawasan')
  const of = (what: string) => numbersOf(text).find(([href]) => href.includes(`/daftar/${what}?`))?.[1]
  const [row] = await t.admin<{ open: number; late: number; returned: number }[]>`
    select count(*)::int as open, count(*) filter (where due_at < ${monday} and status not in ('incomplete', 'resolved'))::int as late,
      count(*) filter (where returns > 0)::int as returned
    from report where holder_path like '/1/1035/3572/%' and status not in ('closed', 'archived')`
  assert.deepEqual({ open: of('terbuka'), late: of('terlewat'), returned: of('dikembalikan') }, row)
  assert.equal(row?.late, 1)
  assert.equal(of('terlewat'), 1)
})

test('what lies outside the branch does not exist', async () => {
  for (const id of ['3571', '1035', '1', '3571006', '0', 'x', '99999999999999999999'])
    for (const path of [
      '/pengawasan',
      '/pengawasan/daftar/terlewat',
      '/pengawasan/daftar/belum-masuk',
      '/pengawasan/daftar/masuk',
    ])
      assert.equal((await supervisor.get(`${path}?instansi=${id}`)).status, 404, `${path} ${id}`)
  assert.equal((await supervisor.get('/pengawasan/daftar/semua')).status, 404)
  for (const id of ['3572006', '3572']) assert.equal((await supervisor.get(`/pengawasan?instansi=${id}`)).status, 200)
  for (const column of ['blitarAdministrator', 'blitarInspector', 'roadsLiaison', 'roadsOfficer'] as const)
    assert.equal((await (await entered(column)).get('/pengawasan')).status, 404, column)
})

test('the walls ask before anything is counted', async () => {
  const found = await t.db.app.begin(async (tx) => {
    await tx`select set_config('app.kind', 'staff', true), set_config('app.below', '/1/1035/3571/', true)`
    return tx`
      select (select sum(n) from waiting_below('/1/1035/3572/', null, now(), now(), array[now(), now(), now(), now()])) as waiting,
        (select instructed from acts_waiting_below('/1/1035/3572/', null, now())) as acts, lapsed_below('/1/1035/3572/', null, '2020-01-01') as lapsed,
        (select count(*)::int from never_signed_in('/1/1035/3572/', 0, 9)) as absent,
        (select count(*)::int from counted_below('/1/1035/3572/', '2020-01', '2030-01', null, null, null, null, null, 9)) as counted,
        (select count(*)::int from happened where agency_id = 3572) as happened`
  })
  assert.deepEqual({ ...found[0] }, { waiting: null, acts: 0, lapsed: 0, absent: 0, counted: 0, happened: 0 })
})

test('a secret report has no title in a list', async () => {
  const { text } = await supervisor.get('/pengawasan/daftar/terlewat')
  assert.match(text, /Laporan rahasia/)
  assert.doesNotMatch(text, /Yang Rahasia/)
})

test('the way leads up to the own agency and down to those below', async () => {
  const unit = await supervisor.get('/pengawasan?instansi=3572006')
  assert.match(unit.text, /<a href="\/pengawasan\?[^"]*instansi=3572[&"]/)
  assert.doesNotMatch(unit.text, /instansi=1035[&"]/)
  const city = await supervisor.get('/pengawasan?dari=2026-01&sampai=2026-03&urut=laporan')
  assert.match(unescaped(city.text), /\/pengawasan\?instansi=3572006&dari=2026-01&sampai=2026-03&urut=laporan/)
  assert.match(city.text, /aria-sort="descending"><a[^>]*>Laporan</)
})

test('a class narrows what waits and what is counted', async () => {
  const of = async (kind: string) =>
    numbersOf((await supervisor.get(`/pengawasan?kelas=${kind}`)).text).find(([href]) => href.includes('/terbuka'))?.[1]
  assert.ok(((await of('complaint')) ?? 0) > 0)
  assert.equal(await of('aspiration'), 0)
})

test('the pages are valid and complete in both languages', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard'],
    rules: { 'void-style': 'off', 'doctype-style': 'off', 'long-title': 'off' },
  })
  const paths = [
    '/pengawasan',
    '/pengawasan?kelas=oversight',
    '/pengawasan/daftar/terbuka?umur=4&keadaan=lewat',
    '/pengawasan/daftar/belum-masuk',
    '/pengawasan/daftar/masuk',
  ]
  for (const language of ['id', 'en'])
    for (const visitor of [supervisor, centre]) {
      visitor.cookies.set('bahasa', language)
      for (const path of paths) {
        const { text } = await visitor.get(path)
        const { results } = await validator.validateString(text)
        assert.deepEqual(
          results.flatMap(({ messages }) => messages.map(({ message, line }) => `${path} ${line} ${message}`)),
          [],
        )
        assert.doesNotMatch(text, /undefined|NaN|\[object/)
        if (path === '/pengawasan') assert.match(text, language === 'en' ? /To look at now/ : /Perlu dilihat sekarang/)
      }
    }
})
