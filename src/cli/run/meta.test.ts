import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseEnv } from '../../env.ts'
import { metaOf } from './meta.ts'

const app = { META_APP_SECRET: 'a'.repeat(32), META_VERIFY_TOKEN: 'b'.repeat(32) }
const page = { META_PAGE_TOKEN: 'c'.repeat(32) }
const whatsapp = { META_WHATSAPP_TOKEN: 'd'.repeat(32), META_WHATSAPP_NUMBER_ID: '106540352242922' }
const names = (given: Record<string, string>) => {
  const parsed = parseEnv(given)
  assert.ok(parsed.ok, parsed.ok ? '' : parsed.problems.join())
  return metaOf(parsed.env)?.messengers.map(({ name }) => name)
}

test('each messenger of Meta is there with its own token, and none without the secret of the app', () => {
  assert.equal(names({}), undefined)
  assert.deepEqual(names({ ...app, ...page }), ['facebook', 'instagram'])
  assert.deepEqual(names({ ...app, ...whatsapp }), ['whatsapp'])
  assert.deepEqual(names({ ...app, ...page, ...whatsapp, META_WHATSAPP_TEMPLATE: 'kabar_laporan/id' }), [
    'facebook',
    'instagram',
    'whatsapp',
  ])
})
