import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import { dkimSign } from 'mailauth/lib/dkim/sign.js'
import { prover } from './proof.ts'

/** Letters with and without proof, judged over names that only this file knows. */

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
const names: Readonly<Record<string, readonly string[]>> = {
  'TXT warga.example': ['v=spf1 ip4:192.0.2.7 -all'],
  'TXT _dmarc.warga.example': ['v=DMARC1; p=reject'],
  'TXT s1._domainkey.warga.example': [`v=DKIM1; k=rsa; p=${key}`],
  'TXT kecil.example': ['v=spf1 ip4:192.0.2.8 -all'],
  'TXT s1._domainkey.kecil.example': [`v=DKIM1; k=rsa; p=${key}`],
  'TXT s1._domainkey.lain.kecil.example': [`v=DKIM1; k=rsa; p=${key}`],
  'TXT jahat.example': ['v=spf1 ip4:203.0.113.9 -all'],
}
let broken = false
const resolver = async (name: string, type: string) => {
  if (broken) throw Object.assign(new Error('timeout'), { code: 'ETIMEOUT' })
  const found = names[`${type} ${name}`]
  if (!found) throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' })
  return type === 'TXT' ? found.map((text) => [text]) : [...found]
}
const prove = prover('mx.lapor.example', resolver)

const letter = (from: string, ...head: string[]) =>
  [
    ...head,
    `From: ${from}`,
    'To: lapor@lapor.example',
    'Subject: Jawaban',
    'Date: Mon, 02 Mar 2026 10:00:00 +0700',
    'Message-ID: <1@x.example>',
    '',
    'Nomor 12.',
    '',
  ].join('\r\n')
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
async function signed(raw: string, domain: string): Promise<string> {
  const key = { signingDomain: domain, selector: 's1', privateKey: pem }
  const { signatures } = await dkimSign(raw, { ...key, signatureData: [key] })
  return signatures + raw
}
const from = (address: string, remote: string, raw: string) =>
  prove({ from: address, remote, helo: 'mail.example' }, Buffer.from(raw))

test('a domain that sent or signed a letter has proven it', async () => {
  const plain = letter('Sari <sari@warga.example>')
  assert.equal(await from('sari@warga.example', '192.0.2.7', plain), 'proven', 'sent from its server')
  assert.equal(
    await from('', '203.0.113.1', await signed(plain, 'warga.example')),
    'proven',
    'signed, and forwarded by somebody else',
  )
  assert.equal(
    await from('joko@kecil.example', '192.0.2.8', letter('joko@kecil.example')),
    'proven',
    'no policy, its own server',
  )
  assert.equal(
    await from('', '203.0.113.1', await signed(letter('joko@kecil.example'), 'kecil.example')),
    'proven',
    'no policy, its own signature',
  )
})

test('anybody else who writes the address has proven nothing', async () => {
  const plain = letter('Sari <sari@warga.example>')
  assert.equal(await from('sari@warga.example', '203.0.113.9', plain), 'unproven', 'another server')
  assert.equal(await from('x@jahat.example', '203.0.113.9', plain), 'unproven', 'proven for another domain')
  const weak = letter('joko@kecil.example')
  assert.equal(await from('x@jahat.example', '203.0.113.9', weak), 'unproven', 'the same, where no policy asks')
  assert.equal(
    await from('joko@kecil.example', '203.0.113.9', weak),
    'unproven',
    'another server, where no policy asks',
  )
  assert.equal(
    await from('', '203.0.113.9', await signed(plain, 'jahat.example')),
    'unproven',
    'signed by nobody known',
  )
  assert.equal(
    await from('', '203.0.113.9', (await signed(plain, 'warga.example')).replace('Nomor 12', 'Nomor 13')),
    'unproven',
    'changed after signing',
  )
  const below = await signed(letter('joko@kecil.example'), 'lain.kecil.example')
  assert.equal(await from('', '203.0.113.1', below), 'unproven', 'signed by somebody with a name below')
  const above = await signed(letter('joko@lain.kecil.example'), 'kecil.example')
  assert.equal(await from('', '203.0.113.1', above), 'proven', 'signed by the domain above')
  assert.equal(
    await from('x@tanpa.example', '203.0.113.9', letter('x@tanpa.example')),
    'unproven',
    'a domain that says nothing and did nothing',
  )
  const claimed = letter(
    'Sari <sari@warga.example>',
    'Authentication-Results: mx.lapor.example; dmarc=pass; spf=pass; dkim=pass',
  )
  assert.equal(await from('sari@warga.example', '203.0.113.9', claimed), 'unproven', 'what a letter says of itself')
  assert.equal(
    await from('joko@kecil.example', '192.0.2.8', letter('joko@kecil.example', 'From: sari@warga.example')),
    'unproven',
    'two senders',
  )
})

test('a chain of seals (ARC) that somebody brings along proves nothing', async () => {
  const chain = (host: string) => [
    'ARC-Seal: i=1; a=rsa-sha256; cv=none; d=jahat.example; s=s1; t=1764000000; b=AAAA',
    `ARC-Authentication-Results: i=1; ${host}; dmarc=pass header.from=warga.example; spf=pass; dkim=pass`,
    'ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=jahat.example; s=s1; h=from; bh=AAAA; b=AAAA',
  ]
  for (const host of ['mx.lapor.example', 'mx.google.com']) {
    const forged = letter('Sari <sari@warga.example>', ...chain(host))
    assert.equal(await from('sari@warga.example', '203.0.113.9', forged), 'unproven', host)
  }
})

test('behind a mail server of ours the client is the one that it wrote down, and only the last one', async () => {
  const by = (ip: string) =>
    `Received: from mail.example (mail.example [${ip}]) by mx.lapor.example (Postfix) with ESMTPS id 1; Mon, 02 Mar 2026 10:00:01 +0700`
  assert.equal(await from('sari@warga.example', '127.0.0.1', letter('sari@warga.example', by('192.0.2.7'))), 'proven')
  assert.equal(
    await from('sari@warga.example', '127.0.0.1', letter('sari@warga.example', by('203.0.113.9'), by('192.0.2.7'))),
    'unproven',
  )
})

test('when names cannot be asked for, the letter waits', async () => {
  broken = true
  await assert.rejects(from('sari@warga.example', '192.0.2.7', letter('sari@warga.example')))
  broken = false
})
