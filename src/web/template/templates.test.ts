import assert from 'node:assert/strict'
import { test } from 'node:test'
import { goodPassword, hired, office, offices, person } from '../../../test/offices.ts'
import { siteFor, Visitor } from '../../../test/visitor.ts'

const { db } = await offices()
const site = siteFor(db)

async function entered(agencyId: number, username: string, role: 'liaison' | 'administrator'): Promise<Visitor> {
  await hired(db, person(agencyId, username, [role]))
  const visitor = new Visitor(site)
  assert.equal((await visitor.post('/masuk', { username, password: goodPassword })).status, 303)
  return visitor
}
const ours = await entered(office.blitar, 'penghubung.blitar', 'liaison')
const theirs = await entered(office.kediri, 'penghubung.kediri', 'liaison')
const path = '/meja/templat'

test('an agency keeps, rewords and removes its ready answers', async () => {
  assert.equal((await ours.post(path, { title: 'Lampu jalan', text: 'Regu lampu datang besok.' })).status, 303)
  assert.equal((await ours.post(path, { title: 'Lampu jalan', text: 'Regu lampu datang lusa {{7*7}}.' })).status, 303)
  const page = await ours.get(path)
  assert.match(page.text, /datang lusa \{\{7\*7\}\}/)
  assert.doesNotMatch(page.text, /datang besok/)
  const [, id = ''] = /name="hapus" value="(\d+)"/.exec(page.text) ?? []
  assert.equal((await theirs.post(path, { hapus: id })).status, 303)
  assert.match((await ours.get(path)).text, /datang lusa/, 'what another agency removes stays')
  assert.equal((await ours.post(path, { hapus: id })).status, 303)
  assert.doesNotMatch((await ours.get(path)).text, /datang lusa/)
})

test('nobody reads the answers of another agency, and who answers nobody has none', async () => {
  await ours.post(path, { title: 'Rahasia dapur', text: 'Hanya untuk kami.' })
  assert.doesNotMatch((await theirs.get(path)).text, /Rahasia dapur/)
  const admin = await entered(office.blitar, 'admin.saja', 'administrator')
  assert.equal((await admin.get(path)).status, 404)
  assert.equal((await admin.post(path, { title: 'Judul', text: 'Isi.' })).status, 404)
  assert.equal((await new Visitor(site).get(path)).status, 303)
})

test('an unfinished answer comes back with words about it', async () => {
  const refused = await ours.post(path, { title: 'X', text: 'Kami sudah memeriksa.' })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Beri judul pendek/)
  assert.match(refused.text, /Kami sudah memeriksa\./)
  assert.equal((await ours.post(path, { title: ['a', 'b'], text: '\u0000' })).status, 422)
})
