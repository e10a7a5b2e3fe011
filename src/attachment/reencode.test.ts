import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import { PDFDocument, PDFName, PDFString } from 'pdf-lib'
import sharp from 'sharp'
import { type Drawn, write } from './decode/frame.ts'
import { type Bounds, reencoder } from './reencode.ts'

const reencode = reencoder()
const scene = (width = 900, height = 600) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#cde"/>
       <circle cx="30%" cy="40%" r="20%" fill="#632"/><rect x="55%" y="20%" width="30%" height="60%" fill="#374"/></svg>`,
    ),
  )
const canary = 'Bu-Sari-0812'
const has = (bytes: Uint8Array, text: string) => {
  const wide = Buffer.from(text, 'utf16le').swap16()
  return [text, wide, wide.toString('hex').toUpperCase()].some((form) => Buffer.from(bytes).includes(form))
}

async function drawn(bytes: Uint8Array): Promise<Drawn> {
  const result = await reencode(bytes)
  assert.ok(result.ok, 'refusal' in result ? result.refusal : '')
  return result
}
const refused = async (bytes: Uint8Array) => {
  const result = await reencode(bytes)
  return result.ok ? 'opened' : result.refusal
}

const withMetadata = () =>
  scene()
    .withExif({
      IFD0: { Make: canary, Copyright: canary },
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '8/1 5/1 54/1', GPSLongitudeRef: 'E', GPSLongitude: '112/1 9/1 54/1' },
    })
    .withMetadata({ orientation: 6 })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${canary}</a></x:xmpmeta>`)
    .withIccProfile('p3')

test('position, camera, owner and colour profile stay behind, the picture stands upright', async () => {
  for (const sent of [
    await withMetadata().jpeg().toBuffer(),
    await withMetadata().png().toBuffer(),
    await withMetadata().webp().toBuffer(),
  ]) {
    const before = await sharp(sent).metadata()
    assert.ok(before.exif && before.xmp && before.icc && has(sent, canary))
    const { file, thumb, width, height, mediaType } = await drawn(sent)
    for (const bytes of [file, thumb]) {
      const { exif, xmp, icc, iptc, orientation, comments } = await sharp(bytes).metadata()
      assert.deepEqual([exif, xmp, icc, iptc, orientation, comments], Array(6).fill(undefined))
      assert.ok(!has(bytes, canary) && !has(bytes, 'Exif'))
    }
    assert.deepEqual([width, height], [600, 900])
    assert.equal(mediaType, before.format === 'jpeg' ? 'image/jpeg' : 'image/webp')
  }
})

test('large pictures are made smaller, the little one is little', async () => {
  const { file, thumb, width, height } = await drawn(await scene(4000, 3000).jpeg().toBuffer())
  assert.deepEqual([width, height], [2560, 1920])
  assert.equal((await sharp(file).metadata()).width, 2560)
  assert.equal((await sharp(thumb).metadata()).width, 640)
})

test('a page or an archive behind a picture is gone', async () => {
  const photo = await scene().jpeg().toBuffer()
  const hidden = Buffer.from('<html><script>alert(document.cookie)</script></html>PK\x03\x04 evil.jar')
  const { file } = await drawn(Buffer.concat([photo, hidden]))
  assert.ok(!has(file, '<script>') && !has(file, 'PK\x03\x04'))
  const png = await scene().png().toBuffer()
  const { file: redrawn } = await drawn(Buffer.concat([png.subarray(0, 33), chunk('tEXt', hidden), png.subarray(33)]))
  assert.ok(!has(redrawn, '<script>'))
})

test('only the first picture of a moving one is kept', async () => {
  const frames = ['red', 'green', 'blue'].map(
    (background) => ({ create: { width: 40, height: 40, channels: 3, background } }) as const,
  )
  const moving = await sharp(await Promise.all(frames.map((f) => sharp(f).png().toBuffer())), {
    join: { animated: true },
  })
    .webp()
    .toBuffer()
  assert.equal((await sharp(moving).metadata()).pages, 3)
  const { file, height } = await drawn(moving)
  assert.equal((await sharp(file).metadata()).pages, undefined)
  assert.equal(height, 40)
})

