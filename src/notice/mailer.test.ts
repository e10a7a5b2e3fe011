import assert from 'node:assert/strict'
import { createServer, type Socket } from 'node:net'
import { type TestContext, test } from 'node:test'
import { setDefaultCACertificates } from 'node:tls'
import { SMTPServer } from 'smtp-server'
import { type Certificate, certificate } from '../../test/certificate.ts'
import { type Mail, smtpMailer, withTls } from './mailer.ts'

/** Letters on the wire: what others on the network could read or write into it. */

const known = certificate(['surat.example'], ['127.0.0.1'])
setDefaultCACertificates([known.cert])

const mail: Mail = {
  messageId: '<notice-1@lapor.example>',
  from: { name: 'LAPOR', address: 'kabar@lapor.example' },
  to: 'sari@warga.example',
  language: 'id',
  subject: 'Laporan Anda',
  text: 'Nomor 7.',
  html: '<p>Nomor 7.</p>',
}

async function sent(t: TestContext, url: string) {
  const mailer = smtpMailer(url)
  t.after(mailer.close)
  return mailer.send(mail)
}

/** A server that offers STARTTLS. @returns whether each letter came over TLS */
async function offering(t: TestContext, { key, cert }: Certificate) {
  const secure: boolean[] = []
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    closeTimeout: 100,
    key,
    cert,
    onData: (stream, session, done) => {
      secure.push(session.secure)
      stream.resume().on('end', () => done())
    },
  })
  server.on('error', () => {})
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => resolve((listening.address() as { port: number }).port))
  })
  t.after(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return { url: `smtp://127.0.0.1:${port}`, secure }
}

/** A server, or somebody on the way to it, that says these lines. @returns what it heard */
async function saying(t: TestContext, greeting: string, starttls: string) {
  const heard: string[] = []
  const sockets: Socket[] = []
  const server = createServer((socket) => {
    sockets.push(socket)
    socket.on('error', () => {})
    socket.write('220 surat.example\r\n')
    socket.on('data', (data: Buffer) => {
      const line = data.toString()
      heard.push(line)
      socket.write(/^EHLO/.test(line) ? greeting : /^STARTTLS/.test(line) ? starttls : '250 ok\r\n')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.after(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return { url: `smtp://127.0.0.1:${(server.address() as { port: number }).port}`, heard }
}

const offers = '250-surat.example\r\n250-STARTTLS\r\n250 AUTH PLAIN\r\n'

test('a server that offers TLS gets its letters over TLS', async (t) => {
  const server = await offering(t, known)
  assert.deepEqual(await sent(t, server.url), { ok: true })
  assert.deepEqual(server.secure, [true])
})

test('one whose certificate nobody trusts gets nothing', async (t) => {
  const server = await offering(t, certificate(['surat.example'], ['127.0.0.1']))
  const told = await sent(t, server.url)
  assert.deepEqual([told.ok, !told.ok && told.reason, server.secure], [false, 'later', []])
})

const ways: [what: string, greeting: string, starttls: string, query: string][] = [
  ['takes its offer back', offers, '454 not now\r\n', ''],
  ['does not offer it where it is required', '250 surat.example\r\n', '502 no\r\n', '?requireTLS=true'],
  ['writes answers into the open before TLS begins', offers, '220 go\r\n250 ok\r\n250 ok\r\n', ''],
]
for (const [what, greeting, starttls, query] of ways)
  test(`one that ${what} hears no name, no password and no letter`, async (t) => {
    const server = await saying(t, greeting, starttls)
    const told = await sent(
      t,
      `${server.url.replace('//', '//lapor:rahasia@')}${query}&greetingTimeout=500`.replace(/(\d)&/, '$1?'),
    )
    assert.deepEqual([told.ok, !told.ok && told.reason], [false, 'later'])
    assert.doesNotMatch(server.heard.join(''), /AUTH|MAIL FROM|Nomor 7/i)
  })

test('a server elsewhere has to offer TLS, one on this machine need not', () => {
  const required = (url: string) => withTls(url).searchParams.get('requireTLS')
  for (const url of [
    'smtp://surat.example',
    'smtp://a:b@10.0.0.9:587',
    'smtp://localhost.example',
    'smtp://127.example',
  ])
    assert.equal(required(url), 'true', url)
  for (const url of ['smtp://127.0.0.1:25', 'smtp://localhost', 'smtp://[::1]:25', 'smtps://surat.example'])
    assert.equal(required(url), null, url)
  assert.equal(required('smtp://surat.example?requireTLS=false'), 'false')
  assert.equal(required('smtp://surat.example?ignoreTLS=true'), null)
})
