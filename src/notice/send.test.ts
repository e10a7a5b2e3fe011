import assert from 'node:assert/strict'
import { test } from 'node:test'
import { by, mailServer, monday, type Scene, scene } from '../../test/post.ts'
import { withActor } from '../db/actor.ts'
import { drain } from '../job/drain.ts'
import { type Mailer, smtpMailer } from './mailer.ts'
import { sendNotice } from './send.ts'
import { Later, lease } from './settle.ts'
import { expand } from './tell/expand.ts'
import { sendText } from './text/send.ts'

const office = await scene()
const contact = { reach: 'email', email: 'budi@warga.example', known: 'open', name: 'Budi' }
/** Nobody is written to twice in an hour because of a form: each report is somebody else's. */
let asked = 0
const somebody = () => ({ ...contact, email: `budi${++asked}@warga.example` })

/** Expands one event as a worker would. */
const told = (s: Scene, reportId: number, n: number) =>
  withActor(s.db, { kind: 'system' }, (tx) => expand(tx, [{ reportId, n }], s.now()))

async function posted<T>(
  work: (mailer: Mailer, received: Awaited<ReturnType<typeof mailServer>>['received']) => Promise<T>,
  answer?: (raw: string) => { code: number } | undefined,
): Promise<T> {
  const server = await mailServer(answer)
  const mailer = smtpMailer(server.url)
  try {
    return await work(mailer, server.received)
  } finally {
    mailer.close()
    await server.close()
  }
}

const stateOf = async (id: number | undefined) => {
  const [row] =
    await office.admin`select state, attempts, last_error, message_id, sealed from notice where id = ${id ?? 0}`
  return row
}

test('a report with an address is acknowledged once, in the language of its reporter', () =>
  posted(async (mailer, received) => {
    const filed = await office.file({ text: 'The road is broken near the market.', ...contact }, 'en')
    const ids = await told(office, filed.reportId, 1)
    assert.deepEqual(await told(office, filed.reportId, 1), [], 'telling again makes nothing new')
    assert.equal(await sendNotice(office.post, mailer, ids[0] ?? 0, monday), 'sent')
    assert.equal(await sendNotice(office.post, mailer, ids[0] ?? 0, monday), 'done')
    const [mail, ...more] = received
    assert.equal(more.length, 0)
    assert.deepEqual(mail?.to, ['budi@warga.example'])
    assert.equal(mail?.headers.get('message-id'), `<notice-${ids[0]}@lapor.example>`)
    assert.equal(mail?.headers.get('content-language'), 'en')
    assert.equal(mail?.headers.get('auto-submitted'), 'auto-generated')
    assert.match(mail?.headers.get('list-unsubscribe') ?? '', /^<https:\/\/lapor\.example\/berhenti\?t=s\d+\./)
    assert.equal(mail?.headers.get('from'), 'LAPOR <kabar@lapor.example>')
    assert.match(mail?.text ?? '', /^Hello Budi,\n\nThank you\. We have received your report\./)
    assert.match(mail?.text ?? '', /3 working days left, until Thursday, 26 November 2026/)
    assert.doesNotMatch(mail?.raw ?? '', /market/, 'the reporter’s own words are never quoted')
  }))

test('a letter on a secret report tells nothing but that there is news', () =>
  posted(async (mailer, received) => {
    const who = somebody()
    const filed = await office.file({
      text: 'Ada pungli di kantor ini.',
      ...who,
      known: 'anonymous',
      readers: 'secret',
    })
    await office.does(by('centre'), filed.reference, 'forward', {
      agencyId: 2,
      assisting: [],
      class: 'complaint',
      oversight: true,
      categoryCode: undefined,
      note: '',
    })
    for (const n of [1, 2])
      for (const id of await told(office, filed.reportId, n)) await sendNotice(office.post, mailer, id, monday)
    const theirs = received.filter(({ to }) => to.includes(who.email))
    assert.deepEqual(
      theirs.map(({ headers }) => headers.get('subject')),
      ['Pesan Anda sudah kami terima', 'Ada kabar baru untuk Anda'],
    )
    for (const { raw } of received) assert.doesNotMatch(raw, /pungli|Budi/)
    for (const { raw, headers } of theirs) {
      assert.equal(headers.get('from'), 'Kabar <kabar@lapor.example>')
      assert.equal(headers.has('list-unsubscribe'), false)
      assert.doesNotMatch(raw, /https?:|Blitar|Pusat|pungli|Budi|LAPOR\b/)
      assert.ok(!raw.includes(filed.reference) && !raw.includes(filed.reference.slice(0, 4)))
    }
  }))

