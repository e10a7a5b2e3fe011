import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../../test/database.ts'
import { account } from '../../../../test/wire/x/deliver.ts'
import { keys, xOffice } from '../../../../test/wire/x/office.ts'
import { person, us, write } from '../../../../test/wire/x/world.ts'
import { withActor } from '../../../db/actor.ts'
import { positions } from '../../../inbox/position.ts'
import { backlog } from '../../../job/backlog.ts'
import { migrateJobs } from '../../../job/schema.ts'
import { type Polling, pollOnce, watchMentions } from './polling.ts'

/** Asking X for posts that name us, over everything that goes wrong meanwhile. */

type Hooks = { after: (work: () => Promise<void>) => void }

async function scene(t: Hooks, { cents = 5000 } = {}) {
  const base: TestDatabase = await testDatabase(t)
  const office = await xOffice(base, { cents })
  t.after(office.stand.close)
  const { stand, clock } = office
  person(stand.world, '11', 'Warga', 'warga')
  let woken = 0
  const polling: Polling = {
    url: base.appUrl,
    keys,
    ask: office.x.ask,
    account: us,
    everyMs: 60_000,
    most: cents * 10,
    now: () => clock.now,
    wake: () => void woken++,
    failed: (reason) => assert.fail(reason as Error),
  }
  const posts = (count: number) =>
    Array.from({ length: count }, (_, n) => write(stand.world, '11', `@lapor Nomor ${n}`))
  const pass = (ms: number) => {
    clock.now = new Date(clock.now.getTime() + ms)
  }
  const poll = async (ms = 60_000) => {
    pass(ms)
    await pollOnce(polling)
  }
  const position = async () => {
    const [row] = await base.admin`
      select since, top, low, gap_at is not null as gap, trouble, trouble_until as until, spent from channel_position`
    return { ...row }
  }
  const asked = () => stand.asked.filter(({ path }) => path.endsWith('/mentions'))
  /** A first post, so that there is a last one known. */
  const begin = async () => {
    const [first] = posts(1)
    await poll()
    return first?.id ?? ''
  }
  return { ...office, base, polling, posts, poll, pass, position, asked, begin, woken: () => woken }
}

test('H10: more than a hundred new posts are all kept, once, also those that X hands in meanwhile', async (t) => {
  const s = await scene(t)
  await s.begin()
  const many = s.posts(257)
  await s.deliver(account.posts(s.stand.world, ...many.slice(100, 120)))
  await s.poll()
  assert.equal(await s.kept(), 258)
  assert.deepEqual(
    s.asked().map(({ query }) => query.get('max_results')),
    ['100', '100', '100', '100'],
  )
  const { since, top, gap } = await s.position()
  assert.deepEqual({ since, top, gap }, { since: many.at(-1)?.id, top: null, gap: false })
  await s.poll()
  assert.equal(await s.kept(), 258)
  assert.equal(s.asked().at(-1)?.query.get('since_id'), many.at(-1)?.id)
  assert.equal((await s.read()).filter((one) => typeof one === 'object' && one.is === 'said').length, 258)
  assert.ok(s.woken() > 0)
})

test('the first time goes back a day, and not further', async (t) => {
  const s = await scene(t)
  write(s.stand.world, '11', '@lapor Lama', { at: new Date('2026-11-20T03:00:00Z') })
  const fresh = write(s.stand.world, '11', '@lapor Baru', { at: new Date('2026-11-23T15:00:00Z') })
  await s.poll()
  assert.equal(await s.kept(), 1)
  assert.equal((await s.position()).since, fresh.id)
})

test('H10: whatever breaks between two pages, nothing of what is shown is lost, and the position waits for the whole way', async (t) => {
  const s = await scene(t)
  const first = await s.begin()
  const many = s.posts(350)
  // On the second page X is away, then does not answer, then says nothing; then we cannot write.
  s.stand.moody('mentions', 'well', 503, 'lost', 'nonsense')
  for (let n = 0; n < 3; n++) await s.poll(90_000)
  const half = await s.position()
  assert.deepEqual([await s.kept(), half.since, half.top, half.trouble], [101, first, many.at(-1)?.id, 'away'])
  const writing = 'accept_page(text, text, jsonb, jsonb, jsonb, jsonb, timestamptz)'
  await s.base.admin.unsafe(`revoke execute on function ${writing} from lapor_intake`)
  await assert.rejects(s.poll(90_000), { code: '42501' })
  await s.base.admin.unsafe(`grant execute on function ${writing} to lapor_intake`)
  assert.deepEqual([await s.kept(), (await s.position()).low], [101, half.low])
  // New ones come before it goes on below.
  const newer = s.posts(20)
  await s.poll()
  assert.equal(await s.kept(), 351)
  assert.deepEqual([(await s.position()).since, (await s.position()).gap], [many.at(-1)?.id, false])
  await s.poll()
  assert.equal(await s.kept(), 371)
  assert.equal((await s.position()).since, newer.at(-1)?.id)
})

test('a page whose rows cannot be kept moves nothing, and a page that somebody else has taken is not taken twice', async (t) => {
  const s = await scene(t)
  await s.begin()
  s.posts(5)
  const before = await s.position()
  await s.base.admin`alter table outbox add constraint broken check (task <> 'read') not valid`
  await assert.rejects(s.poll(), { code: '23514' })
  assert.deepEqual(await s.position(), before)
  await s.base.admin`alter table outbox drop constraint broken`
  const moved: Polling['ask'] = async (request) => {
    const answer = await s.polling.ask(request)
    await s.base.admin`update channel_position set since = '5'`
    return answer
  }
  s.pass(60_000)
  await assert.rejects(pollOnce({ ...s.polling, ask: moved }), { code: '40001' })
  assert.equal(await s.kept(), 1)
})

