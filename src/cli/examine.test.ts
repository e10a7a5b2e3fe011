import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../../test/database.ts'
import { loginProblem } from './examine.ts'

const { ownerUrl, appUrl } = await testDatabase()

test('the login of the application owns nothing, or the start in production refuses it', async () => {
  assert.equal(await loginProblem(appUrl, false), undefined)
  assert.match((await loginProblem(ownerUrl, false)) ?? '', /owns tables or passes every wall/)
  assert.match((await loginProblem(undefined, false)) ?? '', /not set/)
  assert.equal(await loginProblem(undefined, true), undefined, 'the embedded database makes one of its own')
})

test('a login that is not known is told in words', async () => {
  const unknown = Object.assign(new URL(appUrl), { username: 'nobody_of_ours' }).href
  assert.match((await loginProblem(unknown, false)) ?? '', /DATABASE_APP_URL/)
})
