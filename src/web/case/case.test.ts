import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Column, town } from '../../../test/doors/town.ts'
import { agency } from '../../../test/heart.ts'
import { type Answer, type Fields, Visitor } from '../../../test/visitor.ts'

/** What the forms of a report do, pressed as people press them. */

const t = await town()
/** Supervises a province, and coordinates its cities. */
const eastJava = 'eastJavaSupervisor' as Column
await t.admin`
  insert into account (id, agency_id, agency_path, username, name, email, roles)
  select 1104, id, path, 'eastjava', ${eastJava}, '1104@kantor.example', '{supervisor}' from agency where id = ${agency.eastJava}`
const classed = { class: 'complaint' }

async function at(column: Column, report: { reference: string; reportId: number }) {
  const nobody = new Visitor(t.site)
  const visitor = await t.visitor(column, nobody, nobody)
  const path = `/meja/${report.reference}`
  return {
    page: async () => (await visitor.get(path)).text,
    does: async (noun: string, fields: Fields, version?: number): Promise<Answer> =>
      visitor.post(`${path}/${noun}`, { versi: String(version ?? (await t.version(report))), ...fields }),
    visitor,
  }
}
const holder = async ({ reportId }: { reportId: number }) =>
  (await t.admin`select holder_id::int as id from report where id = ${reportId}`)[0]?.id

test('an agency is chosen from the list or typed; a name that fits several or none comes back with words', async () => {
  const report = await t.file('city')
  const operator = await at('blitarOperator', report)
  const many = await operator.does('penerusan', { ...classed, agencyName: 'Dinas', note: 'Dekat sekolah.' })
  assert.equal(many.status, 422)
  assert.match(many.text, /Ada beberapa yang cocok: Dinas/)
  assert.match(many.text, /Dekat sekolah\./)
  const none = await operator.does('penerusan', { ...classed, agencyName: 'Dinas Antariksa' })
  assert.equal(none.status, 422)
  const foreign = await operator.does('penerusan', { ...classed, agencyName: 'DPUPR Kota Kediri' })
  assert.equal(foreign.status, 422, 'what is not below is not found')
  const nobody = await operator.does('penerusan', { ...classed })
  assert.match(nobody.text, /Pilih instansinya\./)
  for (const unclear of [many, none]) {
    assert.match(unclear.text, /Ada 1 isian/, 'an unclear name is one thing to mend')
    assert.doesNotMatch(unclear.text, /Pilih instansinya\./)
  }
  const bare = await operator.does('penerusan', { agencyName: 'dpupr kota blitar' })
  assert.match(bare.text, /Pilih golongan laporan ini\./)
  assert.equal((await operator.does('penerusan', { ...classed, agencyName: 'dpupr kota blitar' })).status, 303)
  assert.equal(await holder(report), agency.roads)
})

test('a report that came back says why and whom to ask instead, and offers that one first', async () => {
  const report = await t.file('unit')
  const back = { reason: 'other_unit', note: 'Ini pohon di taman.', suggestedId: agency.trees }
  await t.act(report, 'roadsLiaison', 'return', back)
  const operator = await at('blitarOperator', report)
  const page = await operator.page()
  const above = page.slice(0, page.indexOf('id="langkah"'))
  const reason = 'Dikembalikan oleh Dinas PUPR Kota Blitar: Tugas unit lain di pemerintah yang sama'
  assert.match(above, new RegExp(`${reason}\\. Usul: Dinas Lingkungan Hidup Kota Blitar\\.`))
  assert.match(above, /Ini pohon di taman\./)
  const [, first] = /name="agencyId"[^>]*value="(\d+)"/.exec(page) ?? []
  assert.equal(Number(first), agency.trees)
  assert.match(page, /Diusulkan oleh Dinas PUPR Kota Blitar/)
  assert.match(page, /Catatan Dinas PUPR Kota Blitar: Ini pohon di taman\./, 'beside it, under its own name')

  await operator.does('pengembalian', {
    reason: 'other_level',
    note: 'Jalan nasional.',
    suggestedName: 'Pemerintah Kota Kediri',
  })
  const centre = await (await at('centreOperator', report)).page()
  assert.match(centre, /Usul: Pemerintah Kota Kediri\./)
  assert.match(centre, /Ini pohon di taman\./, 'and why it came back before')
  assert.equal(/name="agencyId"[^>]*value="(\d+)"/.exec(centre)?.[1], String(agency.kediri))
  await (await at('centreOperator', report)).does('penerusan', { agencyId: String(agency.kediri), ...classed })
  assert.doesNotMatch(
    await (await at('kediriOperator', report)).page(),
    /class="note warn"[\s\S]*Usul:[\s\S]*id="langkah"/,
  )
})

