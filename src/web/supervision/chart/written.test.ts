import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isLow, shade, written } from './scale.ts'

test('what is written as 70% is not said to be below it, and a tile has the shade of its number', () => {
  assert.deepEqual([null, 0.6944, 0.6957, 0.7].map(isLow), [false, true, false, false])
  for (let hundredths = 0; hundredths <= 1000; hundredths++) {
    const share = hundredths / 1000
    assert.equal(shade(share), shade(written(share)))
    assert.equal(isLow(share), Math.round(share * 100) < 70, String(share))
  }
  assert.deepEqual([0.59, 0.596, 0.6, 0.7, 0.8, 0.896, 1].map(shade), [1, 2, 2, 3, 4, 5, 5])
})
