import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { AxeBuilder } from '@axe-core/playwright'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { HtmlValidate } from 'html-validate'
import type { Page } from 'playwright-core'
import { asset, assetUrl } from '../../src/web/assets.ts'
import { browser } from '../browser.ts'
import { Desk, Table } from './desk.tsx'
import { FieldTask } from './field.tsx'
import { Form } from './form.tsx'
import { Home } from './home.tsx'
import { Report } from './report.tsx'
import { scene } from './scene.ts'

/** Pages that show every component, in both languages: valid, small, accessible, never wider than the screen. */

const citizens = { home: Home, form: Form, report: Report }
const pages = {
  ...citizens,
  desk: Desk,
  opened: (props: ReturnType<typeof scene>) => <Desk {...props} opened />,
  table: Table,
  field: FieldTask,
}
type Name = keyof typeof pages
const names = Object.keys(pages) as Name[]
const languages = ['id', 'en'] as const

function render(name: Name, lang: 'id' | 'en'): string {
  const Shown = pages[name]
  return String(<Shown {...scene(lang)} />)
}

const overflow = (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: { 'void-style': 'off', 'doctype-style': 'off', 'long-title': 'off' },
})

for (const name of names)
  test(`${name} is valid HTML in both languages`, async () => {
    for (const lang of languages) {
      const report = await validator.validateString(render(name, lang))
      const told = report.results.flatMap(({ messages }) =>
        messages.map((m) => `${m.ruleId} ${m.line}:${m.column} ${m.message}`),
      )
      assert.deepEqual(told, [], `${name} ${lang}`)
    }
  })

test('a page of a citizen is small with its style sheet, and needs no script and no inline style', async () => {
  const css = await new Hono()
    .get('/aset/:file', asset)
    .request(assetUrl('style.css'), { headers: { 'Accept-Encoding': 'gzip' } })
  const style = (await css.arrayBuffer()).byteLength
  for (const name of Object.keys(citizens) as Name[]) {
    const html = render(name, 'id')
    const wire = gzipSync(html).byteLength + style
    assert.ok(wire <= 14_000, `${name} weighs ${wire} bytes`)
    assert.doesNotMatch(html, /<script| style=| on[a-z]+=/)
  }
})

test('pages are accessible and fit, on a phone and on a desk, light and dark', async (t) => {
  const site = new Hono().get('/aset/:file', asset).get('/:lang/:name', (c) => {
    const name = names.find((each) => each === c.req.param('name'))
    const lang = c.req.param('lang') === 'en' ? 'en' : 'id'
    c.header('Content-Security-Policy', "default-src 'none'; style-src 'self'; img-src 'self' data:")
    return name ? c.html(render(name, lang)) : c.notFound()
  })
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const made = serve({ fetch: site.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(made))
  })
  t.after(() => server.close())
  const address = server.address()
  assert.ok(address && typeof address === 'object')
  const { newPage } = await browser(t)
  const shots = process.env.SHOTS
  if (shots) mkdirSync(shots, { recursive: true })

  for (const width of [360, 1440])
    for (const dark of [false, true]) {
      const lang = (width === 360) === dark ? 'en' : 'id'
      const page = await newPage({ width, dark })
      for (const name of names) {
        await page.goto(`http://127.0.0.1:${address.port}/${lang}/${name}`)
        const look = `${name} in ${lang} at ${width} px${dark ? ', dark' : ''}`
        if (shots)
          await page.screenshot({ path: `${shots}/${name}-${width}${dark ? '-dark' : ''}.png`, fullPage: true })
        const { violations } = await new AxeBuilder({ page }).analyze()
        assert.deepEqual(
          violations.map((v) => `${v.id}: ${v.nodes.map((node) => node.html).join(' | ')}`),
          [],
          look,
        )
        assert.equal(await overflow(page), 0, `${look} scrolls sideways`)
        await page.evaluate(
          "document.documentElement.style.fontSize = document.documentElement.className ? '175%' : '225%'",
        )
        if (width === 1440) assert.equal(await overflow(page), 0, `${look} scrolls sideways with text twice as large`)
      }
      await page.context().close()
    }
})
