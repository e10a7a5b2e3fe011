import { createHmac, randomInt } from 'node:crypto'
import { contactHash, type Keys, sealJson, unsealJson } from '../person/seal.ts'
import type { Reach } from './way.ts'

/** The code that proves a contact: six digits, sent there, written on the page that asked for it. Only a keyed hash is kept. */

export const newProof = (): string => String(randomInt(100_000, 1_000_000))

/** What was typed, without blanks and signs; undefined when it cannot be a code. */
export function readProof(typed: string): string | undefined {
  const digits = typed.normalize('NFKC').replace(/[\s.-]/g, '')
  return /^\d{6}$/.test(digits) ? digits : undefined
}

/** Bound to the reporter and to where it was sent: it proves nothing else. */
export const proofHash = (keys: Keys, reporterId: number, { way, to }: Reach, code: string): Buffer =>
  createHmac('sha256', keys.contact).update(`proof ${reporterId} ${way} ${to} ${code}`).digest()

export const sealReach = (keys: Keys, reach: Reach): Buffer => sealJson(keys, { to: reach.to })
export const openTo = (keys: Keys, sealed: Uint8Array): string => (unsealJson(keys, sealed) as { to: string }).to
export const openReach = (keys: Keys, way: Reach['way'], sealed: Uint8Array): Reach => ({
  way,
  to: openTo(keys, sealed),
})
export const reachHash = (keys: Keys, { to }: Reach): Buffer => contactHash(keys, to)

/** The code travels sealed with its message, and is gone when that has left. */
export const sealCode = (keys: Keys, code: string): Buffer => sealJson(keys, { code })
export const openCode = (keys: Keys, sealed: Uint8Array): string => (unsealJson(keys, sealed) as { code: string }).code
