import assert from 'node:assert/strict'
import { test } from 'node:test'
import { town } from '../../../../test/doors/town.ts'
import { after } from '../../../../test/heart.ts'
import { keepFigures, markMissed } from '../../../supervision/figure/keep.ts'

/** The supervisor's page: who sees it, what stands on it, and that each number is as long as its list. */

const t = await town()
const { reporter } = await t.file('unit')
await t.file('returned')
await t.file('instructed')
await t.file('asking')
await t.file('answered')
const supervisor = await t.visitor('blitarSupervisor', reporter, reporter)
const english = await t.visitor('blitarSupervisor', reporter, reporter)
english.cookies.set('bahasa', 'en')
await markMissed(t.db)
await keepFigures({ db: t.db, rules: async () => t.book }, after(0))

test('the page opens', async () => {
  const page = await supervisor.get('/pengawasan')
  console.log(t.logged)
  assert.equal(page.status, 200)
  assert.match(page.text, /Pengawasan Pemerintah Kota Blitar/)
})
