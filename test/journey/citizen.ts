import type { Page } from 'playwright-core'
import { id } from '../../src/web/messages/id.ts'
import { fillsIn } from './hand.ts'
import { good } from './stage.ts'

/** What a citizen does on the site, by the words that stand on it. */

const { citizen: says } = id

export type Told = Readonly<{ text: string; place?: string; photo?: Buffer }>

/** From the home page to the form, and to the preview of it. */
export async function tells(page: Page, { text, place, photo }: Told): Promise<void> {
  await good(page)
  await page.getByRole('textbox', { name: says.form.text }).fill(text)
  await page.locator('main').getByRole('button').first().click()
  await good(page)
  if (place) await page.getByRole('textbox', { name: says.form.place }).fill(place)
  if (photo) await page.locator('#berkas').setInputFiles({ name: 'lubang.jpg', mimeType: 'image/jpeg', buffer: photo })
  await page.locator('main').getByRole('button', { name: says.filing.review }).last().click()
  await page.getByRole('heading', { name: says.filing.previewHead }).waitFor()
  await good(page)
}

export type Receipt = Readonly<{ reference: string; secret: string }>

/** Chooses who may read it, and sends with an impatient finger. @returns what stands on the receipt. */
export async function sends(page: Page, readers: 'public' | 'secret'): Promise<Receipt> {
  await page.locator(`input[name=readers][value=${readers}]`).check()
  await page.getByRole('button', { name: says.form.send }).dblclick()
  await page.getByRole('heading', { name: says.receipt.title }).waitFor()
  await good(page)
  const [reference = '', secret = ''] = await page.locator('main .ref').allInnerTexts()
  return { reference, secret }
}

/** Opens the report's page with the number and the receipt, on any device. */
export async function checks(page: Page, { reference, secret }: Receipt): Promise<void> {
  await page.goto(new URL('/cek', page.url()).href)
  await good(page)
  await fillsIn(page, '/cek', { reference, receipt: secret })
  await page.waitForURL(/\/laporan\//)
  await good(page)
}

/** Says on the report's page that it is not done, and why. */
export async function disputes(page: Page, reason: string): Promise<void> {
  await page.reload()
  await page.getByRole('link', { name: says.confirm.no }).click()
  await good(page)
  await fillsIn(page, `${new URL(page.url()).pathname}/sanggahan`, { reason })
  await page.getByText(reason).first().waitFor()
  await good(page)
}

/** Says on the report's page that it is done. */
export async function confirms(page: Page): Promise<void> {
  await page.reload()
  await fillsIn(page, `${new URL(page.url()).pathname}/konfirmasi`)
  await page.getByText(id.status.confirmed).first().waitFor()
  await good(page)
}
