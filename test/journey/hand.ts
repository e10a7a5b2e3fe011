import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import sharp from 'sharp'

/** Filling in whatever form goes to an address, as it stands on the page, folded or open. */

export type Answers = Readonly<Record<string, string | Buffer>>

export async function fillsIn(page: Page, action: string, answers: Answers = {}): Promise<void> {
  const form = page.locator(`form[action="${action}"], form[action^="${action}?"]`)
  assert.equal(await form.count(), 1, `${page.url()} offers no ${action}`)
  const folded = page.locator('details:not([open])', { has: form }).locator('> summary')
  while ((await folded.count()) > 0) await folded.first().click()
  for (const [name, value] of Object.entries(answers)) await answer(form.locator(`[name="${name}"]`), value)
  // Not the one that only shows what would be sent.
  await form.locator('button:not([name=lihat])').last().click()
}

async function answer(field: Locator, value: string | Buffer): Promise<void> {
  if (typeof value !== 'string') return field.setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: value })
  const kind = await field.first().evaluate((element: { type?: string }) => element.type ?? '')
  if (kind === 'radio' || kind === 'checkbox') return field.and(field.page().locator(`[value="${value}"]`)).check()
  if (kind.startsWith('select')) return void (await field.selectOption(value))
  await field.fill(value)
}

/** A photo that looks like no other. */
export function picture(n: number): Promise<Buffer> {
  const spots = Array.from({ length: 12 }, (_, k) => {
    const [x, y, grey] = [(k * 97 * n) % 640, (k * k * 53 * n) % 480, (k * 71 * n) % 256]
    return `<rect x="${x}" y="${y}" width="${60 + 20 * n}" height="90" fill="rgb(${grey},${255 - grey},90)"/>`
  })
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480">${spots.join('')}</svg>`
  return sharp(Buffer.from(drawing)).flatten({ background: '#776' }).jpeg().toBuffer()
}
