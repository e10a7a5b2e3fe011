import assert from 'node:assert/strict'
import { test } from 'node:test'
import { after, agency, heart, keys, type Name } from '../../../test/heart.ts'
import { siteFor, Visitor } from '../../../test/visitor.ts'
import { hashPassword } from '../../person/secret/password.ts'
import { pageSize } from '../../report/read/desk.ts'
import { showReference } from '../../report/reference.ts'
import { keepAllFindable } from '../../report/search/keep.ts'

const h = await heart()
const password = 'kambing terbang jauh'
await h.admin`update account set password_hash = ${await hashPassword(password)}`
const site = siteFor(h.db, { keys, rules: async () => h.book, now: () => after(1) })

const entered = new Map<Name, Visitor>()
async function as(name: Name): Promise<Visitor> {
  const known = entered.get(name)
  if (known) return known
  const visitor = new Visitor(site)
  const { status } = await visitor.post('/masuk', { username: name.toLowerCase(), password })
  assert.equal(status, 303, name)
  entered.set(name, visitor)
  return visitor
}
const rowsIn = (html: string) =>
  [...html.matchAll(/href="\/meja\/([0-9A-Z]{8})/g)].map(([, reference = '']) => reference)

const known = { known: 'open', name: 'Siti Rahmawati', reach: 'email', email: 'siti@contoh.example', consent: true }
const open = await h.file({ text: 'Jalan Melati berlubang dalam di depan pasar.', ...known, areaCode: undefined })
const hidden = await h.file({ text: 'Pungutan liar di loket tiga.', name: 'Joko Susilo', readers: 'secret' })
for (const report of [open, hidden]) {
  await h.act(report, 'centreOperator', 'forward', { agencyId: agency.blitar })
  await h.act(report, 'blitarOperator', 'forward', { agencyId: agency.roads })
}
await keepAllFindable(h.db)

test('every role of staff opens the desk; who only administers is sent to what they administer, a stranger to the door', async () => {
  const workers: Name[] = ['centreOperator', 'arbiter', 'blitarOperator', 'blitarSupervisor', 'blitarInspector', 'roadsLiaison', 'roadsOfficer'] // biome-ignore format: a list
  for (const name of workers) assert.equal((await (await as(name)).get('/meja')).status, 200, name)
  assert.equal((await (await as('blitarAdministrator')).get('/meja')).to, '/kelola')
  const stranger = await new Visitor(site).get('/meja')
  assert.equal(stranger.status, 303)
  assert.match(stranger.to ?? '', /^\/masuk/)
})

test('a page offers each role its own steps and no others', async () => {
  const path = `/meja/${open.reference}`
  const offers = async (name: Name) => {
    const { status, text } = await (await as(name)).get(path)
    assert.equal(status, 200, name)
    return [...text.matchAll(/action="\/meja\/[0-9A-Z]{8}\/([a-z/-]+)[?"]/g)].map(([, noun]) => noun)
  }
  const liaison = await offers('roadsLiaison')
  for (const noun of ['jawaban', 'penugasan', 'pengembalian', 'catatan']) assert.ok(liaison.includes(noun), noun)
  assert.ok(!liaison.includes('atensi') && !liaison.includes('putusan-wewenang'), String(liaison))
  assert.ok(liaison.includes('perpanjangan'))
  const officer = await offers('roadsOfficer')
  assert.ok(officer.includes('rancangan') && !officer.includes('jawaban'), String(officer))
  const supervisor = await offers('blitarSupervisor')
  assert.ok(supervisor.includes('atensi') && !supervisor.includes('catatan'), String(supervisor))
})

test('a report of another branch is not there, and says nothing about itself', async () => {
  const own = await (await as('roadsLiaison')).get(`/meja/${open.reference}`)
  assert.match(own.text, /Jalan Melati berlubang/)
  assert.deepEqual(rowsIn((await (await as('roadsLiaison')).get('/meja?cari=melati')).text), [open.reference])
  for (const name of ['kediriOperator', 'kediriLiaison', 'treesLiaison'] as const) {
    const { status, text } = await (await as(name)).get(`/meja/${open.reference}`)
    assert.equal(status, 404, name)
    assert.doesNotMatch(text, /Melati|Siti/)
    assert.deepEqual(rowsIn((await (await as(name)).get(`/meja?cari=Melati`)).text), [])
  }
})

test('who asked to stay unknown is in no byte that an agency gets; who did not is named, and reached by nobody else', async () => {
  for (const name of ['roadsLiaison', 'blitarOperator', 'centreOperator'] as const) {
    const { text } = await (await as(name)).get(`/meja/${hidden.reference}`)
    assert.doesNotMatch(text, /Joko|Susilo/, name)
  }
  assert.match((await (await as('roadsLiaison')).get(`/meja/${open.reference}`)).text, /Siti Rahmawati/)
})

test('a list says of a secret report only that it is one; opening it leaves a line', async () => {
  const openings = async () => (await h.admin`select from opening where report_id = ${hidden.reportId}`).count
  for (const name of ['roadsLiaison', 'blitarOperator'] as const) {
    const view = name === 'roadsLiaison' ? 'queue' : 'below'
    const before = await openings()
    const list = await (await as(name)).get(`/meja?lihat=${view}`)
    assert.ok(rowsIn(list.text).includes(hidden.reference), name)
    assert.match(list.text, /Laporan rahasia/)
    assert.deepEqual(rowsIn((await (await as(name)).get('/meja?cari=Pungutan')).text), [], 'its words are not searched')
    assert.doesNotMatch(list.text, /Pungutan liar/)
    assert.equal(await openings(), before)
    assert.match((await (await as(name)).get(`/meja/${hidden.reference}`)).text, /Pungutan liar/)
    assert.equal(await openings(), before + 1)
  }
})

test('notes stay inside the agency that wrote them', async () => {
  const written = await (await as('roadsLiaison')).post(`/meja/${open.reference}/catatan`, {
    text: 'Aspal dingin habis.',
  })
  assert.equal(written.status, 303)
  assert.match((await (await as('roadsOfficer')).get(`/meja/${open.reference}`)).text, /Aspal dingin habis/)
  assert.doesNotMatch((await (await as('blitarOperator')).get(`/meja/${open.reference}`)).text, /Aspal dingin habis/)
})

test('reports about the same matter in the same area are shown beside each other, to who may read them', async () => {
  await h.admin`insert into area (code, level, name, zone) values ('35', 1, 'Jawa Timur', 'Asia/Jakarta')`
  const told = { areaCode: '35', categoryCode: 'water' }
  await h.admin`insert into category (code, name_id, name_en, position) values ('water', 'Air', 'Water', 1)`
  const first = await h.file({ text: 'Air keran keruh di gang satu.', ...told })
  const second = await h.file({ text: 'Air di rumah kami cokelat.', ...told })
  const beside = async (name: Name) =>
    /<h2>Mungkin masalah.*?<\/section>/s.exec((await (await as(name)).get(`/meja/${second.reference}`)).text)?.[0]
  assert.match((await beside('centreOperator')) ?? '', /Air keran keruh/)
  await h.act(second, 'centreOperator', 'forward', { agencyId: agency.blitar })
  assert.equal(await beside('blitarOperator'), undefined)
  await h.act(first, 'centreOperator', 'archive', { reason: 'no_matter', detail: 'Sudah diperbaiki.' })
})

test('a long queue comes in pages: each report once, the most urgent first; words and numbers are found', async () => {
  const filed: string[] = []
  for (let n = 0; n < pageSize + 5; n++) {
    const { reference } = await h.file({ text: `Sampah menumpuk nomor ${n} di tepi kali.`, at: after(n / 100) })
    filed.push(reference)
  }
  await keepAllFindable(h.db)
  const operator = await as('centreOperator')
  const first = await operator.get('/meja')
  const [, next = ''] = /href="(\/meja\?[^"]*sesudah=[^"]*)"/.exec(first.text) ?? []
  assert.ok(next, 'there is a next page')
  const second = await operator.get(next.replaceAll('&amp;', '&'))
  assert.equal(rowsIn(first.text).length, pageSize)
  assert.deepEqual([...rowsIn(first.text), ...rowsIn(second.text)], filed)
  const newest = await operator.get('/meja?urut=terbaru')
  const [, older = ''] = /href="(\/meja\?[^"]*urut=terbaru[^"]*sesudah=[^"]*)"/.exec(newest.text) ?? []
  const oldest = await operator.get(older.replaceAll('&amp;', '&'))
  assert.deepEqual([...rowsIn(newest.text), ...rowsIn(oldest.text)], filed.toReversed())
  assert.deepEqual(rowsIn((await operator.get('/meja?urut=terbaru&kanal=sms')).text), [])
  assert.deepEqual(rowsIn((await operator.get('/meja?cari=menumpuk+nomor+7+di')).text), [filed[7]])
  const byNumber = await operator.get(`/meja?cari=${showReference(filed[3] ?? '').toLowerCase()}`)
  assert.equal(byNumber.to, `/meja/${filed[3]}`)
  assert.deepEqual(rowsIn((await operator.get('/meja?cari=%25')).text), [], 'a sign of patterns is a sign')
})

