import type { Tx } from '../db/database.ts'
import { type Keys, sealJson } from './seal.ts'
import type { Pass } from './secret/pass.ts'

/** A one-time link goes by e-mail: the secret lies sealed in the queue until it is sent. */

export type Letter = Readonly<{ token: string; to: string; language: 'id' | 'en'; until: string }>
type Addressee = { email: string | null; language: 'id' | 'en' }

/** Queues the e-mails in the transaction that made their links. */
export async function queueLetters(
  tx: Tx,
  keys: Keys,
  kind: 'invitation' | 'reset' | 'newDevice' | 'audit',
  passes: readonly (Pass & Addressee)[],
): Promise<void> {
  const payloads = passes.flatMap(({ accountId, secret, until, email, language }) => {
    if (!email) return []
    const letter: Letter = { token: secret, to: email, language, until: until.toISOString() }
    return [{ kind, accountId, sealed: sealJson(keys, letter).toString('hex') }]
  })
  await tx`
    insert into outbox (task, payload)
    select 'mail', x from jsonb_array_elements(${JSON.stringify(payloads)}::text::jsonb) as x`
}