test('a place without an area finds its government, and a NIK in the text is no topic', async () => {
  await t.admin`
    insert into area (code, parent_code, level, name, zone) values
      ('35', null, 1, 'Jawa Timur', 'Asia/Jakarta'), ('35.72', '35', 2, 'Kota Blitar', 'Asia/Jakarta'),
      ('35.72.01', '35.72', 3, 'Kepanjenkidul', 'Asia/Jakarta')`
  await t.admin`update agency set area_code = '35.72' where id = ${agency.blitar}`
  await t.admin`update agency set tasks = 'NIK' where id = ${agency.ministry}`
  const report = await t.file('centre')
  const operator = await at('centreOperator', report)
  const suggested = async (text: string, place: string) => {
    await t.admin`
      update report set title = 'Lubang', text = ${text}, place = ${place}, area_code = null, category_code = null
      where id = ${report.reportId}`
    return [...(await operator.page()).matchAll(/name="agencyId" value="(\d+)"/g)].map(([, id]) => Number(id))
  }
  const nik = 'Dalam sekali. NIK saya 3572014107900001.'
  assert.deepEqual(await suggested(nik, 'Kepanjenkidul, Blitar'), [agency.blitar])
  assert.deepEqual(await suggested(nik, ''), [])
  assert.deepEqual(await suggested('NIK saya ganda.', ''), [agency.ministry])
})

test('whoever comes too late is told who was faster, and keeps what they wrote', async () => {
  const report = await t.file('unit')
  const liaison = await at('roadsLiaison', report)
  const seen = await t.version(report)
  assert.equal((await liaison.does('jawaban', { text: 'Kami tambal besok.' }, seen)).status, 303)
  const late = await liaison.does('jawaban', { text: 'Kami tambal lusa dengan aspal panas.' }, seen)
  assert.equal(late.status, 409)
  assert.match(late.text, /roadsLiaison lebih dulu/)
  assert.match(late.text, /<textarea[^>]*>\s*Kami tambal lusa dengan aspal panas\./)
  assert.equal((await liaison.does('jawaban', { text: 'x', versi: 'banyak' })).status, 409)
})

test('the arbiter reads a sentence without gaps, and whom they decide for', async () => {
  const report = await t.file('centre')
  await t.admin`update report set returns = 3 where id = ${report.reportId}`
  const page = await (await at('arbiter', report)).page()
  assert.match(page, /Instansi yang wajib menangani/)
  assert.doesNotMatch(page, /…\?|Teruskan ke/)
})

test('a draft goes to the liaison, back with a remark, and out in the end', async () => {
  const report = await t.file('unit')
  const officer = await at('roadsOfficer', report)
  const liaison = await at('roadsLiaison', report)
  assert.equal((await officer.does('rancangan', { text: 'Ditambal bulan depan.' })).status, 303)
  assert.match(await liaison.page(), /<textarea[^>]*>\s*Ditambal bulan depan\./)
  assert.equal((await liaison.does('perbaikan', { remark: 'Sebut tanggalnya.' })).status, 303)
  assert.match(await officer.page(), /Perlu diperbaiki: Sebut tanggalnya\./)
  assert.equal((await liaison.does('jawaban', { text: 'Ditambal 9 Maret.' })).status, 303)
  assert.match((await report.reporter.get(`/laporan/${report.reference}`)).text, /Ditambal 9 Maret\./)
})

