import assert from 'node:assert/strict'
import { test } from 'node:test'
import { town } from '../../../../test/doors/town.ts'
import { keys, monday } from '../../../../test/heart.ts'
import { siteFor, siteUrl, Visitor } from '../../../../test/visitor.ts'
import { accepting } from '../../../inbox/accept.ts'
import { inTrouble } from '../../../inbox/position.ts'
import { purse } from '../../../inbox/purse.ts'
import { unseal, unsealJson } from '../../../person/seal.ts'
import type { Said } from '../../../talk/messenger.ts'

/** What people said on services, in the hands of the centre's administrators; and what a paid service has cost. */

const t = await town()
const accept = accepting(t.db.intake, keys)
const said = new Map<string, Said | Error>()
const site = siteFor(t.db, {
  keys,
  now: () => monday,
  rules: async () => t.book,
  intake: t.intake,
  wake: () => {},
  open: ['email', 'sms', 'x'],
  services: {
    saidIn: async (_, message) => {
      const found = said.get((message as { event: { id: string } }).event.id)
      if (found instanceof Error) throw found
      return found
    },
    most: { x: 5000 },
  },
  site: { edition: 'national', publicUrl: siteUrl, production: false, place: '', proxies: [] },
})
async function keeper() {
  const known = await t.visitor('centreAdministrator', new Visitor(t.site), new Visitor(t.site))
  const visitor = new Visitor(site)
  for (const [name, value] of known.cookies) visitor.cookies.set(name, value)
  return visitor
}

let n = 0
async function aside(channel: 'x' | 'telegram', event: object, reason: string): Promise<number> {
  const arrived = {
    channel,
    account: 'lapor',
    providerId: `p${++n}`,
    fingerprint: Buffer.from('a'),
    receivedAt: monday,
  }
  const { key } = await accept({ ...arrived, message: { event } })
  const [row] =
    await t.admin`update inbox set state = 'parked', reason = ${reason} where key = ${key} returning id::int as id`
  return row?.id ?? 0
}
const stateOf = async (id: number) => ({
  ...(await t.admin`select state, by_hand as hand from inbox where id = ${id}`)[0],
})
const words = (id: string, text: string, reach: Said['reach'] = 'public'): Said => ({ from: { id: '11', name: 'Warga' }, reach, id, thread: id, at: monday, text, quoted: [], media: [] }) // biome-ignore format: one object

test('talk is read on the page and made a report there; what a service keeps itself is asked for when it is opened', async () => {
  const admin = await keeper()
  const id = await aside('telegram', { message: { text: 'Halo min, banjir' } }, 'chatter')
  const hidden = await aside('x', { kind: 'post', id: '77' }, 'chatter')
  const page = await admin.get('/kelola/kanal')
  assert.match(page.text, new RegExp(`Halo min, banjir[\\s\\S]*/kelola/kanal/${id}/laporan`))
  assert.match(page.text, /Kata-katanya ada di X/)
  assert.equal((await admin.post(`/kelola/kanal/${id}/laporan`, {})).status, 303)
  assert.deepEqual(await stateOf(id), { state: 'waiting', hand: true })
  assert.equal((await admin.post(`/kelola/kanal/${id}/laporan`, {})).status, 404)

  said.set('77', words('77', 'Selokan mampet <script>'))
  assert.match((await admin.get(`/kelola/kanal/${hidden}`)).text, /Warga\s+Selokan mampet &lt;script&gt;/)
  said.delete('77')
  assert.match((await admin.get(`/kelola/kanal/${hidden}`)).text, /Tidak ada lagi di X/)
  said.set('77', new Error('away'))
  assert.match((await admin.get(`/kelola/kanal/${hidden}`)).text, /X tidak dapat ditanya sekarang/)
})

