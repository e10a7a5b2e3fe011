import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hired, issue, keys, now, office, offices, person } from '../../test/offices.ts'
import { attempt, withActor } from '../db/actor.ts'
import type { Tx } from '../db/database.ts'
import { accountById, accountsBelow, historyBelow } from './account.ts'
import { issueAccount, issueAccounts } from './issue.ts'
import { disableAccount, enableAccount, moveAccount, setRoles } from './manage/change.ts'
import { editAccount, newSlip } from './manage/details.ts'
import { actorOf, type Staff } from './may.ts'

const t = await offices()
const blitar = (await hired(t.db, person(office.blitar, 'admin.blitar', ['administrator']))).staff
const centre = (await hired(t.db, person(office.centre, 'admin.centre', ['administrator', 'arbiter']))).staff
const { staff: foreign } = await hired(t.db, person(office.kediri, 'admin.kediri', ['administrator']))
const as = <T extends { ok: boolean }>(staff: Staff, work: (tx: Tx) => Promise<T>) =>
  attempt(t.db, actorOf(staff), work)

test('an administrator issues accounts for the own branch, and no more than may be given', async () => {
  const ask = (staff: Staff, ...input: Parameters<typeof person>) =>
    as(staff, (tx) => issueAccount(tx, keys, staff, person(...input), now))
  const refusal = async (...asked: Parameters<typeof ask>) => {
    const answer = await ask(...asked)
    return answer.ok ? 'issued' : answer.refusal
  }
  assert.equal(await refusal(blitar, office.blitarRoads, 'kepala.pu', ['liaison', 'administrator']), 'issued')
  assert.equal(await refusal(blitar, office.blitar, 'rekan', ['operator']), 'issued')
  assert.equal(await refusal(blitar, office.centre, 'naik', ['operator']), 'agency-unknown')
  assert.equal(await refusal(blitar, office.kediri, 'lain', ['operator']), 'agency-unknown')
  assert.equal(await refusal(blitar, 999, 'lain', ['operator']), 'agency-unknown')
  assert.equal(await refusal(blitar, office.blitar, 'pemutus', ['arbiter']), 'role-arbiter')
  assert.equal(await refusal(centre, office.blitar, 'pemutus', ['arbiter']), 'role-arbiter')
  assert.equal(await refusal(centre, office.centre, 'pemutus', ['arbiter']), 'issued')
  assert.equal(await refusal(blitar, office.blitar, 'rekan', ['operator']), 'username-taken')
  assert.equal(await refusal(blitar, office.blitar, 'admin.kediri', ['operator']), 'username-taken')
  assert.equal(await refusal(blitar, office.blitar, 'Besar', ['operator']), 'username')
  assert.equal(await refusal(blitar, office.blitar, 'kosong', []), 'roles')
  assert.equal(await refusal(blitar, office.blitar, 'raja', ['king' as 'officer']), 'roles')
  assert.equal(
    await refusal(blitar, office.blitar, 'tanpa.email', ['officer'], { entry: 'invitation' }),
    'email-missing',
  )
  assert.equal(await refusal(blitar, office.blitar, 'email.salah', ['officer'], { email: 'a@b\nBcc: c@d.e' }), 'email')
  const clerk = { ...blitar, roles: ['operator'] as const }
  assert.equal(await refusal(clerk, office.blitar, 'diam', ['operator']), 'not-allowed')
})

test('many are issued together or not at all, and every wrong line is named', async () => {
  const good = person(office.blitar, 'banyak.1', ['officer'])
  const lines = [
    good,
    person(office.kediri, 'banyak.2', ['officer']),
    good,
    person(office.blitar, 'admin.kediri', ['officer']),
  ]
  const answer = await as(blitar, (tx) => issueAccounts(tx, keys, blitar, lines, now))
  assert.deepEqual(answer, {
    ok: false,
    refusal: 'lines',
    lines: [
      { index: 1, refusal: 'agency-unknown' },
      { index: 2, refusal: 'username-taken' },
      { index: 3, refusal: 'username-taken' },
    ],
  })
  assert.equal((await t.admin`select from account where username like 'banyak%'`).length, 0)
})