test('field work is not settled without evidence, in words and with the words kept', async () => {
  const report = await t.file('unit')
  const liaison = await at('roadsLiaison', report)
  assert.equal((await liaison.does('penugasan', { officerId: '', due: '2026-03-05', note: '' })).status, 303)
  const early = await liaison.does('penyelesaian', { text: 'Sudah ditambal rata.' })
  assert.equal(early.status, 422)
  assert.match(early.text, /catat paling sedikit satu kunjungan dengan bukti/)
  assert.match(early.text, /Sudah ditambal rata\./)
})

test('nobody is sent who is disabled in the same moment, and it is said in words', async () => {
  const report = await t.file('unit')
  const liaison = await at('roadsLiaison', report)
  const [officer] = await t.admin<{ id: number }[]>`select id::int from account where username = 'roadsofficer'`
  const id = officer?.id ?? 0
  const asked = await t.admin.begin(async (tx) => {
    await tx`select from account where id = ${id} for update`
    const answer = liaison.does('penugasan', { officerId: String(id), due: '2026-03-05', note: 'Bawa tangga.' })
    for (let waits = false; !waits; ) {
      const [row] = await t.admin`select from pg_locks where not granted`
      waits = row !== undefined
    }
    await tx`update account set disabled_at = now() where id = ${id}`
    return { answer }
  })
  const refused = await asked.answer
  await t.admin`update account set disabled_at = null where id = ${id}`
  assert.equal(refused.status, 422)
  assert.match(refused.text, /akunnya sudah tidak aktif/)
  assert.match(refused.text, /Bawa tangga\./)
})

test('more time is asked, read and granted; a supervisor’s word waits until it is answered', async () => {
  const report = await t.file('unit')
  const [liaison, above, watcher] = await Promise.all([
    at('roadsLiaison', report),
    at('blitarOperator', report),
    at('blitarSupervisor', report),
  ])
  const wish = { reason: 'weather', sentence: 'Hujan sampai akhir bulan.', newDue: '2026-04-30' }
  assert.equal((await liaison.does('perpanjangan', wish)).status, 303)
  assert.equal((await liaison.does('perpanjangan', wish)).status, 409)
  assert.match(await above.page(), /Hujan sampai akhir bulan\./)
  assert.equal((await above.does('perpanjangan/persetujuan', {})).status, 303)
  assert.equal((await watcher.does('atensi', { text: 'Dahulukan.', due: '2026-03-05' })).status, 303)
  assert.match(await liaison.page(), /Atensi dari blitarSupervisor/)
  assert.doesNotMatch((await report.reporter.get(`/laporan/${report.reference}`)).text, /Dahulukan\./)
  assert.equal((await liaison.does('atensi/jawaban', { text: 'Besok pagi.' })).status, 303)
})

test('where the law ends before the promise, the reporter and the officer read which day binds, and both', async () => {
  const [grave, plain] = [await t.file('grave'), await t.file('unit')]
  const both =
    /Batas menurut peraturan \(Jum, 1 Mei\) berlaku, karena lebih awal daripada janji layanan \(Sen, 25 Mei\)/
  const liaison = await at('roadsLiaison', grave)
  const reporter = () => grave.reporter.get(`/laporan/${grave.reference}`)
  for (const page of [await liaison.page(), (await reporter()).text]) {
    assert.match(page, both)
    assert.match(page, /sampai Jum, 1 Mei/)
  }
  assert.equal((await liaison.does('jawaban', { text: 'Kami periksa.' })).status, 303)
  const state = (await reporter()).text
  assert.match(state.slice(0, state.indexOf('id="percakapan"')), /1 Mei 2026/)
  assert.doesNotMatch(state.slice(0, state.indexOf('id="percakapan"')), /25 Mei/)
  assert.doesNotMatch(await (await at('roadsLiaison', plain)).page(), /Batas menurut peraturan/)
  const [row] = await t.admin`select settle_due from report where id = ${grave.reportId}`
  assert.equal(row?.settle_due.toISOString(), '2026-05-25T16:59:59.999Z', 'what was promised stays')
})