test('H10: when more came than X shows, that is told: 799 are all there, of 801 one was never seen', async (t) => {
  for (const [count, gap] of [
    [699, false],
    [799, false],
    [801, true],
  ] as const) {
    const s = await scene(t)
    await s.begin()
    s.posts(count)
    await s.poll()
    assert.equal((await s.position()).gap, gap, `${count}`)
    assert.equal(await s.kept(), Math.min(count, 800) + 1)
    await migrateJobs(s.base.ownerUrl)
    await s.base.admin`update channel_position set gap_at = now() where gap_at is not null`
    const { gaps } = await backlog(s.base.db.worker)
    assert.equal(gaps, gap ? 1 : 0)
  }
})

test('H10: posts that were deleted hide that the window is full, and a walk that rests lets it slide; both are told', async (t) => {
  const hidden = await scene(t)
  await hidden.begin()
  for (const post of hidden.posts(830).slice(100, 160)) post.deleted = true
  await hidden.poll()
  assert.equal(await hidden.kept(), 741)
  assert.equal((await hidden.position()).gap, true)

  const slid = await scene(t, { cents: 110 })
  await slid.begin()
  slid.posts(500)
  await slid.poll()
  assert.equal((await slid.position()).trouble, 'spent')
  slid.posts(500)
  await slid.poll(24 * 3_600_000)
  await slid.poll(24 * 3_600_000)
  assert.equal((await slid.position()).gap, true)
})

test('H10: 429 is honoured until the time that X says, by every worker', async (t) => {
  const s = await scene(t)
  await s.begin()
  s.posts(3)
  const until = new Date(s.clock.now.getTime() + 900_000)
  s.stand.moody('mentions', { limitedUntil: until })
  await s.poll()
  assert.deepEqual([(await s.position()).trouble, (await s.position()).until], ['limited', until])
  const before = s.asked().length
  const second = await xOffice(s.base)
  t.after(second.stand.close)
  const other = { ...s.polling, ask: second.x.ask }
  s.pass(600_000)
  await pollOnce(s.polling)
  await pollOnce(other)
  assert.deepEqual([s.asked().length, second.stand.asked.length], [before, 0])
  await s.poll(300_000)
  assert.deepEqual([await s.kept(), (await s.position()).trouble], [4, null])
})

test('H10: a page costs no more than is left of the day; then it is not asked until the next, and says why', async (t) => {
  const s = await scene(t, { cents: 60 })
  await s.begin()
  s.posts(300)
  await s.poll()
  const day = '2026-11-24'
  assert.deepEqual(
    s.asked().map(({ query }) => query.get('max_results')),
    ['100', '100', '19'],
  )
  assert.equal(s.stand.bill.total(day), 600)
  const { spent, trouble, until } = await s.position()
  assert.deepEqual({ spent, trouble, until }, { spent: 600, trouble: 'spent', until: new Date('2026-11-25T00:00:00Z') })
  await s.poll(600_000)
  assert.equal(s.stand.bill.total(day), 600)
  await s.poll(24 * 3_600_000)
  await s.poll(24 * 3_600_000)
  await s.poll(24 * 3_600_000)
  assert.equal(await s.kept(), 301)
  assert.deepEqual([(await s.position()).trouble, (await s.position()).gap], [null, false])
})

test('of several workers one asks; the others find that it was asked', async (t) => {
  const s = await scene(t)
  await s.begin()
  s.posts(150)
  s.pass(60_000)
  const before = s.asked().length
  await Promise.all(Array.from({ length: 4 }, () => pollOnce(s.polling)))
  await pollOnce(s.polling)
  assert.equal(s.asked().length - before, 2)
  assert.equal(await s.kept(), 151)
})

test('refused tokens are told and asked again in a while; a deleted post is noise when it is read', async (t) => {
  const s = await scene(t)
  await s.begin()
  const [post] = s.posts(1)
  s.stand.moody('mentions', 401)
  await s.poll()
  assert.equal((await s.position()).trouble, 'refused')
  await s.poll(400_000)
  if (post) post.deleted = true
  assert.deepEqual((await s.read()).at(-1), { is: 'noise', reason: 'gone' })
})

test('the centre sees how far it was asked; whoever else asks sees nothing', async (t) => {
  const s = await scene(t)
  await s.begin()
  const centre = { path: '/1/', personId: 1, agencyId: 1, reads: true, readsBelow: true, inspects: true, manages: true }
  const seen = await withActor(s.base.db, { kind: 'staff', ...centre }, (tx) => positions(tx, s.clock.now))
  assert.deepEqual(
    seen.map(({ channel, account: of, spent, trouble, gapAt }) => ({ channel, of, spent, trouble, gapAt })),
    [{ channel: 'x', of: us, spent: 5, trouble: null, gapAt: null }],
  )
  const city = { ...centre, path: '/1/35/', agencyId: 35 }
  assert.equal((await withActor(s.base.db, { kind: 'staff', ...city }, (tx) => positions(tx, s.clock.now))).length, 0)
  assert.equal((await withActor(s.base.db, { kind: 'public' }, (tx) => positions(tx, s.clock.now))).length, 0)
  await assert.rejects(s.base.db.app`select from channel_charge`, { code: '42501' })
})

test('it goes on asking until it is told to end', async (t) => {
  const s = await scene(t)
  s.posts(2)
  const asks = Promise.withResolvers<void>()
  const ask: Polling['ask'] = async (request) => {
    const answer = await s.polling.ask(request)
    asks.resolve()
    return answer
  }
  const watching = watchMentions({ ...s.polling, ask })
  await asks.promise
  await watching.close()
  const before = s.asked().length
  s.pass(600_000)
  assert.equal(s.asked().length, before)
})
