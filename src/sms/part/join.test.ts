import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { toSeptets } from '../gsm7.ts'
import { missingPart } from '../words.ts'
import { textIn } from './coding.ts'
import { piecesOf } from './cut.ts'
import { headerOf, placeIn } from './header.ts'
import { groupsOf, isLateRest, isWhole, type Part, wordsIn } from './join.ts'
import type { Bytes } from './kept.ts'

const minute = 60_000
const at = (minutes: number) => new Date(Date.UTC(2026, 10, 24, 3) + minutes * minute)
const bytesOf = (hex: string, seq = 1, total = 1, coding = 0): Bytes => ({ coding, header: '', hex, seq, total })
const septets = (text: string) => Buffer.from(toSeptets(text) ?? []).toString('hex')
const part = (id: number, seq: number, total: number, text: string, minutes = 0): Part => ({
  id,
  at: at(minutes),
  partOf: null,
  bytes: bytesOf(septets(text), seq, total),
})
const words = (parts: readonly Part[]) =>
  groupsOf(parts).map((group) =>
    wordsIn(
      group.parts.map(({ bytes }) => bytes),
      missingPart,
    ),
  )

/** A text in bytes of its alphabet, cut anywhere: also within a letter, as telephones do. */
const cutText = fc
  .record({
    text: fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.string({ unit: fc.constantFrom('a', 'b', '€', '[', '😀', 'ж', ' ', '\ufeff'), minLength: 1 }),
    ),
    cuts: fc.array(fc.nat(200), { maxLength: 6 }),
    order: fc.array(fc.nat(20), { maxLength: 12 }),
  })
  .map(({ text, cuts, order }) => {
    const gsm = toSeptets(text)
    const all = gsm ? Buffer.from(gsm) : Buffer.from(text, 'utf16le').swap16()
    const ends = [...new Set([...cuts.map((cut) => cut % (all.length + 1)), all.length])].sort((a, b) => a - b)
    const pieces = ends.map((end, n) => all.subarray(ends[n - 1] ?? 0, end))
    const coding = gsm ? 0 : 8
    const parts = pieces.map((piece, n) => bytesOf(piece.toString('hex'), n + 1, pieces.length, coding))
    return { text, parts, order }
  })

test('any text, its parts in any order and any of them twice, comes back exactly', () => {
  fc.assert(
    fc.property(cutText, ({ text, parts, order }) => {
      const shuffled = order.map((n) => parts[n % parts.length]).concat(parts.toReversed())
      const came = shuffled.flatMap((bytes, id): Part[] => (bytes ? [{ id, at: at(0), partOf: null, bytes }] : []))
      const [group, ...more] = groupsOf(came)
      assert.ok(group && isWhole(group))
      assert.equal(more.length, 0)
      assert.equal(
        wordsIn(
          group.parts.map(({ bytes }) => bytes),
          missingPart,
        ),
        text,
      )
    }),
    { numRuns: 500 },
  )
})

test('what we cut for a network is joined again exactly, in as many parts as are paid for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 700 }), fc.nat(255), (text, reference) => {
      const pieces = piecesOf(text, reference)
      const parts = pieces.map(({ header, bytes, coding }): Bytes => {
        const place = header.length ? placeIn(header) : { seq: 1, total: 1 }
        assert.ok(
          header.length + bytes.length <= (header.length ? (coding === 0 ? 159 : 140) : coding === 0 ? 160 : 140),
        )
        return bytesOf(bytes.toString('hex'), place?.seq, place?.total, coding)
      })
      assert.equal(wordsIn(parts, missingPart), text)
    }),
  )
})

test('a reference that comes again later, or with other words, is another message', () => {
  const first = [part(1, 1, 2, 'lampu '), part(2, 2, 2, 'mati')]
  assert.deepEqual(words([...first, part(3, 1, 2, 'jalan '), part(4, 2, 2, 'rusak')]), ['lampu mati', 'jalan rusak'])
  assert.deepEqual(words([...first, part(3, 1, 2, 'lampu ', 12)]), ['lampu mati'], 'a part that is brought again late')
  const alike = [part(3, 1, 2, 'jalan ', 4), part(4, 2, 2, 'mati', 4)]
  assert.deepEqual(words([...first, ...alike]), ['lampu mati', 'jalan mati'], 'the same end of other words')
  const wrapped = [part(1, 1, 2, 'lampu '), part(2, 2, 2, 'rusak', 11)]
  assert.deepEqual(words(wrapped), ['lampu [bagian 2 belum sampai]', '[bagian 1 belum sampai] rusak'])
  assert.deepEqual(words([part(1, 3, 4, 'c')]), ['[bagian 1 sampai 2 belum sampai] c [bagian 4 belum sampai]'])
})

