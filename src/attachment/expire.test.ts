import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import { blitar, db, file, hours, kept, nobody, now, offered, owner, photo, store } from '../../test/uploads.ts'
import { withActor } from '../db/actor.ts'
import { expireDrafts, sweepStrays } from './expire.ts'
import { openAttachment } from './read.ts'

test('drafts that were never filed are forgotten after a day, by two workers at once, and nothing else is', async () => {
  const [left, filedLater, young] = [randomUUID(), randomUUID(), randomUUID()]
  const old = await kept(nobody, { reportKey: left, now: hours(-25) })
  const safe = await kept(nobody, { reportKey: filedLater, now: hours(-25) })
  await kept(nobody, { reportKey: young, now: hours(-2) })
  await file(filedLater, 2)
  assert.deepEqual(await offered(left), [])
  const counts = await Promise.all([expireDrafts(db, store, now), expireDrafts(db, store, now)])
  assert.equal(counts[0] + counts[1], 1)
  assert.equal((await owner`select from attachment where id = ${old.id}`).count, 0)
  const opened = await withActor(db, blitar, (tx) => openAttachment(tx, store, safe.id))
  assert.ok((await buffer(opened?.body ?? assert.fail())).equals(photo))
  assert.equal((await offered(young)).length, 1)
  const early = withActor(
    db,
    { kind: 'system' },
    (tx) => tx`delete from attachment where report_key in (${young}, ${filedLater})`,
  )
  assert.equal((await early).count, 0, 'the wall lets no job delete more')
})

test('bytes without a row are swept after two days, bytes with one stay', async () => {
  const reportKey = randomUUID()
  const { id } = await kept(nobody, { reportKey, now: hours(-72) })
  await file(reportKey, 2)
  const stray = `${hours(-72).toISOString().slice(0, 10)}/${'ab'.repeat(16)}`
  await store.put(stray, photo)
  assert.equal(await sweepStrays(db, store, now), 1)
  assert.equal(await store.exists(stray), false)
  assert.ok(await withActor(db, blitar, (tx) => openAttachment(tx, store, id)))
})
