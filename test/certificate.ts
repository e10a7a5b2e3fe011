import { generateKeyPairSync, sign } from 'node:crypto'

/** A certificate that signs itself, for servers of tests: for a while from now, for the names and addresses that are given. */

export type Certificate = Readonly<{ key: string; cert: string }>

const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  const { length } = body
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.of(tag, ...size), body])
}
const sequence = (...parts: readonly Buffer[]) => der(0x30, ...parts)
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))
const text = (tag: number, words: string) => der(tag, Buffer.from(words))
const time = (at: Date) => text(0x18, `${at.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`)

const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'))
const day = 86_400_000

export function certificate(names: readonly string[], addresses: readonly string[] = []): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const now = Date.now()
  const called = sequence(der(0x31, sequence(oid('550403'), text(0x0c, names[0] ?? 'test'))))
  const alternatives = [
    ...names.map((name) => text(0x82, name)),
    ...addresses.map((address) => der(0x87, Buffer.from(address.split('.').map(Number)))),
  ]
  const body = sequence(
    der(0xa0, der(0x02, Buffer.of(2))),
    der(0x02, Buffer.of(1)),
    ecdsaWithSha256,
    called,
    sequence(time(new Date(now - day)), time(new Date(now + day))),
    called,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(sequence(oid('551d11'), der(0x04, sequence(...alternatives))))),
  )
  const signed = sequence(body, ecdsaWithSha256, der(0x03, Buffer.of(0), sign('sha256', body, privateKey)))
  const lines = signed.toString('base64').match(/.{1,64}/g) ?? []
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
  }
}
