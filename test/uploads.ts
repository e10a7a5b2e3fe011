import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import sharp from 'sharp'
import { type Kept, keepUpload, type Upload } from '../src/attachment/keep.ts'
import { attachmentsOf, draftAttachments } from '../src/attachment/read.ts'
import { type Reencode, reencoder } from '../src/attachment/reencode.ts'
import { folderStore } from '../src/attachment/store.ts'
import { type Actor, withActor } from '../src/db/actor.ts'
import { testDatabase } from './database.ts'

/** Two cities, three officers, a store and a database: where uploads are tried. */

export const folder = await mkdtemp(join(tmpdir(), 'lapor-keep-'))
after(() => rm(folder, { recursive: true }))
export const { db, admin: owner } = await testDatabase()
export const store = folderStore(folder)
export const now = new Date()
export const hours = (n: number) => new Date(now.getTime() + n * 3_600_000)

export const nobody: Actor = { kind: 'public' }
const staff = (personId: number, agencyId: number, path: string): Actor => ({
  ...{ kind: 'staff', personId, agencyId, path },
  ...{ reads: true, readsBelow: false, inspects: false, manages: false },
})
export const [blitar, malang] = [staff(11, 2, '/1/2/'), staff(12, 3, '/1/3/')]
export const colleague = staff(13, 2, '/1/2/')

await owner`insert into agency (id, parent_id, path, kind, name, short_name) values
  (1, null, '/1/', 'centre', 'Pusat', 'Pusat'), (2, 1, '/1/2/', 'city', 'Kota Blitar', 'Blitar'),
  (3, 1, '/1/3/', 'city', 'Kota Malang', 'Malang')`
await owner`insert into account (id, agency_id, agency_path, username, name, roles) values
  (11, 2, '/1/2/', 'wulan', 'Wulan', '{officer}'), (12, 3, '/1/3/', 'bagus', 'Bagus', '{officer}'),
  (13, 2, '/1/2/', 'ratna', 'Ratna', '{liaison}')`

let filed = 0
/** A report with this key, held by this agency, and the actor who sent it. */
export async function file(key: string, agency: number) {
  const reference = `TEST${String(1000 + ++filed)}`
  const [report] = await owner<{ id: number }[]>`
    insert into report (key, digest, reference, channel, title, text, anonymous, secret, status, holder_id, holder_path,
      holder_since, filed_at, verify_due, cap_due, head)
    values (${key}, '\\x00', ${reference}, 'web', 'Jembatan', 'Jembatan retak', true, false, 'received', ${agency},
      ${`/1/${agency}/`}, ${now}, ${now}, ${now}, ${now}, '\\x00') returning id::int`
  const id = report?.id ?? 0
  const [person] = await owner<{ id: number }[]>`
    insert into reporter (report_id, own_report_id, created_at) values (${id}, ${id}, ${now}) returning id::int`
  const reporter: Actor = { kind: 'reporter', reporterId: person?.id ?? 0, reportIds: [id] }
  return { id, reference, reporter }
}
export const happened = (reportId: number, n: number, audience: string) => owner`
  insert into event (report_id, n, move, audience, actor, data, hash, at)
  values (${reportId}, ${n}, 'reply', ${audience}, 'staff', '{}', '\\x00', ${now})`

export const picture = (n: number) =>
  sharp({
    create: {
      width: 60,
      height: 40,
      channels: 3,
      noise: { type: 'gaussian', mean: 100 + n, sigma: 40 },
      background: 'red',
    },
  })
    .jpeg()
    .toBuffer()
export const photo = await picture(1)
export const real = reencoder()
/** Opens nothing: for tests of what stands around it. */
let pictures = 0n
export const instant: Reencode = async (file) => {
  pictures += 0x1111_2222_3333n
  const thumb = Buffer.from('RIFF\x10\0\0\0WEBPVP8 ', 'latin1')
  return {
    ok: true,
    mediaType: 'image/jpeg',
    width: 60,
    height: 40,
    pages: null,
    phash: pictures,
    file,
    thumb,
  }
}
export const keep = (actor: Actor, upload: Partial<Upload>, reencode = instant): Promise<Kept> =>
  keepUpload({ db, store, reencode }, actor, {
    reportKey: randomUUID(),
    kind: 'report',
    name: 'IMG-Bu Sari.jpg',
    bytes: photo,
    now,
    ...upload,
  })
export const offered = (key: string) =>
  withActor(db, nobody, async (tx) => (await draftAttachments(tx, key, now)).map(({ id }) => id))
export const refusal = (kept: Kept) => (kept.ok ? 'kept' : kept.refusal)
export async function kept(actor: Actor, upload: Partial<Upload>, reencode = instant) {
  const result = await keep(actor, upload, reencode)
  assert.ok(result.ok, refusal(result))
  return result.attachment
}
export const seenBy = (actor: Actor, key: string) =>
  withActor(db, actor, async (tx) => (await attachmentsOf(tx, key)).map(({ id }) => id))
