import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readProof } from './proof.ts'
import { masked, readReach } from './way.ts'

test('one field takes an address or a number, however it is written', () => {
  for (const typed of ['Sari@Warga.Example', ' sari@warga.example '])
    assert.deepEqual(readReach(typed), { way: 'email', to: 'sari@warga.example' })
  for (const typed of ['0812-3456-7890', '+62 812 3456 7890', '6281234567890'])
    assert.deepEqual(readReach(typed), { way: 'phone', to: '+6281234567890' })
  for (const wrong of ['', '1708', 'sari@', 'a@b@c.example', '@', 'x'.repeat(300), `${'a'.repeat(250)}@b.example`])
    assert.equal(readReach(wrong), undefined, wrong)
})

test('its owner recognises it, and nobody can write to it', () => {
  assert.equal(masked({ way: 'email', to: 'sari@warga.example' }), 'sa•••@warga.example')
  assert.equal(masked({ way: 'email', to: 'ab@warga.example' }), 'a•••@warga.example')
  assert.equal(masked({ way: 'phone', to: '+6281234567890' }), '+628123••••890')
})

test('a code is six digits, with or without blanks', () => {
  assert.equal(readProof(' 482 913 '), '482913')
  for (const wrong of ['', '48291', '4829133', 'abcdef']) assert.equal(readProof(wrong), undefined, wrong)
})
