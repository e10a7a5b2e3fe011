import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { type Column, town } from '../../../test/doors/town.ts'
import { after, agency, keys, monday } from '../../../test/heart.ts'
import { street } from '../../../test/pictures.ts'
import { type Fields, Visitor } from '../../../test/visitor.ts'
import { pageLink } from '../../notice/link.ts'
import { sign } from '../../person/seal.ts'
import { receiptFor, showReceipt } from '../../report/receipt.ts'
import { newReference } from '../../report/reference.ts'
import { assetUrl } from '../assets.ts'

/** The reporter's own page: the ways in, and every move as it is pressed. */

const t = await town()
type Filed = Awaited<ReturnType<typeof t.file>>
/** A well-formed number that no report has. */
const absent = newReference(new Uint8Array(7))
const photo = new Uint8Array(await street(8).jpeg().toBuffer())

const receiptOf = async ({ reportId }: Filed) =>
  showReceipt(receiptFor(keys, (await t.admin`select key from report where id = ${reportId}`)[0]?.key))

/** The page of a report, and its moves with the version that stands on it. */
function at(report: Filed, reporter = report.reporter) {
  const path = `/laporan/${report.reference}`
  return {
    page: async () => (await reporter.get(path)).text,
    says: async (noun: string, fields: Fields = {}, versi?: number) =>
      reporter.post(`${path}/${noun}`, { versi: String(versi ?? (await t.version(report))), ...fields }),
    sends: async (noun: string, field: string, text: string, file: File) => {
      const form = new FormData()
      form.set('versi', String(await t.version(report)))
      form.set(field, text)
      form.set('berkas', file)
      return reporter.send(`${path}/${noun}`, form)
    },
  }
}
const state = async ({ reportId }: Filed) =>
  (await t.admin`select status, ending from report where id = ${reportId}`.values())[0]

async function resolved(): Promise<Filed> {
  const report = await t.file('unit')
  await t.act(report, 'roadsLiaison', 'answer', { text: 'Ditambal besok.' })
  await t.act(report, 'roadsLiaison', 'resolve', { text: 'Sudah ditambal rata.' })
  return report
}

test('number and receipt open the page, however they are typed; a wrong receipt and an unknown number read the same', async () => {
  const report = await t.file('unit')
  const typed = { reference: ` ${report.reference.toLowerCase()} `, receipt: (await receiptOf(report)).toLowerCase() }
  const friend = new Visitor(t.site)
  const opened = await friend.post('/cek', typed)
  assert.deepEqual([opened.status, opened.to], [303, `/laporan/${report.reference}`])
  assert.match(await at(report, friend).page(), /Dinas PUPR Kota Blitar/)
  assert.equal((await friend.post('/cek', { reference: report.reference })).status, 303, 'known here already')

  const other = await receiptOf(await t.file('city'))
  const wrong = await new Visitor(t.site).post('/cek', { ...typed, receipt: other })
  const unknown = await new Visitor(t.site).post('/cek', { reference: absent, receipt: other })
  assert.deepEqual([wrong.status, unknown.status], [404, 404])
  for (const { text } of [wrong, unknown]) assert.match(text, /tidak cocok/)
  const closed = await new Visitor(t.site).get(`/laporan/${report.reference}`)
  const nothing = await new Visitor(t.site).get(`/laporan/${absent}`)
  const bare = ({ text }: { text: string }) => text.replace(/nonce="[^"]*"/g, '').replaceAll(report.reference, absent)
  assert.deepEqual([closed.status, bare(closed)], [nothing.status, bare(nothing)])
})

test('what cannot be a number or a receipt is said at its field, and what was typed stays', async () => {
  const number = await new Visitor(t.site).post('/cek', { reference: 'dua belas', receipt: 'abc' })
  assert.equal(number.status, 422)
  assert.match(number.text, /value="dua belas"/)
  const receipt = await new Visitor(t.site).post('/cek', { reference: absent, receipt: 'abc' })
  assert.equal(receipt.status, 422)
  assert.match(receipt.text, /25 huruf dan angka/)
})

