import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { setDefaultCACertificates } from 'node:tls'
import { certificate } from '../../../../test/certificate.ts'
import { centre } from '../../../../test/gateways/centre.ts'
import { bind } from './bind.ts'
import { fieldsOf } from './fields.ts'
import { readMessage } from './message.ts'
import { status } from './pdu.ts'
import { settingsOf } from './settings.ts'
import { submit } from './submit.ts'

/** Who we are at a centre, and over what. */

const times = { answer: 5_000, slow: 5_000, quiet: 30_000 }
const known = certificate(['pusat.example'], ['127.0.0.1'])
setDefaultCACertificates([known.cert])

async function binds(t: TestContext, url: string) {
  const session = await bind(settingsOf(url), times, async () => status.ok, new AbortController().signal)
  t.after(session.unbind)
  return session
}

test('over TLS a centre is spoken to when this machine trusts its certificate', async (t) => {
  const smsc = await centre(t, undefined, known)
  const session = await binds(t, smsc.url)
  const sender = { number: '1708', source: {}, receiver: {} }
  const { sent } = await submit(session.ask, sender, { id: 'n1', to: '+6281200000101', text: 'halo' }, 1)
  assert.deepEqual([sent, smsc.submitted.length, smsc.bound.length], [{ ok: true }, 1, 1])
})

const strangers: [what: string, of: ReturnType<typeof certificate> | undefined][] = [
  ['that nobody trusts', certificate(['pusat.example'], ['127.0.0.1'])],
  ['without TLS', undefined],
]
for (const [what, of] of strangers)
  test(`a centre ${what} hears neither name nor password over smpps`, async (t) => {
    const smsc = await centre(t, undefined, of)
    await assert.rejects(binds(t, `smpps://lapor:rahasia@127.0.0.1:${smsc.port}`))
    assert.equal(smsc.binds.length, 0)
  })

test('a centre whose certificate is for another name hears neither name nor password', async (t) => {
  const other = certificate(['lain.example'], ['127.0.0.9'])
  setDefaultCACertificates([known.cert, other.cert])
  const smsc = await centre(t, undefined, other)
  await assert.rejects(binds(t, smsc.url), { code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
  assert.equal(smsc.binds.length, 0)
})

test('type of system and kinds of numbers are those of the address; without them, what a number looks like', async (t) => {
  const smsc = await centre(t)
  const kinds = async (query: string) => {
    const url = `${smsc.url}${query}`
    const { source, receiver } = settingsOf(url)
    const session = await binds(t, url)
    await submit(session.ask, { number: '1708', source, receiver }, { id: 'n1', to: '+62812', text: 'halo' }, 1)
    const fields = fieldsOf(smsc.binds.at(-1)?.body ?? Buffer.alloc(0))
    const [name, password, type] = [fields.text(16), fields.text(9), fields.text(13)]
    const message = readMessage(smsc.submitted.at(-1)?.body ?? Buffer.alloc(0))
    const own = [fields.number(), fields.number(), fields.number()]
    return { name, password, type, own, from: message.source, to: message.destination }
  }
  const self = { name: 'lapor', password: 'rahasia' }
  assert.deepEqual(await kinds(''), {
    ...self,
    type: '',
    own: [0x34, 0, 0],
    from: { ton: 0, npi: 1, number: '1708' },
    to: { ton: 1, npi: 1, number: '62812' },
  })
  assert.deepEqual(await kinds('?system_type=CMT&source_ton=3&source_npi=0&dest_ton=2&dest_npi=8'), {
    ...self,
    type: 'CMT',
    own: [0x34, 3, 0],
    from: { ton: 3, npi: 0, number: '1708' },
    to: { ton: 2, npi: 8, number: '62812' },
  })
})
