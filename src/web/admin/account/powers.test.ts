import assert from 'node:assert/strict'
import { test } from 'node:test'
import { town } from '../../../../test/doors/town.ts'
import { Visitor } from '../../../../test/visitor.ts'

/** What the pages of accounts say before and after somebody presses. */

const t = await town()
const nobody = new Visitor(t.site)
const blitar = await t.visitor('blitarAdministrator', nobody, nobody)

test('the last one who answers for open reports is told so before anything is pressed', async () => {
  await t.file('unit')
  const own = `/kelola/akun/${t.staff.roadsLiaison.personId}`
  const page = await blitar.get(own)
  assert.match(page.text, /tidak ada orang lain di instansi ini yang dapat menjawabnya/)
  assert.doesNotMatch(page.text, /\/nonaktif"/)
  const pressed = await blitar.post(`${own}/nonaktif`, {})
  assert.equal(pressed.status, 422)
  assert.doesNotMatch(pressed.text, /isian yang perlu dilihat lagi/, 'no field is to blame')
  const other = await blitar.get(`/kelola/akun/${t.staff.roadsOfficer.personId}`)
  assert.match(other.text, /\/nonaktif"/)
})

test('everything that is wrong with a new account is said at once', async () => {
  const sent = await blitar.post('/kelola/akun', {
    instansi: 'Dinas Antariksa',
    nama: '',
    pengguna: 'A B',
    email: 'x',
    masuk: 'invitation',
  })
  assert.equal(sent.status, 422)
  assert.match(sent.text, /Ada 5 isian/)
  for (const field of ['instansi', 'nama', 'pengguna', 'email', 'peran'])
    assert.match(sent.text, new RegExp(`href="#${field}"`))
})
