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
import { showReference } from '../../src/report/reference.ts'
import { dataFolder, program } from '../program.ts'
import { dovecot } from './dovecot.ts'
import { signIn } from './enter.ts'
import { nameServer } from './names.ts'
import { postfix } from './postfix.ts'

/** The product behind a real Postfix: somebody reports, is asked and answers by mail, and reads in a mailbox at Dovecot. */

const home = '127.0.0.7'
const sari = 'sari@warga.example'
/** The server behind Postfix takes nothing for it. */
const moved = 'pindah@warga.example'
const names = {
  'warga.example': `v=spf1 ip4:${home} -all`,
  '_dmarc.warga.example': 'v=DMARC1; p=reject',
}

test('a report, a question, an answer of the agency and replies by mail, through Postfix and back, and a bounce', {
  timeout: 110_000,
}, async (t) => {
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

  const [unit] = await sql`select agency_id::text as id from account where username = 'penghubung.dpupr'`
  const version = async () => String((await sql`select version from report where reference = ${key}`)[0]?.version)
  await operator(`/meja/${key}/penerusan`, { versi: await version(), agencyId: String(unit?.id), class: 'complaint' })
  const liaison = await signIn(running.url, 'penghubung.dpupr')
  await liaison(`/meja/${key}/jawaban`, { versi: await version(), text: 'Lampunya kami ganti hari Rabu.' })
  const answered = await arrives(t, box.port, /menjawab|Jawaban/i)
  assert.match(answered.text ?? '', /Lampunya kami ganti hari Rabu\./)
  assert.equal(one(answered.replyTo), to, 'the thread is one')
  const thanks = { to, subject: `Re: ${answered.subject}`, inReplyTo: answered.messageId ?? '' }
  await write(smtp, home, { ...thanks, text: 'Terima kasih, kami tunggu.' })
  const replies = () => sql`
    select e.data ->> 'text' as text, e.reporter_id is not null as theirs from event e join report r on r.id = e.report_id
    where r.reference = ${key} and e.move = 'reply'`
  await until(t, async () => (await replies()).length > 0)
  assert.deepEqual(
    (await replies()).map((row) => ({ ...row })),
    [{ text: 'Terima kasih, kami tunggu.', theirs: true }],
  )
  assert.match(await liaison.reads(`/meja/${key}`), /Terima kasih, kami tunggu\./, 'it stands in the conversation')

  await write(smtp, home, {
    to: 'lapor@lapor.example',
    subject: 'Selokan mampet',
    text: 'Selokan mampet.',
    from: moved,
  })
  const lost = async () =>
    (
      await sql`
      select r.reference, n.last_error as error from notice n join reporter p on p.id = n.reporter_id join report r on r.id = p.own_report_id
      where n.state = 'failed' and p.bounced_at is not null`
    )[0]
  await until(t, async () => (await lost()) !== undefined)
  assert.match((await lost())?.error, /^bounced 5\./)
  const { reference: other } = (await lost()) as { reference: string }
  const administrator = await signIn(running.url, 'admin.pusat')
  assert.match(
    await administrator.reads('/kelola/kanal'),
    new RegExp(`${showReference(other)}[^]*Surat kembali \\(5\\.`),
  )
  await sql.end()
  assert.equal(await running.stop(), 0)
  assert.doesNotMatch(running.said(), /Kenari|warga\.example/, 'neither words nor addresses are logged')
})

type Written = { to: string; subject: string; text: string; inReplyTo?: string; from?: string }

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
