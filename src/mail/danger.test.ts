import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inbox, mailbox } from '../../test/letters/inbox.ts'
import { base64, letter, word } from '../../test/letters/letter.ts'
import { by, later, mailServer, monday, people } from '../../test/post.ts'
import { withActor } from '../db/actor.ts'
import { smtpMailer } from '../notice/mailer.ts'
import { sendNotice } from '../notice/send.ts'
import { Later } from '../notice/settle.ts'
import { expand } from '../notice/tell/expand.ts'

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

test('an address in a thousand forms gets one letter an hour, with no word of who filled them in, and the others wait', async () => {
  const form = { reach: 'email', email: 'korban@warga.example', known: 'open', name: 'Menang hadiah: jahat.example' }
  const filed: number[] = []
  for (let n = 0; n < 1_000; n += 50) {
    const some = Array.from({ length: 50 }, (_, m) =>
      office.file({ ...form, text: `Kunjungi jahat.example sekarang ${n + m}` }),
    )
    filed.push(...(await Promise.all(some)).map(({ reportId }) => reportId))
  }
  const events = filed.map((reportId) => ({ reportId, n: 1 }))
  const ids = await withActor(office.db, { kind: 'system' }, (tx) => expand(tx, events, monday))
  assert.ok(ids.length >= 1_000)
  const server = await mailServer()
  const mailer = smtpMailer(server.url)
  const sends = async (some: readonly number[], at: Date) => {
    for (let n = 0; n < some.length; n += 4)
      await Promise.all(some.slice(n, n + 4).map((id) => sendNotice(post, mailer, id, at).catch(paced)))
    return server.received.filter(({ to }) => to[0] === 'korban@warga.example').length
  }
  assert.equal(await sends(ids, monday), 1)
  const waiting = await admin<{ id: number }[]>`
    select id::int from notice where state = 'queued' and last_error = 'one an hour' and report_id = any(${filed}) order by id`
  assert.equal(waiting.length, 999, 'none of the others is lost')
  const some = waiting.slice(0, 20).map(({ id }) => id)
  assert.equal(await sends(some, new Date(monday.getTime() + 3_599_000)), 1)
  assert.equal(await sends(some, new Date(monday.getTime() + 3_600_000)), 2)
  assert.equal(await sends(some, new Date(monday.getTime() + 7_199_000)), 2)
  mailer.close()
  await server.close()
  for (const { raw, headers, to } of server.received) {
    if (to[0] !== 'korban@warga.example') continue
    assert.doesNotMatch(raw, /jahat/)
    assert.match(headers.get('list-unsubscribe') ?? '', /berhenti/)
  }
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
  const costly = await comes(letter(['Subject: Bom'], '\r\n'.repeat(12_000_000)))
  assert.deepEqual([costly.state, costly.reason], ['parked', 'unreadable'])
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

const closings: [what: string, close: (reference: string, reporterId: number) => Promise<unknown>][] = [
  [
    'withdrawn',
    (reference, reporterId) => office.does({ kind: 'reporter', reporterId }, reference, 'withdraw', { reason: '' }),
  ],
  ['archived', (reference) => office.does(by('centre'), reference, 'archive', { reason: 'no_matter', detail: '' })],
  [
    'confirmed',
    async (reference, reporterId) => {
      const classing = {
        class: 'complaint',
        oversight: false,
        categoryCode: undefined,
        note: '',
        assisting: [],
      } as const
      await office.does(by('centre'), reference, 'forward', { agencyId: 3, ...classing, assisting: [] })
      await office.does(by('liaison'), reference, 'answer', { text: 'Kami tambal.' })
      await office.does(by('liaison'), reference, 'resolve', { text: 'Sudah.' })
      await office.does({ kind: 'reporter', reporterId }, reference, 'confirm', {})
    },
  ],
]
for (const [what, close] of closings)
  test(`an address for answers ends with its case: ${what}, it takes no words and tells nothing`, async () => {
    const { address, reportId, reference } = await addressed('reply')
    const [mine] = await admin<{ id: number }[]>`select id::int from reporter where report_id = ${reportId}`
    await close(reference, mine?.id ?? 0)
    const before = await statusOf(reportId)
    assert.match(before?.status, /archived|closed/)
    await leaves(reportId)
    const found = await comes(letter([`Subject: Re: ${reference}`], 'Masih ada lagi.'), address)
    assert.deepEqual([found.state, found.reason, found.reportId], ['parked', 'not-allowed', null])
    assert.deepEqual(await statusOf(reportId), before)
    assert.equal((await leaves(reportId)).length, 0)
  })

test('a number of a report anywhere in a letter, a chain of letters and a copied number of ours lead into no thread', async () => {
  const { reportId, reference } = await addressed('reply')
  const before = await statusOf(reportId)
  const [notice] = await admin<{ id: string }[]>`
    insert into notice (report_id, n, kind, channel, language, state, created_at, reporter_id)
    select report_id, 1, 'received', 'email', 'id', 'sent', now(), id from reporter where report_id = ${reportId} returning id`
  const chain = `<notice-${notice?.id}@lapor.example>`
  const tries = [
    letter([`Subject: Re: ${reference}`], `Laporan ${reference}: tutup.`),
    letter(['Subject: Halo', `In-Reply-To: ${chain}`, `References: <a@b.example> ${chain}`], 'Tutup.'),
    letter(
      ['Subject: Halo', `Thread-Topic: ${reference}`, 'Content-Type: text/html'],
      `<p title="${reference}">Tutup ${reference}</p>`,
    ),
  ]
  for (const raw of tries) {
    const found = await comes(raw, mailbox, 'budi@lain.example')
    assert.equal(found.outcome, 'report')
    assert.notEqual(Number(found.reportId), reportId)
    for (const answer of await leaves(Number(found.reportId))) assert.doesNotMatch(answer.raw, new RegExp(reference))
  }
  assert.deepEqual(await statusOf(reportId), before)
})
