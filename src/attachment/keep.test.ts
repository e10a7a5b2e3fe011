import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import {
  blitar,
  db,
  file,
  folder,
  instant,
  keep,
  kept,
  malang,
  nobody,
  now,
  offered,
  owner,
  photo,
  real,
  refusal,
  seenBy,
} from '../../test/uploads.ts'
import { type Actor, withActor } from '../db/actor.ts'
import { keepUpload, type Upload } from './keep.ts'
import { draftAttachments } from './read.ts'
import { folderStore } from './store.ts'

test('a photo of a draft is drawn anew, kept, shown to who holds the key, and comes with the report', async () => {
  const reportKey = randomUUID()
  const { id } = await kept(nobody, { reportKey }, real)
  const drafts = await withActor(db, nobody, (tx) => draftAttachments(tx, reportKey, now))
  assert.deepEqual(
    drafts.map((each) => [each.id, each.name, each.mediaType, each.width]),
    [[id, null, 'image/jpeg', 60]],
  )
  assert.deepEqual(await seenBy(nobody, reportKey), [], 'without holding the draft')
  assert.deepEqual(await seenBy(blitar, reportKey), [])
  const { reporter } = await file(reportKey, 2)
  assert.deepEqual(await seenBy(blitar, reportKey), [id])
  assert.deepEqual(await seenBy(reporter, reportKey), [id])
  assert.deepEqual(await seenBy(malang, reportKey), [])
  assert.deepEqual(await offered(reportKey), [], 'the key opens nothing any more')
})

test('the name a citizen gave is nowhere, the name staff gave is cleaned', async () => {
  const reportKey = randomUUID()
  await kept(nobody, { reportKey, name: 'KTP Siti Aminah.jpg' })
  const { reporter } = await file(reportKey, 2)
  await kept(reporter, { reportKey, kind: 'reply', name: 'KTP Siti Aminah.jpg' })
  const after = await kept(blitar, { reportKey, kind: 'after', name: '../Sesudah\u202e perbaikan.jpg' })
  assert.equal(after.name, 'Sesudah perbaikan')
  const rows = await owner`select a::text as row from attachment a where report_key = ${reportKey}`
  assert.equal(rows.length, 3)
  assert.ok(rows.every(({ row }) => !row.includes('Siti')))
})

test('too much, too large, empty and foreign are refused, and leave no bytes', async () => {
  const reportKey = randomUUID()
  const before = (await readdir(folder, { recursive: true })).length
  assert.equal(refusal(await keep(nobody, { bytes: Buffer.alloc(10_000_001, photo) })), 'tooLarge')
  assert.equal(refusal(await keep(nobody, { bytes: Buffer.of() })), 'broken')
  assert.equal(refusal(await keep(nobody, { bytes: Buffer.from('<svg/>'), name: 'foto.jpg' })), 'type')
  assert.equal(refusal(await keep(nobody, { bytes: photo.subarray(0, 200) }, real)), 'broken')
  assert.equal((await readdir(folder, { recursive: true })).length, before)
  const eight = await Promise.all(Array.from({ length: 8 }, () => keep(nobody, { reportKey })))
  assert.deepEqual(eight.map(refusal).sort(), [...Array(5).fill('kept'), ...Array(3).fill('tooMany')])
  assert.equal(refusal(await keep(nobody, { reportKey })), 'tooMany')
})

test('a full or absent store is a refusal, never a file that was promised and lost', async () => {
  const reportKey = randomUUID()
  const notAFolder = join(folder, 'full')
  await writeFile(notAFolder, '')
  const failing = folderStore(notAFolder)
  const upload: Upload = { reportKey, kind: 'report', name: '', bytes: photo, now }
  assert.equal(refusal(await keepUpload({ db, store: failing, reencode: instant }, nobody, upload)), 'unavailable')
  assert.deepEqual(await offered(reportKey), [])
})

test('who may add what: nobody to a filed report, a reporter replies, staff the rest and only where they see', async () => {
  const reportKey = randomUUID()
  const { reporter } = await file(reportKey, 2)
  const may = async (actor: Actor, kind: Upload['kind']) => refusal(await keep(actor, { reportKey, kind }))
  assert.equal(await may(nobody, 'report'), 'closed')
  assert.equal(await may(nobody, 'reply'), 'closed')
  assert.equal(await may(reporter, 'report'), 'closed')
  assert.equal(await may(reporter, 'after'), 'closed')
  assert.equal(await may(malang, 'after'), 'closed')
  assert.equal(await may(blitar, 'reply'), 'closed')
  assert.equal(await may(blitar, 'report'), 'closed')
  assert.equal(await may(reporter, 'reply'), 'kept')
  assert.equal(await may(blitar, 'after'), 'kept')
})
