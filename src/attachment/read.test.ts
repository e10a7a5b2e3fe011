import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import sharp from 'sharp'
import {
  blitar,
  colleague,
  db,
  file,
  happened,
  hours,
  instant,
  kept,
  malang,
  nobody,
  now,
  owner,
  picture,
  real,
  seenBy,
  store,
} from '../../test/uploads.ts'
import { type Actor, withActor } from '../db/actor.ts'
import { expireDrafts } from './expire.ts'
import { attachTo, holdDraft, openAttachment, removeFromDraft, reusedOn } from './read.ts'
import type { Reencode } from './reencode.ts'

test('a file is opened only through what the actor sees, thumbnail included', async () => {
  const reportKey = randomUUID()
  const { id, bytes } = await kept(nobody, { reportKey }, real)
  const { reporter } = await file(reportKey, 2)
  const stranger = (await file(randomUUID(), 2)).reporter
  for (const actor of [nobody, malang, stranger, { kind: 'door' } as const]) {
    for (const as of ['file', 'thumb'] as const) {
      assert.equal(await withActor(db, actor, (tx) => openAttachment(tx, store, id, as)), null)
    }
  }
  for (const actor of [blitar, reporter]) {
    const opened = await withActor(db, actor, (tx) => openAttachment(tx, store, id))
    assert.ok(opened)
    assert.equal((await buffer(opened.body)).length, bytes)
    assert.deepEqual(
      Object.keys(opened.attachment).filter((name) => /storage|thumb|sha|phash/i.test(name)),
      [],
    )
  }
  const thumb = await withActor(db, blitar, (tx) => openAttachment(tx, store, id, 'thumb'))
  assert.ok(thumb)
  assert.equal((await sharp(await buffer(thumb.body)).metadata()).format, 'webp')
})

test('the walls hold when the command is bypassed: no foreign row, no foreign name on it, no rewriting', async () => {
  const [mine, theirs] = [randomUUID(), randomUUID()]
  await file(mine, 2)
  await file(theirs, 3)
  const { id } = await kept(blitar, { reportKey: mine, kind: 'before' })
  const row = (reportKey: string, byPerson: number) => ({
    ...{ reportKey, kind: 'before', storageKey: randomUUID(), thumbKey: randomUUID(), mediaType: 'image/jpeg' },
    ...{ bytes: 1, width: 1, height: 1, sha256: Buffer.alloc(32), byPerson, uploadedAt: now },
  })
  const insert = (reportKey: string, by: number) =>
    withActor(db, blitar, (tx) => tx`insert into attachment ${tx(row(reportKey, by))}`)
  await insert(mine, 11)
  await assert.rejects(insert(theirs, 11), { code: '42501' })
  await assert.rejects(insert(mine, 12), { code: '42501' })
  for (const rewrite of ['storage_key', 'report_key', 'sha256', 'uploaded_at']) {
    const change = withActor(db, blitar, (tx) => tx`update attachment set ${tx(rewrite)} = default where id = ${id}`)
    await assert.rejects(change, { code: '42501' }, rewrite)
  }
  await assert.rejects(
    withActor(db, blitar, (tx) => tx`delete from attachment where id = ${id}`),
    { code: '42501' },
  )
  const draft = withActor(db, malang, async (tx) => {
    await holdDraft(tx, mine)
    return tx`select from attachment where report_key = ${mine}`
  })
  assert.equal((await draft).count, 0, 'the key of a filed report is no draft')
})

test('what is not sent yet is seen by its own side, and then by whom the event is for', async () => {
  const reportKey = randomUUID()
  const { id: reportId, reporter } = await file(reportKey, 2)
  const answer = await kept(blitar, { reportKey, kind: 'answer' })
  const reply = await kept(reporter, { reportKey, kind: 'reply' })
  const visit = await kept(blitar, { reportKey, kind: 'before' })
  assert.deepEqual(await seenBy(colleague, reportKey), [answer.id, visit.id])
  assert.deepEqual(await seenBy(reporter, reportKey), [reply.id])
  await happened(reportId, 2, 'everyone')
  await happened(reportId, 3, 'staff')
  const hang = (actor: Actor, n: number, ids: number[]) => withActor(db, actor, (tx) => attachTo(tx, reportKey, n, ids))
  assert.equal(await hang(malang, 2, [answer.id]), 0)
  assert.equal(await hang(colleague, 2, [answer.id, reply.id]), 1, 'not the unsent reply of the reporter')
  assert.equal(await hang(colleague, 3, [visit.id, answer.id]), 1, 'what was sent stays where it is')
  assert.deepEqual(await seenBy(reporter, reportKey), [answer.id, reply.id])
  await assert.rejects(hang(reporter, 3, [reply.id]), { code: '42501' }, 'an event that is not for the reporter')
  assert.equal(await hang(reporter, 2, [reply.id]), 1)
  assert.deepEqual(await seenBy(blitar, reportKey), [answer.id, reply.id, visit.id])
})