test('edited words stand first and the reporter’s own stay; a reason that is no reason is refused', async () => {
  const report = await t.file('city')
  const operator = await at('blitarOperator', report)
  const edited = { title: 'Lubang di depan pasar', text: 'Jalan berlubang di depan pasar.', place: '' }
  assert.equal((await operator.does('suntingan', edited)).status, 303)
  const page = await operator.page()
  assert.match(page, /<h1[^>]*>Lubang di depan pasar<\/h1>/)
  assert.match(page, /Tulisan asli pelapor[\s\S]*dalam dan berbahaya bagi pengendara/)
  const vague = await operator.does('pengarsipan', { reason: 'tidak jelas', detail: 'Tidak jelas.' })
  assert.equal(vague.status, 422)
  assert.doesNotMatch(vague.text, /Invalid|expected/)
})

test('a reason that the reporter can only follow with a number, a path or what was seen asks for it, and they read it', async () => {
  const [report, earlier] = [await t.file('centre'), await t.file('centre')]
  const operator = await at('centreOperator', report)
  const says = async (fields: Fields) => (await operator.does('pengarsipan', fields)).text
  for (const reason of ['own_duplicate', 'answered_before', 'sent_twice'])
    assert.match(
      await says({ reason, path: 'PTUN', detail: 'Sama.' }),
      /Tulis nomor laporan yang terdahulu, supaya/,
      reason,
    )
  for (const reason of ['other_path', 'independent_body'])
    assert.match(
      await says({ reason, earlier: earlier.reference, detail: 'Bukan kami.' }),
      /Sebut lembaga atau jalurnya/,
      reason,
    )
  assert.match(await says({ reason: 'already_fixed' }), /Tulis apa yang dilihat dan kapan/)
  assert.match(await says({ reason: 'own_duplicate', earlier: 'K7Q4' }), /Nomor laporan terdiri dari 8 huruf dan angka/)
  assert.match(await says({ reason: 'own_duplicate', earlier: report.reference }), /Ini nomor laporan ini sendiri/)

  const shown = `${earlier.reference.slice(0, 4)}-${earlier.reference.slice(4)}`
  const done = await operator.does('pengarsipan', {
    reason: 'own_duplicate',
    earlier: shown.toLowerCase(),
    path: 'PTUN',
  })
  assert.equal(done.status, 303)
  const read = (await report.reporter.get(`/laporan/${report.reference}`)).text
  assert.match(read, new RegExp(`Ikuti laporan ${shown}\\.`))
  assert.match(read, new RegExp(`<a href="/laporan/${earlier.reference}">`))
  assert.doesNotMatch(read, /PTUN/, 'what its reason does not need is left out')
  assert.match(await operator.page(), new RegExp(`masih berjalan\\. ${shown}`))

  const path = 'Ombudsman RI, telepon 137'
  assert.equal(
    (await (await at('centreOperator', earlier)).does('pengarsipan', { reason: 'independent_body', path })).status,
    303,
  )
  const other = (await earlier.reporter.get(`/laporan/${earlier.reference}`)).text
  assert.match(other, new RegExp(`Sampaikan ke ${path}`))
})

test('several go to one agency, each by its own version, and those that do not go are named', async () => {
  const [one, two] = [await t.file('city'), await t.file('city')]
  const operator = await at('blitarOperator', one)
  const pilih = [`${one.reference}.${await t.version(one)}`, `${two.reference}.${(await t.version(two)) - 1}`]
  const asked = await operator.visitor.get(`/meja/penerusan?pilih=${pilih[0]}&pilih=${pilih[1]}`)
  assert.equal(asked.text.match(/name="pilih"/g)?.length, 2)
  const sent = await operator.visitor.post('/meja/penerusan', { pilih, ...classed, agencyName: 'DPUPR Kota Blitar' })
  assert.equal(sent.status, 409)
  assert.match(sent.text, /1 laporan diteruskan\./)
  assert.match(sent.text, new RegExp(`value="${two.reference}\\.`))
  assert.deepEqual([await holder(one), await holder(two)], [agency.roads, agency.blitar])
})

