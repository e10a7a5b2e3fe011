import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formIn } from '../../../test/citizen.ts'
import { type Column, town } from '../../../test/doors/town.ts'
import { type Fields, Visitor } from '../../../test/visitor.ts'

/** Looking at what a step would send: nothing moves, the words stay, and the page tells no more of reporters than it may. */

const t = await town()

async function at(column: Column, report: { reference: string; reportId: number }) {
  const nobody = new Visitor(t.site)
  const visitor = await t.visitor(column, nobody, nobody)
  const send = (noun: string, fields: Fields) => visitor.post(`/meja/${report.reference}/${noun}`, fields)
  const versi = String(await t.version(report))
  return {
    page: () => visitor.get(`/meja/${report.reference}`),
    look: (noun: string, text: string) => send(noun, { versi, text, lihat: '1' }),
    send: (noun: string, text: string) => send(noun, { versi, text }),
  }
}
const counted = async () =>
  (await t.admin`select (select count(*) from event)::int as events, (select count(*) from outbox)::int as jobs, (select count(*) from question)::int as questions`)[0] // biome-ignore format: one query

test('the page comes again with the words and what would go out, and nothing has happened', async () => {
  const report = await t.file('unit', { reach: 'email', email: 'warga@contoh.example', consent: 'on' })
  const liaison = await at('roadsLiaison', report)
  assert.match((await liaison.page()).text, /Lihat yang akan dikirim/)
  const before = await counted()
  const shown = await liaison.look('jawaban', 'Kami tambal hari Jumat oleh regu dua.')
  assert.equal(shown.status, 200)
  assert.match(shown.text, /1 pelapor lewat Email[\s\S]*37 dari paling banyak 1\.500 huruf/)
  assert.match(shown.text, /Perihal: [^<]*DPUPR|Perihal: [^<]*Dinas/)
  assert.match(shown.text, /<textarea[^>]*>\s*Kami tambal hari Jumat oleh regu dua\./)
  assert.doesNotMatch(shown.text, /warga@contoh\.example/)
  assert.deepEqual(await counted(), before)
  const asked = await liaison.look('pertanyaan', 'Sejak kapan?')
  assert.match(asked.text, /Yang akan dikirim/)
  assert.equal(formIn(asked).versi !== '', true)
  assert.deepEqual(await counted(), before)
  assert.equal(
    (await liaison.send('jawaban', 'Kami tambal hari Jumat oleh regu dua.')).status,
    303,
    'and it still goes',
  )
})

test('words that will be cut are told so', async () => {
  const report = await t.file('unit', { reach: 'email', email: 'warga@contoh.example', consent: 'on' })
  const liaison = await at('roadsLiaison', report)
  assert.doesNotMatch((await liaison.look('jawaban', 'Kami tambal. '.repeat(100))).text, /akan dipotong/)
  assert.match((await liaison.look('jawaban', 'Kami tambal. '.repeat(120))).text, /akan dipotong/)
})

test('what may not be done is refused when it is looked at, as when it is done', async () => {
  const report = await t.file('unit')
  const officer = await at('roadsOfficer', report)
  assert.equal((await officer.look('jawaban', 'Kami tambal.')).status, 403)
  const liaison = await at('roadsLiaison', report)
  assert.equal((await liaison.look('jawaban', '')).status, 422)
  assert.equal((await liaison.send('jawaban', 'Kami tambal.')).status, 303)
  const late = await liaison.look('jawaban', 'Kami tambal lusa.')
  assert.equal(late.status, 409)
  assert.match(late.text, /Kami tambal lusa\./)
})

test('of a secret report the page says that a neutral notice goes, and by no way', async () => {
  const told = { reach: 'phone', phone: '081234567890', readers: 'secret', consent: 'on' }
  const report = await t.file('unit', told)
  const liaison = await at('roadsLiaison', report)
  const shown = await liaison.look('jawaban', 'Kami periksa diam-diam.')
  assert.equal(shown.status, 200)
  assert.match(shown.text, /hanya pemberitahuan netral/)
  const [ahead = ''] =
    /<section class="card stack" aria-labelledby="dikirim">[\s\S]*?<\/section>/.exec(shown.text) ?? []
  assert.match(ahead, /Ada kabar baru untuk Anda/)
  assert.doesNotMatch(ahead, /SMS|Email|lewat|pelapor membacanya|diam-diam|\d pelapor/)
})
