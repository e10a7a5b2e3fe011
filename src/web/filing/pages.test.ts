import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { AxeBuilder } from '@axe-core/playwright'
import { HtmlValidate } from 'html-validate'
import type { Locator, Page } from 'playwright-core'
import { browser, type Look } from '../../../test/browser.ts'
import { citizenSite, country, folder } from '../../../test/citizen.ts'
import { street } from '../../../test/pictures.ts'
import { assetUrl } from '../assets.ts'
import { listen } from '../listen.ts'

/** The citizen's pages in a browser: with and without scripts, on a phone and on a desk, light and dark. */

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: { 'void-style': 'off', 'doctype-style': 'off', 'long-title': 'off' },
})
const photo = { name: 'jalan.jpg', mimeType: 'image/jpeg', buffer: await street(5).jpeg().toBuffer() }
const drawing = { name: 'peta.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') }

async function served(t: TestContext): Promise<string> {
  const site = {
    edition: 'national',
    publicUrl: 'http://lapor.example',
    production: false,
    place: '',
    proxies: [],
  } as const
  const app = citizenSite({ site })
  const { port, close } = await listen(app.fetch, '127.0.0.1', 0)
  t.after(close)
  return `http://127.0.0.1:${port}`
}

const style = await (
  await citizenSite().request(assetUrl('style.css'), { headers: { 'accept-encoding': 'gzip' } })
).arrayBuffer()

/** Axe is a script: it sees the same pages where scripts run. */
async function accessible(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  assert.deepEqual(
    violations.map((v) => `${v.id}: ${v.nodes.map((node) => node.html).join(' | ')}`),
    [],
    name,
  )
}

/** Valid, accessible, no wider than the screen, no heavier than the first packets of a connection. */
async function good(page: Page, name: string, html: string | undefined, scripts = true): Promise<void> {
  if (scripts) await accessible(page, name)
  const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  assert.equal(wide, 0, `${name} scrolls sideways`)
  const { results } = await validator.validateString(html ?? '')
  assert.deepEqual(
    results.flatMap(({ messages }) => messages.map((m) => `${m.ruleId} ${m.line}:${m.column} ${m.message}`)),
    [],
    name,
  )
  const wire = gzipSync(html ?? '').byteLength + style.byteLength
  assert.ok(wire <= 14_000, `${name} weighs ${wire} bytes`)
}

/** Presses a button and waits for the page that answers.
 *  @returns its source. */
async function press(page: Page, button: Locator): Promise<string> {
  const answered = page.waitForResponse((answer) => answer.request().isNavigationRequest())
  const loaded = page.waitForEvent('load')
  await button.click()
  const html = await (await answered).text()
  await loaded
  return html
}
const main = (page: Page) => page.locator('main form button.btn')

async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

const looks: Record<string, Look> = {
  'on an old phone without scripts': { width: 360, height: 740, javaScript: false },
  'on a phone in the dark, in English': { width: 360, height: 740, dark: true, language: 'en' },
  'on a desk': { width: 1280 },
  'on a desk in the dark without scripts, in English': { width: 1280, dark: true, javaScript: false, language: 'en' },
}

for (const [where, look] of Object.entries(looks))
  test(`every page of filing is good ${where}`, async (t) => {
    const base = await served(t)
    const page = await (await browser(t)).newPage(look)
    const see = async (name: string, html?: string) => {
      await shot(page, `${name} ${where}`)
      await good(page, `${name} ${where}`, html, look.javaScript)
    }
    await see('home', await (await page.goto(base))?.text())
    await page.locator('main [name=text]').fill('Jalan berlubang di depan pasar. Hubungi 081234567890.')
    await see('form', await press(page, main(page).first()))
    await page.locator('[name=text]').fill('')
    await page.locator('summary').click()
    await page.locator('[name=agency]').fill('Dinas')
    for (const [name, value] of Object.entries({ class: 'complaint', known: 'open', reach: 'email' }))
      await page.locator(`[name=${name}][value=${value}]`).check()
    await page.locator('[name=name]').fill('Bu Sari')
    await page.locator('[name=email]').fill('sari@')
    await page.locator('[name=berkas]').setInputFiles([photo, drawing])
    await see('wrong', await press(page, main(page).last()))
    assert.equal(await page.locator('.sum li').count(), 5)
    assert.equal(await page.evaluate("document.querySelector('.kept img').naturalWidth > 0"), true)
    await page.locator('[name=text]').fill('Jalan berlubang di depan pasar. Hubungi 081234567890.')
    await page.locator('[name=addresseeId][value="0"]').check()
    await page.locator('[name=email]').fill('sari@contoh.example')
    await page.locator('[name=consent]').check()
    await see('preview', await press(page, main(page).last()))
    assert.equal(await page.evaluate("document.querySelector('.kept img').naturalWidth > 0"), true)
    await page.locator('[name=readers][value=secret]').check()
    await see('receipt', await press(page, main(page).first()))
    assert.match((await page.locator('.ref').allTextContents()).join(' '), /\w{4}-\w{4} (\w{5}-){4}\w{5}/)
  })

