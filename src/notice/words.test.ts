import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compose } from './compose.ts'
import type { Lang } from './date.ts'
import { type Facts, isNeutral, isStaff, type Kind, kinds, neutralKinds } from './kind.ts'
import { languages } from './words.ts'

const facts: Facts = {
  service: 'LAPOR',
  ref: 'K7Q4-M2PX',
  ref2: 'B3D9-T6WN',
  agency: 'Dinas Pekerjaan Umum Kota Blitar',
  above: 'Sekretariat Daerah Kota Blitar',
  date: 'Kamis, 26 November 2026',
  date2: 'Jumat, 4 Desember 2026',
  answerDate: 'Senin, 30 November 2026',
  left: '3 hari kerja lagi',
  question: 'Di RT berapa?',
  text: 'Jalan sudah kami tambal.',
  reason: 'menunggu bahan',
  steps: 'hubungi perusahaan itu.',
  count: '17',
  code: '482913',
  user: 'budi.s',
  role: 'operator',
  by: 'Siti Rahayu',
  time: 'Kamis, 26 November 2026, pukul 15.00 WIB',
  arrived: '1.412',
  answered: '1.309',
  ended: '1.207',
  disputed: '1.101',
  open: '1.931',
  overdue: '1.804',
  unheeded: '1.702',
}
const link = 'https://lapor.example/laporan/K7Q4M2PX/buka?t=abc'
const stop = 'https://lapor.example/berhenti?t=def'
const letter = (kind: Kind, language: Lang, known = facts) =>
  compose({ kind, language, name: 'Budi', link, stop }, known)

for (const language of ['id', 'en'] as const) {
  for (const kind of kinds) {
    test(`${kind} in ${language} is whole, short and filled`, () => {
      const { subject, text, html } = letter(kind, language)
      assert.ok(subject.length > 8 && subject.length < 120, subject)
      assert.doesNotMatch(subject + text + html, /[{}]|undefined|null|\[object/)
      const body = text.split('\n\n').slice(1, isNeutral(kind) ? undefined : isStaff(kind) ? -1 : -2)
      const words =
        body
          .join(' ')
          .replace(/https:\S+/g, '')
          .match(/\S+/g)?.length ?? 0
      assert.ok(words >= 15 && words <= 90, `${words} words`)
      assert.match(html, new RegExp(`<html lang="${language}">`))
    })
  }

  test(`a letter on a secret report says nothing of it in ${language}`, () => {
    for (const kind of neutralKinds) {
      const { subject, text, html } = letter(kind, language)
      const all = subject + text + html
      assert.doesNotMatch(all, /https?:|href|LAPOR|K7Q4|Blitar|Budi|laporan|report/i)
      for (const [name, value] of Object.entries(facts)) {
        if (name !== 'date' && !(name === 'code' && kind === 'neutral.proof'))
          assert.ok(!all.includes(value), `${kind} tells ${name}`)
      }
    }
  })
}

test('a letter with a hole is not written', () => {
  const { agency: _, ...without } = facts
  assert.throws(() => letter('forwarded', 'id', without), /agency/)
})

test('a sentence that depends on a fact is left out without it', () => {
  const { answerDate: _, ...without } = facts
  assert.match(letter('forwarded', 'id').text, /Batas jawaban pertama: Senin/)
  assert.doesNotMatch(letter('forwarded', 'id', without).text, /jawaban pertama/)
})

test('what an agency wrote is shown as text, and a long answer is cut', () => {
  const evil = letter('answered', 'en', { ...facts, text: '<img src=x onerror=alert(1)> & "so"\nnext {ref}' })
  assert.doesNotMatch(evil.html, /<img/)
  assert.match(evil.html, /&lt;img src=x onerror=alert\(1\)&gt; &amp; &quot;so&quot;<br>next \{ref\}/)
  const long = letter('answered', 'en', { ...facts, text: 'word '.repeat(2000) })
  assert.ok(long.text.length < 2500)
  assert.match(long.text, /… The rest is on the page of the report\./)
})

test('buttons only open a page, and everybody but staff can stop the letters', () => {
  const { text, html } = letter('resolved', 'id')
  assert.deepEqual(
    [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href),
    [`${link}&untuk=selesai`, `${link}&untuk=sanggahan`, stop].map((href) => href.replace('&', '&amp;')),
  )
  assert.ok(text.includes(`Ya, sudah selesai:\n${link}&untuk=selesai\nBelum selesai:\n${link}&untuk=sanggahan\n`))
  assert.ok(text.includes(`${languages.id.stop}:\n${stop}`))
  assert.doesNotMatch(letter('staff.instruction', 'id').text, /berhenti|Bukan Anda yang melapor/)
})
