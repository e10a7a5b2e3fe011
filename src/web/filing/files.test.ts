import assert from 'node:assert/strict'
import { test } from 'node:test'
import { citizen, citizenSite, country, formIn, letter } from '../../../test/citizen.ts'
import { street } from '../../../test/pictures.ts'
import { Visitor } from '../../../test/visitor.ts'

/** Photos and files of a citizen on their way from the form to the report. */

const jpeg = async (n: number, name = `IMG_${n}.jpg`) =>
  new File([new Uint8Array(await street(n).jpeg().toBuffer())], name, { type: 'image/jpeg' })
const pictures = (text: string) => [...text.matchAll(/\/lampiran\/(\d+)\/kecil/g)].map(([path]) => path)
const words = { text: 'Jembatan retak.', readers: 'public' }
const begun = async (visitor: Visitor): Promise<Record<string, string>> => ({
  ...formIn(await visitor.get('/lapor')),
  ...words,
})

test('photos are kept from the form over the preview to the report, and seen by whoever writes it', async () => {
  const visitor = citizen()
  const preview = await visitor.send('/lapor', letter(await begun(visitor), [await jpeg(1), await jpeg(2)]))
  assert.equal(preview.status, 200)
  const shown = pictures(preview.text)
  assert.equal(shown.length, 2)
  for (const path of shown) {
    assert.equal((await visitor.get(path)).headers.get('content-type'), 'image/webp')
    assert.equal((await citizen().get(path)).status, 404)
  }
  const back = await visitor.post('/lapor', { ...formIn(preview), langkah: 'ubah' })
  assert.deepEqual(pictures(back.text), shown)
  const id = shown[0]?.split('/')[2] ?? ''
  const fewer = await visitor.post('/lapor', { ...formIn(back), hapus: id })
  assert.deepEqual(pictures(fewer.text), shown.slice(1))
  assert.equal(formIn(fewer).text, words.text)
  const sent = await visitor.post('/laporan', formIn(await visitor.post('/lapor', formIn(fewer))))
  assert.equal(sent.status, 201)
  assert.equal(visitor.cookies.has('draf'), false)
  const kept = await country.admin`
    select a.name from attachment a join report r on r.key = a.report_key
    where r.key = ${back.text.match(/name="kunci" value="([^"]+)"/)?.[1] ?? ''} and a.removed_at is null`
  assert.deepEqual(
    kept.map(({ name }) => name),
    [null],
  )
  assert.equal((await visitor.get(shown[1] ?? '')).status, 200, 'the reporter sees it by their own cookie')
  assert.equal((await citizen().get(shown[1] ?? '')).status, 404)
})

test('a draft shows its pictures to its own key alone', async () => {
  const visitor = citizen()
  const [path = ''] = pictures((await visitor.send('/lapor', letter(await begun(visitor), [await jpeg(3)]))).text)
  const other = citizen()
  for (const key of ['x', 'b4b5a9c0-6f4e-4a5c-9b0a-0e6a3f6f6a11']) {
    other.cookies.set('draf', key)
    assert.equal((await other.get(path)).status, 404)
  }
})

const hostile: Record<string, [File, RegExp]> = {
  'a drawing that may run': [
    new File(['<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'], 'peta.svg'),
    /“peta” bukan jenis/,
  ],
  'a page called a photo': [new File(['<html><script>1</script></html>'], 'foto.jpg'), /“foto” bukan jenis/],
  'a photo that breaks off': [
    new File([new Uint8Array(await street(9).jpeg().toBuffer()).slice(0, 900)], 'putus.jpg'),
    /“putus” rusak/,
  ],
  'a program': [new File(['MZ\0\0\0'], 'kamera.exe'), /“kamera” bukan jenis/],
  'an empty file': [new File([], 'kosong.jpg'), /“kosong”/],
  'a name that would be markup': [new File(['x'], '"><img src=x onerror=alert(1)>.jpg'), /bukan jenis/],
  'more than ten megabytes': [new File([new Uint8Array(10_600_000)], 'besar.jpg'), /“besar” berukuran 10,6 MB/],
}

