import assert from 'node:assert/strict'
import { test } from 'node:test'
import { after, agency, heart, keys } from '../../../../test/heart.ts'
import { siteFor, Visitor } from '../../../../test/visitor.ts'
import { withActor } from '../../../db/actor.ts'
import { openSession } from '../../../person/session.ts'
import { keepFigures, markMissed } from '../../../supervision/figure/keep.ts'

const h = await heart()
const later = after(40)
const rules = async () => h.book
const site = siteFor(h.db, { rules, keys, now: () => later })

async function signedIn(name: 'blitarSupervisor' | 'roadsLiaison'): Promise<Visitor> {
  const token = await withActor(h.db, { kind: 'door' }, (tx) => openSession(tx, h.staff[name].personId, 'tests', later))
  const visitor = new Visitor(site)
  visitor.cookies.set('sesi', token)
  return visitor
}

const kept = await h.file()
await h.act(kept, 'centreOperator', 'forward', { agencyId: agency.blitar })
await h.act(kept, 'blitarOperator', 'forward', { agencyId: agency.roads })
await h.act(kept, 'roadsLiaison', 'answer', { text: 'Regu kami datang besok.' }, { at: after(1) })
const missed = await h.file()
await h.act(missed, 'centreOperator', 'forward', { agencyId: agency.blitar })
await markMissed({ db: h.db, rules })
await keepFigures({ db: h.db, rules }, later)

const row = (text: string, name: string) =>
  new RegExp(`<th scope="row">${name}</th>((?:<td class="n">[^<]*</td>)+)`)
    .exec(text)?.[1]
    ?.replaceAll('<td class="n">', '')
    .split('</td>')
    .slice(0, -1)

test('a month stands on one page with what each figure is out of', async () => {
  const page = await (await signedIn('blitarSupervisor')).get('/pengawasan/bulanan?bulan=2026-03')
  assert.equal(page.status, 200)
  assert.deepEqual(row(page.text, 'Masuk'), ['2', '0'])
  assert.deepEqual(row(page.text, 'Dijawab tepat waktu'), ['50%', '2', '–', '50%'])
  assert.deepEqual(row(page.text, 'Lewat janji sekarang'), ['2', '0'])
  assert.match(page.text, /Laporan yang masuk pada Maret 2026/)
})

test('without a month it is the last one that is over, and what has not come yet is not shown', async () => {
  const visitor = await signedIn('blitarSupervisor')
  assert.match((await visitor.get('/pengawasan/bulanan')).text, /masuk pada Maret 2026/)
  assert.match((await visitor.get('/pengawasan/bulanan?bulan=2031-01')).text, /masuk pada April 2026/)
})

test('no month of an agency beside, and none for whoever supervises nothing', async () => {
  const visitor = await signedIn('blitarSupervisor')
  assert.equal((await visitor.get(`/pengawasan/bulanan?instansi=${agency.kediri}`)).status, 404)
  assert.equal((await visitor.get(`/pengawasan/bulanan?instansi=${agency.roads}`)).status, 200)
  assert.equal((await (await signedIn('roadsLiaison')).get('/pengawasan/bulanan')).status, 404)
})
