import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { town } from '../../../test/doors/town.ts'
import { keys, monday } from '../../../test/heart.ts'
import { type Fields, Visitor } from '../../../test/visitor.ts'
import { openCode } from '../../contact/proof.ts'
import { pageLink } from '../../notice/link.ts'

/** The page of a reporter's contacts, as it is pressed, without any script. */

const t = await town()
type Filed = Awaited<ReturnType<typeof t.file>>

function at({ reference, reporter }: Filed) {
  const path = `/laporan/${reference}`
  return {
    report: async () => (await reporter.get(path)).text,
    page: async (query = '') => (await reporter.get(`${path}/kontak${query}`)).text,
    ask: (kontak: string) => reporter.post(`${path}/kontak`, { kontak }),
    says: (noun: string, fields: Fields) => reporter.post(`${path}/kontak/${noun}`, fields),
  }
}

async function codeOf({ reportId }: Filed): Promise<string> {
  const [row] = await t.admin<{ sealed: Buffer }[]>`
    select n.sealed from notice n join reporter p on p.id = n.reporter_id
    where p.own_report_id = ${reportId} and n.kind = 'neutral.proof' order by n.id desc limit 1`
  return row ? openCode(keys, row.sealed) : ''
}

test('a contact is asked for, proved, chosen and taken away, each on the same page', async () => {
  const report = await t.file('unit')
  const own = at(report)
  assert.match(await own.report(), /Kabar untuk Anda[\s\S]*Kami tidak dapat mengabari Anda/)
  const asked = await own.ask('Sari.Baru@Warga.Example')
  assert.deepEqual([asked.status, asked.to], [303, `/laporan/${report.reference}/kontak#kode`])
  const page = await own.page()
  assert.match(page, /Tulis kode yang kami kirim ke sa•••@warga\.example/)
  assert.doesNotMatch(page, /sari\.baru@/i, 'the address is masked')
  assert.match(page, /Belum ada kontak/, 'not theirs yet')
  assert.ok(!page.includes(await codeOf(report)))

  const code = await codeOf(report)
  const wrong = await own.says('kode', { kode: code === '123456' ? '654321' : '123456' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Kode ini tidak cocok/)
  const proved = await own.says('kode', { kode: `${code.slice(0, 3)} ${code.slice(3)}` })
  assert.equal(proved.to, `/laporan/${report.reference}/kontak?tersimpan=proved`)
  assert.match(await own.page('?tersimpan=proved'), /Terbukti\. Kontak ini sekarang milik laporan Anda/)
  assert.match(await own.page(), /Kabar dikirim ke sini/)
  assert.match(await own.report(), /Kabar dikirim ke sa•••@warga\.example/)

  await own.ask('0812-9000-1111')
  await own.says('kode', { kode: await codeOf(report) })
  const [, second = ''] = /kontak\/tujuan[^>]*>\s*<input type="hidden" name="yang" value="(\d+)"/.exec(await own.page()) ?? [] // biome-ignore format: one search
  assert.equal((await own.says('tujuan', { yang: second })).status, 303)
  assert.match(await own.report(), /Kabar dikirim ke \+628129••••111/)
  assert.equal((await own.says('hapus', { yang: second })).status, 303)
  assert.match(await own.report(), /Kabar dikirim ke sa•••@warga\.example/, 'news goes to what is left')
})

test('what cannot be read, is theirs already or is asked for too often comes back with words', async () => {
  const report = await t.file('unit')
  const own = at(report)
  const wrong = await own.ask('bukan apa-apa')
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Periksa tulisannya/)
  assert.match(wrong.text, /value="bukan apa-apa"/)
  await own.ask('sering@warga.example')
  assert.equal((await own.ask('sering@warga.example')).status, 429)
  await own.says('kode', { kode: await codeOf(report) })
  const twice = await own.ask('sering@warga.example')
  assert.equal(twice.status, 409)
  assert.match(twice.text, /sudah menjadi milik laporan ini/)
  assert.equal((await own.says('kode', { kode: '12' })).status, 422)
})

