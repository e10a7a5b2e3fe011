import assert from 'node:assert/strict'
import { test } from 'node:test'
import { browser } from '../../../test/browser.ts'
import { town } from '../../../test/doors/town.ts'
import { active } from '../../../test/letters/shapes.ts'
import { Visitor } from '../../../test/visitor.ts'
import { opener } from '../../mail/open/opener.ts'
import { newWords } from '../../mail/own-words.ts'
import { listen } from '../listen.ts'

/** A letter full of pages, as the officer who gets it sees it in a browser. */

test('a browser that shows a letter of active HTML asks nobody else for anything', async (t) => {
  const place = await town()
  const mail = opener()
  t.after(() => mail.close())
  const letter = await mail.open(Buffer.from(`From: a@b.example\r\nContent-Type: text/html\r\n\r\n${active}`))
  const text = newWords('<img src=https://jahat.example/judul.gif>', letter?.text ?? '')
  const { reference } = await place.file('city', { text: `${text}\n\n${active}` })
  const visitor = await place.visitor('blitarOperator', new Visitor(place.site), new Visitor(place.site))
  const { port, close } = await listen(place.site.fetch, '127.0.0.1', 0)
  t.after(close)
  const own = `http://127.0.0.1:${port}`
  const chromium = await browser(t)
  const context = await chromium.context()
  await context.addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url: own })))
  const page = await context.newPage()
  const asked: string[] = []
  const said: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('dialog', (dialog) => {
    said.push(dialog.message())
    return dialog.dismiss()
  })
  await page.goto(`${own}/meja/${reference}`, { waitUntil: 'networkidle' })
  assert.match((await page.textContent('body')) ?? '', /Air PDAM keruh/)
  assert.deepEqual(
    asked.filter((one) => !one.startsWith(`${own}/`)),
    [],
  )
  assert.deepEqual(said, [])
  assert.equal(await page.locator('iframe, object, embed, base, [onload], meta[http-equiv=refresh]').count(), 0)
})
