import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { figuresOnly, health } from './health.ts'
import { metrics } from './metrics.ts'

const figures = metrics(async () => ({ outbox: 3 }))
const token = 'a-token-of-some-length'
const watch = (ready: boolean, given?: string) => health({ ready: async () => ready, metrics: figures, token: given })

test('alive and ready are two questions', async () => {
  assert.equal((await watch(false).request('/healthz')).status, 200)
  assert.equal((await watch(true).request('/readyz')).status, 200)
  assert.equal((await watch(false).request('/readyz')).status, 503)
})

test('figures are for who has the token', async () => {
  const ask = (authorization: string, given?: string) =>
    watch(true, given).request('/metrics', { headers: { authorization } })
  assert.equal((await ask(`Bearer ${token}`)).status, 404)
  assert.equal((await ask('Bearer wrong', token)).status, 404)
  assert.equal((await ask('', token)).status, 404)
  const told = await ask(`Bearer ${token}`, token)
  assert.equal(told.status, 200)
  assert.match(await told.text(), /^lapor_backlog\{queue="outbox"\} 3$/m)
  assert.equal((await figuresOnly(figures).request('/metrics')).status, 200)
})

test('requests are counted by the pattern of their address, never by the address', async () => {
  const site = new Hono()
  site.use(async (_, next) => next())
  site.get('/laporan/:ref', (c) => c.text(c.req.param('ref')))
  site.post('/laporan/:ref/tanggapan', (c) => c.text('no', 409))
  const counted = metrics(async () => ({}))
  const answer = counted.measured(site)
  assert.equal(await (await answer(new Request('http://x/laporan/7K3M9QHA'))).text(), '7K3M9QHA')
  await answer(new Request('http://x/laporan/7K3M9QHA/tanggapan', { method: 'POST' }))
  await answer(new Request('http://x/nowhere/at-all'))
  const { body } = await counted.text()
  assert.match(body, /_count\{method="GET",route="\/laporan\/:ref",status="200"\} 1/)
  assert.match(body, /_count\{method="POST",route="\/laporan\/:ref\/tanggapan",status="409"\} 1/)
  assert.match(body, /_count\{method="GET",route="none",status="404"\} 1/)
  assert.doesNotMatch(body, /7K3M9QHA|nowhere/)
})
