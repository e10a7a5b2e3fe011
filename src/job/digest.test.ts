import assert from 'node:assert/strict'
import { test } from 'node:test'
import { after, agency, heart, keys } from '../../test/heart.ts'
import { mailServer } from '../../test/post.ts'
import { smtpMailer } from '../notice/mailer.ts'
import { sendNotice } from '../notice/send.ts'
import { digest } from './digest.ts'
import { migrateJobs } from './schema.ts'

const h = await heart()
await migrateJobs(h.ownerUrl)
const post = {
  db: h.db,
  keys,
  rules: async () => h.book,
  site: { service: 'LAPOR', publicUrl: 'https://lapor.example' },
}
await h.admin`update account set email = 'suparman@blitar.example' where name = 'blitarSupervisor'`

async function letters(at: Date): Promise<string[]> {
  await digest(h.db, keys, 'lapor.example', at)
  const server = await mailServer()
  const mailer = smtpMailer(server.url)
  const waiting = await h.admin<
    { id: number }[]
  >`select id from notice where kind = 'staff.digest' and state = 'queued' order by id`
  for (const { id } of waiting) await sendNotice(post, mailer, id, at)
  mailer.close()
  await server.close()
  return server.received.map(({ text }) => text)
}

test('a head hears once a week what came, what ended and what waits below, and of nobody else', async () => {
  assert.deepEqual(await letters(after(1)), [], 'nothing came: no letter')
  const [one, two, three] = [await h.file(), await h.file(), await h.file({ text: 'Air keruh di Kediri.' })]
  for (const report of [one, two]) await h.act(report, 'centreOperator', 'forward', { agencyId: agency.blitar })
  await h.act(three, 'centreOperator', 'forward', { agencyId: agency.kediri })
  await h.act(one, 'blitarOperator', 'forward', { agencyId: agency.roads })
  await h.act(one, 'roadsLiaison', 'answer', { text: 'Regu kami datang besok.' }, { at: after(1) })
  await h.act(two, 'blitarSupervisor', 'instruct', { text: 'Dahulukan.', due: '2026-03-20' })
  const [letter = ''] = await letters(after(2))
  assert.match(letter, /Masuk: 2 laporan\./)
  assert.match(letter, /Mendapat jawaban pertama: 1\./)
  assert.match(letter, /Masih terbuka sekarang: 2\./)
  assert.match(letter, /Atensi yang belum dijawab: 1\./)
  assert.doesNotMatch(letter, /Lewat janji|Berakhir|Kediri/)
  assert.deepEqual(await letters(after(3)), [], 'the same week')
  const [next = ''] = await letters(after(21))
  assert.match(next, /Masuk: 0 laporan\./)
  assert.match(next, /Lewat janji: 2, yang terlama sejak/)
})

test('what a head may not read is not counted for them', async () => {
  await h.admin`update account set roles = '{officer}' where name = 'blitarSupervisor'`
  assert.deepEqual(await letters(after(28)), [])
})
