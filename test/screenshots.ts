import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { demoPassword } from '../seed/people.ts'
import { readReference } from '../src/report/reference.ts'
import { id } from '../src/web/messages/id.ts'
import { browser, type Look } from './browser.ts'
import { sends, tells } from './journey/citizen.ts'
import { dataFolder, program } from './program.ts'
import { root } from './tree.ts'

/** `npm run screenshots`: the product with its demonstration country, and the pictures of docs/screenshots. */

const folder = join(root, 'docs/screenshots')
const phone: Look = { width: 360, height: 740 }
const desk: Look = { width: 1280, height: 860 }

const told = 'Lampu jalan di depan SDN Sananwetan 2 mati sejak hari Senin. Anak-anak pulang mengaji lewat jalan gelap.'
const place = 'Jalan Kalimantan, depan SDN Sananwetan 2'

async function keep(page: Page, name: string): Promise<void> {
  await page.evaluate('scrollTo(0, 0)')
  const picture = await sharp(await page.screenshot())
    .webp({ quality: 82 })
    .toBuffer()
  if (picture.length > 120_000) throw new Error(`${name} has ${picture.length} bytes`)
  writeFileSync(join(folder, `${name}.webp`), picture)
  process.stdout.write(`docs/screenshots/${name}.webp, ${Math.ceil(picture.length / 1000)} kB\n`)
}

type Opens = (look?: Look) => Promise<Page>

async function citizen(opens: Opens): Promise<void> {
  const page = await opens(phone)
  await keep(page, 'home-phone')
  await tells(page, { text: told, place })
  await keep(page, 'preview-phone')
  const { reference } = await sends(page, 'public')
  await keep(page, 'receipt-phone')
  await page.goto(new URL(`/laporan/${readReference(reference)}`, page.url()).href)
  await keep(page, 'follow-phone')
  await keep(await opens(desk), 'home')
  await keep(await opens({ ...desk, dark: true }), 'home-dark')
  const form = await opens(desk)
  await form.goto(new URL('/lapor', form.url()).href)
  await keep(form, 'form')
}

/** Whoever asks for a page behind the door gets it after signing in. */
async function signedIn(page: Page, username: string, path: string): Promise<Page> {
  await page.goto(new URL(path, page.url()).href)
  await page.getByLabel(id.account.username).fill(username)
  await page.getByLabel(id.account.password).fill(demoPassword)
  await page.locator('main').getByRole('button', { name: id.account.signIn }).click()
  await page.waitForURL((url) => url.pathname === path)
  return page
}

async function staff(opens: Opens): Promise<void> {
  const operator = await signedIn(await opens(desk), 'operator.blitar', '/meja')
  await keep(operator, 'desk')
  const liaison = await signedIn(await opens(desk), 'penghubung.dpupr', '/meja')
  await keep(liaison, 'desk-unit')
  const reports = await liaison
    .locator('main a[href^="/meja/"]')
    .evaluateAll((links) => links.map((a) => a.getAttribute('href')))
  const first = reports.find(
    (path) => /^\/meja\/[A-Z0-9-]{6,}/i.test(path ?? '') && !/templat|catat|penerusan/.test(path ?? ''),
  )
  await liaison.goto(new URL(first ?? '/meja', liaison.url()).href)
  await keep(liaison, 'report')
  const officer = await signedIn(await opens(phone), 'petugas.dpupr', '/lapangan')
  await keep(officer, 'field-phone')
  await officer.locator('main a[href^="/lapangan/"]').first().click()
  await keep(officer, 'field-task-phone')
  await keep(await signedIn(await opens(desk), 'admin.blitar', '/kelola/instansi'), 'administration')
}

mkdirSync(folder, { recursive: true })
const endings: (() => unknown)[] = []
const t = { after: (work: () => unknown) => void endings.unshift(work) }
try {
  const running = await program(dataFolder(t))
  t.after(running.stop)
  const chromium = await browser(t as never)
  const opens: Opens = async (look = {}) => {
    const page = await chromium.newPage(look)
    page.setDefaultTimeout(20_000)
    await page.goto(running.url)
    return page
  }
  await citizen(opens)
  await staff(opens)
} finally {
  for (const end of endings) await end()
}