test('what is no photo and no PDF is refused, whatever it is called', async () => {
  assert.equal(await refused(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')), 'type')
  assert.equal(await refused(Buffer.from('<html><script>1</script>')), 'type')
  assert.equal(await refused(await scene().gif().toBuffer()), 'type')
})

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}

test('a picture of four milliard points in a few bytes is refused before it is drawn', async () => {
  const size = Buffer.alloc(13)
  size.writeUInt32BE(65_535, 0)
  size.writeUInt32BE(65_535, 4)
  size.set([1, 0, 0, 0, 0], 8)
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  const rows = chunk('IDAT', deflateSync(Buffer.alloc(100_000)))
  assert.equal(
    await refused(Buffer.concat([signature, chunk('IHDR', size), rows, chunk('IEND', Buffer.of())])),
    'tooManyPixels',
  )
})

test('half a file and noise behind a good beginning are refused as broken', async () => {
  const photo = await scene().jpeg().toBuffer()
  const png = await scene().png().toBuffer()
  for (const part of [photo.subarray(0, photo.length / 2), photo.subarray(0, 20), png.subarray(0, png.length / 2)]) {
    assert.equal(await refused(part), 'broken')
  }
  assert.equal(await refused(Buffer.from('%PDF-1.7\nno such thing')), 'broken')
  assert.equal(await refused(Buffer.concat([png.subarray(0, 33), Buffer.alloc(4000, 0xa5)])), 'broken')
})

async function hostilePdf(pages: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  pdf.setAuthor(canary)
  pdf.setTitle(canary)
  pdf.addJavaScript('run', 'app.alert(1)')
  await pdf.attach(Buffer.from(canary), 'rahasia.txt', { description: canary })
  for (let n = 0; n < pages; n++) pdf.addPage([595, 842]).drawText(`Halaman ${n + 1}`, { x: 60, y: 700, size: 40 })
  const act = pdf.context.obj({ S: 'URI', URI: PDFString.of('http://169.254.169.254/') })
  pdf.catalog.set(PDFName.of('OpenAction'), act)
  return pdf.save({ useObjectStreams: false })
}

test('a PDF is printed anew: pages yes; script, author, attachment, action no', async () => {
  const sent = await hostilePdf(3)
  assert.ok(has(sent, 'JavaScript') && has(sent, 'OpenAction') && has(sent, canary))
  const { file, pages, mediaType, thumb, width, height } = await drawn(sent)
  assert.equal(mediaType, 'application/pdf')
  assert.equal(pages, 3)
  assert.deepEqual([width, height], [1190, 1684])
  const clear = await (await PDFDocument.load(file, { updateMetadata: false })).save({ useObjectStreams: false })
  for (const text of ['JavaScript', '/JS', 'OpenAction', 'EmbeddedFile', 'Author', '169.254', canary]) {
    assert.ok(!has(clear, text), text)
  }
  const again = await PDFDocument.load(file, { updateMetadata: false })
  assert.equal(again.getAuthor() ?? again.getTitle() ?? again.getProducer(), undefined)
  assert.deepEqual(again.getPage(2).getSize(), { width: 595, height: 842 })
  const { channels } = await sharp(thumb).stats()
  assert.ok((channels[0]?.stdev ?? 0) > 1, 'the words of the page can be seen')
})

test('a PDF of more than fifty pages is refused', async () => {
  assert.equal(await refused(await hostilePdf(51)), 'tooManyPages')
})

/** A street of houses under a sky that grows darker, different for every `n`. */
const street = (n: number) => {
  const houses = Array.from({ length: 12 }, (_, i) => {
    const [height, light] = [((i * i * n + 7 * n) % 50) + 10, ((i * 37 * n) % 80) + 5]
    return `<rect x="${i * 75}" y="${90 - height}%" width="70" height="100%" fill="hsl(${i * n * 31} 40% ${light}%)"/>`
  })
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"><linearGradient id="sky"><stop stop-color="#abf"/>
       <stop offset="1" stop-color="#235"/></linearGradient><rect width="900" height="600" fill="url(#sky)"/>${houses.join('')}</svg>`,
    ),
  )
}

test('the same photo is known again after scaling and compression, another one is not', async () => {
  const distance = (a: Drawn, b: Drawn) =>
    BigInt.asUintN(64, (a.phash ?? 0n) ^ (b.phash ?? 0n))
      .toString(2)
      .replaceAll('0', '').length
  for (const n of [3, 5]) {
    const one = await drawn(await street(n).jpeg().toBuffer())
    const same = await drawn(await street(n).resize(500).jpeg({ quality: 40 }).toBuffer())
    const other = await drawn(
      await street(n + 1)
        .jpeg()
        .toBuffer(),
    )
    assert.ok(one.phash !== null)
    assert.ok(distance(one, same) <= 2, `the same, ${distance(one, same)} apart`)
    assert.ok(distance(one, other) > 8, `another, ${distance(one, other)} apart`)
  }
})

async function withProgram(program: string, bounds: Partial<Bounds>, work: (r: typeof reencode) => Promise<void>) {
  const folder = await mkdtemp(join(tmpdir(), 'lapor-decode-'))
  try {
    const path = join(folder, 'child.mjs')
    await writeFile(path, program)
    await work(reencoder({ ...bounds, program: path }))
  } finally {
    await rm(folder, { recursive: true })
  }
}

const jpeg = Buffer.from('\xff\xd8\xff\xe0 whatever', 'latin1')
const deaths = {
  'crashes like a broken decoder': 'process.kill(process.pid, "SIGSEGV"); setInterval(() => {}, 1e3)',
  'never ends': 'for (;;);',
  'eats all memory': 'const all = []; for (;;) all.push(Buffer.alloc(2e7, 1))',
  'talks without end': 'const part = Buffer.alloc(1e6); const go = () => process.stdout.write(part, go); go()',
  'answers nonsense': 'process.stdout.end("HTTP/1.1 200 OK")',
}

for (const [how, program] of Object.entries(deaths)) {
  test(`the service outlives a process that ${how}`, async () => {
    await withProgram(program, { patience: { image: 1500, pdf: 1500 } }, async (hostile) => {
      assert.deepEqual(await hostile(jpeg), { ok: false, refusal: 'broken' })
    })
    assert.equal(await refused(await scene().jpeg().toBuffer()), 'opened')
  })
}

test('no secret of the service reaches the process that opens files', async () => {
  process.env.CANARY_SECRET = canary
  const answer = Buffer.from(write({ ok: false, refusal: 'locked' })).toString('base64')
  const program = `if (!JSON.stringify(process.env).includes('${canary}')) process.stdout.end('${answer}', 'base64')`
  await withProgram(program, {}, async (curious) => {
    assert.deepEqual(await curious(jpeg), { ok: false, refusal: 'locked' }, 'it found nothing')
  })
  delete process.env.CANARY_SECRET
})

test('two at a time, some wait, the rest are told that it is busy', async () => {
  await withProgram('setTimeout(() => {}, 200)', { waiting: 3 }, async (slow) => {
    const results = await Promise.all(Array.from({ length: 7 }, () => slow(jpeg)))
    const busy = results.filter((result) => !result.ok && result.refusal === 'busy')
    assert.equal(busy.length, 2)
  })
})
