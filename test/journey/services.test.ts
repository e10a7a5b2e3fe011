import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import postgres from 'postgres'
import { freePort } from '../../src/db/embedded/launch.ts'
import { joinEmbedded } from '../../src/db/embedded/start.ts'
import { dataFolder, program } from '../program.ts'
import type { Network, Reach } from '../wire/people/network.ts'
import { town } from '../wire/people/town.ts'
import { isServed, office, person, tells } from './talk.ts'

/** The product behind every service on which people talk, from somebody's post to the closed report. The services are stand-ins
 *  on this machine; everything between is real. */

test('whoever writes on a service is answered there until the report is closed', { concurrency: 8 }, async (t) => {
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
  const reportOf = async (number: string) => {
    const [row] = await sql`
      select r.channel, r.status, r.text, r.latitude,
        (select count(*)::int from attachment a where a.report_key = r.key and a.removed_at is null) as photos
      from report r where r.reference = ${number}`
    return row
  }

  async function wholeLife(network: Network, reach: Reach, n: number) {
    const one = person(network, `Warga ${network.title} ${reach}`)
    const number = await tells(one, reach, n)
    await isServed(one, does, number)
    const report = await reportOf(number)
    assert.deepEqual([report?.channel, report?.status, report?.photos], [network.service, 'closed', 1])
    if (network.hasPins) assert.equal(report?.latitude, -8.0955)
    // What everyone reads was said once.
    assert.equal(
      one.heard().filter((line) => line.isOurs && line.reach === 'public').length,
      reach === 'public' ? 1 : 0,
    )
  }
  const lives = [telegram, whatsapp, facebook, instagram, x].flatMap((network: Network) =>
    network.reaches.map((reach) => ({ network, reach })),
  )
  await Promise.all(
    lives.map(({ network, reach }, n) => t.test(`${network.title}, ${reach}`, () => wholeLife(network, reach, n + 1))),
  )
  assert.doesNotMatch(running.said(), /mengaji|Warga |tiruan/, 'neither words nor names nor secrets are logged')
})
