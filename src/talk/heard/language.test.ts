import assert from 'node:assert/strict'
import { test } from 'node:test'
import { remarksIn } from '../../notice/words/remarks.ts'
import type { Own } from '../../sms/own.ts'
import type { Said } from '../messenger.ts'
import { languageOf } from './language.ts'
import { written } from './written.ts'

const own = (language: 'id' | 'en') => ({ language }) as Own
const said = {
  text: '',
  quoted: [{ by: 'warga', text: 'Banjir' }],
  media: [{ ref: 'a', kind: 'image' }, { ref: 'b', kind: 'video' }],
} as unknown as Said // biome-ignore format: one message

test('who writes is spoken to in the language of the report they talk about, and a stranger in Indonesian', () => {
  assert.equal(languageOf({ about: undefined, mine: [] }), 'id')
  assert.equal(languageOf({ about: undefined, mine: [own('en')] }), 'en')
  assert.equal(languageOf({ about: own('id'), mine: [own('en'), own('id')] }), 'id')
})

test('what we say in a report of files and quotations is in the language of its reporter', () => {
  assert.equal(
    written(remarksIn('id'), [said], 2).text,
    'Mengirim foto.\n\n[Menanggapi unggahan @warga: “Banjir”]\n[1 video tidak disimpan.]\n[2 lampiran tidak disimpan.]',
  )
  assert.equal(
    written(remarksIn('en'), [said], 1).text,
    'Sent a photo.\n\n[In answer to a post of @warga: “Banjir”]\n[1 video not kept.]\n[1 file was not kept.]',
  )
})
