import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Env, parseEnv } from '../../env.ts'
import { Refusal } from '../command.ts'
import { doorOf } from './door.ts'

const envOf = (given: Record<string, string>): Env => {
  const parsed = parseEnv(given)
  if (!parsed.ok) throw new Error(parsed.problems.join())
  return parsed.env
}

test('on a port that the system chooses, links carry that port, and whoever comes early waits for the pages', async () => {
  const door = await doorOf(envOf({ PORT: '0' }), true)
  const { PUBLIC_URL, PORT } = door.env
  assert.match(PUBLIC_URL, /^http:\/\/localhost:[1-9]\d+$/)
  assert.equal(PUBLIC_URL, `http://localhost:${PORT}`)
  const early = fetch(`http://127.0.0.1:${PORT}/`)
  const open = await door.open(() => new Response('halo'))
  assert.equal(open.port, PORT)
  assert.equal(await (await early).text(), 'halo')
  await open.close()
  await door.close()
})

test('an address that was given stays; without pages and address nobody can know where links lead', async () => {
  const given = envOf({ PORT: '0', PUBLIC_URL: 'http://lapor.example' })
  assert.equal((await doorOf(given, true)).env, given)
  assert.equal((await doorOf(given, false)).env, given)
  await assert.rejects(doorOf(envOf({ PORT: '0' }), false), Refusal)
})
