import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { promisify } from 'node:util'
import { isCommon } from './common.ts'
import { queue } from './queue.ts'

/** Passwords: which are good enough, and how they are kept (Argon2id, in PHC notation). */

export const leastLength = 12
export const mostLength = 128
export type PasswordRefusal = 'password-short' | 'password-long' | 'password-common'

/** Length is what counts; no mix of signs is asked for. Pure. */
export function weakness(password: string, own: readonly string[]): PasswordRefusal | undefined {
  const letters = [...password.normalize('NFKC')].length
  if (letters < leastLength) return 'password-short'
  if (letters > mostLength) return 'password-long'
  return isCommon(password, own) ? 'password-common' : undefined
}

type Cost = { memory: number; passes: number; parallelism: number }
const cost: Cost = { memory: 19_456, passes: 2, parallelism: 1 }
const derive = promisify(argon2)
/** A flood of sign-ins waits in line instead of taking memory: 19 MiB a place. */
const inLine = queue(Math.min(4, availableParallelism()), 200)

async function argon(password: string, salt: Buffer, { memory, passes, parallelism }: Cost): Promise<Buffer> {
  const message = password.normalize('NFKC')
  return inLine(() => derive('argon2id', { message, nonce: salt, memory, passes, parallelism, tagLength: 32 }))
}

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')

/** @throws Busy when too many wait already. */
export async function hashPassword(password: string, salt = randomBytes(16)): Promise<string> {
  const tag = await argon(password, salt, cost)
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(salt)}$${base64(tag)}`
}

const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/
/** What is checked when there is no such account: it takes as long and fits nothing. */
const nobody = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(randomBytes(16))}$${base64(randomBytes(32))}`

/** Costs the same whether the account exists, has a password or neither.
 *  @throws Busy when too many wait already. */
export async function verifyPassword(password: string, kept: string | null | undefined): Promise<boolean> {
  const [, memory, passes, parallelism, salt = '', tag = ''] = phc.exec(kept ?? nobody) ?? []
  if (!memory) throw new Error('a kept password cannot be read')
  const wanted = Buffer.from(tag, 'base64')
  const how = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  const given = await argon(password.slice(0, 4 * mostLength), Buffer.from(salt, 'base64'), how)
  return given.length === wanted.length && timingSafeEqual(given, wanted) && kept != null
}
