import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { readMessage } from '../../src/channel/sms/smpp/message.ts'
import { status } from '../../src/channel/sms/smpp/pdu.ts'
import { freePort } from '../../src/db/embedded/launch.ts'
import { joinEmbedded } from '../../src/db/embedded/start.ts'
import { fromSeptets } from '../../src/sms/gsm7.ts'
import { dataFolder, program } from '../program.ts'
import { centre } from './centre.ts'

/** Two processes, each with its own line to one centre: what comes on either is one message, and so is what leaves. */

test('parts and receipts on the lines of two processes find each other, and one message on both is one', async (t) => {
  const dataDir = dataFolder(t)
  const smsc = await centre(t, (_, n) => ({ number: n.toString(16).toUpperCase().padStart(8, 'A') }))
  const env = { PORT: String(await freePort(0)), SMS_NUMBER: '1708', SMPP_URL: smsc.url }
  const first = await program(dataDir, env)
  t.after(() => first.kill())
  const second = await program(dataDir, env, 'worker')
  t.after(() => second.kill())
  await smsc.until(() => smsc.bound.length === 2)
  const lines = smsc.bound
  const { ownerUrl = '' } = (await joinEmbedded(join(dataDir, 'data'))) ?? {}
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  t.after(() => sql.end())

  const from = (n: number) => `62812987601${10 + n}`
  const words = (n: number) => `DPUPR KOTA BLITAR jembatan nomor ${n} `
  const part = (n: number, seq: number) => ({
    esmClass: 0x40,
    bytes: Buffer.concat([Buffer.of(5, 0, 3, 7, 2, seq), Buffer.from(seq === 1 ? words(n) : 'retak di tengah')]),
  })
  const brought = await Promise.all(
    Array.from({ length: 12 }, (_, n) => [
      smsc.brings(part(n, 1), from(n), lines[n % 2]),
      smsc.brings(part(n, 2), from(n), lines[(n + 1) % 2]),
      smsc.brings(part(n, 2), from(n), lines[n % 2]),
    ]).flat(),
  )
  assert.ok(brought.every((said) => said === status.ok))
  const reports = async () =>
    (await sql<{ text: string }[]>`select text from report where text like '%jembatan nomor %' order by id`).map(
      ({ text }) => text,
    )
  const answered = () => smsc.submitted.map(({ body }) => readMessage(body).destination.number)
  await eventually(async () => (await reports()).length >= 12 && new Set(answered()).size >= 12)
  const expected = Array.from({ length: 12 }, (_, n) => `${words(n)}retak di tengah`)
  assert.deepEqual((await reports()).toSorted(), expected.toSorted())
  assert.deepEqual(answered().toSorted(), expected.map((_, n) => from(n)).toSorted(), 'each is answered once')
  assert.match(fromSeptets(readMessage(smsc.submitted[0]?.body ?? Buffer.alloc(0)).bytes), /Laporan/)

  for (let n = 1; n <= smsc.submitted.length; n++) {
    const id = Number.parseInt(n.toString(16).padStart(8, 'A'), 16)
    await smsc.brings({ esmClass: 0x04, bytes: Buffer.from(`id:${id} stat:DELIVRD`) }, '1708', lines[n % 2])
  }
  const delivered = async () => (await sql`select from notice where channel = 'sms' and state = 'delivered'`).count
  await eventually(async () => (await delivered()) === 12)
  assert.equal(await delivered(), 12)
  await sql.end()
  assert.deepEqual([await second.stop(), await first.stop()], [0, 0])
})

async function eventually(so: () => Promise<boolean>): Promise<void> {
  for (const until = Date.now() + 40_000; !(await so()) && Date.now() < until; ) await sleep(200)
}
