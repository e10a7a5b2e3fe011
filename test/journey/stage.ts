import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { browser, type Look } from '../browser.ts'
import { dataFolder, program } from '../program.ts'

/** The real product with its demonstration country, and Chromium in front of it. */

export type Stage = Awaited<ReturnType<typeof stage>>

export async function stage(t: TestContext) {
  const running = await program(dataFolder(t))
  t.after(running.stop)
  const chromium = await browser(t)
  const complaints: string[] = []

  /** Somebody opens the site on their own device: nothing on it may fail. */
  async function somebody(look: Look = {}): Promise<Page> {
    const page = await chromium.newPage(look)
    page.setDefaultTimeout(20_000)
    if (look.javaScript === false) withoutScript.add(page)
    page.on('console', (line) => line.type() === 'error' && complaints.push(`${page.url()}: ${line.text()}`))
    page.on('pageerror', (reason) => complaints.push(`${page.url()}: ${reason}`))
    await page.goto(running.url)
    return page
  }
  return { url: running.url, somebody, complaints }
}

export const phone = { width: 360, height: 740 } as const

/** Axe is a script itself. The pages are the same. */
const withoutScript = new WeakSet<Page>()

async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join()}`)
}

const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

/** Is the page that one stands on fit for everybody: accessible, not wider than the screen, and says what it is? */
export async function good(page: Page): Promise<void> {
  if (!withoutScript.has(page)) assert.deepEqual(await barriers(page), [], page.url())
  assert.ok((await page.locator('h1').count()) > 0, `${page.url()} says nowhere what it is`)
  assert.ok(Number(await page.evaluate(overflow)) <= 0, `${page.url()} is wider than the screen`)
}
