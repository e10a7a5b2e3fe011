import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { root } from '../test/tree.ts'

/** Says `you are signed in` and `ask`, as PostgreSQL does. */
const welcome = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49])

/** A database that lets one in, and is gone when it is asked for its types. */
async function leaving(t: { after: (work: () => void) => void }) {
  const asked: string[] = []
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => {
      socket.write(welcome)
      socket.once('data', (bytes) => {
        asked.push(bytes.toString('latin1'))
        server.close()
        socket.destroy()
      })
    })
  }).listen(0, '127.0.0.1')
  t.after(() => server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `postgres://lapor:lapor@127.0.0.1:${port}/lapor`, asked }
}

test('a connection that is lost while the driver asks it for its types ends nothing: it is tried again, and what fails then is said', async (t) => {
  const { url, asked } = await leaving(t)
  const child = spawn(process.execPath, [join(root, 'bin/lapor.mjs'), 'migrate'], {
    env: { PATH: process.env.PATH, NODE_ENV: 'development', DATABASE_URL: url, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  t.after(() => child.kill())
  const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  assert.match(asked.join(), /from pg_catalog\.pg_type/)
  assert.doesNotMatch(said, /"level":"fatal"/)
  assert.match(complained, /^lapor: the database does not answer \(connect ECONNREFUSED/)
  assert.equal(child.exitCode, 1)
})
