import assert from 'node:assert/strict'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import postgres from 'postgres'
import { demoPassword } from '../../seed/people.ts'
import { freePort } from '../../src/db/embedded/launch.ts'
import { joinEmbedded } from '../../src/db/embedded/start.ts'
import { browser } from '../browser.ts'
import { active } from '../letters/shapes.ts'
import { mailServer } from '../post.ts'
import { dataFolder, program } from '../program.ts'

/** Letters at the doors of two processes that share a database, and in the browser of whoever reads them. */

const write = async (port: number, raw: string, from: string) => {
  const server = createTransport({ host: '127.0.0.1', port, name: 'mail.warga.example' })
  await server.sendMail({ envelope: { from, to: 'lapor@lapor.example' }, raw })
  server.close()
}

async function eventually(so: () => Promise<boolean>): Promise<void> {
  for (const until = Date.now() + 60_000; !(await so()) && Date.now() < until; ) await sleep(200)
}

async function town(t: TestContext) {
  const dataDir = dataFolder(t)
  const out = await mailServer()
  t.after(out.close)
  const doors = [await freePort(0), await freePort(0)]
  const env = { MAIL_DOMAIN: 'lapor.example', SMTP_URL: out.url, MAIL_FROM: 'Lapor <lapor@lapor.example>' }
  const first = await program(dataDir, { ...env, MAIL_IN_PORT: String(doors[0]) })
  t.after(() => first.kill())
  const second = await program(dataDir, { ...env, MAIL_IN_PORT: String(doors[1]) }, 'web')
  t.after(() => second.kill())
  const { ownerUrl = '' } = (await joinEmbedded(join(dataDir, 'data'))) ?? {}
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  t.after(() => sql.end())
  return { doors, out, sql, url: first.url }
}

test('letters at two processes', { timeout: 400_000 }, async (t) => {
  const { doors, out, sql, url } = await town(t)
  const html = 'Content-Type: text/html; charset=utf-8'

  await t.test(
    'one letter handed to both at once is one report and one answer; the same number over other words is another',
    async () => {
      const letter = (n: number, words = 'Jembatan di Talun retak.') =>
        `From: Warga <warga${n}@warga.example>\r\nMessage-ID: <${n}@warga.example>\r\nSubject: Jembatan ${n}\r\n\r\n${words}\r\n`
      await Promise.all(
        Array.from({ length: 10 }, (_, n) =>
          [0, 1, 0, 1].map((door) => write(doors[door] ?? 0, letter(n), `warga${n}@warga.example`)),
        ).flat(),
      )
      await write(doors[1] ?? 0, letter(3, 'Jembatan yang lain.').replace('warga3@', 'orang@'), 'orang@warga.example')
      const reports = async () => (await sql`select from report where title ~ '^Jembatan [0-9]'`).count
      const answered = () => out.received.flatMap(({ to }) => to).filter((to) => to.endsWith('@warga.example'))
      await eventually(async () => (await reports()) >= 11 && answered().length >= 11)
      assert.equal(await reports(), 11)
      assert.equal((await sql`select from inbox where channel = 'email'`).count, 11)
      const names = ['orang', ...Array.from({ length: 10 }, (_, n) => `warga${n}`)]
      assert.deepEqual(
        answered().toSorted(),
        names.map((name) => `${name}@warga.example`),
      )
    },
  )

  await t.test('whoever reads a letter of HTML asks nobody for anything of it, and nothing in it acts', async () => {
    const head = 'From: Sari <sari@warga.example>\r\nSubject: Air <img src=x onerror=alert(5)> keruh\r\n'
    await write(
      doors[0] ?? 0,
      `${head}Message-ID: <aktif@warga.example>\r\n${html}\r\n\r\n${active}\r\n`,
      'sari@warga.example',
    )
    await write(doors[0] ?? 0, `${head}Message-ID: <tulis@warga.example>\r\n\r\n${active}\r\n`, 'sari@warga.example')
    const found = async () =>
      (await sql<{ reference: string }[]>`select reference from report where title like 'Air <img%'`).map(
        ({ reference }) => reference,
      )
    await eventually(async () => (await found()).length === 2)
    const page = await (await browser(t)).newPage()
    const asked: string[] = []
    const acted: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('dialog', (dialog) => {
      acted.push(dialog.message())
      void dialog.dismiss()
    })
    page.on('pageerror', (reason) => acted.push(String(reason)))
    await page.goto(`${url}/meja`)
    await page.locator('input[name=username]').fill('operator.pusat')
    await page.locator('input[name=password]').fill(demoPassword)
    await page.locator('main button[type=submit], main form button').first().click()
    await page.waitForURL(/\/meja/)
    for (const reference of await found()) {
      await page.goto(`${url}/meja/${reference}`, { waitUntil: 'networkidle' })
      assert.match(await page.locator('main').innerText(), /Air PDAM keruh di Perumahan Griya Asri\./)
      const live =
        'script[src*=jahat], main script:not([src]), iframe, object, base, meta[http-equiv=refresh], [onload], [onerror], [href*=jahat], [src*=jahat], [action*=jahat]'
      assert.equal(await page.locator(live).count(), 0)
    }
    assert.ok(asked.length > 2)
    assert.deepEqual(
      asked.filter((one) => new URL(one).origin !== new URL(url).origin),
      [],
    )
    assert.deepEqual(acted, [])
  })
})
