import { type Keys, unsealJson } from '../person/seal.ts'

import type { Facts } from './kind.ts'

/** Letters that an account gets apart from any report. What they alone may say travels sealed. */

export type LetterKind = 'invitation' | 'reset' | 'newDevice'
/** The payload of the outbox task `mail`; `person/invite.ts` writes it. */
export type LetterPayload = Readonly<{ kind: LetterKind; accountId: number; sealed: string }>
/** `to`: where it was meant to go, whatever the account says since; `until`: when the link ends, or the new device came; `facts`: what was counted. */
export type Inside = Readonly<{ token: string; to: string; until: string; facts?: Facts }>

export const openLetter = (keys: Keys, sealed: Uint8Array): Inside => unsealJson(keys, sealed) as Inside

/** Where the button of a letter leads. */
export const letterPaths: Readonly<Record<`staff.${LetterKind}`, (token: string) => string>> = {
  'staff.invitation': (token) => `/sandi/atur?t=${token}`,
  'staff.reset': (token) => `/sandi/atur?t=${token}`,
  'staff.newDevice': () => '/akun',
}
