import sharp from 'sharp'
import type { MediaType } from '../sniff.ts'
import { fingerprint, grid } from './fingerprint.ts'
import type { Drawn, Undrawn } from './frame.ts'

/** Draws a picture anew. Only pixels pass: position, camera, colour profile, embedded previews and tails stay behind. */

const pixels = 50_000_000
const side = 2560
const thumbSide = 640

sharp.cache(false)
sharp.concurrency(1)
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})

export async function thumbOf(picture: Uint8Array): Promise<Uint8Array> {
  const fit = { width: thumbSide, height: thumbSide, fit: 'inside', withoutEnlargement: true } as const
  return sharp(picture).resize(fit).webp({ quality: 70 }).toBuffer()
}

async function phashOf(thumb: Uint8Array): Promise<bigint | null> {
  const grey = sharp(thumb)
    .flatten({ background: 'white' })
    .greyscale()
    .resize({ ...grid, fit: 'fill' })
  return fingerprint(await grey.toColourspace('b-w').raw().toBuffer())
}

export async function drawImage(bytes: Uint8Array, mediaType: MediaType): Promise<Drawn | Undrawn> {
  const size = await sharp(bytes, { limitInputPixels: false }).metadata()
  if (size.width * size.height > pixels) return { ok: false, refusal: 'tooManyPixels' }
  const open = sharp(bytes, { limitInputPixels: pixels, failOn: 'error', sequentialRead: true, pages: 1 })
  const upright = open
    .timeout({ seconds: 8 })
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
  const asPhoto = mediaType === 'image/jpeg'
  const encoded = asPhoto ? upright.jpeg({ quality: 82 }) : upright.webp({ quality: 82, effort: 3 })
  const { data: file, info } = await encoded.toBuffer({ resolveWithObject: true })
  const thumb = await thumbOf(file)
  return {
    ok: true,
    mediaType: asPhoto ? 'image/jpeg' : 'image/webp',
    width: info.width,
    height: info.height,
    pages: null,
    phash: await phashOf(thumb),
    file,
    thumb,
  }
}
