import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, test } from 'node:test'
import { createTransport } from 'nodemailer'
import { type Arrived, keyOf } from '../../inbox/accept.ts'
import type { KeptLetter } from '../../mail/kept.ts'
import { letterbox } from './smtp.ts'

const arrived: Arrived[] = []
let broken = false
const box = {
  accept: async (one: Arrived) => {
    if (broken) throw new Error('the database is away')
    arrived.push(one)
    return { key: keyOf(one), again: false }
  },
  now: () => new Date('2026-11-24T03:00:00Z'),
  domain: 'lapor.example',
  host: '127.0.0.1',
  port: 0,
  failed: () => {},
}
const [smtp, lmtp] = await Promise.all([letterbox(box), letterbox({ ...box, lmtp: true })])
after(() => Promise.all([smtp.close(), lmtp.close()]))

const outside = createTransport({ host: '127.0.0.1', port: smtp.port, ignoreTLS: true })
const letter = (to: string, text = 'Lampu mati.') => ({
  from: 'sari@warga.example',
  to,
  subject: 'Lampu',
  text,
  messageId: '<1@warga.example>',
  date: new Date(0),
})
const last = () => arrived.at(-1)?.message as KeptLetter

test('a letter to the mailbox is kept with its envelope, with and without a tag', async () => {
  await outside.sendMail(letter('Lapor@Lapor.example'))
  assert.deepEqual(
    [last().from, last().to, last().remote],
    ['sari@warga.example', ['Lapor@lapor.example'], '127.0.0.1'],
  )
  assert.match(Buffer.from(last().raw, 'base64').toString(), /Lampu mati\./)
  await outside.sendMail(letter('lapor+r17.abc@lapor.example'))
  assert.deepEqual(last().to, ['lapor+r17.abc@lapor.example'])
})

test('the same letter has the same key however it came, and other words another', async () => {
  await outside.sendMail({ ...letter('lapor@lapor.example'), headers: { Received: 'from a by b' } })
  const first = arrived.at(-1)
  await outside.sendMail({ ...letter('lapor@lapor.example'), headers: { Received: 'from c by d', 'X-Spam': 'no' } })
  assert.ok(first)
  assert.equal(keyOf(first), keyOf(arrived.at(-1) as Arrived))
  await outside.sendMail(letter('lapor@lapor.example', 'Air mati.'))
  assert.notEqual(keyOf(first), keyOf(arrived.at(-1) as Arrived))
})

test('nobody else’s letters are taken in', async () => {
  for (const to of ['kepala@lapor.example', 'lapor@tapor.example', 'laporan@lapor.example'])
    await assert.rejects(outside.sendMail(letter(to)), { responseCode: 550 }, to)
})

test('what cannot be kept is not acknowledged: the sender comes again', async () => {
  const before = arrived.length
  broken = true
  await assert.rejects(outside.sendMail(letter('lapor@lapor.example')), { responseCode: 451 })
  broken = false
  assert.equal(arrived.length, before)
  await outside.sendMail(letter('lapor@lapor.example'))
  assert.equal(arrived.length, before + 1)
})

test('a letter larger than 25 MB is refused for good', async () => {
  await assert.rejects(outside.sendMail(letter('lapor@lapor.example', 'x\n'.repeat(13_000_000))), { responseCode: 552 })
})

/** Says lines and returns everything that is answered until the connection ends. */
function talk(port: number, lines: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let heard = ''
    socket.on('data', (data) => {
      heard += data
    })
    socket.on('close', () => resolve(heard))
    socket.on('error', reject)
    const answered = async (before: string) => {
      while (heard === before && !socket.destroyed) await new Promise((next) => setTimeout(next, 5))
    }
    void (async () => {
      await answered('')
      for (const line of lines) {
        const before = heard
        socket.write(line)
        await answered(before)
      }
    })()
  })
}

const enter = ['EHLO x.example\r\n', 'MAIL FROM:<s@x.example>\r\n', 'RCPT TO:<lapor@lapor.example>\r\n', 'DATA\r\n']
const smuggled = 'MAIL FROM:<evil@x.example>\r\nRCPT TO:<lapor@lapor.example>\r\nDATA\r\nSubject: b\r\n\r\ndua'

for (const end of ['\n.\n', '\n.\r\n', '\r\n.\n', '\r.\r', '\r.\r\n', '\n.\r', '\r\n\0.\r\n', '\r\n.\0\r\n'])
  test(`an end that is none (${JSON.stringify(end)}) does not smuggle a second letter in`, async () => {
    const before = arrived.length
    await talk(smtp.port, [...enter, `Subject: a\r\n\r\nsatu${end}${smuggled}\r\n.\r\n`, 'QUIT\r\n'])
    assert.equal(arrived.length, before + 1)
    assert.match(Buffer.from(last().raw, 'base64').toString(), /satu[\s\S]*dua/)
    assert.equal(last().from, 's@x.example')
  })

test('what stands behind STARTTLS in the open is no part of anything: TLS is not offered here', async () => {
  const before = arrived.length
  const heard = await talk(smtp.port, [
    'EHLO x.example\r\n',
    'STARTTLS\r\nRSET\r\n',
    ...enter.slice(1),
    'Subject: a\r\n\r\nsatu\r\n.\r\n',
    'QUIT\r\n',
  ])
  assert.doesNotMatch(heard, /^250[- ]STARTTLS/m)
  assert.match(heard, /^50[0-4] /m)
  assert.equal(arrived.length, before + 1)
})

test('a line of a megabyte is one letter, and as a command it is none', async () => {
  const before = arrived.length
  await talk(smtp.port, [...enter, `Subject: a\r\n\r\n${'x'.repeat(1_000_000)}\r\n.\r\n`, 'QUIT\r\n'])
  assert.equal(arrived.length, before + 1)
  assert.match(await talk(smtp.port, [`EHLO ${'x'.repeat(1_000_000)}\r\n`, 'QUIT\r\n']), /^421 /m)
  await outside.sendMail(letter('lapor@lapor.example'))
  assert.equal(arrived.length, before + 2)
})

test('a mail server in front speaks LMTP and gets an answer for each recipient', async () => {
  const heard = await talk(lmtp.port, [
    'LHLO x.example\r\n',
    'MAIL FROM:<>\r\n',
    'RCPT TO:<lapor@lapor.example>\r\n',
    'RCPT TO:<lapor+b1.x@lapor.example>\r\n',
    'DATA\r\n',
    'Subject: a\r\n\r\nsatu\r\n.\r\n',
    'QUIT\r\n',
  ])
  assert.equal(last().from, '')
  assert.equal(heard.match(/^250 .*kept/gm)?.length, 2, heard)
})