test('a photo taken out of the draft is not in the report, and its bytes go', async () => {
  const reportKey = randomUUID()
  const [wrong, right] = [await kept(nobody, { reportKey }), await kept(nobody, { reportKey })]
  const remove = (key: string) => withActor(db, nobody, (tx) => removeFromDraft(tx, key, wrong.id, now))
  assert.equal(await remove(randomUUID()), false)
  assert.equal(await remove(reportKey), true)
  assert.equal(await remove(reportKey), false)
  await file(reportKey, 2)
  assert.deepEqual(await seenBy(blitar, reportKey), [right.id])
  assert.equal(await withActor(db, blitar, (tx) => openAttachment(tx, store, wrong.id)), null)
  assert.equal(await expireDrafts(db, store, hours(1)), 1)
  assert.equal((await owner`select from attachment where id = ${wrong.id}`).count, 0)
})

test('the same photo on another report is told to staff, without naming what they may not see', async () => {
  const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()]
  const [one, two, three] = [await picture(9), await picture(10), await picture(11)]
  const { reference } = await file(first, 2)
  const { reporter } = await file(second, 2)
  await file(third, 3)
  const looks =
    (phash: bigint): Reencode =>
    async (bytes) =>
      ({ ...((await instant(bytes)) as { ok: true }), phash }) as never
  const print = -0x1234_5678_9abc_def0n
  await kept(blitar, { reportKey: first, kind: 'after', bytes: one }, looks(print))
  const { id } = await kept(
    blitar,
    { reportKey: second, kind: 'after', bytes: two },
    looks(print ^ 0b1000_0000_0000_0000_0001n),
  )
  const reused = (actor: Actor) => withActor(db, actor, (tx) => reusedOn(tx, id))
  assert.deepEqual(await reused(blitar), { references: [reference], elsewhere: false, here: false })
  await kept(malang, { reportKey: third, kind: 'before', bytes: three }, looks(print))
  assert.deepEqual(await reused(blitar), { references: [reference], elsewhere: true, here: false })
  for (const actor of [malang, reporter, nobody]) {
    assert.deepEqual(await reused(actor), { references: [], elsewhere: false, here: false })
  }
})

test('the check does not tell that a photo stands in a report which the actor may not see', async () => {
  const [own, secret, open] = [randomUUID(), randomUUID(), randomUUID()]
  await file(own, 2)
  const photo = await picture(21)
  await kept(nobody, { reportKey: open, bytes: photo })
  await file(open, 3)
  await kept(nobody, { reportKey: secret, bytes: photo })
  const { reference } = await file(secret, 3)
  await owner`update report set secret = true where key = ${secret}`
  await kept(malang, { reportKey: secret, kind: 'after', bytes: photo })
  const { id } = await kept(blitar, { reportKey: own, kind: 'after', bytes: photo })
  const asked = () => withActor(db, blitar, (tx) => reusedOn(tx, id))
  assert.deepEqual(await asked(), { references: [], elsewhere: false, here: false })
  await kept(malang, { reportKey: open, kind: 'after', bytes: photo })
  assert.equal((await asked()).elsewhere, true, 'evidence on a report that is not secret')
  await owner`update report set holder_id = 2, holder_path = (select path from agency where id = 2) where key = ${secret}`
  assert.deepEqual((await asked()).references, [reference], 'a secret one that they see')
})

test('a photo that is in the report already is told: the citizen’s, that of an earlier visit, or both before and after', async () => {
  const reportKey = randomUUID()
  const [theirs, earlier, twice] = [await picture(31), await picture(32), await picture(33)]
  await kept(nobody, { reportKey, bytes: theirs })
  const { id: reportId } = await file(reportKey, 2)
  const after = async (bytes: Buffer) => (await kept(blitar, { reportKey, kind: 'after', bytes })).id
  const here = async (id: number, together: readonly number[] = []) =>
    (await withActor(db, blitar, (tx) => reusedOn(tx, id, together))).here
  assert.equal(await here(await after(theirs)), true)
  assert.equal(await here(await after(earlier)), false)
  assert.equal(await here(await after(earlier)), false, 'chosen again after the form came back')
  const { id } = await kept(blitar, { reportKey, kind: 'before', bytes: twice })
  const other = await after(twice)
  assert.equal(await here(other), false)
  assert.equal(await here(other, [id]), true)
  await happened(reportId, 2, 'everyone')
  await withActor(db, blitar, (tx) => attachTo(tx, reportKey, 2, [id]))
  assert.equal(await here(other), true)
})
