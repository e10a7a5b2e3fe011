import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeFor, joining, joins, reach, told } from '../../test/contacts.ts'
import { by, later, mailServer, monday, people, scene } from '../../test/post.ts'
import { withActor } from '../db/actor.ts'
import { drain } from '../job/drain.ts'
import { tidy } from '../job/tidy.ts'
import { smtpMailer } from '../notice/mailer.ts'
import { sendNotice } from '../notice/send.ts'
import { actorOf } from '../person/may.ts'
import { unseal } from '../person/seal.ts'
import { ask, choose, prove, remove } from './join.ts'
import { contactsOf } from './read.ts'

/** A contact belongs to a report when a code that was sent to it came back, and not before. */

const office = await scene()
const { admin, db, keys } = office
const classing = { class: 'complaint', oversight: false, categoryCode: undefined, note: '' } as const
let count = 0
/** Somebody with an address of their own, so that throttles of one test are not those of another. */
const filed = (fields: Record<string, string> = {}) =>
  office.file({ text: 'Jalan rusak di sini.', reach: 'email', email: `asal${++count}@warga.example`, ...fields })
const net = () => ({ language: 'id', address: `10.8.${++count}.1` }) as const
/** Somebody who did not come by a letter. */
const seat = () => ({ ...net(), byLetter: false })
const read = async (reporterId: number) => {
  const { me } = await joining(office, reporterId)
  return withActor(db, me.actor, (tx) => contactsOf(tx, keys, reporterId, office.now()))
}

test('only a contact that is proved gets news, and only the one that is chosen', async (t) => {
  const server = await mailServer()
  const mailer = smtpMailer(server.url)
  t.after(async () => {
    mailer.close()
    await server.close()
  })
  const { reporterId, reportId, reference } = await filed({ known: 'open', name: 'Sari' })
  const mine = await joining(office, reporterId)
  assert.equal(await ask(mine, reach('Baru@warga.example'), net()), 'sent')
  const [letter] = await admin<{ id: number }[]>`select id::int from notice where reporter_id = ${reporterId}`
  const code = await codeFor(office, reporterId)
  assert.equal(await choose(mine, (await read(reporterId)).waiting?.id ?? 0), 'none', 'not before it is proved')
  assert.equal(await sendNotice(office.post, mailer, letter?.id ?? 0, monday), 'sent')
  const [proof] = server.received
  assert.deepEqual(proof?.to, ['baru@warga.example'])
  assert.match(proof?.text ?? '', new RegExp(`^Halo,\n\nKode Anda: ${code}\n`))
  assert.equal(proof?.headers.get('from'), 'Kabar <kabar@lapor.example>')
  assert.doesNotMatch(proof?.raw ?? '', /https?:|Sari|LAPOR\b|laporan|rusak/)
  assert.ok(!proof?.raw.includes(reference))
  const [after] = await admin`select sealed from notice where id = ${letter?.id ?? 0}`
  assert.equal(after?.sealed, null, 'the code is gone when it has left')

  assert.equal(await prove(mine, '000000'), 'wrong')
  assert.deepEqual((await read(reporterId)).list.map(({ id }) => id), [null]) // biome-ignore format: one line
  assert.equal(await prove(mine, code), 'proved')
  assert.equal(await prove(mine, code), 'none', 'once')
  const { list, waiting } = await read(reporterId)
  assert.equal(waiting, undefined)
  assert.deepEqual(
    list.map(({ reach: { to }, proved, chosen }) => [to, proved, chosen]),
    [
      [`asal${count - 1}@warga.example`, false, true],
      ['baru@warga.example', true, false],
    ],
  )
  await office.does(by('centre'), reference, 'forward', { agencyId: 2, assisting: [], ...classing })
  const sends = async (n: number) => {
    for (const id of await told(office, reportId, n)) await sendNotice(office.post, mailer, id, monday)
    return server.received.filter(({ to }) => to[0]?.endsWith('@warga.example')).at(-1)?.to
  }
  assert.deepEqual(await sends(2), [`asal${count - 1}@warga.example`])
  assert.equal(await choose(mine, list[1]?.id ?? 0), 'chosen')
  await office.does(by('city'), reference, 'forward', { agencyId: 3, assisting: [], ...classing })
  assert.deepEqual(await sends(3), ['baru@warga.example'])
})