test('an address of a form is proved when somebody writes on the page that its letter opened, not when a program opens it', async () => {
  const told = { known: 'anonymous', reach: 'email', email: 'formulir@warga.example', consent: 'on' }
  const report = await t.file('unit', told)
  const proved = async () =>
    (await t.admin`select proved_at is not null as proved from reporter where id = ${report.reporterId}`)[0]?.proved
  const writes = async (joined: boolean) => {
    const visitor = new Visitor(t.site)
    await visitor.get(pageLink(keys, '', report.reference, report.reporterId, monday, joined))
    const said = { versi: String(await t.version(report)), text: `Masih berlubang, ${joined}.` }
    return (await visitor.post(`/laporan/${report.reference}/balasan`, said)).status
  }
  assert.match(await at(report).page(), /belum dibuktikan/)
  assert.equal(await writes(true), 303)
  assert.equal(await proved(), false, 'that letter went to another address')
  await new Visitor(t.site).get(pageLink(keys, '', report.reference, report.reporterId, monday))
  assert.equal(await proved(), false, 'opening proves nothing')
  assert.equal(await writes(false), 303)
  assert.equal(await proved(), true)
})

test('staff see nothing of it, on any page of the report', async () => {
  const report = await t.file('unit')
  const own = at(report)
  await own.ask('tersembunyi@warga.example')
  await own.says('kode', { kode: await codeOf(report) })
  for (const who of ['centreOperator', 'roadsLiaison', 'blitarSupervisor'] as const) {
    const { status, text } = await (await t.visitor(who, report.reporter, report.reporter)).get(
      `/meja/${report.reference}`,
    )
    assert.equal(status, 200)
    assert.doesNotMatch(text, /tersembunyi|••@/)
  }
})

test('when the last news came by no way, the page says so and leads to the contacts', async () => {
  const report = await t.file('unit')
  const own = at(report)
  await own.ask('hilang@warga.example')
  await own.says('kode', { kode: await codeOf(report) })
  assert.doesNotMatch(await own.report(), /tidak sampai kepada Anda/)
  await t.admin`
    insert into notice (report_id, n, reporter_id, contact_id, kind, channel, language, state, last_error, created_at)
    select p.report_id, 1, p.id, p.news_to, 'received', 'email', 'id', 'failed', 'bounced 5.1.1', now() from reporter p where own_report_id = ${report.reportId}`
  assert.match(await own.report(), /Kabar terakhir tidak sampai kepada Anda[\s\S]*\/kontak"/)
  assert.match(await own.page(), /Kabar terakhir tidak sampai, /)
  const bytes = gzipSync(await own.page()).length
  assert.ok(bytes < 8_000, `${bytes} bytes`)
})

test('a link of a letter, to whichever contact, does not take the contact given when filing away; a code does', async () => {
  const told = { known: 'anonymous', reach: 'email', email: 'asli@warga.example', consent: 'on' }
  for (const joined of [false, true]) {
    const report = await t.file('unit', { ...told, email: `asli${joined}@warga.example` })
    const reporter = new Visitor(t.site)
    await reporter.get(pageLink(keys, '', report.reference, report.reporterId, monday, joined))
    const held = at({ ...report, reporter })
    assert.equal((await held.ask(`pengambil${joined}@warga.example`)).status, 303)
    assert.match((await held.says('kode', { kode: await codeOf(report) })).to ?? '', /tersimpan=proved/)
    const asked = await held.says('hapus', { yang: 'awal' })
    assert.equal(asked.to, `/laporan/${report.reference}/kontak?tersimpan=leaving`)
    const page = await held.page('?tersimpan=leaving')
    assert.match(page, /Permintaan menghapus dicatat/)
    assert.match(page, /Tulis kode yang kami kirim ke as•••@[\s\S]*Hapus kontak ini/)
    assert.match(page, /Tanpa kode, baru dapat dihapus mulai[\s\S]*Tetap pakai kontak ini/)
    await held.says('tujuan', { yang: 'awal' })
    assert.doesNotMatch(await held.page(), /Tetap pakai/)
    await held.says('hapus', { yang: 'awal' })
    assert.match((await held.says('kode', { kode: await codeOf(report) })).to ?? '', /tersimpan=removed/)
    assert.doesNotMatch(await held.page(), /as•••@/)
  }
})
