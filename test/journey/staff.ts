import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import { demoPassword } from '../../seed/people.ts'
import { nouns, type StaffMove } from '../../src/web/case/nouns.ts'
import { id } from '../../src/web/messages/id.ts'
import { good, type Stage } from './stage.ts'

/** What people at work do on the site, with the accounts that were issued. */

const { account: says } = id

export type Worker = Readonly<{
  page: Page
  /** Takes a report from the queue, and does the step of that name with these answers. */
  does: (move: StaffMove, answers?: Answers) => Promise<void>
}>
type Answers = Readonly<Record<string, string>>

/** Through the door, to the own desk, where the report waits. */
export async function worker({ somebody, url }: Stage, username: string, reference: string): Promise<Worker> {
  const page = await somebody()
  await page.goto(`${url}/meja`)
  await good(page)
  await page.getByLabel(says.username).fill(username)
  await page.getByLabel(says.password).fill(demoPassword)
  await page.locator('main').getByRole('button', { name: says.signIn }).click()
  await page.waitForURL(/\/meja/)
  await good(page)

  const does: Worker['does'] = async (move, answers = {}) => {
    await page.goto(`${url}/meja/${reference}`)
    await good(page)
    const form = page.locator(`form[action="/meja/${reference}/${nouns[move]}"]`)
    assert.equal(await form.count(), 1, `${username} is not offered ${move}`)
    const folded = page.locator('details:not([open])', { has: form }).locator('> summary')
    while ((await folded.count()) > 0) await folded.first().click()
    for (const [name, value] of Object.entries(answers)) await answer(form.locator(`[name="${name}"]`), value)
    await form.getByRole('button').last().click()
    await page.waitForURL(/tersimpan=1/)
  }
  return { page, does }
}

async function answer(field: Locator, value: string): Promise<void> {
  const kind = await field.first().evaluate((element: { type?: string; localName: string }) => element.type ?? '')
  if (kind === 'radio' || kind === 'checkbox') return field.and(field.page().locator(`[value="${value}"]`)).check()
  if (kind.startsWith('select')) return void (await field.selectOption(value))
  await field.fill(value)
}
