import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ended, fieldsOf, Malformed } from './fields.ts'
import { type Message, readMessage, tag, writeMessage } from './message.ts'
import { cutter, decode, encode, type Pdu } from './pdu.ts'
import { fateIn, isReceipt } from './receipt.ts'
import { settingsOf } from './settings.ts'

const byte = fc.nat(255)
const letters = (most: number) =>
  fc.string({ unit: fc.integer({ min: 1, max: 255 }).map((n) => String.fromCharCode(n)), maxLength: most })
const address = fc.record({ ton: byte, npi: byte, number: letters(20) }, { noNullPrototype: true })
const bytes = (most: number) => fc.uint8Array({ maxLength: most }).map((one) => Buffer.from(one))
const message: fc.Arbitrary<Message> = fc.record(
  {
    source: address,
    destination: address,
    esmClass: byte,
    registered: byte,
    coding: byte,
    bytes: bytes(254),
    tags: fc
      .array(fc.tuple(fc.integer({ min: 0x0500, max: 0xffff }), bytes(40)), { maxLength: 4 })
      .map((all) => new Map(all)),
  },
  { noNullPrototype: true },
)

test('what is written is read back, in one piece or byte by byte', () => {
  const unit = fc.record(
    { command: fc.nat(0xffff), status: byte, sequence: fc.nat(), body: bytes(300) },
    { noNullPrototype: true },
  )
  fc.assert(fc.property(message, (one) => assert.deepEqual(readMessage(writeMessage(one)), one)))
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 4 }), fc.integer({ min: 1, max: 50 }), (units, step) => {
      const all = Buffer.concat(units.map(encode))
      const { push, waits } = cutter()
      const read: (Pdu | undefined)[] = []
      for (let at = 0; at < all.length; at += step) read.push(...(push(all.subarray(at, at + step)) ?? [undefined]))
      assert.deepEqual(read, units)
      assert.equal(waits(), false)
    }),
  )
})

test('a deliver_sm from the book', () => {
  const hex =
    '0000003c' +
    '00000005' +
    '00000000' +
    '00000007' +
    '00' +
    '0101' +
    '3632383132333400' +
    '0001' +
    '3137303800' +
    '400000' +
    '0000' +
    '00000000' +
    '0a' +
    '0500032a0201' +
    '68616c6f' +
    '0427000102'
  const whole = Buffer.from(hex, 'hex')
  whole.writeUInt32BE(whole.length)
  const { command, sequence, body } = decode(whole)
  assert.deepEqual([command, sequence], [5, 7])
  const read = readMessage(body)
  assert.deepEqual(read.source, { ton: 1, npi: 1, number: '6281234' })
  assert.deepEqual(
    [read.destination.number, read.esmClass, read.bytes.toString('hex')],
    ['1708', 0x40, '0500032a020168616c6f'],
  )
  assert.equal(read.tags.get(tag.state)?.toString('hex'), '02')
  assert.deepEqual(writeMessage(read), body)
})

test('a length that lies is found, and any bytes whatever are a message or malformed', () => {
  const body = writeMessage({
    source: { ton: 0, npi: 0, number: '1' },
    destination: { ton: 0, npi: 0, number: '2' },
    esmClass: 0,
    registered: 0,
    coding: 0,
    bytes: Buffer.from('halo'),
    tags: new Map(),
  })
  const at = body.length - 5
  assert.equal(body[at], 4)
  for (const lie of [5, 100, 255]) assert.throws(() => readMessage(Buffer.from(body.with(at, lie))), Malformed)
  assert.throws(() => readMessage(Buffer.from(body.with(at, 3))), Malformed, 'what is left is no tag')
  assert.throws(() => readMessage(Buffer.alloc(0)), Malformed)
  const any = fc.oneof(
    bytes(200),
    fc.tuple(fc.nat(body.length - 1), byte).map(([n, value]) => Buffer.from(body.with(n, value))),
  )
  fc.assert(
    fc.property(any, (given) => {
      try {
        const read = readMessage(given)
        fateIn(read)
      } catch (reason) {
        assert.ok(reason instanceof Malformed)
      }
    }),
    { numRuns: 1000 },
  )
  for (const length of [0, 4, 15, 64 * 1024 + 1, 0xffff_ffff]) {
    const head = Buffer.alloc(16)
    head.writeUInt32BE(length)
    assert.equal(cutter().push(head), undefined, String(length))
  }
  assert.throws(() => ended('123456789', 9), RangeError)
  assert.throws(() => fieldsOf(Buffer.from('abc')).text(10), Malformed)
})

test('a receipt is what the centre calls one, by words or by tags', () => {
  const base = readMessage(
    writeMessage({ ...plain, bytes: Buffer.from('id:00a7 sub:001 dlvrd:001 stat:DELIVRD err:000 text:x') }),
  )
  assert.equal(isReceipt(base), false)
  assert.equal(fateIn(base), undefined)
  const receipt = { ...base, esmClass: 0x04 }
  assert.deepEqual(fateIn(receipt), { number: '00a7', arrived: true })
  const said = (stat: string) => fateIn({ ...receipt, bytes: Buffer.from(`id:7 stat:${stat} err:1`) })?.arrived
  assert.deepEqual(['UNDELIV', 'EXPIRED', 'REJECTD', 'ENROUTE', 'nonsense'].map(said), [
    false,
    false,
    false,
    undefined,
    undefined,
  ])
  const tags = new Map([
    [tag.receiptedId, Buffer.from('b8\0')],
    [tag.state, Buffer.of(5)],
  ])
  assert.deepEqual(fateIn({ ...receipt, bytes: Buffer.alloc(0), tags }), { number: 'b8', arrived: false })
  assert.ok(isReceipt({ ...base, esmClass: 0x20 }))
  assert.equal(fateIn({ ...receipt, esmClass: 0x20 }), undefined)
})

const plain = {
  source: { ton: 0, npi: 0, number: '1' },
  destination: { ton: 0, npi: 0, number: '2' },
  esmClass: 0,
  registered: 0,
  coding: 0,
  tags: new Map<number, Buffer>(),
}

test('an address of a centre', () => {
  assert.deepEqual(settingsOf('smpp://la%40por:p%3Aw@centre.example?window=3'), {
    name: 'la@por@centre.example:2775',
    host: 'centre.example',
    port: 2775,
    secure: false,
    systemId: 'la@por',
    password: 'p:w',
    systemType: '',
    source: {},
    receiver: {},
    ids: 'any',
    window: 3,
  })
  const asked = settingsOf('smpp://a:b@c?system_type=CMT&source_ton=3&source_npi=0&dest_ton=1&dest_npi=9&ids=hex-dec')
  assert.deepEqual(
    [asked.systemType, asked.source, asked.receiver, asked.ids],
    ['CMT', { ton: 3, npi: 0 }, { ton: 1, npi: 9 }, 'hex-dec'],
  )
  const secure = settingsOf('smpps://a:b@[::1]:4000?window=x')
  assert.deepEqual([secure.host, secure.port, secure.secure, secure.window], ['::1', 4000, true, 10])
})
