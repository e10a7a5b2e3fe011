import assert from 'node:assert/strict'
import { test } from 'node:test'
import { by, monday, scene } from '../../../test/post.ts'
import { removeHoliday, setHoliday } from '../../agency/regulate.ts'
import { withActor } from '../../db/actor.ts'
import { moveDeadlines } from '../../job/clock/reschedule.ts'
import { brokenChains } from '../../report/read/chain.ts'

/** A holiday that is announced late moves what is open, and nothing else; taken back, everything is where it was. */

const office = await scene()
await office.admin`insert into area (code, parent_code, level, name, zone) values ('35', null, 1, 'Jawa Timur', 'Asia/Jakarta'), ('35.72', '35', 2, 'Kota Blitar', 'Asia/Jakarta')`
await office.admin`update agency set area_code = '35.72' where id in (2, 3)`
const classing = { class: 'complaint', oversight: false, categoryCode: undefined, note: '' } as const
const holiday = { day: '2026-11-26', areaCode: null, name: 'Cuti bersama', kind: 'joint_leave', basis: 'SKB' } as const
const centre = {
  kind: 'staff',
  personId: 11,
  agencyId: 1,
  path: '/1/',
  reads: false,
  readsBelow: false,
  inspects: false,
  manages: true,
} as const

async function change(work: 'set' | 'remove', what: { day: string; areaCode: string | null } = holiday) {
  const full = { ...holiday, ...what, kind: what.areaCode ? 'local' : 'joint_leave' } as const
  const done = await withActor(
    office.db,
    centre,
    async (tx): Promise<{ ok: boolean }> =>
      work === 'set'
        ? setHoliday(tx, '/1/', full, office.now())
        : removeHoliday(tx, '/1/', what.day, what.areaCode, office.now()),
  )
  assert.equal(done.ok, true)
}
const work = () => moveDeadlines({ db: office.db }, new Date(office.now().getTime() + 120_000))
const duesOf = async (id: number) => {
  const [r] = await office.admin`
    select verify_due as verify, answer_due as answer, settle_due as settle, first_settle_due as first, respond_due as respond, cap_due as cap from report where id = ${id}`
  return Object.entries(r ?? {})
    .flatMap(([name, at]) => (at ? [`${name} ${(at as Date).toISOString().slice(5, 10)}`] : []))
    .join(', ')
}
const lines = (id: number) => office.admin<{ line: string }[]>`
  select audience || ' ' || (data ->> 'holiday') || ' ' || substr(data ->> 'was', 6, 5) || ' ' || substr(data ->> 'due', 6, 5) as line
  from event where report_id = ${id} and move = 'reschedule' order by n`

async function country() {
  office.travel(monday)
  const at = async (...moves: (() => Promise<unknown>)[]) => {
    for (const move of moves) await move()
  }
  const file = (text: string) => office.file({ text })
  const fresh = await file('Belum diperiksa.')
  const working = await file('Sudah di dinas.')
  const granted = await file('Sudah diberi waktu.')
  const resolved = await file('Sudah selesai.')
  const closed = await file('Sudah ditutup.')
  for (const { reference } of [working, granted, resolved, closed])
    await at(() => office.does(by('centre'), reference, 'forward', { agencyId: 3, ...classing, assisting: [] }))
  await office.does(by('liaison'), granted.reference, 'extend', {
    reason: 'weather',
    sentence: 'Hujan.',
    newDue: '2026-12-22',
  })
  await office.does(by('city'), granted.reference, 'grant', { remark: '' } as never)
  for (const { reference } of [resolved, closed]) {
    await office.does(by('liaison'), reference, 'answer', { text: 'Kami perbaiki.' })
    await office.does(by('liaison'), reference, 'resolve', { text: 'Sudah kami perbaiki.' })
  }
  await office.does({ kind: 'reporter', reporterId: closed.reporterId }, closed.reference, 'confirm', {} as never)
  return { fresh, working, granted, resolved, closed }
}
const there = await country()
const all = async () =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(there).map(async ([name, { reportId }]) => [name, await duesOf(reportId)] as const),
    ),
  )

test('only what is open and was counted in working days moves, once, with a line that says so', async () => {
  const before = await all()
  assert.deepEqual(before, {
    fresh: 'verify 11-26, cap 01-22',
    working: 'verify 11-26, answer 11-30, settle 12-11, first 12-11, cap 01-22',
    granted: 'verify 11-26, answer 11-30, settle 12-22, first 12-11, cap 01-22',
    resolved: 'verify 11-26, answer 11-30, settle 12-11, first 12-11, respond 12-07, cap 01-22',
    closed: 'verify 11-26, answer 11-30, settle 12-11, first 12-11, cap 01-22',
  })
  await change('set')
  await moveDeadlines({ db: office.db }, office.now())
  assert.deepEqual(await all(), before, 'not before everybody knows of the day')
  await Promise.all([work(), work()])
  await work()
  const after = await all()
  assert.deepEqual(after, {
    ...before,
    fresh: 'verify 11-27, cap 01-22',
    working: 'verify 11-26, answer 12-01, settle 12-14, first 12-14, cap 01-22',
    granted: 'verify 11-26, answer 12-01, settle 12-22, first 12-14, cap 01-22',
    resolved: 'verify 11-26, answer 11-30, settle 12-11, first 12-11, respond 12-08, cap 01-22',
  })
  assert.deepEqual(
    (await lines(there.working.reportId)).map(({ line }) => line),
    ['everyone Cuti bersama 11-30 12-01'],
  )
  const [told] = await office.admin`select moved, done_at is not null as done from holiday_change`
  assert.deepEqual({ ...told }, { moved: 4, done: true })

  await change('remove')
  await work()
  assert.deepEqual(await all(), before, 'as it was')
  await office.admin.begin(async (tx) => {
    await tx`set local role lapor_worker`
    assert.deepEqual(await brokenChains(tx, 5), [])
  })
})

test('a day of one area moves what its own offices hold, and two changes at once come out as if one after the other', async () => {
  const before = await all()
  // On the first of December, and the day after it: what was due on the first goes past both.
  await change('set', { day: '2026-11-30', areaCode: '35' })
  await change('set', { day: '2026-12-01', areaCode: '35.72' })
  await work()
  assert.deepEqual(await all(), {
    ...before,
    working: 'verify 11-26, answer 12-02, settle 12-15, first 12-15, cap 01-22',
    granted: 'verify 11-26, answer 12-02, settle 12-22, first 12-15, cap 01-22',
    resolved: 'verify 11-26, answer 11-30, settle 12-11, first 12-11, respond 12-09, cap 01-22',
  })
  await change('remove', { day: '2026-11-30', areaCode: '35' })
  await work()
  await change('remove', { day: '2026-12-01', areaCode: '35.72' })
  await change('set', { day: '2026-12-03', areaCode: null })
  await change('remove', { day: '2026-12-03', areaCode: null })
  await work()
  assert.deepEqual(await all(), before)
})

test('a day that is gone moves nothing, and whoever only corrects the name of a day neither', async () => {
  office.travel(new Date('2026-11-28T03:00:00Z'))
  const [{ n: changes = 0 } = {}] = await office.admin<{ n: number }[]>`select count(*)::int as n from holiday_change`
  await change('set', { day: '2026-11-25', areaCode: null })
  await change('set', { day: '2026-12-04', areaCode: null })
  await change('set', { day: '2026-12-04', areaCode: null })
  const [{ n: later = 0 } = {}] = await office.admin<{ n: number }[]>`select count(*)::int as n from holiday_change`
  assert.equal(later, changes + 1)
})
