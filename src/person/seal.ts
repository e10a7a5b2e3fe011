import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

/** Keys derived from the one secret of the installation; each purpose has its own. As key objects they are prepared once
 *  and not at every use, and no log can print them. */
export type Keys = Readonly<Record<'identity' | 'receipt' | 'link' | 'cookie' | 'contact', KeyObject>>

export function keysFrom(secret: string): Keys {
  const key = (purpose: string) => createSecretKey(Buffer.from(hkdfSync('sha256', secret, 'lapor', purpose, 32)))
  return {
    identity: key('identity'),
    receipt: key('receipt'),
    link: key('link'),
    cookie: key('cookie'),
    contact: key('contact'),
  }
}

/** Who a reporter is, as they chose to tell. */
export type Identity = { name?: string; email?: string; phone?: string; account?: Account }
/** On a service where people talk: its number of them, and what they call themselves there. */
export type Account = { service: string; id: string; called: string }

/** Recognises an address or number without keeping it. */
export const contactHash = (keys: Keys, contact: string): Buffer =>
  createHmac('sha256', keys.contact).update(contact.trim().toLowerCase()).digest()

export const seal = (keys: Keys, identity: Identity): Buffer => sealJson(keys, identity)
export const unseal = (keys: Keys, sealed: Uint8Array): Identity => unsealJson(keys, sealed) as Identity

export const sealJson = (keys: Keys, value: object): Buffer => sealBytes(keys, Buffer.from(JSON.stringify(value)))
/** @throws when it was not sealed by us, or changed since. */
export const unsealJson = (keys: Keys, sealed: Uint8Array): unknown =>
  JSON.parse(unsealBytes(keys, sealed).toString('utf8'))

/** AES-256-GCM; a random nonce of 12 bytes in front, the tag of 16 bytes behind. */
export function sealBytes(keys: Keys, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keys.identity, nonce)
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

/** @throws when it was not sealed by us, or changed since. */
export function unsealBytes(keys: Keys, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed)
  const decipher = createDecipheriv('aes-256-gcm', keys.identity, bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(-16))
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])
}

/** A short signed statement that expires: `payload.expiry.signature`, safe in a link or a cookie. */
export function sign(key: KeyObject, payload: string, expires: Date): string {
  const body = `${payload}.${Math.floor(expires.getTime() / 1000).toString(36)}`
  return `${body}.${createHmac('sha256', key).update(body).digest('base64url')}`
}

/** @returns the payload, or undefined when the statement is not ours or too old. */
export function verify(key: KeyObject, statement: string, now: Date): string | undefined {
  const [payload, expiry, signature, more] = statement.split('.')
  if (!payload || !expiry || !signature || more !== undefined) return undefined
  const expected = createHmac('sha256', key).update(`${payload}.${expiry}`).digest()
  const given = Buffer.from(signature, 'base64url')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  return Number.parseInt(expiry, 36) * 1000 > now.getTime() ? payload : undefined
}
