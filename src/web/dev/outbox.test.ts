import assert from 'node:assert/strict'
import { test } from 'node:test'
import { monday, scene } from '../../../test/post.ts'
import { withActor } from '../../db/actor.ts'
import { stopLink } from '../../notice/link.ts'
import { devMailer } from '../../notice/mailer.ts'
import { mute } from '../../notice/mute.ts'
import { pieces } from '../../notice/outbox.ts'
import { sendNotice } from '../../notice/send.ts'
import { expand } from '../../notice/tell/expand.ts'
import { outbox, outboxPath } from './outbox.tsx'

const office = await scene()
const site = outbox(office.db)
const page = async (path: string) => {
  const answer = await site.request(path)
  return { status: answer.status, text: await answer.text() }
}

async function letterTo(email: string, text = 'Jalan berlubang di depan pasar.') {
  const filed = await office.file({ text, reach: 'email', email })
  const [id] = await withActor(office.db, { kind: 'system' }, (tx) =>
    expand(tx, [{ reportId: filed.reportId, n: 1 }], monday),
  )
  await sendNotice(office.post, devMailer(office.db.worker), id ?? 0, monday)
  return filed
}

test('while trying out, letters stand on the outbox page, where their links can be pressed', async () => {
  assert.match((await page(outboxPath)).text, /Belum ada surat/)
  await letterTo('budi@warga.example')
  await letterTo('tini_@warga.example')
  const list = await page(outboxPath)
  assert.match(list.text, /budi@warga\.example/)
  const found = await page(`${outboxPath}?kepada=TINI_`)
  assert.match(found.text, /tini_@warga\.example/)
  assert.doesNotMatch(found.text, /budi@/)
  assert.match((await page(`${outboxPath}?kepada=%25`)).text, /Belum ada surat/)
  const [, path = ''] = /href="(\/dev\/kotak-keluar\/\d+)"/.exec(list.text) ?? []
  const one = await page(path)
  assert.match(one.text, /Terima kasih\. Laporan Anda sudah kami terima/)
  assert.match(one.text, /<a href="https:\/\/lapor\.example\/laporan\/[0-9A-Z]{8}\/buka\?t=r\d+/)
  assert.match(one.text, /<a href="https:\/\/lapor\.example\/berhenti\?t=s\d+/)
})

test('what is no letter is not found, whatever is asked', async () => {
  for (const id of ['0', '999999', 'x', '-1', '1e3', '99999999999999999999', '%00', "1'--"])
    assert.equal((await page(`${outboxPath}/${id}`)).status, 404, id)
  for (const query of ['kepada=%00', 'kepada=%ED%A0%80', 'sebelum=x', `kepada=${'a'.repeat(5000)}`])
    assert.equal((await page(`${outboxPath}?${query}`)).status, 200, query)
})

test('a letter is shown as text, never as markup', async () => {
  await office.admin`
    insert into dev_mail (message_id, sender, recipient, language, subject, body)
    values ('<x@y>', '<b>', 'x"><script>@y', 'id', '<script>alert(1)</script>', 'javascript:alert(1) <img src=x> https://a.example/?b=1"onclick="x')`
  const list = await page(outboxPath)
  assert.doesNotMatch(list.text, /<script>/)
  const [, path = ''] = /href="(\/dev\/kotak-keluar\/\d+)"/.exec(list.text) ?? []
  const one = await page(path)
  assert.doesNotMatch(one.text, /<script>|<img|href="javascript|"onclick/)
  assert.deepEqual(pieces('see https://a.example/b now'), [
    { text: 'see ' },
    { href: 'https://a.example/b' },
    { text: ' now' },
  ])
})

test('a stop link ends the letters to one reporter, twice as once, and to nobody else', async () => {
  const one = await letterTo('diam@warga.example')
  const other = await letterTo('lain@warga.example')
  const token =
    new URL(stopLink(office.keys, 'https://lapor.example', one.reporterId, monday)).searchParams.get('t') ?? ''
  assert.equal(await mute(office.db, office.keys, `${token}x`, monday), false)
  assert.equal(await mute(office.db, office.keys, token, monday), true)
  assert.equal(await mute(office.db, office.keys, token, monday), true)
  const rows =
    await office.admin`select id::int, muted from reporter where id in (${one.reporterId}, ${other.reporterId}) order by id`
  assert.deepEqual(
    rows.map((row) => ({ ...row })),
    [
      { id: one.reporterId, muted: true },
      { id: other.reporterId, muted: false },
    ],
  )
})
