import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { readMessage, writeMessage } from '../../src/channel/sms/smpp/message.ts'
import { command, encode, status } from '../../src/channel/sms/smpp/pdu.ts'
import { freePort } from '../../src/db/embedded/launch.ts'
import { joinEmbedded } from '../../src/db/embedded/start.ts'
import { fromSeptets } from '../../src/sms/gsm7.ts'
import { dataFolder, program } from '../program.ts'
import { centre, deliver } from './centre.ts'

/** The product on a line to a centre: killed while messages come, it loses none and doubles none. */

test('reports by SMPP survive kill -9 before and after the commit, and their receipts come back', async (t) => {
  const dataDir = dataFolder(t)
  const smsc = await centre(t, (_, n) => ({ number: `n-${n}` }))
  const env = { PORT: String(await freePort(0)), SMS_NUMBER: '1708', SMPP_URL: smsc.url }
  const first = await program(dataDir, env)
  t.after(() => first.kill())
  const text = (n: number) => ({ bytes: Buffer.from(`DPUPR KOTA BLITAR jalan nomor ${n} berlubang dalam`) })
  const from = (n: number) => `62812987600${10 + n}`
  const socket = await smsc.line()
  for (let n = 0; n < 20; n++)
    socket.write(
      encode({ command: command.deliver, status: 0, sequence: n + 1, body: writeMessage(deliver(from(n), text(n))) }),
    )
  await smsc.until(() => smsc.answers.size > 0)
  await first.kill()
  await smsc.until(() => socket.destroyed)
  const acknowledged = [...smsc.answers].filter(([, pdu]) => pdu.status === status.ok).map(([sequence]) => sequence - 1)

  const running = await program(dataDir, env)
  t.after(() => running.kill())
  const { ownerUrl = '' } = (await joinEmbedded(join(dataDir, 'data'))) ?? {}
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  t.after(() => sql.end())
  for (let n = 0; n < 20; n++)
    if (!acknowledged.includes(n)) assert.equal(await smsc.brings(text(n), from(n)), status.ok)
  const count = async () =>
    (await sql`select count(*)::int as count from report where text like '%jalan nomor % berlubang dalam'`)[0]?.count
  const words = () => smsc.submitted.map(({ body }) => fromSeptets(readMessage(body).bytes))
  await eventually(async () => (await count()) === 20 && new Set(words().map(referenceIn)).size === 20)
  assert.equal(await count(), 20)
  for (let n = 1; n <= smsc.submitted.length; n++)
    await smsc.brings({ esmClass: 0x04, bytes: Buffer.from(`id:n-${n} sub:001 dlvrd:001 stat:DELIVRD err:000`) })
  const delivered = async () =>
    (await sql`select count(*)::int as count from notice where channel = 'sms' and state = 'delivered'`)[0]?.count
  await eventually(async () => (await delivered()) === 20)
  assert.equal(await delivered(), 20)
  await sql.end()
  assert.equal(await running.stop(), 0)
  assert.ok(smsc.habits.lastUnbound, 'it said good-bye')
  assert.doesNotMatch(running.said(), /berlubang|rahasia|6281298/, 'neither words nor numbers nor secrets are logged')
})

const referenceIn = (text: string) => /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0]

async function eventually(so: () => Promise<boolean>): Promise<void> {
  for (const until = Date.now() + 40_000; !(await so()) && Date.now() < until; ) await sleep(200)
}
