import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inbox, mailbox } from '../../test/letters/inbox.ts'
import { base64, letter, word } from '../../test/letters/letter.ts'
import { later, mailServer, monday, people } from '../../test/post.ts'
import { smtpMailer } from '../notice/mailer.ts'
import { sendNotice } from '../notice/send.ts'
import { Later } from '../notice/settle.ts'

/** What somebody could reach by letters who means harm. */

const { office, comes, addressed, told } = await inbox()
const { admin } = office
const post = { ...office.post, site: { ...office.post.site, mailbox } }

/** What has to wait for its hour waits. */
const paced = (reason: unknown) => assert.ok(reason instanceof Later)

/** Every letter that leaves about a report, as a mail server gets it. */
async function leaves(reportId: number, at = monday) {
  const server = await mailServer()
  const mailer = smtpMailer(server.url)
  for (const id of await told(reportId)) await sendNotice(post, mailer, id, at).catch(paced)
  mailer.close()
  await server.close()
  return server.received
}
const statusOf = async (reportId: number | string | null) =>
  (await admin`select status, version from report where id = ${reportId}`)[0]

test('a machine without marks that answers everything gets one letter', async () => {
  const machine = 'Mesin <mesin@lain.example>'
  const first = await comes(
    letter(['Subject: Halo'], 'Terima kasih atas surat Anda.', machine),
    mailbox,
    'mesin@lain.example',
  )
  let letters = await leaves(Number(first.reportId))
  assert.equal(letters.length, 1)
  let sent = 0
  for (let round = 0; round < 5; round++) {
    sent += letters.length
    const replyTo = /<([^>]+)>/.exec(letters[0]?.headers.get('reply-to') ?? '')?.[1] ?? mailbox
    const to = round % 2 === 0 ? replyTo : mailbox
    const back = await comes(
      letter(['Subject: Re: Halo'], `Terima kasih, ${round}.`, machine),
      to,
      'mesin@lain.example',
    )
    letters = await leaves(Number(back.reportId), later(round / 6))
  }
  assert.equal(sent + letters.length, 1)
})

test('an officer’s address is nobody special: no status moves, and no thread of a reporter', async () => {
  const { personId } = people.city
  const [account] = await admin`select email from account where id = ${personId}`
  const from = `Joko Susilo <${account?.email}>`
  const { address, reportId, reference } = await addressed('reply')
  const before = await statusOf(reportId)
  const orders = ['Selesai. Tutup laporan ini.', 'STATUS closed', 'Teruskan ke Dinas Pekerjaan Umum Kota Blitar']
  for (const words of orders) {
    const fresh = await comes(letter([`Subject: Re: ${reference}`], words, from), mailbox, String(account?.email))
    assert.equal(fresh.outcome, 'report')
    assert.equal((await statusOf(fresh.reportId))?.status, 'received')
    const inThread = await comes(letter([`Subject: Re: ${reference}`], words, from), address, String(account?.email))
    assert.deepEqual([inThread.state, inThread.reason], ['parked', 'other-sender'])
  }
  assert.deepEqual(await statusOf(reportId), before)
  assert.equal((await admin`select from event where actor = 'staff'`).count, 0)
})

test('nothing of a hostile head reaches the letter that answers it', async () => {
  const evil = word('Sari\r\nBcc: z@z.example\0')
  const raw = letter(
    [`Subject: ${evil}`, 'Reply-To: z@z.example', 'Cc: z@z.example'],
    'Air mati.',
    `${evil} <sari@aman.example>`,
  )
  const found = await comes(raw, mailbox, 'z@z.example')
  const [answer, ...more] = await leaves(Number(found.reportId))
  assert.equal(more.length, 0)
  assert.deepEqual(answer?.to, ['sari@aman.example'])
  assert.doesNotMatch(answer?.raw ?? '', /z@z\.example|Air mati/)
  assert.doesNotMatch((answer?.raw ?? '').replace(/\r\n/g, ''), /\p{Cc}/u)
})

test('the number of a letter is no key: other words of another sender under it are another report', async () => {
  const under = (from: string, words: string) =>
    Buffer.from(`From: ${from}\r\nMessage-ID: <sama@warga.example>\r\nSubject: Lampu\r\n\r\n${words}\r\n`)
  const one = await comes(under('a@warga.example', 'Lampu mati.'))
  const same = await comes(under('a@warga.example', 'Lampu mati.'))
  const two = await comes(under('b@lain.example', 'Lampu pecah.'))
  assert.equal(same.reportId, one.reportId)
  assert.deepEqual([two.outcome, two.reportId === one.reportId], ['report', false])
})

test('an address in a form gets one letter an hour, with no word of who filled it in', async () => {
  const form = { reach: 'email', email: 'korban@warga.example', known: 'open', name: 'Menang hadiah: jahat.example' }
  let sent = 0
  for (let n = 0; n < 20; n++) {
    const { reportId } = await office.file({ ...form, text: `Kunjungi jahat.example sekarang ${n}` })
    const letters = await leaves(reportId)
    sent += letters.length
    for (const { raw, headers } of letters) {
      assert.doesNotMatch(raw, /jahat/)
      assert.match(headers.get('list-unsubscribe') ?? '', /berhenti/)
    }
  }
  assert.equal(sent, 1)
  const { reportId } = await office.file({ ...form, text: 'Satu jam kemudian.' })
  assert.equal((await leaves(reportId, new Date(monday.getTime() + 3_600_000))).length, 1)
  const [waiting] =
    await office.admin`select count(*)::int as n from notice where state = 'queued' and last_error = 'one an hour'`
  assert.equal(waiting?.n, 19, 'none of the others is lost')
})

test('letters made to exhaust their reader are set aside, and the next one is read', async () => {
  const bombs = [
    letter(['Subject: Bom'], `Content-Type: message/rfc822\r\n\r\n`.repeat(200)),
    letter(['Subject: Bom', `To: ${Array.from({ length: 50_000 }, (_, n) => `a${n}@b.example`).join(',')}`], 'isi'),
    letter(['Subject: Bom', `To: ${':'.repeat(50_000)}`], 'isi'),
    letter(
      ['Subject: Bom', 'Content-Type: application/pdf', 'Content-Transfer-Encoding: base64'],
      '!@#$'.repeat(6_000_000),
    ),
    letter(['Subject: Bom', 'Content-Type: multipart/mixed; boundary=b'], '--b\r\n\r\nx\r\n'.repeat(20_000)),
    letter(
      Array.from({ length: 100_000 }, (_, n) => `X-${n}: y`),
      'isi',
    ),
  ]
  for (const bomb of bombs) {
    const found = await comes(bomb)
    assert.ok(found.outcome === 'report' || found.reason === 'unreadable', `${found.outcome} ${found.reason}`)
  }
  const next = await comes(
    letter(['Subject: Masih dibaca', 'Content-Transfer-Encoding: base64'], base64('Lampu mati.')),
  )
  assert.equal(next.outcome, 'report')
})

test('an address for answers does not outlive its key, its reporter or its letter case', async () => {
  const { address } = await addressed('reply')
  const raw = () => letter(['Subject: Re: Laporan'], `Nomor 7.`)
  assert.equal((await comes(raw(), address.toUpperCase())).outcome, 'reply')
  for (const other of [address.replace(/r\d+/, 'r999999'), address.replace(/.@/, (c) => `${c[0] === '0' ? 1 : 0}@`)])
    assert.equal((await comes(raw(), other)).outcome, 'report')
})