test('sending on to where nobody can act goes through, and is said before and after it to whoever stands above', async (test) => {
  const awake = () => t.admin`update account set disabled_at = null where agency_id = ${agency.trees}`
  test.after(awake)
  const said = /Dinas Lingkungan Hidup Kota Blitar belum punya operator atau pejabat penghubung dengan akun aktif/
  const hint = /Belum ada akun aktif yang dapat menindaklanjuti di sana/
  const [one, two, known] = [await t.file('city'), await t.file('city'), await t.file('unit')]
  await t.admin`update account set disabled_at = now() where agency_id = ${agency.trees} and 'liaison' = any(roles)`
  const [trees] =
    await t.admin`update agency set tasks = 'pohon; taman; sampah' where id = ${agency.trees} returning name`
  const operator = await at('blitarOperator', one)
  await t.admin`update report set title = 'Pohon tumbang', text = 'Pohon tumbang di taman, sampah menumpuk.' where id = ${one.reportId}`
  assert.match(await operator.page(), hint, 'beside the suggestion')
  assert.equal((await operator.does('penerusan', { ...classed, agencyName: trees?.name })).status, 303)
  assert.equal(await holder(one), agency.trees)
  for (const column of ['blitarOperator', 'blitarSupervisor', 'centreOperator'] as const)
    assert.match(await (await at(column, one)).page(), said, column)
  assert.doesNotMatch(await (await at('blitarOperator', known)).page(), said)
  const pilih = [`${two.reference}.${await t.version(two)}`]
  const bulk = await operator.visitor.post('/meja/penerusan', { pilih, ...classed, agencyName: trees?.name })
  assert.match(bulk.text, said)
  const roads = await t.file('city')
  const sent = { pilih: [`${roads.reference}.${await t.version(roads)}`], ...classed, agencyName: 'DPUPR Kota Blitar' }
  assert.doesNotMatch((await operator.visitor.post('/meja/penerusan', sent)).text, /belum punya operator/)
  await awake()
  assert.doesNotMatch(await (await at('blitarOperator', one)).page(), said)
})

test('sending several on takes oversight from none of them', async () => {
  const [plain, grave] = [await t.file('city'), await t.file('city')]
  await t.admin`update report set class = 'complaint', oversight = true where id = ${grave.reportId}`
  const operator = await at('blitarOperator', plain)
  const pilih = await Promise.all([plain, grave].map(async (one) => `${one.reference}.${await t.version(one)}`))
  const sent = await operator.visitor.post('/meja/penerusan', {
    pilih,
    class: 'aspiration',
    agencyName: 'DPUPR Kota Blitar',
  })
  assert.equal(sent.status, 200)
  const rows =
    await t.admin`select id::int, class, oversight from report where id in (${plain.reportId}, ${grave.reportId}) order by id`
  assert.deepEqual(
    rows.map((row) => [row.class, row.oversight]),
    [
      ['aspiration', false],
      ['complaint', true],
    ],
  )
})

test('of fifty-one the last stays chosen, it is said why, and the next press sends it', async () => {
  const reports = await Promise.all(Array.from({ length: 51 }, () => t.filed()))
  const operator = await at('centreOperator', reports[0] ?? (await t.filed()))
  const pilih = reports.map(({ reference }) => `${reference}.1`)
  const why = /Sekali kirim paling banyak 50 laporan\. Selebihnya tetap terpilih/
  const chosen = (text: string) => text.match(/name="pilih"/g)?.length ?? 0
  const page = (picked: readonly string[]) =>
    operator.visitor.get(`/meja/penerusan?${picked.map((one) => `pilih=${one}`).join('&')}`)
  const [all, fifty] = [await page(pilih), await page(pilih.slice(1))]
  assert.deepEqual(
    [chosen(all.text), why.test(all.text), chosen(fifty.text), why.test(fifty.text)],
    [51, true, 50, false],
  )
  const fields = { ...classed, agencyName: 'Pemerintah Kota Blitar' }
  const first = await operator.visitor.post('/meja/penerusan', { ...fields, pilih })
  assert.deepEqual([first.status, chosen(first.text)], [200, 1], 'nothing went wrong')
  assert.match(first.text, /50 laporan diteruskan\./)
  assert.match(first.text, why)
  const last = await operator.visitor.post('/meja/penerusan', { ...fields, pilih: pilih.slice(50) })
  assert.deepEqual([last.status, chosen(last.text), why.test(last.text)], [200, 0, false])
  assert.deepEqual(new Set(await Promise.all(reports.map(holder))), new Set([agency.blitar]))
})

