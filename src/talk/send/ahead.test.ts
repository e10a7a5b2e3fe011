import assert from 'node:assert/strict'
import { test } from 'node:test'
import { joins, told } from '../../../test/contacts.ts'
import { by, monday, people, scene } from '../../../test/post.ts'
import { rulesFor } from '../../agency/rulebook.ts'
import { attempt, withActor } from '../../db/actor.ts'
import { sendText } from '../../notice/text/send.ts'
import { actorOf } from '../../person/may.ts'
import { move } from '../../report/move.ts'
import { type Ahead, aheadOf } from './ahead.ts'

/** What is shown before a step is what goes out after it; and of who hears it, only how many by which way. */

const office = await scene()
const { db, admin } = office
const classing = { class: 'complaint', oversight: false, categoryCode: undefined, note: '' } as const

async function held(fields: Record<string, string>) {
  const filed = await office.file(fields)
  await office.does(by('centre'), filed.reference, 'forward', { agencyId: 2, ...classing, assisting: [] })
  await office.does(by('city'), filed.reference, 'forward', { agencyId: 3, ...classing, assisting: [] })
  return filed
}

async function ahead(reference: string, name: 'answer' | 'question' | 'resolve', text: string): Promise<Ahead> {
  const book = await office.rules()
  const said = { rules: (area: string | null) => rulesFor(book, area), service: 'LAPOR', site: 'lapor.example', now: monday } // biome-ignore format: one object
  let shown: Ahead | undefined
  await attempt(db, actorOf(people.liaison), async (tx) => {
    const [report] = await tx<{ id: number }[]>`select id from report where reference = ${reference}`
    const moved = await move(tx, book, by('liaison'), { reference, name, input: { text } }, monday)
    if (!moved.ok || !report) return { ok: false as const }
    shown = await aheadOf(tx, said, { reportId: report.id, n: moved.version, move: name })
    return { ok: false as const }
  })
  if (!shown) throw new Error('nothing was shown')
  return shown
}

/** As a reader filed it who heard the person on a service. */
const onService = (reporterId: number, channel: string) => admin`
  with r as (update reporter set reachable = 'messenger' where id = ${reporterId} returning own_report_id)
  update report set channel = ${channel} where id = (select own_report_id from r)`

const shortly = ({ ways }: Ahead) => ways.map(({ way, reporters }) => `${reporters} ${way}`)

test('a short message is shown in the words in which it goes, with its parts', async () => {
  const filed = await held({ text: 'Air mati.', reach: 'phone', phone: '081234560001' })
  const shown = await ahead(filed.reference, 'question', 'Sejak kapan airnya mati?')
  await office.does(by('liaison'), filed.reference, 'question', { text: 'Sejak kapan airnya mati?' })
  const sent: string[] = []
  const gateway = { close: () => {}, send: async ({ text }: { text: string }) => ({ ok: true, ...(sent.push(text) && {}) }) as const } // biome-ignore format: one gateway
  const line = {
    service: 'LAPOR',
    site: 'lapor.example',
    number: '1708',
    countries: ['62'],
    mostADay: 9,
    mostAReport: 9,
  }
  for (const id of await told(office, filed.reportId, 4)) await sendText(office.post, gateway, line, id, monday)
  assert.equal(sent.length, 1)
  const [going] = shown.ways
  assert.equal(going?.text.replace('1234', ''), sent[0]?.replace(/\b\d{4}(?= lalu)/, ''))
  assert.deepEqual([going?.way, going?.reporters, going?.parts, going?.cut], ['sms', 1, 1, false])
  const long = await ahead((await held({ text: 'Air.', reach: 'phone', phone: '081234560002' })).reference, 'question', 'Apa? '.repeat(90)) // biome-ignore format: one call
  assert.deepEqual([long.ways[0]?.parts, long.ways[0]?.cut], [2, true])
})

test('each way is counted, and each is measured as it counts', async () => {
  const filed = await held({ text: 'Jalan rusak.', reach: 'email', email: 'warga@contoh.example' })
  const more = [
    await office.file({ text: 'Jalan rusak juga.', reach: 'email', email: 'lain@contoh.example' }),
    await office.file({ text: 'Jalan rusak di sini.', reach: 'phone', phone: '081234560003' }),
    await office.file({ text: 'Jalan rusak sekali.', reach: 'none' }),
    await office.file({ text: 'Jalan rusak begini.', reach: 'none' }),
    await office.file({ text: 'Jalan rusak begitu.', reach: 'phone', phone: '081234560009' }),
  ]
  await onService(more[3]?.reporterId ?? 0, 'instagram')
  await joins(office, more[4]?.reporterId ?? 0, 'gabung@contoh.example', true)
  await admin`update reporter set report_id = ${filed.reportId} where id in ${admin(more.map((one) => one.reporterId))}`
  const text = `${'Aspal kami tambal. '.repeat(60)}Akhir.`
  const shown = await ahead(filed.reference, 'answer', text)
  assert.deepEqual(shortly(shown), ['3 email', '1 instagram', '1 sms', '1 page'])
  const way = (name: string) => shown.ways.find((one) => one.way === name)
  assert.deepEqual([way('email')?.cut, way('email')?.length, way('email')?.most], [false, text.length, 1500])
  assert.equal(way('instagram')?.cut, true)
  assert.ok((way('instagram')?.length ?? 0) > 1000, 'as long as it would be')
  assert.ok(Buffer.byteLength(way('instagram')?.text ?? '') <= 1000)
  assert.equal(way('sms')?.cut, false, 'the answer is not in it, and it says where')
  assert.match(way('sms')?.text ?? '', /Baca di lapor\.example/)
  await admin`update reporter set muted = true where id = ${filed.reporterId}`
  await admin`update reporter set bounced_at = now() where id = ${more[0]?.reporterId ?? 0}`
  assert.deepEqual(shortly(await ahead(filed.reference, 'answer', text)), ['1 email', '1 instagram', '1 sms', '3 page'])
})

test('of a secret report a neutral notice goes, and nobody of the staff learns by which way', async () => {
  const filed = await held({ text: 'Pungli.', reach: 'email', email: 'rahasia@contoh.example', readers: 'secret' })
  const shown = await ahead(filed.reference, 'answer', 'Kami periksa diam-diam.')
  assert.deepEqual(shown.ways, [])
  assert.match(shown.neutral, /Ada kabar baru/)
  assert.doesNotMatch(JSON.stringify(shown), /diam-diam/)
  const ways = (actor: Parameters<typeof withActor>[1], id: number) =>
    withActor(db, actor, (tx) => tx`select * from report_ways(${id})`)
  assert.equal((await ways(actorOf(people.liaison), filed.reportId)).length, 0)
  const open = await office.file({ text: 'Di pusat saja.', reach: 'email', email: 'pusat@contoh.example' })
  assert.equal((await ways(actorOf(people.centre), open.reportId)).length, 1)
  assert.equal((await ways(actorOf(people.liaison), open.reportId)).length, 0, 'not theirs')
  assert.equal((await ways({ kind: 'public' }, open.reportId)).length, 0)
  await admin`update report set secret = true where id = ${open.reportId}`
  const merged = await office.file({ text: 'Sama.', reach: 'phone', phone: '081234560004' })
  await admin`update reporter set report_id = ${merged.reportId} where id = ${open.reporterId}`
  const both = await ways(actorOf(people.centre), merged.reportId)
  assert.deepEqual(both.map(({ way }) => way).toSorted(), ['page', 'sms'], 'who asked for secrecy before a merge')
})
