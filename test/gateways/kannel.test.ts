import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { freePort } from '../../src/db/embedded/launch.ts'
import { joinEmbedded } from '../../src/db/embedded/start.ts'
import { dataFolder, program } from '../program.ts'
import { signIn } from './enter.ts'
import { kannel, telephone } from './kannel.ts'

/** The product behind a real Kannel: a telephone reports, is asked, answers and confirms, and never opens the website. */

const secret = 'rahasia-kannel-untuk-uji'

test('a report, a question, its answer and the state by SMS, through Kannel and back', async (t) => {
  const dataDir = dataFolder(t)
  const port = await freePort(0)
  const site = `http://127.0.0.1:${port}`
  const gateway = await kannel(t, site, secret)
  const env = { PORT: String(port), SMS_NUMBER: '1708', KANNEL_SECRET: secret, KANNEL_SEND_URL: gateway.sendUrl }
  const running = await program(dataDir, env)
  t.after(() => running.kill())
  const { ownerUrl = '' } = (await joinEmbedded(join(dataDir, 'data'))) ?? {}
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  t.after(() => sql.end())
  const phone = telephone(t, gateway.centre)
  const me = '081298760001'

  await phone.say(me, 'DPUPR KOTA BLITAR jalan Kenari berlubang dalam, dua orang jatuh')
  const receipt = await phone.hears(/Laporan Anda kami terima, nomor/)
  assert.match(receipt, /^1708 \+6281298760001 text LAPOR: /)
  const [reference = ''] = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(receipt) ?? []
  const [kept] =
    await sql`select channel, addressee_id::int as addressee from report where reference = ${reference.replace('-', '')}`
  assert.deepEqual({ ...kept }, { channel: 'sms', addressee: 3572006 })

  const operator = await signIn(`http://localhost:${port}`, 'operator.pusat')
  await operator(`/meja/${reference.replace('-', '')}/permintaan-kelengkapan`, {
    versi: '1',
    text: 'Di depan rumah nomor berapa?',
  })
  const asked = await phone.hears(/Kami perlu tahu: Di depan rumah nomor berapa\?/)
  const [, code = ''] = /Balas: (\d{4})/.exec(asked) ?? []
  await phone.say(me, `${code} depan nomor 12`)
  await phone.hears(/Terima kasih, keterangan Anda kami terima/)
  await phone.say(me, 'cek')
  await phone.hears(new RegExp(`${reference}: menunggu verifikasi`))

  const delivered = async () =>
    (await sql`select count(*)::int as count from notice where channel = 'sms' and state = 'delivered'`)[0]?.count
  for (const until = Date.now() + 20_000; (await delivered()) < 2 && Date.now() < until; ) await sleep(200)
  assert.equal(await delivered(), 2, 'the network said that both notices have arrived')
  const wrong = await fetch(`${site}/channel/sms/kannel?secret=salah&from=081&to=1708&text=x&id=1`)
  assert.equal(wrong.status, 403)
  await sql.end()
  assert.equal(await running.stop(), 0)
  assert.doesNotMatch(
    running.said(),
    /Kenari|rahasia-kannel|81298760001/,
    'neither words nor numbers nor secrets are logged',
  )
})
