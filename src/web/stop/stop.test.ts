import assert from 'node:assert/strict'
import { test } from 'node:test'
import { monday, scene } from '../../../test/post.ts'
import { stopLink } from '../../notice/link.ts'
import { stop } from './stop.tsx'

const office = await scene()
const site = stop({ db: office.db, keys: office.keys, now: () => monday })
const reporter = async () =>
  (await office.file({ text: 'Jalan berlubang di sini.', reach: 'email', email: 'a@warga.example' })).reporterId
const pathFor = (id: number) => stopLink(office.keys, '', id, monday)
const muted = async (id: number) => (await office.admin`select muted from reporter where id = ${id}`)[0]?.muted
const form = { 'content-type': 'application/x-www-form-urlencoded' }

test('opening the link changes nothing; pressing ends the letters', async () => {
  const id = await reporter()
  const page = await site.request(pathFor(id))
  const html = await page.text()
  assert.equal(page.status, 200)
  assert.equal(await muted(id), false)
  const [, token = ''] = /name="t" value="([^"]+)"/.exec(html) ?? []
  const pressed = await site.request('/berhenti', {
    method: 'POST',
    headers: form,
    body: new URLSearchParams({ t: token }),
  })
  assert.match(await pressed.text(), /Email sudah dihentikan/)
  assert.equal(await muted(id), true)
})

test('the button of a mail program works too', async () => {
  const id = await reporter()
  const answer = await site.request(pathFor(id), { method: 'POST', headers: form, body: 'List-Unsubscribe=One-Click' })
  assert.equal(answer.status, 200)
  assert.equal(await muted(id), true)
})

test('a link that is not ours opens nothing', async () => {
  for (const bad of [
    '/berhenti',
    '/berhenti?t=',
    '/berhenti?t=s1.zz.xx',
    '/berhenti?t=%00',
    `/berhenti?t=${'a'.repeat(9000)}`,
  ]) {
    assert.equal((await site.request(bad)).status, 404, bad)
    assert.equal((await site.request(bad, { method: 'POST', headers: form, body: 't=x' })).status, 404, bad)
    assert.equal(
      (await site.request(bad, { method: 'POST', headers: { 'content-type': 'multipart/form-data' }, body: 'x' }))
        .status,
      404,
    )
  }
})