test('a forwarding names the agency and its days', () =>
  posted(async (mailer, received) => {
    const filed = await office.file({ text: 'Lampu jalan mati sejak minggu lalu.', ...somebody() })
    await office.does(by('centre'), filed.reference, 'forward', {
      agencyId: 2,
      assisting: [],
      class: 'complaint',
      oversight: false,
      categoryCode: undefined,
      note: 'rahasia kantor',
    })
    for (const id of await told(office, filed.reportId, 2)) await sendNotice(office.post, mailer, id, monday)
    assert.match(received[0]?.headers.get('subject') ?? '', /^Laporan ....-.... diteruskan ke Pemerintah Kota Blitar$/)
    assert.match(received[0]?.text ?? '', /Batas jawaban pertama: Senin, 30 November 2026\./)
    assert.doesNotMatch(received[0]?.raw ?? '', /rahasia kantor/)
  }))

test('a server that asked to come again gets the same letter again', () => {
  let refusals = 1
  return posted(
    async (mailer, received) => {
      const filed = await office.file({ text: 'Sampah menumpuk di selokan.', ...somebody() })
      const [id] = await told(office, filed.reportId, 1)
      await assert.rejects(sendNotice(office.post, mailer, id ?? 0, monday), Later)
      const waiting = await stateOf(id)
      assert.equal(waiting?.state, 'queued')
      assert.match(waiting?.last_error, /451/)
      assert.doesNotMatch(waiting?.last_error, /@/)
      assert.equal(await sendNotice(office.post, mailer, id ?? 0, monday), 'sent')
      assert.equal(received[0]?.headers.get('message-id'), waiting?.message_id)
    },
    () => (refusals-- > 0 ? { code: 451 } : undefined),
  )
})

test('a server that will never take it is not asked again', () =>
  posted(
    async (mailer) => {
      const filed = await office.file({ text: 'Air keruh tiga hari ini.', ...somebody() })
      const [id] = await told(office, filed.reportId, 1)
      assert.equal(await sendNotice(office.post, mailer, id ?? 0, monday), 'failed')
      assert.equal(await sendNotice(office.post, mailer, id ?? 0, monday), 'done')
      assert.equal((await stateOf(id))?.attempts, 1)
    },
    () => ({ code: 550 }),
  ))

test('who dies between sending and marking leads to the same Message-ID, after the claim has run out', () =>
  posted(async (mailer, received) => {
    const filed = await office.file({ text: 'Pohon tumbang di jalan desa.', ...somebody() })
    const [id] = await told(office, filed.reportId, 1)
    const dying: Mailer = {
      ...mailer,
      send: async (mail) => {
        await mailer.send(mail)
        throw new Error('killed')
      },
    }
    await assert.rejects(sendNotice(office.post, dying, id ?? 0, monday), /killed/)
    assert.equal((await stateOf(id))?.state, 'sending')
    await assert.rejects(sendNotice(office.post, mailer, id ?? 0, monday), Later)
    assert.equal(await sendNotice(office.post, mailer, id ?? 0, new Date(monday.getTime() + lease + 1)), 'sent')
    assert.equal(received.length, 2)
    assert.equal(received[0]?.headers.get('message-id'), received[1]?.headers.get('message-id'))
  }))

test('many workers at once send one letter', () =>
  posted(async (mailer, received) => {
    const filed = await office.file({ text: 'Jembatan retak di dusun.', ...somebody() })
    const [id] = await told(office, filed.reportId, 1)
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, () => sendNotice(office.post, mailer, id ?? 0, monday)),
    )
    assert.equal(outcomes.filter((each) => each.status === 'fulfilled' && each.value === 'sent').length, 1)
    assert.equal(received.length, 1)
  }))

test('who cannot be reached, or does not want to be, gets nothing', async () => {
  const silent = await office.file({ text: 'Tanpa kontak sama sekali, tolong.' })
  assert.deepEqual(await told(office, silent.reportId, 1), [])
  const byPhone = await office.file({ text: 'Lewat telepon saja, tolong.', reach: 'phone', phone: '081234567890' })
  const [text] = await told(office, byPhone.reportId, 1)
  const line = {
    service: 'LAPOR',
    site: 'lapor.example',
    number: '1708',
    countries: ['62'],
    mostADay: 9,
    mostAReport: 20,
  }
  assert.equal(await sendText(office.post, undefined, line, text ?? 0, monday), 'unreachable', 'there is no gateway')
  const muted = await office.file({ text: 'Saya tidak mau kabar lagi.', ...somebody() })
  const [before] = await told(office, muted.reportId, 1)
  await office.admin`update reporter set muted = true where id = ${muted.reporterId}`
  const never: Mailer = { close: () => {}, send: () => assert.fail('sent to somebody who asked for silence') }
  assert.equal(await sendNotice(office.post, never, before ?? 0, monday), 'unreachable')
  await office.does(by('centre'), muted.reference, 'ask', { text: 'Di mana?' })
  assert.deepEqual(await told(office, muted.reportId, 2), [])
})