test('an area is found by its name with the keyboard, and by two lists without scripts', async (t) => {
  const base = await served(t)
  const { newPage } = await browser(t)
  const page = await newPage({ width: 360 })
  await page.goto(`${base}/lapor`)
  await page.locator('[name=areaName]').pressSequentially('bendo')
  await page.locator('.found li').waitFor()
  await good(page, 'suggestions', await (await page.request.get(`${base}/lapor`)).text())
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  assert.equal(await page.locator('[name=areaName]').inputValue(), 'Bendogerit, Sananwetan, Kota Blitar, Jawa Timur')
  assert.equal(await page.locator('[name=areaCode]').inputValue(), '35.72.03.1007')
  await page.locator('[name=text]').fill('Trotoar rusak.')
  await press(page, main(page).last())
  assert.match((await page.locator('.facts').textContent()) ?? '', /Bendogerit, Sananwetan/)

  const plain = await newPage({ width: 360, javaScript: false })
  await plain.goto(`${base}/lapor`)
  await plain.locator('[name=text]').fill('Trotoar rusak.')
  await plain.locator('[name=province]').selectOption('35')
  await press(plain, plain.locator('[value=wilayah]'))
  assert.equal(await plain.locator('[name=text]').inputValue(), '\nTrotoar rusak.'.trim())
  await plain.locator('[name=areaCode]').selectOption('35.72')
  await press(plain, main(plain).last())
  assert.match((await plain.locator('.facts').textContent()) ?? '', /Kota Blitar, Jawa Timur/)
})

test('the way Back and two quick presses lose nothing and double nothing', async (t) => {
  const base = await served(t)
  const page = await (await browser(t)).newPage({ width: 360 })
  await page.goto(`${base}/lapor`)
  await page.locator('[name=text]').fill('Kata-kata yang tidak boleh hilang.')
  await press(page, main(page).last())
  await page.goBack()
  assert.equal(await page.locator('[name=text]').inputValue(), 'Kata-kata yang tidak boleh hilang.')
  await press(page, main(page).last())
  await page.locator('[name=readers][value=public]').check()
  await main(page).first().dblclick()
  await page.locator('.big .ref').first().waitFor()
  const [{ count } = { count: 0 }] = await country.admin`
    select count(*)::int from report where text = 'Kata-kata yang tidak boleh hilang.'`
  assert.equal(count, 1)
})

test('whoever goes back from the preview finds the form that was posted, with the words', async (t) => {
  const base = await served(t)
  const page = await (await browser(t)).newPage({ width: 360, height: 740 })
  await page.goto(base)
  await page.locator('main [name=text]').fill('Jalan berlubang di depan pasar.')
  await press(page, main(page).first())
  await page.locator('[name=known][value=anonymous]').check()
  await press(page, main(page).last())
  assert.match(await page.locator('h1').innerText(), /Periksa sebelum dikirim/)
  await page.goBack()
  assert.equal(await page.locator('[name=text]').inputValue(), 'Jalan berlubang di depan pasar.')
  await page.goForward()
  assert.match(await page.locator('h1').innerText(), /Periksa sebelum dikirim/)
})

test('an album that is too large comes back with the words, in a browser as it is', async (t) => {
  const base = await served(t)
  const page = await (await browser(t)).newPage({ width: 360, javaScript: false })
  await page.goto(`${base}/lapor`)
  await page.locator('[name=text]').fill('Album besar.')
  const album = Array.from({ length: 6 }, (_, n) => join(folder, `album-${n}.jpg`))
  for (const path of album) await writeFile(path, Buffer.alloc(9_900_000))
  await page.locator('[name=berkas]').setInputFiles(album)
  await press(page, main(page).last())
  assert.match((await page.locator('.sum').textContent()) ?? '', /terlalu besar/)
  assert.equal(await page.locator('[name=text]').inputValue(), 'Album besar.')
})

test('pages travel compressed', async () => {
  const answer = await citizenSite().request('/lapor', { headers: { 'accept-encoding': 'gzip, br' } })
  assert.equal(answer.headers.get('content-encoding'), 'gzip')
})
