import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { after, test } from 'node:test'
import { town } from '../people/town.ts'
import { site } from './site.tsx'

/** The page of services, with nobody behind it or with somebody who takes everything. */

const taken: string[] = []
const product = createServer((request, response) => {
  taken.push(request.url ?? '')
  request.resume().on('end', () => response.end())
}).listen(0, '127.0.0.1')
await new Promise((resolve) => product.once('listening', resolve))
const { port } = product.address() as { port: number }
const [services, lonely] = await Promise.all([town(`http://127.0.0.1:${port}`), town('http://127.0.0.1:1')])
const page = site(services, 'http://localhost:3000')
after(async () => {
  product.close()
  await Promise.all([services.close(), lonely.close()])
})

const post = (of: typeof page, path: string, fields: Record<string, string>) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  return of.request(path, { method: 'POST', body })
}

test('whatever is written on a service goes to its door, and stands on the page', async () => {
  for (const { service, title, reaches } of Object.values(services.people))
    for (const reach of reaches) {
      const query = `layanan=${service}&untuk=${reach === 'public' ? 'semua' : 'lapor'}&nama=Budi`
      const words = `@lapor <b>${title}</b> ${reach}`
      const answer = await post(page, `/kirim?${query}`, { nama: 'Budi', isi: words })
      assert.equal(answer.status, 303)
      const shown = await (await page.request(answer.headers.get('location') ?? '')).text()
      assert.match(shown, /^<!doctype html>/)
      assert.ok(shown.includes(`@lapor &lt;b&gt;${title}&lt;/b&gt; ${reach}`), `${title} ${reach}`)
      const door = { telegram: 'telegram', x: 'x' }[service as string] ?? 'meta'
      assert.equal(taken.at(-1), `/channel/${door}/webhook`)
    }
})

test('when nobody is behind it that is said', async () => {
  for (const service of ['telegram', 'whatsapp', 'x']) {
    const answer = await post(site(lonely, 'http://localhost:3000'), `/kirim?layanan=${service}`, {
      nama: 'Budi',
      isi: 'Halo',
    })
    assert.equal(answer.status, 502)
    assert.match(await answer.text(), /role="alert"/)
  }
})
