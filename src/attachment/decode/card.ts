import sharp from 'sharp'
import { type CardType, remadeCard } from '../card.ts'
import type { Drawn, Undrawn } from './frame.ts'
import { thumbOf } from './image.ts'

/** A card has no picture: a sheet with a few lines stands for it. */

const sheet = { width: 96, height: 128 }
const bar = (width: number) => ({ create: { width, height: 6, channels: 3, background: '#9a9a9a' } }) as const

async function paper(): Promise<Uint8Array> {
  const lines = [64, 52, 60, 40].map((width, n) => ({ input: bar(width), left: 16, top: 28 + 18 * n }))
  const blank = sharp({ create: { ...sheet, channels: 3, background: '#f4f4f4' } })
  return blank.composite(lines).png().toBuffer()
}

export async function drawCard(bytes: Uint8Array, mediaType: CardType): Promise<Drawn | Undrawn> {
  const file = remadeCard(bytes, mediaType)
  if (!file) return { ok: false, refusal: 'broken' }
  return { ok: true, mediaType, ...sheet, pages: null, phash: null, file, thumb: await thumbOf(await paper()) }
}
