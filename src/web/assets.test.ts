import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { asset, assetUrl, tight } from './assets.ts'

const site = new Hono().get('/aset/:file', asset)
const ask = (encoding?: string, url = assetUrl('style.css')) =>
  site.request(url, encoding ? { headers: { 'Accept-Encoding': encoding } } : {})

test('a style sheet comes for ever, in the encoding that the browser takes', async () => {
  const [plain, gzip, br] = await Promise.all([ask(), ask('gzip'), ask('gzip, deflate, br')])
  assert.equal(plain.headers.get('content-type'), 'text/css; charset=utf-8')
  assert.match(plain.headers.get('cache-control') ?? '', /immutable/)
  assert.equal(gzip.headers.get('content-encoding'), 'gzip')
  assert.equal(br.headers.get('content-encoding'), 'br')
  const text = await plain.text()
  assert.equal(gunzipSync(Buffer.from(await gzip.arrayBuffer())).toString(), text)
  assert.equal(brotliDecompressSync(Buffer.from(await br.arrayBuffer())).toString(), text)
})

test('an encoding that is refused is not sent, and an unknown address is not found', async () => {
  assert.equal((await ask('br;q=0, gzip;q=0.5')).headers.get('content-encoding'), 'gzip')
  assert.equal((await ask('', '/aset/style.old.css')).status, 404)
  assert.throws(() => assetUrl('nothing.css'))
})

test('style sheets weigh little: citizens within 7 kB, staff within 10 kB', async () => {
  const weight = async (name: string) => (await (await ask('gzip', assetUrl(name))).arrayBuffer()).byteLength
  const [style, staff] = [await weight('style.css'), await weight('staff.css')]
  assert.ok(style <= 7000, `style.css weighs ${style} bytes`)
  assert.ok(style + staff <= 10_000, `both weigh ${style + staff} bytes`)
})

test('tightening keeps what matters', () => {
  assert.equal(
    tight('/* a */ a > b:not(.c) , d {\n  color: red;\n  margin: 0 calc(1px + 2px);\n}\n'),
    'a>b:not(.c),d{color:red;margin:0 calc(1px + 2px)}',
  )
})
