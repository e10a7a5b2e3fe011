import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sniff } from './sniff.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')

test('the four kinds that are opened are known by their first bytes', () => {
  assert.equal(sniff(latin('\xff\xd8\xff\xe0 JFIF')), 'image/jpeg')
  assert.equal(sniff(latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')), 'image/png')
  assert.equal(sniff(latin('RIFF\x10\0\0\0WEBPVP8L')), 'image/webp')
  assert.equal(sniff(latin('%PDF-1.7\n')), 'application/pdf')
})

const foreign = {
  nothing: '',
  html: '<!doctype html><script>alert(1)</script>',
  svg: '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
  'html with a PDF behind it': '<html></html>\n%PDF-1.7',
  'a GIF that is also a page': 'GIF89a/*<script>*/=1;',
  'zip, docx, jar': 'PK\x03\x04\x14\0\x06\0',
  'old office': '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
  heic: '\0\0\0\x18ftypheic',
  avif: '\0\0\0\x18ftypavif',
  tiff: 'II*\0',
  'only the start of a JPEG': '\xff\xd8\xff',
  'RIFF that is sound': 'RIFF\x10\0\0\0WAVEfmt ',
  script: '<?php system($_GET[0]);',
}

for (const [what, text] of Object.entries(foreign)) {
  test(`not opened: ${what}`, () => assert.equal(sniff(latin(text)), null))
}