test('a stranger is not flooded: one code an hour and three a day to one address, whoever asks from wherever', async () => {
  const victim = reach('korban@warga.example')
  const asks = async (at: Date) => {
    office.travel(at)
    return ask(await joining(office, (await filed()).reporterId), victim, net())
  }
  assert.equal(await asks(monday), 'sent')
  assert.equal(await asks(monday), 'often')
  assert.equal(await asks(later(59 / 1440)), 'often')
  assert.equal(await asks(later(61 / 1440)), 'sent')
  assert.equal(await asks(later(0.3)), 'sent')
  assert.equal(await asks(later(0.5)), 'often', 'the fourth of a day')
  assert.equal(await asks(later(1.5)), 'sent')
  office.travel(monday)
  const [sent] = await admin`select count(*)::int as n from notice where kind = 'neutral.proof' and reporter_id in (
    select reporter_id from vault.contact where contact = (select contact from vault.contact group by 1 order by count(*) desc limit 1))`
  assert.equal(sent?.n, 4)
})

test('one report asks for five codes a day, one network for twenty an hour', async () => {
  const { reporterId } = await filed()
  const mine = await joining(office, reporterId)
  const asked = async (n: number) => ask(mine, reach(`banyak${n}@warga.example`), net())
  for (const n of [1, 2, 3, 4, 5]) assert.equal(await asked(n), 'sent')
  assert.equal(await asked(6), 'often')
  const [waiting] = await admin`select count(*)::int as n from vault.contact where reporter_id = ${reporterId}`
  assert.equal(waiting?.n, 1, 'one waits at a time')
  const here = { language: 'id', address: '203.0.113.9' } as const
  const outcomes: string[] = []
  for (let n = 0; n < 21; n++)
    outcomes.push(await ask(await joining(office, (await filed()).reporterId), reach(`net${n}@warga.example`), here))
  assert.deepEqual([outcomes.filter((one) => one === 'sent').length, outcomes.at(-1)], [20, 'often'])
})

test('five wrong codes end it, and a day does', async () => {
  const one = await joining(office, (await filed()).reporterId)
  await ask(one, reach('tebak@warga.example'), net())
  const code = await codeFor(office, one.me.reporterId)
  const wrong = code === '111111' ? '222222' : '111111'
  const tries: string[] = []
  for (let n = 0; n < 5; n++) tries.push(await prove(one, wrong))
  assert.deepEqual(tries, ['wrong', 'wrong', 'wrong', 'wrong', 'over'])
  assert.equal(await prove(one, code), 'over')
  const two = await joining(office, (await filed()).reporterId)
  await ask(two, reach('terlambat@warga.example'), net())
  const late = await codeFor(office, two.me.reporterId)
  assert.equal(await prove({ ...two, now: later(1) }, late), 'over')
  assert.equal(await prove({ ...two, now: later(0.99) }, late), 'proved')
})

test('a code proves nothing on another report, nor another contact of the same', async () => {
  const one = await joining(office, (await filed()).reporterId)
  const two = await joining(office, (await filed()).reporterId)
  await ask(one, reach('satu@warga.example'), net())
  await ask(two, reach('dua@warga.example'), net())
  const code = await codeFor(office, one.me.reporterId)
  assert.equal(await prove(two, code), 'wrong')
  await ask(one, reach('tiga@warga.example'), net())
  const other = await codeFor(office, one.me.reporterId)
  if (other !== code) assert.equal(await prove(one, code), 'wrong')
  assert.equal(await prove(one, other), 'proved')
  assert.deepEqual((await read(one.me.reporterId)).list.map(({ reach: { to } }) => to).slice(1), ['tiga@warga.example']) // biome-ignore format: one line
})

test('what was given in a form is proved like the others, and is not joined twice', async () => {
  const { reporterId } = await filed()
  const mine = await joining(office, reporterId)
  const own = (await read(reporterId)).list[0]?.reach ?? reach('')
  assert.equal(await ask(mine, own, net()), 'sent')
  assert.equal(await prove(mine, await codeFor(office, reporterId)), 'proved')
  const { list } = await read(reporterId)
  assert.deepEqual(list.map(({ id, proved }) => [id, proved]), [[null, true]]) // biome-ignore format: one line
  assert.equal(await ask(mine, own, net()), 'own')
  const id = await joins(office, reporterId, '081234500001')
  assert.equal(await ask(mine, reach('+62 812 3450 0001'), net()), 'own')
  assert.ok(id > 0)
})

test('three are enough', async () => {
  const { reporterId } = await filed()
  for (const n of [1, 2, 3]) await joins(office, reporterId, `cukup${n}@warga.example`)
  assert.equal(await ask(await joining(office, reporterId), reach('lebih@warga.example'), net()), 'many')
})

