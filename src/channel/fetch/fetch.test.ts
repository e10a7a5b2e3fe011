import assert from 'node:assert/strict'
import type { lookup } from 'node:dns'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { type AddressInfo, createServer as listener } from 'node:net'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { isClosed } from './address.ts'
import { type Fetched, fetchOn, type Ground } from './fetch.ts'
import { standIn } from './stand-in.ts'

/** A listener in our own network that nobody may reach. */
async function sink(host: string) {
  let connections = 0
  const server = listener((socket) => {
    connections++
    socket.on('error', () => {}).end()
  }).listen(0, host)
  await once(server, 'listening')
  after(() => server.close())
  return { port: String((server.address() as AddressInfo).port), connections: () => connections }
}

/** A server of the outer world (which stands on this machine, so its origin has to be allowed). */
async function outer(answer: RequestListener) {
  const seen: IncomingMessage['headers'][] = []
  const server = createServer((request, response) => {
    seen.push(request.headers)
    answer(request, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  after(() => {
    server.closeAllConnections()
    server.close()
  })
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen }
}

/** A name server that gives the answers in turn, and the last for ever. */
const names = (...answers: string[][]) => {
  const asked: string[] = []
  const give = (
    host: string,
    _: unknown,
    done: (error: null, found: { address: string; family: number }[]) => void,
  ) => {
    const found = answers[Math.min(asked.push(host), answers.length) - 1] ?? []
    done(
      null,
      found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  }
  return { lookup: give as unknown as typeof lookup, asked }
}
const ground = (more: Partial<Ground> = {}): Ground => ({
  lookup: names(['127.0.0.1']).lookup,
  isClosed,
  ports: [''],
  patience: 20_000,
  ...more,
})
const said = (fetched: Fetched) => (fetched.ok ? `${fetched.status} ${Buffer.from(fetched.bytes)}` : fetched.reason)
const mostBytes = 1000

test('every form of an address in our own network, and every other protocol, is refused without a connection', async () => {
  const trap = await sink('127.0.0.1')
  const fetch = fetchOn(ground({ ports: ['', '80', trap.port] }))
  const hosts = [
    ...['127.0.0.1', '127.1', '2130706433', '0x7f000001', '0177.0.0.1', '127.0.0.1.', '127。0。0。1', 'localhost'],
    ...['0.0.0.0', '[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::127.0.0.1]', '[64:ff9b::7f00:1]'],
    ...['[fe80::1]', '[fd00::1]', '[2002:7f00:1::]', '[2001:0:7f00:1::]', '10.0.0.1', '172.31.255.1', '192.168.1.1'],
    ...['169.254.169.254', '100.100.100.200', '168.63.129.16', '224.0.0.1', '255.255.255.255', 'metadata.example'],
  ]
  const urls = [
    ...hosts.map((host) => `https://${host}:${trap.port}/`),
    `https://user:password@8.8.8.8:${trap.port}/`,
    ...['http', 'ftp', 'gopher', 'ws'].map((protocol) => `${protocol}://127.0.0.1:${trap.port}/`),
    ...[
      'file:///etc/passwd',
      'data:text/plain,x',
      'javascript:1',
      'https://',
      '',
      '//127.0.0.1',
      'https://8.8.8.8:22/',
    ],
  ]
  for (const url of urls) assert.equal(said(await fetch(url, { mostBytes })), 'closed', url)
  assert.equal(trap.connections(), 0)
})

test('an address with a name or a password in it is not asked', async () => {
  const trap = await sink('127.0.0.1')
  const fetch = fetchOn(ground({ ports: [trap.port], isClosed: () => false }))
  const at = async (who: string) => said(await fetch(`https://${who}photo.example:${trap.port}/`, { mostBytes }))
  assert.deepEqual([await at('name@'), await at(':password@')], ['closed', 'closed'])
  assert.equal(trap.connections(), 0)
  assert.equal(await at(''), 'unreachable')
  assert.equal(trap.connections(), 1)
})

test('the open internet is open, and its edges are not', () => {
  const open = [
    '8.8.8.8',
    '149.154.167.220',
    '100.63.255.255',
    '172.32.0.1',
    '223.255.255.255',
    '2606:4700::1111',
    '2001:4860::8',
  ]
  assert.deepEqual(open.filter(isClosed), [])
  const closed = [
    '100.64.0.0',
    '172.16.0.0',
    '198.19.255.255',
    '224.0.0.0',
    '2001:db8::1',
    '3fff::1',
    'fe80::1%lo',
    '',
    'x',
  ]
  assert.deepEqual(
    closed.filter((address) => !isClosed(address)),
    [],
  )
})

test('a name is judged by the address that is connected to, so a second answer of its name server changes nothing', async () => {
  const trap = await sink('127.0.0.1')
  const ports = [trap.port]
  const inside = names(['127.0.0.1'])
  const mixed = names(['8.8.8.8', '127.0.0.1'])
  for (const { lookup } of [inside, mixed, names(['::ffff:127.0.0.1'])])
    assert.equal(
      said(await fetchOn(ground({ lookup, ports }))(`https://photo.example:${trap.port}/`, { mostBytes })),
      'closed',
    )
  // Here 127.0.0.2 stands for an address of the open internet, and the second answer would be our own network.
  const turning = names(['127.0.0.2'], ['127.0.0.1'])
  const fetch = fetchOn(ground({ lookup: turning.lookup, ports, isClosed: (address) => address !== '127.0.0.2' }))
  assert.equal(said(await fetch(`https://turning.example:${trap.port}/`, { mostBytes })), 'unreachable')
  assert.deepEqual(turning.asked, ['turning.example'])
  assert.equal(trap.connections(), 0)
})

test('each redirect is judged anew, and three are followed at most', async () => {
  const trap = await sink('127.0.0.1')
  let hops = 0
  const web = await outer(({ url }, response) => {
    if (url === '/photo') return response.end('photo')
    if (url === '/loop') hops++
    const to = {
      '/in': `https://127.0.0.1:${trap.port}/`,
      '/named': `https://in.example:${trap.port}/`,
      '/file': 'file:///etc/passwd',
    }
    const more = { '/plain': `http://127.0.0.1:${trap.port}/`, '/3': '/2', '/2': '/1', '/1': '/photo', '/4': '/3' }
    response.writeHead(302, { location: { ...to, ...more }[url ?? ''] ?? '/loop' }).end()
  })
  const fetch = fetchOn(ground({ ports: [trap.port] }))
  const at = async (path: string) => said(await fetch(`${web.origin}${path}`, { mostBytes, allow: [web.origin] }))
  for (const path of ['/in', '/named', '/file', '/plain', '/4', '/loop']) assert.equal(await at(path), 'closed', path)
  assert.equal(await at('/3'), '200 photo')
  assert.equal(hops, 4)
  assert.equal(trap.connections(), 0)
})

test('what is handed over by POST is not led elsewhere', async () => {
  const web = await outer((_, response) => response.writeHead(307, { location: '/elsewhere' }).end())
  const fetched = await fetchOn(ground())(`${web.origin}/`, { mostBytes, allow: [web.origin], body: '{"a":1}' })
  assert.equal(said(fetched), '307 ')
  assert.equal(web.seen.length, 1)
  const inside = await fetchOn(ground())('https://agency.example/', { mostBytes, body: '{}' })
  assert.equal(said(inside), 'closed')
})

test('what proves us goes to the first origin alone, and not again when the way leads back', async () => {
  const names: string[] = []
  const other = await outer((_, response) => response.writeHead(302, { location: `${names[0]}/end` }).end())
  const first = await outer(({ url }, response) => {
    const to = url === '/start' ? '/own' : other.origin
    return url === '/end' ? response.end('end') : response.writeHead(302, { location: to }).end()
  })
  names.push(first.origin)
  const wanted = { mostBytes, allow: [first.origin, other.origin], headers: { authorization: 'Bearer secret' } }
  assert.equal(said(await fetchOn(ground())(`${first.origin}/start`, wanted)), '200 end')
  const proofs = [...first.seen, ...other.seen].map(({ authorization }) => authorization)
  assert.deepEqual(proofs, ['Bearer secret', 'Bearer secret', undefined, undefined])
})

test('a body ends where we said, whatever its length was announced as, and is never unpacked', async () => {
  const piece = Buffer.alloc(500, 'x')
  const web = await outer(({ url }, response) => {
    if (url === '/announced') return response.writeHead(200, { 'content-length': 1001 }).write(piece)
    if (url === '/packed')
      return response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(1e6)))
    if (url === '/short')
      return response.writeHead(200, { 'content-length': 900 }).write(piece, () => response.destroy())
    if (url === '/fits') return response.end(Buffer.alloc(1000, 'y'))
    const more = () => void (response.destroyed || response.write(piece, more))
    return more()
  })
  const at = async (path: string) =>
    said(await fetchOn(ground())(`${web.origin}${path}`, { mostBytes, allow: [web.origin] }))
  assert.equal(await at('/announced'), 'too-large')
  assert.equal(await at('/endless'), 'too-large')
  assert.equal(await at('/packed'), 'encoded')
  assert.equal(await at('/short'), 'unreachable')
  assert.equal(await at('/fits'), `200 ${'y'.repeat(1000)}`)
  assert.equal(web.seen[0]?.['accept-encoding'], 'identity')
})

test('whoever is slow is left, at the first byte and at each later one', async () => {
  const web = await outer(({ url }, response) => {
    if (url !== '/silent') response.write('x')
    const drip = setInterval(() => url === '/silent' || response.write('x'), 20)
    const end = setTimeout(() => response.end('the end'), 3000)
    response.on('close', () => {
      clearInterval(drip)
      clearTimeout(end)
    })
  })
  const fetch = fetchOn(ground({ patience: 300 }))
  for (const path of ['/silent', '/dripping'])
    assert.equal(said(await fetch(`${web.origin}${path}`, { mostBytes: 1e9, allow: [web.origin] })), 'unreachable')
})

test('only a stand-in on this machine is excepted, and never in production', () => {
  assert.deepEqual(standIn('http://127.0.0.1:8081/x', false), ['http://127.0.0.1:8081'])
  for (const [url, production] of [
    ['http://127.0.0.1:8081', true],
    ['https://api.telegram.org', false],
    ['http://10.0.0.1', false],
  ] as const)
    assert.deepEqual(standIn(url, production), [], url)
})