test('an administrator changes accounts of the branch, never the own one', async () => {
  const { accountId: id } = await issue(t.db, person(office.blitarRoads, 'tetap', ['officer']))
  const to = { agencyId: office.blitar }
  assert.ok((await as(blitar, (tx) => setRoles(tx, blitar, id, { roles: ['officer', 'liaison'] }, now))).ok)
  assert.ok((await as(blitar, (tx) => moveAccount(tx, blitar, id, to, now))).ok)
  assert.deepEqual(await as(blitar, (tx) => moveAccount(tx, blitar, id, { agencyId: office.kediri }, now)), {
    ok: false,
    refusal: 'agency-unknown',
  })
  assert.ok(
    (await as(blitar, (tx) => editAccount(tx, blitar, id, { name: 'Nama Baru', email: null, language: 'en' }, now))).ok,
  )
  assert.ok((await as(blitar, (tx) => disableAccount(tx, blitar, id, {}, now))).ok)
  assert.deepEqual(await as(blitar, (tx) => disableAccount(tx, blitar, id, {}, now)), { ok: false, refusal: 'already' })
  assert.deepEqual(await as(blitar, (tx) => newSlip(tx, blitar, id, now)), { ok: false, refusal: 'not-found' })
  assert.ok((await as(blitar, (tx) => enableAccount(tx, blitar, id, now))).ok)
  assert.ok((await as(blitar, (tx) => newSlip(tx, blitar, id, now))).ok)
  const own = blitar.personId
  const mine = { ok: false, refusal: 'own-account' }
  assert.deepEqual(await as(blitar, (tx) => setRoles(tx, blitar, own, { roles: ['operator'] }, now)), mine)
  assert.deepEqual(await as(blitar, (tx) => disableAccount(tx, blitar, own, {}, now)), mine)
  assert.deepEqual(await as(blitar, (tx) => moveAccount(tx, blitar, own, { agencyId: office.blitarRoads }, now)), mine)
  const lines = await withActor(t.db, actorOf(blitar), (tx) => historyBelow(tx, { below: blitar.path, accountId: id }))
  assert.deepEqual(lines.map(({ name }) => name).reverse(), [
    'account_issued', 'account_roles', 'account_moved', 'account_moved', 'account_renamed', 'account_disabled', 'account_enabled', 'account_slip',
  ]) // biome-ignore format: in one line as it happened
  assert.equal(lines[0]?.byName, blitar.name)
})

test('accounts of another branch do not exist', async () => {
  const { accountId: id } = await issue(t.db, person(office.kediriRoads, 'jauh', ['officer']))
  const nothing = { ok: false, refusal: 'not-found' }
  assert.deepEqual(await as(blitar, (tx) => disableAccount(tx, blitar, id, {}, now)), nothing)
  assert.deepEqual(await as(blitar, (tx) => setRoles(tx, blitar, id, { roles: ['operator'] }, now)), nothing)
  assert.deepEqual(await as(blitar, (tx) => newSlip(tx, blitar, id, now)), nothing)
  const read = await withActor(t.db, actorOf(blitar), async (tx) => ({
    one: await accountById(tx, '/', id),
    all: await accountsBelow(tx, { below: '/' }, 500),
  }))
  assert.equal(read.one, undefined)
  assert.ok(read.all.length > 0 && read.all.every(({ agencyPath }) => agencyPath.startsWith('/1/3572/')))
})

test('with every check of the program gone, the walls still hold', async () => {
  const { accountId: id } = await issue(t.db, person(office.kediriRoads, 'dinding', ['officer']))
  const rows = (work: (tx: Tx) => Promise<readonly unknown[]>) =>
    withActor(t.db, actorOf(blitar), work).then((found) => found.length)
  assert.equal(await rows((tx) => tx`select id from account where id = ${id}`), 0)
  assert.equal(await rows((tx) => tx`update account set name = 'x' where id = ${id} returning id`), 0)
  assert.equal(await rows((tx) => tx`select hash from session where account_id = ${foreign.personId}`), 0)
  assert.equal(
    await rows((tx) => tx`delete from session where account_id = ${foreign.personId} returning account_id`),
    0,
  )
  assert.equal(await rows((tx) => tx`update pass set used_at = now() where account_id = ${id} returning account_id`), 0)
  assert.equal(await rows((tx) => tx`select id from account_event where agency_path like '/1/3571/%'`), 0)
  assert.equal(await rows((tx) => tx`select 1 where hand_over(${foreign.personId}, ${id}, now()) is not null`), 0)
  assert.equal(
    await rows((tx) => tx`select 1 where open_work(${id}) is not null or kept_password(${id}) is not null`),
    0,
  )
  const refused = (work: (tx: Tx) => Promise<unknown>) =>
    assert.rejects(
      withActor(t.db, actorOf(blitar), work),
      /row-level security|not theirs|only the centre|permission denied/,
    )
  const into = (agency: number, roles: string[]) => (tx: Tx) =>
    tx`insert into account (agency_id, agency_path, username, name, roles) values (${agency}, '/1/3572/', 'sisip', 'Sisip', ${roles})`
  await refused(into(office.kediri, ['operator']))
  await refused(into(office.centre, ['operator']))
  await refused(into(office.blitar, ['arbiter']))
  await refused((tx) => tx`insert into pass (hash, account_id, purpose, expires_at) values ('x', ${id}, 'slip', now())`)
  await refused((tx) => tx`update account set roles = '{administrator,operator}' where id = ${blitar.personId}`)
  await refused((tx) => tx`update account set agency_id = ${office.kediri} where username = 'rekan'`)
  await refused((tx) => tx`select password_hash from account where id = ${blitar.personId}`)
  await refused((tx) => tx`update account_event set name = 'x'`)
  await assert.rejects(
    withActor(t.db, { kind: 'door' }, (tx) => tx`update account set roles = '{administrator}' where id = ${id}`),
    /not theirs/,
  )
})
