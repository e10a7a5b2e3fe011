import assert from 'node:assert/strict'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { ImapFlow } from 'imapflow'
import { type ParsedMail, simpleParser } from 'mailparser'
import { createTransport } from 'nodemailer'
import postgres from 'postgres'
import { freePort } from '../../src/db/embedded/launch.ts'
import { joinEmbedded } from '../../src/db/embedded/start.ts'
import { dataFolder, program } from '../program.ts'
import { dovecot } from './dovecot.ts'
import { signIn } from './enter.ts'
import { nameServer } from './names.ts'
import { postfix } from './postfix.ts'

/** The product behind a real Postfix: somebody reports, is asked and answers by mail, and reads in a mailbox at Dovecot. */

const home = '127.0.0.7'
const sari = 'sari@warga.example'
const names = {
  'warga.example': `v=spf1 ip4:${home} -all`,
  '_dmarc.warga.example': 'v=DMARC1; p=reject',
}

test('a report, a question and its answer by mail, through Postfix and back', { timeout: 110_000 }, async (t) => {
  const dataDir = dataFolder(t)
  const letterbox = await freePort(0)
  const box = await dovecot(t)
  const smtp = await postfix(t, { letterbox, mail: box.mail })
  const running = await program(dataDir, {
    SMTP_URL: `smtp://127.0.0.1:${smtp}`,
    MAIL_FROM: 'Lapor <lapor@lapor.example>',
    MAIL_DOMAIN: 'lapor.example',
    MAIL_IN_PORT: String(letterbox),
    MAIL_IN_PROTOCOL: 'lmtp',
    MAIL_DNS: await nameServer(t, names),
  })
  t.after(() => running.kill())
  const { ownerUrl = '' } = (await joinEmbedded(join(dataDir, 'data'))) ?? {}
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  t.after(() => sql.end())

  const title = 'Lampu jalan Kenari mati sejak Senin'
  await write(smtp, home, { to: 'lapor@lapor.example', subject: 'Lampu jalan Kenari mati', text: `${title}.` })
  const receipt = await arrives(t, box.port, /kami terima/i)
  assert.equal(one(receipt.to), sari)
  const [reference = ''] = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(`${receipt.subject} ${receipt.text}`) ?? []
  const key = reference.replace('-', '')
  const report = async () =>
    (await sql`select channel, title, status from report where reference = ${key}`)[0] as Record<string, string>
  assert.deepEqual({ ...(await report()) }, { channel: 'email', title, status: 'received' })

  const operator = await signIn(running.url, 'operator.pusat')
  await operator(`/meja/${key}/permintaan-kelengkapan`, { versi: '1', text: 'Di depan rumah nomor berapa?' })
  const asked = await arrives(t, box.port, /Kami perlu keterangan/)
  assert.match(asked.text ?? '', /Di depan rumah nomor berapa\?/)
  const to = one(asked.replyTo)
  assert.match(to, /^lapor\+.+@lapor\.example$/)

  const answer = { to, subject: `Re: ${asked.subject}`, inReplyTo: asked.messageId ?? '' }
  const inbox = async () => (await sql`select reason from inbox where state = 'parked'`).map(({ reason }) => reason)
  await write(smtp, '127.0.0.9', { ...answer, text: 'Bukan saya.' })
  await until(t, async () => (await inbox()).length > 0)
  assert.deepEqual(await inbox(), ['sender-not-proven'], 'somebody else who has her address waits for a person')
  assert.equal((await report())?.status, 'incomplete')

  await write(smtp, home, { ...answer, text: `Di depan nomor 12.\n\n> ${asked.text?.split('\n').join('\n> ')}` })
  await until(t, async () => (await report())?.status !== 'incomplete')
  const said = JSON.stringify(
    await sql`select e.* from event e join report r on r.id = e.report_id
    where r.reference = ${key} order by e.n`,
  )
  assert.equal((await report())?.status, 'received')
  assert.match(said, /"Di depan nomor 12\."/)
  assert.doesNotMatch(said, /Bukan saya/)
  await sql.end()
  assert.equal(await running.stop(), 0)
  assert.doesNotMatch(running.said(), /Kenari|warga\.example/, 'neither words nor addresses are logged')
})

type Written = { to: string; subject: string; text: string; inReplyTo?: string }

/** Sends in the name of Sari, from an address of hers or of somebody else. */
async function write(port: number, localAddress: string, written: Written): Promise<void> {
  const server = createTransport({ host: '127.0.0.1', port, localAddress, name: 'mail.warga.example' })
  await server.sendMail({ from: `Sari <${sari}>`, ...written })
  server.close()
}

/** Reads Sari's mailbox until there is such a letter. */
async function arrives(t: TestContext, port: number, subject: RegExp): Promise<ParsedMail> {
  const auth = { user: 'sari', pass: 'secret' }
  const mailbox = new ImapFlow({ host: '127.0.0.1', port, secure: false, auth, logger: false })
  await mailbox.connect()
  t.after(() => mailbox.close())
  await mailbox.mailboxOpen('INBOX', { readOnly: true })
  let found: ParsedMail | undefined
  await until(t, async () => {
    await mailbox.noop()
    for (const { source } of await mailbox.fetchAll('1:*', { source: true })) {
      const letter = await simpleParser(source ?? '')
      if (subject.test(letter.subject ?? '')) found = letter
    }
    return found !== undefined
  })
  await mailbox.logout()
  return found as ParsedMail
}

const one = (who: ParsedMail['to']): string => [who ?? []].flat()[0]?.value[0]?.address ?? ''

/** The limit of the test bounds it. */
async function until({ signal }: TestContext, done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await sleep(100, undefined, { signal })
}
