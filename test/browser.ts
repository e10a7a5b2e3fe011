import type { TestContext } from 'node:test'
import { type BrowserContext, chromium, type Page } from 'playwright-core'

/** Chromium for tests: one process a test, an empty profile, and pages as a phone or a desk has them. */

export type Look = Readonly<{
  width?: number
  height?: number
  dark?: boolean
  javaScript?: boolean
  language?: 'id' | 'en'
  /** Several people at once: each context has its own cookies. Without it every page is somebody new. */
  as?: BrowserContext
}>

export type Opened = Readonly<{
  context: (look?: Look) => Promise<BrowserContext>
  newPage: (look?: Look) => Promise<Page>
}>

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts Chromium and closes it after the test. `newPage` takes `width`, `dark`, `javaScript: false`, `language`. */
export async function browser(t: Pick<TestContext, 'after'>): Promise<Opened> {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
  const started = await chromium.launch({ executablePath, args: flags })
  t.after(() => started.close())

  const context = ({ width = 1440, height = 900, dark, javaScript = true, language = 'id' }: Look = {}) =>
    started.newContext({
      viewport: { width, height },
      hasTouch: width < 600,
      colorScheme: dark ? 'dark' : 'light',
      javaScriptEnabled: javaScript,
      locale: language === 'id' ? 'id-ID' : 'en-GB',
      timezoneId: 'Asia/Jakarta',
    })
  return { context, newPage: async (look = {}) => (look.as ?? (await context(look))).newPage() }
}