test('an instruction stays on top of the desk by its own date, until it is answered', async () => {
  const first = await h.file({ text: 'Got mampet di depan balai.' })
  const last = await h.file({ text: 'Pohon tua di tepi sungai miring.' })
  for (const report of [first, last]) {
    await h.act(report, 'centreOperator', 'forward', { agencyId: agency.kediri }, { at: after(1) })
    await h.act(report, 'kediriOperator', 'forward', { agencyId: agency.kediriRoads }, { at: after(1) })
  }
  await h.act(last, 'kediriLiaison', 'answer', { text: 'Kami periksa.' }, { at: after(1) })
  const liaison = await as('kediriLiaison')
  assert.deepEqual(rowsIn((await liaison.get('/meja')).text), [first.reference, last.reference])

  await h.admin`
    insert into instruction (report_id, agency_id, by_person, text, due_at, at)
    values (${last.reportId}, ${agency.kediriRoads}, ${h.staff.blitarSupervisor.personId}, 'Jelaskan.', ${after(2)}, ${after(1)})`
  for (const way of ['', '?urut=terbaru', '?kelas=complaint']) {
    const { text } = await liaison.get(`/meja${way}`)
    assert.deepEqual(rowsIn(text), [last.reference, first.reference], way)
    assert.match(text, /Atensi · 1/)
  }
  const queue = (await liaison.get('/meja')).text
  assert.match(queue.slice(queue.indexOf('Atensi · 1'), queue.indexOf(first.reference)), />1 hari</)
  assert.match((await liaison.get('/meja?lihat=instructions')).text, />1 hari</)
  await h.act(last, 'kediriLiaison', 'resolve', { text: 'Sudah.' }, { at: after(1) })
  assert.deepEqual(rowsIn((await liaison.get('/meja')).text), [last.reference, first.reference], 'not yet answered')
  await h.act(last, 'kediriLiaison', 'heed', { text: 'Sudah kami jelaskan.' }, { at: after(1) })
  assert.deepEqual(rowsIn((await liaison.get('/meja')).text), [first.reference])
})

