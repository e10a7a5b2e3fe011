import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newReference, readReference, showReference } from './reference.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const references = fc.uint8Array({ minLength: 7, maxLength: 7 }).map(newReference)

test('a reference reads back however it was typed', () => {
  fc.assert(
    fc.property(references, (reference) => {
      assert.equal(readReference(reference), reference)
      assert.equal(readReference(` ${showReference(reference).toLowerCase()} `), reference)
      assert.equal(readReference(reference.replaceAll('0', 'o').replaceAll('1', 'L')), reference)
    }),
  )
})

test('one wrong letter is noticed, everywhere and always', () => {
  fc.assert(
    fc.property(references, fc.nat(7), fc.nat(31), (reference, place, letter) => {
      const wrong = reference.slice(0, place) + alphabet[letter] + reference.slice(place + 1)
      assert.equal(readReference(wrong) === undefined, wrong !== reference)
    }),
  )
})

test('two swapped letters are noticed', () => {
  fc.assert(
    fc.property(references, fc.nat(7), fc.nat(7), (reference, a, b) => {
      const letters = [...reference]
      ;[letters[a], letters[b]] = [letters[b] as string, letters[a] as string]
      const swapped = letters.join('')
      assert.equal(readReference(swapped) === undefined, swapped !== reference)
    }),
  )
})

test('what is no reference is none', () => {
  for (const typed of ['', 'K7Q4', 'K7Q4-M2PXX', 'UUUU-UUUU', 'K7Q4-M2P\u0000', '🙂🙂🙂🙂'])
    assert.equal(readReference(typed), undefined)
})
