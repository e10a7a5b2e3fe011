import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keysFrom } from '../person/seal.ts'
import { pageLink, readPageToken, readStopToken, stopLink } from './link.ts'

const keys = keysFrom('a secret of tests')
const now = new Date('2026-11-23T03:00:00Z')
const after = (days: number) => new Date(now.getTime() + days * 86_400_000)
const tokenOf = (link: string) => new URL(link).searchParams.get('t') ?? ''

test('a page link opens one reporter’s page for 90 days', () => {
  const link = pageLink(keys, 'https://lapor.example', 'K7Q4M2PX', 42, now)
  assert.match(link, /^https:\/\/lapor\.example\/laporan\/K7Q4M2PX\/buka\?t=/)
  assert.equal(readPageToken(keys, tokenOf(link), after(89)), 42)
  assert.equal(readPageToken(keys, tokenOf(link), after(91)), undefined)
})

test('a stop link stops, and opens nothing', () => {
  const token = tokenOf(stopLink(keys, 'https://lapor.example', 42, now))
  assert.equal(readStopToken(keys, token, after(100)), 42)
  assert.equal(readPageToken(keys, token, now), undefined)
  const other = tokenOf(pageLink(keys, 'https://lapor.example', 'K7Q4M2PX', 42, now))
  assert.equal(readStopToken(keys, other, now), undefined)
})

test('what we did not sign is nothing', () => {
  const token = tokenOf(stopLink(keys, 'https://lapor.example', 42, now))
  for (const forged of [
    '',
    's42',
    token.replace('s42', 's43'),
    `${token}x`,
    token.toUpperCase(),
    's42.zzz.zzz',
    '....',
  ])
    assert.equal(readStopToken(keys, forged, now), undefined)
  assert.equal(readStopToken(keysFrom('another secret'), token, now), undefined)
})