test('who acts on a report comes back to the list they were in, and is shown what is most urgent there', async () => {
  const operator = await as('centreOperator')
  const list = '?lihat=queue&cari=menumpuk'
  const [here = '', next = ''] = rowsIn((await operator.get(`/meja${list}`)).text)
  const page = await operator.get(`/meja/${here}${list}`)
  const [, back = ''] = /action="([^"]*\/catatan[^"]*)"/.exec(page.text) ?? []
  assert.equal(back.replaceAll('&amp;', '&'), `/meja/${here}/catatan${list}`)

  const refused = await operator.post(`/meja/${here}/catatan${list}`, { text: '' })
  assert.equal(refused.status, 422)
  assert.ok(rowsIn(refused.text).includes(next), 'the list is still there')

  const kept = await operator.post(`/meja/${here}/catatan${list}`, { text: 'Sudah ditelepon.' })
  assert.equal(kept.to, `/meja/${here}${list}&tersimpan=1`)
  assert.match((await operator.get(kept.to ?? '')).text, new RegExp(`Paling mendesak[^<]*<a href="/meja/${next}`))
})

test('an address that nobody could have meant is a page and not a failure', async () => {
  const operator = await as('centreOperator')
  const odd = [
    'x',
    '%00',
    '-1',
    "'",
    '9'.repeat(40),
    '%F0%9F%98%80',
    '%26%7C!(:*',
    'a%27%20%7C%20!b%5C:*A',
    '%FF',
    '',
    '999999999999999.1',
    '1.999999999999999',
    'NaN.NaN',
  ]
  for (const value of odd) {
    for (const name of ['lihat', 'cari', 'kelas', 'kanal', 'pengawasan', 'rahasia', 'urut', 'sesudah'])
      assert.equal((await operator.get(`/meja?${name}=${value}`)).status, 200, `${name}=${value}`)
    const { status } = await operator.get(`/meja/${value}?sesudah=${value}`)
    assert.ok(status === 404 || status === 200, `/meja/${value} answers ${status}`)
  }
})

test('a view that is not theirs shows the first of their own', async () => {
  const { text } = await (await as('roadsLiaison')).get('/meja?lihat=below')
  assert.match(text, /<h1 id="antrean">Antrean</)
  assert.equal(rowsIn(text).length, 2)
})

test('more time is not offered where the law leaves none', async () => {
  const grave = await h.file({ text: 'Mandor minta uang.', ...known })
  await h.act(grave, 'centreOperator', 'forward', { agencyId: agency.roads, class: 'complaint', oversight: true })
  const { text: full } = await (await as('roadsLiaison')).get(`/meja/${grave.reference}`)
  assert.ok(!full.includes('/perpanjangan'), 'the law leaves no day to ask for')
})
