import assert from 'node:assert/strict'
import { test } from 'node:test'
import { envelopeIn } from './envelope.ts'

const of = (...lines: string[]) => envelopeIn(Buffer.from(lines.join('\r\n')))

test('what the mailbox’s server wrote tells from whom and to whom', () => {
  assert.deepEqual(
    of(
      'Return-Path: <sari@warga.example>',
      'Delivered-To: lapor+r1.x@lapor.example',
      'To: "Lapor, pusat" <lapor@lapor.example>,',
      '\tteman@lain.example',
      '',
      'To: bukan@kepala.example',
    ),
    { from: 'sari@warga.example', to: ['lapor+r1.x@lapor.example', 'lapor@lapor.example', 'teman@lain.example'] },
  )
  assert.deepEqual(of('Return-Path: <>', 'Subject: Undelivered'), { from: '', to: [] }, 'a bounce has no sender')
})

test('only the first Return-Path counts, and no number of addresses is too many', () => {
  assert.equal(of('Return-Path: <>', 'Return-Path: <a@evil.example>', '', '').from, '')
  const many = Array.from({ length: 50_000 }, (_, n) => `a${n}@x.example`).join(',')
  assert.ok(of(`To: ${many}`, '', '').to.length <= 100)
  assert.deepEqual(envelopeIn(Buffer.alloc(0)), { from: '', to: [] })
})