test('a name and a contact are for the agency that has the report in hand, not for helpers, supervisors and the centre', async () => {
  const told = { known: 'open', name: 'Bu Wiji Astuti', reach: 'email', email: 'wiji@contoh.example', consent: 'on' }
  const report = await t.file('unit', told)
  for (const column of ['roadsLiaison', 'roadsOfficer'] as const)
    assert.match(await (await at(column, report)).page(), /Bu Wiji Astuti.*wiji@contoh\.example/s, column)
  const others = [
    'treesOfficer',
    'treesLiaison',
    'blitarOperator',
    'blitarSupervisor',
    'centreOperator',
    'arbiter',
  ] as const
  for (const column of others) {
    const page = await (await at(column, report)).page()
    assert.match(page, /Jalan berlubang/, column)
    assert.doesNotMatch(page, /Wiji|wiji@/, column)
  }
})

test("each reporter of a case speaks under the own name, and a hidden one under nobody else's", async () => {
  const told = { known: 'open', name: 'Bu Wiji Astuti', reach: 'email', email: 'wiji@contoh.example', consent: 'on' }
  const [named, hidden] = [await t.file('city', told), await t.file('city', { known: 'anonymous' })]
  await t.act(hidden, 'blitarOperator', 'merge', { into: named.reference })
  const replied = await hidden.reporter.post(`/laporan/${hidden.reference}/balasan`, {
    versi: String(await t.version(named)),
    text: 'Lubangnya makin dalam.',
  })
  assert.equal(replied.status, 303)
  const page = await (await at('blitarOperator', named)).page()
  const talk = page.slice(page.indexOf('Jalan berlubang'), page.indexOf('Lubangnya makin dalam.'))
  assert.match(talk, /Pelapor bersama(?!.*Wiji)/s)
  assert.match(page, /Bu Wiji Astuti/)
})

test('whoever writes on a report that leaves in that moment gets the words back; of foreign reports nothing is said', async () => {
  const report = await t.file('unit')
  const liaison = await at('roadsLiaison', report)
  const stranger = await at('kediriLiaison', report)
  const seen = await t.version(report)
  const returned = { reason: 'other_owner', note: 'Jalan ini jalan provinsi.' }
  assert.equal((await liaison.does('pengembalian', returned, seen)).status, 303)
  const late = await liaison.does('jawaban', { text: 'Kami tambal besok pagi.' }, seen)
  assert.equal(late.status, 409)
  assert.match(late.text, /sudah berpindah.*<blockquote[^>]*>Kami tambal besok pagi\.</s)
  assert.equal((await liaison.does('catatan', { text: 'Sudah ditelepon.' })).status, 409)
  const foreign = await stranger.does('jawaban', { text: 'Kami tambal besok pagi.' }, seen)
  assert.equal(foreign.status, 404)
  assert.doesNotMatch(foreign.text, /berpindah|tambal/)
})

test('whoever coordinates and never held it gets the words back too; one beside them is told nothing', async () => {
  const report = await t.file('city')
  const [watcher, foreign] = [await at(eastJava, report), await at('kediriOperator', report)]
  const seen = await t.version(report)
  const word = { text: 'Dahulukan, sekolah dekat.', due: '2026-03-05' }
  assert.match(await watcher.page(), /Jalan berlubang/)
  assert.ok((await t.act(report, 'blitarOperator', 'return', { reason: 'other_level', note: 'Jalan negara.' })).ok)
  const late = await watcher.does('atensi', word, seen)
  assert.equal(late.status, 409)
  assert.match(late.text, /sudah berpindah.*<blockquote[^>]*>Dahulukan, sekolah dekat\.</s)
  assert.match(late.text, /href="\/meja"/)
  for (const other of [
    await foreign.does('atensi', word, seen),
    await foreign.does('jawaban', { text: word.text }, seen),
  ])
    assert.deepEqual([other.status, /berpindah|Dahulukan/.test(other.text)], [404, false])
  const elsewhere = await t.file('centre')
  assert.equal((await (await at(eastJava, elsewhere)).does('atensi', word)).status, 404, 'it was never below')
})