for (const [name, [file, said]] of Object.entries(hostile))
  test(`${name} is refused by name, and the rest stays`, async () => {
    const visitor = citizen()
    const form = await begun(visitor)
    const answer = await visitor.send('/lapor', letter(form, [file, await jpeg(4)]))
    assert.equal(answer.status, 422)
    assert.match(answer.text, said)
    assert.doesNotMatch(answer.text, /<img src=x|<script>1/)
    assert.equal(pictures(answer.text).length, 1)
    assert.deepEqual(formIn(answer).text, words.text)
    assert.equal((await visitor.post('/lapor', formIn(answer))).status, 200, 'and then it goes on without it')
  })

test('five files are the most', async () => {
  const visitor = citizen()
  const files = await Promise.all([11, 12, 13, 14, 15, 16].map((n) => jpeg(n)))
  const answer = await visitor.send('/lapor', letter(await begun(visitor), files))
  assert.equal(answer.status, 422)
  assert.match(answer.text, /Paling banyak 5 berkas/)
  assert.equal(pictures(answer.text).length, 5)
})

test('an album that is too large as a whole is left behind, and the words come back', async () => {
  const visitor = citizen()
  const form: Record<string, string> = {
    ...(await begun(visitor)),
    place: 'Depan pasar',
    known: 'open',
    name: 'Bu Sari',
  }
  delete form.email
  const huge = Array.from({ length: 6 }, (_, n) => new File([new Uint8Array(9_500_000)], `${n}.jpg`))
  const body = letter(form, huge)
  body.append('email', 'sari@contoh.example')
  const bytes = new Uint8Array(await new Response(body).arrayBuffer())
  const type = new Response(body).headers.get('content-type')
  const boundary = Buffer.from(bytes.subarray(2, 100)).toString('latin1').split('\r\n')[0]
  const answer = await citizenSite().request('http://lapor.example/lapor', {
    method: 'POST',
    body: bytes,
    headers: {
      origin: 'http://lapor.example',
      'content-type': `${type?.split('boundary=')[0]}boundary=${boundary}`,
      'content-length': String(bytes.length),
    },
  })
  assert.equal(answer.status, 413)
  const kept = formIn({ text: await answer.text() })
  assert.deepEqual(
    [kept.text, kept.place, kept.name, kept.email, kept.kunci],
    [words.text, 'Depan pasar', 'Bu Sari', 'sari@contoh.example', form.kunci],
  )
})

test('a body that does not say how long it is ends at the same limit', async () => {
  const chunk = new Uint8Array(1_000_000)
  let sent = 0
  const body = new ReadableStream({
    pull(controller) {
      if (sent++ < 80) controller.enqueue(chunk)
      else controller.close()
    },
  })
  const headers = { origin: 'http://lapor.example', 'content-type': 'multipart/form-data; boundary=x' }
  const init = { method: 'POST', body, headers, duplex: 'half' } as RequestInit
  const answer = await citizenSite().request('http://lapor.example/lapor', init)
  assert.equal(answer.status, 413)
  assert.ok(sent < 60)
})

test('one network does not fill the disk, and its words still go through', async () => {
  const visitor = new Visitor(citizenSite())
  const file = new File(['x'], 'x.jpg')
  for (let n = 0; n < 60; n++)
    assert.equal((await visitor.send('/lapor', letter(await begun(visitor), [file]))).status, 422)
  const form = await begun(visitor)
  const answer = await visitor.send('/lapor', letter(form, [file]))
  assert.equal(answer.status, 429)
  assert.match(answer.text, /Terlalu banyak berkas dari jaringan ini/)
  assert.equal(formIn(answer).text, words.text)
  assert.equal((await visitor.post('/lapor', formIn(answer))).status, 200)
})