test('the last way is kept by whoever has no receipt; a contact that is taken away leaves the name alone', async () => {
  const { reporterId } = await filed({ known: 'open', name: 'Sari' })
  const mine = await joining(office, reporterId)
  assert.equal(await remove(mine, null, seat()), 'last')
  const id = await joins(office, reporterId, 'ganti@warga.example')
  assert.equal(await remove(mine, id + 1000, seat()), 'none')
  assert.equal(await remove(mine, null, seat()), 'removed')
  const [row] = await admin<{ sealed: Buffer; newsTo: number; reachable: null; contact: null }[]>`
    select v.sealed, p.news_to::int as "newsTo", p.reachable, p.contact from vault.identity v join reporter p on p.id = v.reporter_id
    where p.id = ${reporterId}`
  assert.deepEqual(unseal(keys, row?.sealed ?? Buffer.alloc(0)), { name: 'Sari' })
  assert.deepEqual([row?.newsTo, row?.reachable, row?.contact], [id, null, null])
  assert.equal(await remove(mine, id, seat()), 'last')
  const silent = await office.file({ text: 'Tanpa kontak, tolong.' })
  const only = await joins(office, silent.reporterId, 'satu-satunya@warga.example')
  assert.equal((await read(silent.reporterId)).list[0]?.chosen, true, 'the first contact gets the news')
  assert.equal(await remove(await joining(office, silent.reporterId), only, seat()), 'removed', 'they have a receipt')
})

test('nobody of the staff and no other reporter sees, proves, chooses or removes it', async () => {
  const { reporterId, reportId } = await filed({ known: 'open', name: 'Sari' })
  const id = await joins(office, reporterId, 'milik@warga.example')
  const seen = (actor: Parameters<typeof withActor>[1]) =>
    withActor(db, actor, (tx) => tx`select id from vault.contact where id = ${id}`)
  for (const who of Object.values(people)) assert.equal((await seen(actorOf(who))).length, 0)
  for (const actor of [{ kind: 'public' }, { kind: 'door' }, { kind: 'reporter', reporterId: 1, reportIds: [reportId] }] as const) assert.equal((await seen(actor)).length, 0) // biome-ignore format: one list
  assert.equal((await seen({ kind: 'reporter', reporterId, reportIds: [] })).length, 1)
  const other = await joining(office, (await filed()).reporterId)
  assert.equal(await choose(other, id), 'none')
  assert.equal(await remove(other, id, seat()), 'none')
  await assert.rejects(
    withActor(db, other.me.actor, (tx) => tx`update reporter set news_to = ${id} where id = ${other.me.reporterId}`),
    /reporter_news_to/,
  )
  for (const sql of ['insert into vault.contact default values', 'update vault.contact set proved_at = now()', 'delete from vault.contact', 'select contact from vault.contact']) await assert.rejects(withActor(db, other.me.actor, (tx) => tx.unsafe(sql)), /permission denied/) // biome-ignore format: one list
  for (const actor of [{ kind: 'public' }, actorOf(people.centre)] as const) {
    const [row] = await withActor(db, actor, (tx) => tx`select contact_proved('\\x00', now()) as how, contact_removed(${id}, null, false, now()) as removed`) // biome-ignore format: one query
    assert.deepEqual([row?.how, row?.removed], ['none', 'none'])
  }
})

test('who is forgotten is forgotten with all contacts', async () => {
  const { reporterId } = await filed()
  await joins(office, reporterId, 'lupa@warga.example', true)
  await admin`delete from vault.identity where reporter_id = ${reporterId}`
  const [left] = await admin`
    select (select count(*)::int from vault.contact where reporter_id = ${reporterId}) as n, news_to from reporter where id = ${reporterId}`
  assert.deepEqual([left?.n, left?.news_to], [0, null])
})

test('what nobody proved is forgotten after a day; what was proved stays', async () => {
  const { reporterId } = await filed()
  await joins(office, reporterId, 'tetap@warga.example')
  await ask(await joining(office, reporterId), reach('asing@warga.example'), net())
  const left = async () =>
    (await admin`select proved_at is not null as proved from vault.contact where reporter_id = ${reporterId}`).map(({ proved }) => proved) // biome-ignore format: one query
  await tidy(db, later(0.9))
  assert.deepEqual((await left()).sort(), [false, true])
  await tidy(db, later(1.1))
  assert.deepEqual(await left(), [true])
})

test('asking puts the letter into the work of the same transaction', async () => {
  await drain(db.worker)
  await ask(await joining(office, (await filed()).reporterId), reach('antre@warga.example'), net())
  await drain(db.worker)
  const [job] = await admin`
    select p.payload from graphile_worker._private_jobs p join graphile_worker._private_tasks t on t.id = p.task_id
    where t.identifier = 'deliver' order by p.id desc limit 1`
  const [row] = await admin`select kind from notice where id = ${job?.payload.noticeId ?? 0}`
  assert.equal(row?.kind, 'neutral.proof')
})
