import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { siteFor } from '../../../test/visitor.ts'
import type { Arrived } from '../../inbox/accept.ts'
import { listen } from '../listen.ts'

/** The doors of a Kannel, for whoever stands before them. */

const secret = 'rahasia-pintu-sms'

async function doors(t: TestContext, from?: readonly string[]) {
  const came: (Arrived | string)[] = []
  const said: string[] = []
  const sms = {
    secret,
    from,
    accept: async (arrived: Arrived) => ({ key: '', again: came.push(arrived) === 0 }),
    fate: async (id: string) => void came.push(id),
  }
  const log = (line: object) => void said.push(JSON.stringify(line))
  const site = siteFor(undefined as never, { sms, log, wake: () => {} } as never)
  const open = await listen(site.fetch, '127.0.0.1', 0)
  t.after(open.close)
  /** Behind a proxy of this machine, from there. */
  const asks = async (query: string, address: string) => {
    const headers = address === '' ? {} : { 'x-forwarded-for': address }
    return (await fetch(`http://127.0.0.1:${open.port}/channel/sms/kannel${query}`, { headers })).status
  }
  return { asks, came, said }
}

const message = (key: string) => `?secret=${key}&from=%2B6281200000101&to=1708&text=Lampu+mati&id=1`

test('M08: without the secret nobody is heard, from wherever', async (t) => {
  const { asks, came, said } = await doors(t)
  for (const key of ['', 'salah', secret.slice(1), `${secret}x`, secret.toUpperCase()])
    for (const address of ['', '10.0.0.4', '203.0.113.9']) {
      assert.equal(await asks(message(key), address), 403)
      assert.equal(await asks(`/kabar?secret=${key}&id=n1&status=1`, address), 403)
    }
  assert.deepEqual(came, [])
  assert.doesNotMatch(said.join(), /Lampu|6281200000101|rahasia/)
})

test('M08: with the secret only this machine and closed networks are heard, or who was named', async (t) => {
  const usual = await doors(t)
  for (const [address, status] of [
    ['', 200],
    ['10.0.0.4', 200],
    ['192.168.3.4', 200],
    ['172.31.0.1', 200],
    ['fd00::7', 200],
    ['::ffff:10.0.0.4', 200],
    ['203.0.113.9', 403],
    ['172.32.0.1', 403],
    ['2001:db8::1', 403],
    ['nonsense', 403],
  ] as const) {
    assert.equal(await usual.asks(message(secret), address), status, address)
    assert.equal(await usual.asks(`/kabar?secret=${secret}&id=n1&status=1`, address), status, address)
  }
  assert.equal(usual.came.length, 12)
  const named = await doors(t, ['203.0.113.9'])
  assert.equal(await named.asks(message(secret), '203.0.113.9'), 200)
  assert.equal(await named.asks(message(secret), '10.0.0.4'), 403)
  assert.equal(await named.asks(message(secret), ''), 403)
})
