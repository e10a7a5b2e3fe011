import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { listen } from './listen.ts'

const gate = () => {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

test('closing lets a running request end and takes no new one', async () => {
  const started = gate()
  const finish = gate()
  const server = await listen(
    async () => {
      started.open()
      await finish.opened
      return new Response('done')
    },
    '127.0.0.1',
    0,
  )
  const url = `http://127.0.0.1:${server.port}/`
  const running = fetch(url)
  await started.opened
  const closed = server.close()
  await assert.rejects(fetch(url))
  finish.open()
  assert.equal(await (await running).text(), 'done')
  await closed
})

test('whoever does not end in time is cut off', async () => {
  const started = gate()
  const server = await listen(
    async () => {
      started.open()
      return new Promise<Response>(() => {})
    },
    '127.0.0.1',
    0,
    20,
  )
  const running = fetch(`http://127.0.0.1:${server.port}/`)
  running.catch(() => {})
  await started.opened
  await server.close()
  await assert.rejects(running)
})

test('headers without measure are refused', async () => {
  const server = await listen(() => new Response('fine'), '127.0.0.1', 0)
  const socket = connect(server.port, '127.0.0.1')
  socket.write(`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`)
  assert.match(await text(socket), /^HTTP\/1\.1 431 /)
  await server.close()
})

test('a port that is taken is an error, not a silence', async () => {
  const server = await listen(() => new Response('fine'), '127.0.0.1', 0)
  await assert.rejects(
    listen(() => new Response('fine'), '127.0.0.1', server.port),
    { code: 'EADDRINUSE' },
  )
  await server.close()
})