test('who wrote a message that somebody writes down by hand is known, told, and goes on in their report', async () => {
  const admin = await keeper()
  const id = await aside('x', { kind: 'post', id: '88' }, 'not-a-report')
  said.set('88', words('88', '???'))
  assert.match((await admin.get(`/kelola/kanal/${id}`)).text, /dikabari di sana dengan nomornya/)
  assert.equal((await admin.post(`/kelola/kanal/${id}`, { text: 'Lampu jalan mati.' })).status, 303)
  const [row] = await t.admin`
    select r.id::int, p.reachable, v.sealed, (select thread from post where report_id = r.id) as thread,
      (select way from reply where inbox_id = ${id}) as way, (select sealed from reply where inbox_id = ${id}) as reply
    from report r join reporter p on p.report_id = r.id left join vault.identity v on v.reporter_id = p.id where r.text = 'Lampu jalan mati.'`
  assert.deepEqual([row?.reachable, row?.thread, row?.way], ['messenger', '88', 'invited'])
  assert.deepEqual(unseal(keys, row?.sealed).account, { service: 'x', id: '11', called: 'Warga' })
  assert.match((unsealJson(keys, row?.reply) as { text: string }).text, /sudah kami terima, nomor/)
})

test('who asked for secrecy is neither known nor told, and a service that is away keeps no report from being made', async () => {
  const admin = await keeper()
  const secret = await aside('x', { kind: 'post', id: '90' }, 'asks-secrecy')
  const away = await aside('x', { kind: 'post', id: '91' }, 'failed: Error')
  said.set('90', words('90', 'RAHASIA'))
  said.set('91', new Error('away'))
  assert.equal((await admin.post(`/kelola/kanal/${secret}/laporan`, {})).status, 404)
  for (const id of [secret, away])
    assert.equal((await admin.post(`/kelola/kanal/${id}`, { text: `Isi ${id}` })).status, 303)
  const rows = await t.admin`
    select p.reachable from report r join reporter p on p.report_id = r.id where r.text like 'Isi %'`
  assert.deepEqual(rows.map(({ reachable }) => reachable), [null, null]) // biome-ignore format: one list
  assert.equal((await t.admin`select from reply where inbox_id in (${secret}, ${away})`).count, 0)
})

test('what X cost today, its limit, its gap and until when it is left alone stand on the page', async () => {
  const admin = await keeper()
  const fresh = await admin.get('/kelola/kanal')
  assert.match(fresh.text, /Biaya hari ini[\s\S]*0,00 dolar AS, batasnya 5,00 dolar AS[\s\S]*belum pernah/)
  assert.doesNotMatch(fresh.text, /Batas biaya hari ini tercapai|Sebagian tidak pernah kami lihat/)
  const place = { channel: 'x', account: 'lapor' } as const
  await purse(t.db.worker, place, 5000, () => monday).note({ 'post|1': 1235 })
  const until = new Date(monday.getTime() + 3_600_000)
  await inTrouble(t.db.worker, place, 'spent', until)
  await t.admin`update channel_position set gap_at = ${new Date(monday.getTime() - 86_400_000)}, asked_at = ${monday}`
  const page = await admin.get('/kelola/kanal')
  assert.match(page.text, /Batas biaya hari ini tercapai\. X tidak ditanyai dan tidak dikirimi sampai/)
  assert.match(page.text, /Sebagian tidak pernah kami lihat/)
  assert.match(page.text, /1,24 dolar AS, batasnya 5,00 dolar AS|1,23 dolar AS, batasnya 5,00 dolar AS/)
  await inTrouble(t.db.worker, place, 'away', new Date(monday.getTime() - 1))
  await t.admin`update channel_position set gap_at = ${new Date(monday.getTime() - 30 * 86_400_000)}`
  const later = await admin.get('/kelola/kanal')
  assert.doesNotMatch(later.text, /tidak menjawab|Sebagian tidak pernah kami lihat/)
  assert.match(later.text, /Terakhir ada yang terlewat/)
})
