import assert from 'node:assert/strict'
import sharp from 'sharp'
import type { Drawn } from '../src/attachment/decode/frame.ts'
import { reencoder } from '../src/attachment/reencode.ts'

/** Drawn photos, and what became of them. */

export const reencode = reencoder()
export const scene = (width = 900, height = 600) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#cde"/>
       <circle cx="30%" cy="40%" r="20%" fill="#632"/><rect x="55%" y="20%" width="30%" height="60%" fill="#374"/></svg>`,
    ),
  )
export const canary = 'Bu-Sari-0812'
export const has = (bytes: Uint8Array, text: string) => {
  const wide = Buffer.from(text, 'utf16le').swap16()
  return [text, wide, wide.toString('hex').toUpperCase()].some((form) => Buffer.from(bytes).includes(form))
}

export async function drawn(bytes: Uint8Array): Promise<Drawn> {
  const result = await reencode(bytes)
  assert.ok(result.ok, 'refusal' in result ? result.refusal : '')
  return result
}
export const refused = async (bytes: Uint8Array) => {
  const result = await reencode(bytes)
  return result.ok ? 'opened' : result.refusal
}

/** A street of houses under a sky that grows darker, different for every `n`. */
export const street = (n: number) => {
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