test('guessing receipts ends soon; the reporter still comes in by the link of a letter', async () => {
  const report = await t.file('unit')
  const stranger = new Visitor(t.site)
  const wrong = { reference: report.reference, receipt: await receiptOf(await t.file('city')) }
  const answers: number[] = []
  while (!answers.includes(429) && answers.length < 200) answers.push((await stranger.post('/cek', wrong)).status)
  assert.equal(answers.at(-1), 429)
  const link = pageLink(keys, '', report.reference, report.reporterId, monday)
  const reporter = new Visitor(t.site)
  const opened = await reporter.get(link)
  assert.deepEqual([opened.status, opened.to], [303, `/laporan/${report.reference}`])
  assert.match(await at(report, reporter).page(), /Dinas PUPR Kota Blitar/)
  const old = await new Visitor(t.site).get(pageLink(keys, '', report.reference, report.reporterId, after(-91)))
  assert.deepEqual([old.status, old.headers.getSetCookie().length], [404, 0])
  const forged = await new Visitor(t.site).get(link.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))
  assert.equal(forged.status, 404)
})

test('the buttons of a letter open what they say, and only pressing there moves the report', async () => {
  const report = await resolved()
  const link = pageLink(keys, '', report.reference, report.reporterId, monday)
  const tapped = async (place: string) => {
    const reader = new Visitor(t.site)
    const { to } = await reader.get(`${link}&untuk=${place}`)
    assert.equal((await reader.get((to ?? '').replace(/#.*/, ''))).status, 200)
    return { to, text: (await reader.get((to ?? '').replace(/#.*/, ''))).text }
  }
  const yes = await tapped('selesai')
  assert.equal(yes.to, `/laporan/${report.reference}?jawab=selesai#selesai`)
  assert.ok(yes.text.includes('id="selesai"') && yes.text.includes(`action="/laporan/${report.reference}/konfirmasi"`))
  assert.ok(!yes.text.includes(`action="/laporan/${report.reference}/sanggahan"`))
  const no = await tapped('sanggahan')
  assert.ok(no.text.includes('id="sanggahan"') && no.text.includes(`action="/laporan/${report.reference}/sanggahan"`))
  assert.equal((await tapped('//jahat.example')).to, `/laporan/${report.reference}`)
  assert.deepEqual(await state(report), ['resolved', null])
  await t.act(report, 'reporter', 'confirm', {})
  assert.match((await tapped('penilaian')).text, /<details open="" id="penilaian">/)
})

test('a question is answered with a photo, once, and the agency reads both', async () => {
  const report = await t.file('centre')
  const mine = at(report)
  await t.act(report, 'centreOperator', 'ask', { text: 'Di sebelah mana pasarnya?' })
  assert.match(await mine.page(), /Di sebelah mana pasarnya\?/)
  const seen = await t.version(report)
  const silent = await mine.says('kelengkapan', { text: ' ' })
  assert.equal(silent.status, 422)
  const hostile = new File(['<svg onload="alert(1)"/>'], 'peta.svg', { type: 'image/svg+xml' })
  const refused = await mine.sends('kelengkapan', 'text', 'Di pintu utara.', hostile)
  assert.equal(refused.status, 422)
  assert.match(refused.text, /“peta”/)
  assert.match(refused.text, /<textarea[^>]*>\s*Di pintu utara\./)
  const answered = await mine.sends('kelengkapan', 'text', 'Di pintu utara.', new File([photo], 'utara.jpg'))
  assert.deepEqual([answered.status, answered.to], [303, `/laporan/${report.reference}`])
  assert.deepEqual(await state(report), ['received', null])
  const late = await mine.says('kelengkapan', { text: 'Sekali lagi: pintu utara.' }, seen)
  assert.equal(late.status, 409)
  assert.match(late.text, /Sekali lagi: pintu utara\./)
  const nobody = new Visitor(t.site)
  const operator = await t.visitor('centreOperator' satisfies Column, nobody, nobody)
  const page = (await operator.get(`/meja/${report.reference}`)).text
  assert.match(page, /Di pintu utara\./)
  const [file] = await t.admin`
    select a.id from attachment a join report r on r.key = a.report_key where r.id = ${report.reportId} and kind = 'reply'`
  assert.match(page, new RegExp(`/lampiran/${file?.id}`))

  await t.admin`update report set secret = true where id = ${report.reportId}`
  const openings = async () => (await t.admin`select from opening where report_id = ${report.reportId}`).count
  for (const [n, path] of [`/lampiran/${file?.id}/kecil`, `/lampiran/${file?.id}`].entries()) {
    assert.equal((await report.reporter.get(path)).status, 200)
    assert.equal(await openings(), n, 'the reporter leaves no line')
    assert.equal((await operator.get(path)).status, 200)
    assert.equal(await openings(), n + 1, path)
  }
})

test('what was settled is confirmed, and graded as the reporter thinks in the end', async () => {
  const report = await resolved()
  const mine = at(report)
  assert.match(await mine.page(), /Sudah ditambal rata\./)
  assert.equal((await mine.says('konfirmasi')).status, 303)
  assert.deepEqual(await state(report), ['closed', 'confirmed'])
  assert.equal((await mine.says('penilaian', { rating: '9' })).status, 422)
  assert.equal((await mine.says('penilaian', { rating: '4', remark: 'Cepat.' })).status, 303)
  assert.match(await mine.page(), /Nilai dari Anda: 4 dari 5\./)
  assert.equal((await mine.says('penilaian', { rating: '2' })).status, 303)
  assert.match(await mine.page(), /Nilai dari Anda: 2 dari 5\./)
})

test('what is not done is disputed with words and a photo, and goes back to work', async () => {
  const report = await resolved()
  const mine = at(report)
  const folded = await report.reporter.get(`/laporan/${report.reference}?jawab=sanggahan`)
  assert.match(folded.text, /action="\/laporan\/[^"]*\/sanggahan"/)
  assert.equal((await mine.says('sanggahan', { reason: '' })).status, 422)
  assert.equal(
    (await mine.sends('sanggahan', 'reason', 'Lubangnya masih ada.', new File([photo], 'l.jpg'))).status,
    303,
  )
  assert.deepEqual(await state(report), ['in_progress', null])
  assert.match(await mine.page(), /Lubangnya masih ada\./)
})

test('a report put away is appealed; one’s own is withdrawn, and then nothing more can be done', async () => {
  const archived = await t.file('centre')
  await t.act(archived, 'centreOperator', 'archive', { reason: 'no_matter', detail: 'Hanya ucapan.' })
  assert.deepEqual(await state(archived), ['archived', 'no_matter'])
  assert.match(await at(archived).page(), /mengajukan keberatan satu kali, sampai Rabu, 1 April 2026/)
  assert.equal((await at(archived).says('keberatan', { reason: 'Ini keluhan sungguhan.' })).status, 303)
  assert.deepEqual(await state(archived), ['received', null])

  const report = await t.file('city')
  const mine = at(report)
  assert.equal((await mine.says('pencabutan', { reason: '' })).status, 303)
  assert.deepEqual(await state(report), ['archived', 'withdrawn'])
  const withdrawn = await mine.page()
  assert.match(withdrawn, /Anda mencabut laporan ini\. Penanganan berhenti/)
  assert.doesNotMatch(withdrawn, /tidak dapat diteruskan|keberatan satu kali/)
  const late = await mine.says('balasan', { text: 'Masih ada yang lain.' })
  assert.equal(late.status, 409)
  assert.match(late.text, /Masih ada yang lain\./)
})

test('of reports that were put together, each reads their own words and what the agency says to both', async () => {
  const [main, twin] = [await t.file('city'), await t.file('city')]
  const key = 'kata-kata yang hanya milik pelapor pertama'
  await t.admin`update report set text = ${key} where id = ${main.reportId}`
  await t.act(twin, 'blitarOperator', 'merge', { into: main.reference })
  await t.act(main, 'blitarOperator', 'forward', { agencyId: agency.roads })
  await t.act(main, 'roadsLiaison', 'answer', { text: 'Ditambal hari Rabu.' })
  const page = await at(twin).page()
  assert.match(page, new RegExp(main.reference))
  assert.match(page, /Ditambal hari Rabu\./)
  assert.match(page, /dalam dan berbahaya/)
  assert.doesNotMatch(page, new RegExp(key))
  const alone = /tidak dapat dicabut oleh satu orang/
  for (const one of [main, twin]) {
    const text = await at(one).page()
    assert.match(text, alone, 'why nobody can withdraw it is said')
    assert.doesNotMatch(text, /id="pencabutan"/)
  }
  assert.doesNotMatch(await at(await t.file('city')).page(), alone)
})

test('who gave a report back is told in words, not by a shape alone', async () => {
  const report = await t.file('unit')
  await t.act(report, 'roadsLiaison', 'return', { reason: 'other_unit', note: 'Ini taman.' })
  assert.match(await at(report).page(), /<li class="back">.*?, dikembalikan</s)
})

test('whoever did not confirm reads that another reporter did, and can still disagree', async () => {
  const [main, twin] = [await t.file('city'), await t.file('city')]
  await t.act(twin, 'blitarOperator', 'merge', { into: main.reference })
  await t.act(main, 'blitarOperator', 'forward', { agencyId: agency.roads })
  await t.act(main, 'roadsLiaison', 'answer', { text: 'Ditambal hari Rabu.' })
  await t.act(main, 'roadsLiaison', 'resolve', { text: 'Sudah ditambal rata.' })
  await t.act(main, 'reporter', 'confirm')
  assert.match(await at(main).page(), /Anda menyatakan masalah ini selesai\./)
  const other = await at(twin).page()
  assert.doesNotMatch(other, /Anda menyatakan masalah ini selesai/)
  assert.match(other, /Pelapor lain menyatakan masalah ini selesai\. Belum menurut Anda\?[^.]*1 April 2026\./)
  assert.equal((await at(twin).says('sanggahan', { reason: 'Masih ada.' }, await t.version(main))).status, 303)
  assert.deepEqual(await state(main), ['in_progress', null])
})

test('a report that was given back says who looks for its agency, and that the last day stays', async () => {
  const report = await t.file('unit')
  await t.act(report, 'roadsLiaison', 'return', { reason: 'other_unit', note: 'Ini taman.' }, { at: after(1) })
  const page = await at(report).page()
  assert.match(page, /Pemerintah Kota Blitar mencari instansi yang tepat/)
  assert.match(page, /Batas penyelesaian tetap [^.]*20 Maret 2026\./)
  assert.match(page, /Diperiksa lagi/)
})

test('the page says what its reporter chose: anonymous, secret, both or neither', async () => {
  const chose = async (told: Fields) => {
    const page = await at(await t.file('centre', told)).page()
    const head = page.slice(page.indexOf('<h1') - 900, page.indexOf('<h1'))
    return ['Anonim', 'Rahasia'].filter((word) => head.includes(`</svg>${word}<`))
  }
  const named = { known: 'open', name: 'Sri Lestari', consent: 'on' }
  assert.deepEqual(await chose({}), ['Anonim'])
  assert.deepEqual(await chose({ readers: 'secret' }), ['Anonim', 'Rahasia'])
  assert.deepEqual(await chose({ ...named, readers: 'secret' }), ['Rahasia'])
  assert.deepEqual(await chose(named), [])
})

const listed = async (one: Visitor) =>
  [...(await one.get('/cek')).text.matchAll(/<a href="\/laporan\/([^"]+)"/g)].map(([, reference]) => reference)
const opens = async (one: Visitor, report: Filed) => (await one.get(`/laporan/${report.reference}`)).status === 200

test('a browser holds several reports, the latest first, and leaving forgets all of them', async () => {
  const [one, two, foreign] = [await t.file('unit'), await t.file('city'), await t.file('city')]
  const both = new Visitor(t.site)
  for (const report of [one, two])
    await both.post('/cek', { reference: report.reference, receipt: await receiptOf(report) })
  assert.deepEqual(await listed(both), [two.reference, one.reference])
  const check = (await both.get('/cek')).text
  assert.match(check, /Laporan Anda di perangkat ini/)
  assert.doesNotMatch(check, /Jalan berlubang/, 'whoever else holds the telephone reads no words of theirs')
  assert.deepEqual([await opens(both, one), await opens(both, two), await opens(both, foreign)], [true, true, false])
  assert.equal((await at(one, both).says('balasan', { text: 'Lubangnya makin dalam.' })).status, 303)
  assert.match(await at(one, both).page(), /Lubangnya makin dalam\./)
  assert.doesNotMatch(await at(two, both).page(), /Lubangnya makin dalam\./)
  for (const { attachmentId } of [one, two]) assert.equal((await both.get(`/lampiran/${attachmentId}`)).status, 200)
  assert.equal((await both.get(`/lampiran/${foreign.attachmentId}`)).status, 404)
  assert.equal((await both.post('/cek', { reference: one.reference })).status, 303, 'known here already')

  await both.post('/keluar-laporan', {})
  assert.deepEqual([await listed(both), await opens(both, one), await opens(both, two)], [[], false, false])
  assert.doesNotMatch((await both.get('/cek')).text, /di perangkat ini/)
})

test('a report that is filed after another leaves the first one open', async () => {
  const one = await t.file('centre')
  const form = { kunci: randomUUID(), text: 'Lampu taman mati.', readers: 'public' }
  assert.equal((await one.reporter.post('/laporan', form)).status, 201)
  assert.deepEqual([(await listed(one.reporter)).length, await opens(one.reporter, one)], [2, true])
})

test('a browser holds ten reports at most, and what is opened later makes none of them last longer', async () => {
  const many = await Promise.all(Array.from({ length: 12 }, () => t.filed()))
  const one = new Visitor(t.site)
  for (const { reference, reporterId } of many) await one.get(pageLink(keys, '', reference, reporterId, monday))
  const latest = many.map(({ reference }) => reference).reverse()
  assert.deepEqual(await listed(one), latest.slice(0, 10))
  await one.get(pageLink(keys, '', many[5]?.reference ?? '', many[5]?.reporterId ?? 0, monday))
  assert.deepEqual(await listed(one), [latest[6], ...latest.slice(0, 10).filter((each) => each !== latest[6])])

  const held = new Visitor(t.site)
  const [early, late] = [many[0]?.reporterId, many[1]?.reporterId]
  const second = (hours: number) => (monday.getTime() / 1000 + hours * 3600).toString(36)
  held.cookies.set('pelapor', sign(keys.cookie, `p${late}_${second(1)}-${early}_${second(0)}`, after(1)))
  assert.deepEqual(await listed(held), [many[1]?.reference], 'the time of the other is over')
  await held.get(pageLink(keys, '', many[2]?.reference ?? '', many[2]?.reporterId ?? 0, monday))
  assert.match(
    held.cookies.get('pelapor') ?? '',
    new RegExp(`^pl${many[2]?.reporterId}_${second(2)}-${late}_${second(1)}\\.`),
  )
  const forged = held.cookies.get('pelapor')?.replace(`${late}_`, `${early}_`) ?? ''
  held.cookies.set('pelapor', forged)
  assert.deepEqual(await listed(held), [])
})

test('of a secret report nothing is written down: its cookie ends with the browser, and its number stands in no list', async () => {
  const lasting = ({ headers }: { headers: Headers }) =>
    /max-age=\d/i.test(headers.getSetCookie().find((one) => one.startsWith('pelapor=')) ?? 'none')
  for (const readers of ['public', 'secret']) {
    const report = await t.file('unit', { readers })
    const secret = readers === 'secret'
    const link = pageLink(keys, '', report.reference, report.reporterId, monday)
    const byLink = new Visitor(t.site)
    const opened = await byLink.get(link)
    assert.equal(opened.status, 303)
    assert.equal(lasting(opened), !secret)
    const kunci = randomUUID()
    const sent = await new Visitor(t.site).post('/laporan', { kunci, text: `Uji ${readers}.`, readers })
    assert.equal(sent.status, 201)
    assert.equal(lasting(sent), !secret)
    for (const visitor of [byLink, report.reporter]) {
      const list = (await visitor.get('/cek')).text
      assert.equal(list.includes(`/laporan/${report.reference}"`), !secret)
      assert.equal((await visitor.get(`/laporan/${report.reference}`)).status, 200, 'who knows the number goes on')
    }
    const open = await t.file('unit')
    const mixed = await byLink.get(pageLink(keys, '', open.reference, open.reporterId, monday))
    assert.equal(lasting(mixed), !secret, 'a secret one stays unwritten beside others')
  }
})

test('leaving closes the page in this browser', async () => {
  const report = await t.file('city')
  assert.equal((await report.reporter.post('/keluar-laporan', {})).status, 303)
  assert.equal((await report.reporter.get(`/laporan/${report.reference}`)).status, 404)
})

test('the page of a report that has seen much is light', async () => {
  const report = await resolved()
  await at(report).says('sanggahan', { reason: 'Masih berlubang di sisi timur.' })
  await t.act(report, 'roadsLiaison', 'resolve', { text: 'Sisi timur sudah ditambal juga.' })
  const style = await t.site.request(assetUrl('style.css'), { headers: { 'accept-encoding': 'gzip' } })
  const wire = gzipSync(await at(report).page()).byteLength + (await style.arrayBuffer()).byteLength
  assert.ok(wire <= 14_000, `${wire} bytes`)
})