test('the same short words are a repetition for five minutes, and then said again', () => {
  assert.equal(groupsOf([part(1, 1, 1, 'STATUS'), part(2, 1, 1, 'STATUS', 4)]).length, 1)
  assert.equal(groupsOf([part(1, 1, 1, 'STATUS'), part(2, 1, 1, 'STATUS', 6)]).length, 2)
})

test('what was joined stays: only a repetition is added to it', () => {
  const kept = [
    { ...part(1, 1, 3, 'a'), partOf: 1 },
    { ...part(2, 3, 3, 'c'), partOf: 1 },
  ]
  const groups = groupsOf([...kept, part(3, 3, 3, 'c', 9), part(4, 2, 3, 'b', 9)])
  assert.deepEqual(
    groups.map(({ head, parts }) => [head, parts.map(({ id }) => id)]),
    [
      [1, [1, 2, 3]],
      [undefined, [4]],
    ],
  )
})

test('what was missing when its message was read is its rest, and what says something by itself is not', () => {
  const rest = (...later: readonly Part[]) => {
    const read = [part(1, 1, 3, 'a')].map((one) => ({ ...one, partOf: 1 }))
    const groups = groupsOf([...read, ...later])
    return groups.map((group) => isLateRest(group, groups))
  }
  assert.deepEqual(rest(part(2, 2, 3, 'b', 15)), [false, true])
  assert.deepEqual(rest(part(2, 3, 3, 'c', 15), part(3, 2, 3, 'b', 16)), [false, true])
  assert.deepEqual(rest({ ...part(2, 2, 3, 'b', 15), partOf: 2 }), [false, true], 'also when it is looked at again')
  assert.deepEqual(rest(part(2, 1, 3, 'x', 15)), [false, false], 'the beginning of another message')
  assert.deepEqual(rest(part(2, 1, 3, 'x', 15), part(3, 2, 3, 'y', 15)), [false, false])
  assert.deepEqual(rest(part(2, 3, 3, 'z', 15), part(3, 2, 3, 'y', 15), part(4, 1, 3, 'x', 15)), [false, false])
  const whole = [part(1, 1, 2, 'a'), part(2, 2, 2, 'b')].map((one) => ({ ...one, partOf: 1 }))
  const groups = groupsOf([...whole, part(3, 2, 2, 'c', 20)])
  assert.deepEqual(groups.map((group) => isLateRest(group, groups)), [false, false], 'nothing was missing there') // biome-ignore format: one line
})

test('headers: 8 and 16 bits, nonsense is no place, a lie is no header', () => {
  const place = (hex: string) => placeIn(Buffer.from(hex, 'hex'))
  assert.deepEqual(place('0500032a0301'), { reference: '8:42', seq: 1, total: 3 })
  assert.deepEqual(place('060804012c0202'), { reference: '16:300', seq: 2, total: 2 })
  for (const none of ['0500032a0001', '0500032a0200', '0500032a0203', '0500022a02', '0401020304'])
    assert.equal(place(none), undefined, none)
  for (const lie of ['', '05', '0500032a03', '03000502', '0100'])
    assert.equal(headerOf(Buffer.from(lie, 'hex')), undefined, lie)
  assert.equal(headerOf(Buffer.from('0500032a0301616263', 'hex'))?.rest.toString(), 'abc')
})

test('alphabets: GSM with its second table, Latin-1, UTF-16; the rest is no text', () => {
  assert.equal(textIn([bytesOf('1b65201b3c611b3e00')]), '€ [a]@')
  assert.equal(textIn([bytesOf('e9', 1, 1, 3)]), 'é')
  assert.equal(textIn([bytesOf('d83d', 1, 2, 8), bytesOf('de000041', 2, 2, 8)]), '😀A')
  assert.equal(textIn([bytesOf('00e9', 1, 1, 0x18)]), 'é', 'UTF-16 of a message class')
  for (const coding of [2, 4, 9, 14, 0x14, 0xf4]) assert.equal(textIn([bytesOf('00ff', 1, 1, coding)]), undefined)
  for (const header of ['03240101', '03250101', '06050415811581'])
    assert.equal(textIn([{ ...bytesOf('61'), header }]), undefined, 'national tables and ports')
  assert.equal(textIn([bytesOf('61', 1, 2, 0), bytesOf('0062', 2, 2, 8)]), 'ab')
})