test('after a merge everyone reads of the case; who acts is told what they did, the others that somebody did', () =>
  posted(async (mailer, received) => {
    const one = await office.file({ text: 'Jalan berlubang di depan pasar.', ...somebody() })
    const two = await office.file({ text: 'Lubang besar di muka pasar.', reach: 'email', email: 'tini@warga.example' })
    assert.equal((await office.does(by('centre'), two.reference, 'merge', { into: one.reference })).ok, true)
    for (const id of await told(office, two.reportId, 2)) await sendNotice(office.post, mailer, id, monday)
    assert.deepEqual(
      received.map(({ to }) => to),
      [['tini@warga.example']],
    )
    assert.match(received[0]?.text ?? '', new RegExp(`/laporan/${two.reference}/buka`))
    const who = { kind: 'reporter', reporterId: two.reporterId } as const
    const classing = { class: 'complaint', oversight: false, categoryCode: undefined, note: '' } as const
    await office.does(by('centre'), one.reference, 'forward', { agencyId: 3, ...classing, assisting: [] })
    await office.does(by('liaison'), one.reference, 'answer', { text: 'Kami periksa.' })
    await office.does(by('liaison'), one.reference, 'resolve', { text: 'Sudah ditambal.' })
    assert.equal((await office.does(who, one.reference, 'confirm', {})).ok, true)
    const [{ n } = { n: 0 }] = await office.admin<
      { n: number }[]
    >`select max(n) as n from event where report_id = ${one.reportId}`
    await told(office, one.reportId, n)
    const kinds =
      await office.admin`select reporter_id::int as who, kind from notice where report_id = ${one.reportId} and n = ${n} order by who`
    assert.deepEqual(
      kinds.map((row) => ({ ...row })),
      [
        { who: one.reporterId, kind: 'confirmedByOther' },
        { who: two.reporterId, kind: 'confirmed' },
      ],
    )
  }))

test('an instruction reaches who answers for the agency, without a word of the report', () =>
  posted(async (mailer, received) => {
    const filed = await office.file({ text: 'Atap sekolah bocor parah.' })
    const classing = { class: 'complaint', oversight: false, categoryCode: undefined, note: '', assisting: [] } as const
    await office.does(by('centre'), filed.reference, 'forward', { agencyId: 2, ...classing, assisting: [] })
    await office.does(by('city'), filed.reference, 'forward', { agencyId: 3, ...classing, assisting: [] })
    const moved = await office.does(by('city'), filed.reference, 'instruct', {
      text: 'Periksa hari ini juga.',
      due: '2026-11-26',
    })
    assert.ok(moved.ok)
    for (const id of await told(office, filed.reportId, moved.version))
      await sendNotice(office.post, mailer, id, monday)
    assert.deepEqual(
      received.map(({ to }) => to),
      [['rina.putri@kantor.example']],
    )
    assert.equal(
      received[0]?.headers.get('subject'),
      'Atensi pengawas: jawaban ditunggu sampai Kamis, 26 November 2026',
    )
    assert.doesNotMatch(received[0]?.raw ?? '', /sekolah|Periksa/)
    assert.ok(!received[0]?.raw.includes(filed.reference))
  }))

test('nobody but the worker reads what a notice says, and no row is anybody else’s', async () => {
  for (const actor of [{ kind: 'public' }, { kind: 'door' }] as const) {
    assert.deepEqual([...(await withActor(office.db, actor, (tx) => tx`select id from notice`))], [])
    await assert.rejects(
      withActor(office.db, actor, (tx) => tx`select * from notice`),
      /permission denied/,
    )
  }
})

test('outbox rows of filing become jobs, and the queue is the worker’s alone', async () => {
  await drain(office.db.worker)
  const filed = await office.file({ text: 'Satu laporan lagi untuk antrean.', ...somebody() })
  assert.equal(await drain(office.db.worker), 1)
  const [job] = await office.admin`
    select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'tell' order by j.id desc limit 1`
  assert.deepEqual(job?.payload, { events: [{ n: 1, reportId: filed.reportId }] })
  await assert.rejects(
    withActor(office.db, { kind: 'public' }, (tx) => tx`select from graphile_worker.jobs`),
    /permission denied/,
  )
})
