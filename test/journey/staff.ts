import type { Page } from 'playwright-core'
import { demoPassword } from '../../seed/people.ts'
import { nouns, type StaffMove } from '../../src/web/case/nouns.ts'
import { id } from '../../src/web/messages/id.ts'
import type { Look } from '../browser.ts'
import { type Answers, fillsIn } from './hand.ts'
import { good, type Stage } from './stage.ts'

/** What people at work do on the site, with the accounts that were issued. */

const { account: says } = id

export type Worker = Readonly<{
  page: Page
  /** Takes a report from the queue, and does the step of that name with these answers. */
  does: (move: StaffMove, answers?: Answers) => Promise<void>
  /** Writes down on the spot what was found, with a photo from before and one from after. */
  visits: (findings: string, before: Buffer, after: Buffer) => Promise<void>
}>

/** Through the door, to the own desk, where the report waits. */
export async function worker(
  { somebody, url }: Stage,
  username: string,
  reference: string,
  look?: Look,
): Promise<Worker> {
  const page = await somebody(look)
  await page.goto(`${url}/meja`)
  await good(page)
  await page.getByLabel(says.username).fill(username)
  await page.getByLabel(says.password).fill(demoPassword)
  await page.locator('main').getByRole('button', { name: says.signIn }).click()
  await page.waitForURL(/\/(meja|lapangan|pengawasan)/)
  await good(page)

  const does: Worker['does'] = async (move, answers = {}) => {
    await page.goto(`${url}/meja/${reference}`)
    await good(page)
    await fillsIn(page, `/meja/${reference}/${nouns[move]}`, answers)
    await page.waitForURL(/tersimpan=1/)
  }
  const visits: Worker['visits'] = async (findings, before, after) => {
    await page.goto(`${url}/lapangan`)
    await good(page)
    await page.goto(`${url}/lapangan/${reference}`)
    await good(page)
    const photos = { sebelum: before, sesudah: after }
    await fillsIn(page, `/meja/${reference}/kunjungan`, { ...photos, outcome: 'done', findings })
    await page.waitForURL((address) => !address.pathname.endsWith('kunjungan'))
    await good(page)
  }
  return { page, does, visits }
}
