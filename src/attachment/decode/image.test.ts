import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { canary, drawn, has, refused, scene, street } from '../../../test/pictures.ts'
import type { Drawn } from './frame.ts'

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
