import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cardType, remadeCard } from './card.ts'
import { reencoder } from './reencode.ts'
import { serveHeaders } from './serve.ts'

const calendar = 'BEGIN:VCALENDAR\r\nSUMMARY:Rapat warga\r\n  RW 05\r\nEND:VCALENDAR\r\n'
const card = 'BEGIN:VCARD\nFN:Pak Lurah\nEND:VCARD\n'
const remade = (text: string | Buffer) => {
  const bytes = Buffer.from(text as string)
  const type = cardType(bytes)
  return type && remadeCard(bytes, type)?.toString()
}

test('a card is known by its first line, and its lines are kept', () => {
  assert.equal(remade(calendar), calendar)
  assert.equal(remade(card), card.replace(/\n/g, '\r\n'))
  assert.equal(remade(`\ufeffbegin:vcard\nFN:a\nEND:VCARD\n`), 'BEGIN:VCARD\r\nFN:a\r\nEND:VCARD\r\n')
  assert.equal(
    remade(Buffer.from('BEGIN:VCARD\nFN:Jos\xe9\nEND:VCARD\n', 'latin1')),
    'BEGIN:VCARD\r\nFN:José\r\nEND:VCARD\r\n',
  )
  for (const other of ['', '<html>', ' BEGIN:VCARD\n', 'BEGIN:VCARDX\n', 'MZ', '%PDF-1.7'])
    assert.equal(cardType(Buffer.from(other)), null, other)
})

test('what stands around a card or hides in it is left out; what is not text is refused', () => {
  assert.equal(remade(`${card}<script>alert(1)</script>`), remade(card))
  assert.equal(remade(card.replace('FN', '<script>alert(1)</script>\nFN')), remade(card))
  assert.equal(remade(card.replace('Pak', 'P\u202ea\x1bk')), remade(card))
  for (const wrong of [card.replace('Pak', 'P\0k'), 'BEGIN:VCARD\nFN:a\n', `${card}${'x'.repeat(200_000)}`])
    assert.equal(remade(wrong), undefined)
})

test('whatever comes, what is kept is the same when made again and holds no zero', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (inside) => {
      const once = remade(`BEGIN:VCARD\n${inside}\nEND:VCARD\n`)
      if (once === undefined || once === null) return
      assert.equal(remade(once), once)
      assert.doesNotMatch(once.replace(/[\r\n\t]/g, ''), /\p{Cc}/u)
    }),
  )
})

test('it goes through the process that opens files and leaves as plain text to be saved', async () => {
  const drawn = await reencoder()(Buffer.from(calendar))
  assert.ok(drawn.ok)
  assert.deepEqual([drawn.mediaType, Buffer.from(drawn.file).toString()], ['text/calendar', calendar])
  const headers = serveHeaders({ id: 7, name: null, mediaType: drawn.mediaType, bytes: 1 })
  assert.equal(headers['Content-Type'], 'text/plain; charset=utf-8')
  assert.equal(headers['X-Content-Type-Options'], 'nosniff')
  assert.match(headers['Content-Disposition'] ?? '', /^attachment; filename="lampiran-7\.ics"/)
  assert.equal(
    serveHeaders({ id: 7, name: null, mediaType: 'text/vcard', bytes: 1 }, 'thumb')['Content-Type'],
    'image/webp',
  )
})
