import assert from 'node:assert/strict'
import { test } from 'node:test'
import { citizen } from '../../../test/citizen.ts'

const found = async (typed: string) => {
  const answer = await citizen().get(`/wilayah?q=${typed}`)
  assert.equal(answer.status, 200, typed)
  return (JSON.parse(answer.text) as { areas: { code: string; label: string }[] }).areas
}

test('areas are found by the start of a name and by what they lie in', async () => {
  assert.deepEqual(await found('Bendo'), [
    { code: '35.72.03.1007', label: 'Bendogerit, Sananwetan, Kota Blitar, Jawa Timur' },
  ])
  assert.equal((await found('kel.%20bendogerit%20blitar'))[0]?.code, '35.72.03.1007')
  assert.equal((await found('blitar'))[0]?.code, '35.72')
})

test('whatever is typed is answered', async () => {
  for (const typed of ['', 'b', '%00%00', '%ED%A0%80', "'%25_", '%', 'x'.repeat(9000)])
    assert.deepEqual(await found(typed), [], typed)
})
