import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { freePort } from '../../src/db/embedded/launch.ts'
import { joinEmbedded } from '../../src/db/embedded/start.ts'
import { signIn } from '../gateways/enter.ts'
import { dataFolder, program } from '../program.ts'
import type { Network, Reach } from '../wire/people/network.ts'
import { town } from '../wire/people/town.ts'
import { isServed, office, person, referenceIn, sendsAlbum, story, tells, whispers } from './talk.ts'

/** The product behind every service on which people talk, from somebody's post to the closed report. The services are stand-ins
 *  on this machine; everything between is real. */

const patience = 30_000

test('whoever writes on a service is answered there until the report is closed', { concurrency: 30 }, async (t) => {
  const port = await freePort(0)
  const site = `http://localhost:${port}`
  const services = await town(`http://127.0.0.1:${port}`)
  t.after(services.close)
  const dataDir = dataFolder(t)
  const running = await program(dataDir, { PORT: String(port), ...services.env })
  t.after(() => running.kill())
  const { ownerUrl = '' } = (await joinEmbedded(join(dataDir, 'data'))) ?? {}
  const sql = postgres(ownerUrl, { max: 2, onnotice: () => {} })
  t.after(() => sql.end())
  const does = await office(site, sql)
  const { telegram, whatsapp, facebook, instagram, x } = services.people
  const networks: readonly Network[] = [telegram, whatsapp, facebook, instagram, x]
  const inPublic = [facebook, instagram, x]

  const reportOf = async (number: string) => {
    const [row] = await sql`
      select r.channel, r.status, r.text, r.latitude,
        (select count(*)::int from attachment a where a.report_key = r.key and a.removed_at is null) as photos
      from report r where r.reference = ${number}`
    return row
  }
  async function becomes<T>(find: () => Promise<T>, is: (found: T) => boolean): Promise<T> {
    for (const late = AbortSignal.timeout(patience); ; await sleep(100)) {
      const found = await find()
      if (is(found) || late.aborted) return found
    }
  }

  async function wholeLife(network: Network, reach: Reach, n: number) {
    const one = person(network, `Warga ${network.title} ${reach}`)
    const number = await tells(one, reach, n)
    await isServed(one, does, number)
    const report = await reportOf(number)
    assert.deepEqual([report?.channel, report?.status, report?.photos], [network.service, 'closed', 1])
    if (network.hasPins) assert.equal(report?.latitude, -8.0955)
    // What everyone reads was said once.
    assert.equal(one.hearings('public').length, reach === 'public' ? 1 : 0)
  }

  async function takenBack(network: Network, reach: Reach) {
    const one = person(network, `Pencabut ${network.title} ${reach}`)
    const post = await one.says(`${one.address}Pohon besar di Jalan Kartini miring ke rumah warga`, { reach })
    const number = referenceIn(await one.hears(/kami terima, nomor/))
    await network.takesBack(post)
    const gone = /^\[Isi dihapus: penulisnya menghapus unggahan ini di /
    const report = await becomes(
      () => reportOf(number),
      (found) => gone.test(found?.text),
    )
    assert.match(report?.text, gone)
    assert.equal(report?.status, 'received')
  }

  const whisperers = inPublic.map((network) => person(network, `Pembisik ${network.title}`))

  async function polled() {
    const one = person(x, 'Warga X yang ditanya')
    x.habits.silent.add(one.who)
    await one.says(`@lapor ${story} di Jalan Cemara`, { reach: 'public' })
    await one.hears(/kami terima, nomor/)
    await one.hears(/Dicatat /, 'public')
  }

  async function album() {
    const one = person(telegram, 'Warga yang memotret')
    const number = await sendsAlbum(one)
    const report = await becomes(
      () => reportOf(number),
      (found) => found?.photos === 3,
    )
    assert.equal(report?.photos, 3, 'all of the album is in one report')
    // When a photo comes before the words, they are asked for once.
    assert.ok(one.hearings('private').length <= 2)
  }

  async function notReached() {
    const one = person(whatsapp, 'Warga di luar jangkauan')
    await one.says('Sampah menumpuk di depan Pasar Legi sejak Senin')
    const number = referenceIn(await one.hears(/kami terima, nomor/))
    await does('centre', number, 'penerusan', { agencyName: 'Pemerintah Kota Blitar', class: 'complaint' })
    const news = await one.hears(/diteruskan ke/)
    await whatsapp.fares(news.id, 'failed')
    const administrator = await signIn(site, 'admin.pusat')
    const shown = `${number.slice(0, 4)}-${number.slice(4)}`
    const page = await becomes(
      () => administrator.reads('/kelola/kanal'),
      (found) => found.includes(shown),
    )
    assert.ok(page.includes(shown), 'the page of channels says whom our news did not reach')
  }

  const lives = networks.flatMap((network) => network.reaches.map((reach) => ({ network, reach })))
  const deletions = networks.flatMap((network) => network.forgets.map((reach) => ({ network, reach })))
  await Promise.all([
    t.test('X is asked for what it does not hand in', polled),
    ...lives.map(({ network, reach }, n) =>
      t.test(`${network.title}, ${reach}: a whole life`, () => wholeLife(network, reach, n + 1)),
    ),
    ...deletions.map(({ network, reach }) =>
      t.test(`${network.title}, ${reach}: what is taken back is gone here as well`, () => takenBack(network, reach)),
    ),
    ...whisperers.map((one) =>
      t.test(`${one.network.title}: what asks for secrecy in public is hidden and answered alone`, async () => {
        const post = await whispers(one)
        // X lets only replies under posts of our own be hidden.
        assert.equal(one.network.unseen().has(post), one.network !== x)
      }),
    ),
    t.test('Telegram: an album is one report', album),
    t.test('WhatsApp: whom a message does not reach is told to people', notReached),
  ])
  for (const one of whisperers) assert.deepEqual(one.hearings('public'), [])
  assert.equal((await sql`select from report where text like '%menjual kursi%'`).length, 0)
  assert.equal((await sql`select from inbox where state = 'parked' and reason like 'failed%'`).length, 0)
  assert.doesNotMatch(running.said(), /mengaji|Kartini|Warga |tiruan/, 'neither words nor names nor secrets are logged')
})
