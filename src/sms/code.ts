import { createHmac } from 'node:crypto'
import type { Keys } from '../person/seal.ts'

/** The code with which a message becomes a report after all; it needs no row. Pure. */
export function newCode(keys: Keys, inboxId: number): string {
  const bytes = createHmac('sha256', keys.link).update(`new ${inboxId}`).digest()
  return String(1000 + (bytes.readUInt32BE(0) % 9000))
}
