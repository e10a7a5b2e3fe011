import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cleanName, serveHeaders } from './serve.ts'

test('a name keeps its words and loses its path, its ending and what cannot be seen', () => {
  assert.equal(cleanName('Jembatan rusak.jpeg'), 'Jembatan rusak')
  assert.equal(cleanName('C:\\Users\\Sari\\Desktop\\kuitansi.pdf'), 'kuitansi')
  assert.equal(cleanName('../../etc/passwd'), 'passwd')
  assert.equal(cleanName('foto\u202egpj.exe'), 'fotogpj')
  assert.equal(cleanName('ru\u200bsak\r\nSet-Cookie: a=b.png'), 'rusakSet-Cookie a=b')
  assert.equal(cleanName('.htaccess'), 'htaccess')
  assert.equal(cleanName('\ud800\0'), null)
  assert.equal(cleanName('Jalan 12 ke desa Cilacap — sebelah barat.webp'), 'Jalan 12 ke desa Cilacap — sebelah barat')
})

const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 }))

test('whatever the name, what is left is short, visible, and stays as it is when cleaned again', () => {
  fc.assert(
    fc.property(anyText, (given) => {
      const name = cleanName(given)
      if (name === null) return
      assert.ok(name.length >= 1 && name.length <= 100)
      assert.ok(name.isWellFormed())
      assert.doesNotMatch(name, /[/\\<>:"|?*\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|^[\s.]|[\s.]$/u)
    }),
  )
})

test('no name can add a header or end the one it stands in', () => {
  fc.assert(
    fc.property(fc.option(anyText, { nil: null }), (name) => {
      const headers = serveHeaders({ id: 7, name: name?.toWellFormed() ?? null, mediaType: 'image/jpeg', bytes: 9 })
      const disposition = headers['Content-Disposition'] ?? ''
      assert.match(disposition, /^inline; filename="[\w .()-]+"; filename\*=UTF-8''[\w.~!%-]+$/)
      assert.doesNotThrow(() => new Headers(headers))
    }),
  )
})

test('the type is fixed, never guessed, and nothing in the file may run', () => {
  const pdf = serveHeaders({ id: 12, name: 'Surat “dinas”', mediaType: 'application/pdf', bytes: 3 })
  assert.equal(pdf['Content-Type'], 'application/pdf')
  assert.equal(pdf['X-Content-Type-Options'], 'nosniff')
  assert.equal(pdf['Content-Security-Policy'], "default-src 'none'; sandbox")
  assert.equal(pdf['Cache-Control'], 'private, no-store')
  assert.equal(
    pdf['Content-Disposition'],
    `attachment; filename="Surat _dinas_.pdf"; filename*=UTF-8''Surat%20%E2%80%9Cdinas%E2%80%9D.pdf`,
  )
  const thumb = serveHeaders({ id: 12, name: null, mediaType: 'application/pdf', bytes: 3 }, 'thumb')
  assert.equal(thumb['Content-Type'], 'image/webp')
  assert.equal(thumb['Content-Length'], undefined)
  assert.match(thumb['Content-Disposition'] ?? '', /^inline; filename="lampiran-12\.webp"/)
})
