import assert from 'node:assert/strict'
import { test } from 'node:test'
import { errorIn, messagesFor } from './messages.ts'

/** Every sentence with the path of its entry; a sentence with placeholders as its source. */
function sentences(entry: unknown, path = ''): [path: string, words: string][] {
  if (typeof entry === 'string') return [[path, entry]]
  if (typeof entry === 'function') return [[path, String(entry).replaceAll('!', '')]]
  if (typeof entry !== 'object' || entry === null) return []
  return Object.entries(entry).flatMap(([key, value]) => sentences(value, path ? `${path}.${key}` : key))
}

test('the voice: no office jargon, no shouting, no orders, no words for anybody but people', () => {
  const refused = {
    id: /!|\b(mohon|harap|segera|dimaksud|tersebut di atas|saudara|kamu|user|aduan|tiket|surel|surat elektronik|SLA)\b/i,
    en: /!|\b(user(?! name)|ticket|please note|kindly|invalid|e\.g\.|i\.e\.|etc\.)(?!\w)/i,
  }
  for (const lang of ['id', 'en'] as const) {
    const wrong = sentences(messagesFor(lang)).filter(([, words]) => refused[lang].test(words))
    assert.deepEqual(wrong, [], lang)
  }
})

test('citizens read no names of offices from inside', () => {
  const { citizen, statusSays, emergency, errors } = messagesFor('id')
  const wrong = sentences({ citizen, statusSays, emergency, errors }).filter(([, words]) =>
    /\b(OPD|TL|disposisi)\b/i.test(words),
  )
  assert.deepEqual(wrong, [])
})

test('a key without words of its own is told in general, also one that every object has', () => {
  const t = messagesFor('id')
  assert.equal(errorIn(t, 'text.empty'), 'Tulis dulu apa yang terjadi. Satu kalimat cukup.')
  assert.equal(errorIn(t, 'Invalid option: expected one of "a"|"b"'), t.errors.form)
  assert.equal(errorIn(t, 'constructor'), t.errors.form)
})
