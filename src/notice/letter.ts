import { type Keys, seal, unseal } from '../person/seal.ts'

/** Letters that an account gets apart from any report. What they alone may say travels sealed. */

export type LetterKind = 'invitation' | 'reset' | 'newDevice'
/** `path` is where the button leads, e.g. `/undangan?t=…`; `until` when it ends (or, for a new device, when it came). */
export type Inside = Readonly<{ path: string; until: string; by?: string }>
export type LetterPayload = Readonly<{ kind: LetterKind; accountId: number; sealed: string }>

/** A row for the outbox: `task` 'mail', written in the transaction that causes the letter. */
export function letter(keys: Keys, kind: LetterKind, accountId: number, inside: Inside): LetterPayload {
  return { kind, accountId, sealed: seal(keys, { name: JSON.stringify(inside) }).toString('hex') }
}

export function openLetter(keys: Keys, sealed: Uint8Array): Inside {
  return JSON.parse(unseal(keys, sealed).name ?? '{}') as Inside
}
