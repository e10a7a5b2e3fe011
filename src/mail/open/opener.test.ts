import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { usual } from './bounds.ts'
import { opener } from './opener.ts'

const mail = opener()
after(() => mail.close())

const raw = (...lines: string[]) => Buffer.from(lines.join('\r\n'), 'latin1')
const head = ['From: Sari <Sari@Warga.example>', 'To: lapor@lapor.example', 'Message-ID: <1@warga.example>']
const base64 = (text: string, charset: BufferEncoding = 'utf8') => Buffer.from(text, charset).toString('base64')

test('a plain letter is read', async () => {
  const letter = await mail.open(raw(...head, 'Subject: =?utf-8?Q?Lampu_mati_=F0=9F=92=A1?=', '', 'Gelap sekali.', ''))
  assert.deepEqual(letter?.from, { address: 'sari@warga.example', name: 'Sari' })
  assert.equal(letter?.subject, 'Lampu mati 💡')
  assert.equal(letter?.text.trim(), 'Gelap sekali.')
  assert.equal(letter?.messageId, '<1@warga.example>')
  assert.deepEqual(letter?.headers.get('to'), ['lapor@lapor.example'])
})

const words: [charset: string, encoded: string, expected: string][] = [
  ['utf-8', base64('Jalan rusak – parah'), 'Jalan rusak – parah'],
  ['iso-8859-1', base64('café', 'latin1'), 'café'],
  ['windows-1252', Buffer.from([0x93, 0x61, 0x94]).toString('base64'), '“a”'],
  ['utf-16le', base64('jalan', 'utf16le'), 'jalan'],
  ['gb18030', Buffer.from([0xc4, 0xe3, 0xba, 0xc3]).toString('base64'), '你好'],
  ['iso-2022-jp', base64('\x1b$B$3$s\x1b(B', 'latin1'), 'こん'],
  ['utf-7', base64('Hi Mom +Jjo-!'), 'Hi Mom +Jjo-!'],
  ['x-unknown', base64('jalan rusak'), 'jalan rusak'],
]
for (const [charset, encoded, expected] of words)
  test(`words in ${charset} are read`, async () => {
    const letter = await mail.open(
      raw(
        ...head,
        `Content-Type: text/plain; charset=${charset}`,
        'Content-Transfer-Encoding: base64',
        '',
        encoded,
        '',
      ),
    )
    assert.equal(letter?.text.trim(), expected)
  })

test('of HTML only the words are left', async () => {
  const html =
    '<style>p{}</style><p>Air <b>mati</b></p><script>x()</script><img src="https://t.example/p.gif"><p>Sejak&nbsp;Senin.</p>'
  const letter = await mail.open(raw(...head, 'Content-Type: text/html', '', html, ''))
  assert.equal(letter?.text.replace(/\s+/g, ' ').trim(), 'Air mati Sejak Senin.')
})

const nobody = [
  'From: Sari <s@x.example>, Budi <b@x.example>',
  'From: Warga: s@x.example;',
  'From: s@x.example\r\nFrom: b@x.example',
  'From: ',
  'X: y',
]
for (const from of nobody)
  test(`${JSON.stringify(from)} is nobody`, async () => {
    const letter = await mail.open(raw(from, 'Subject: x', '', 'isi', ''))
    assert.equal(letter?.text.trim(), 'isi')
    assert.equal(letter?.from, undefined)
  })

test('no control character comes out of coded words and names', async () => {
  const coded = `=?utf-8?B?${base64('a\r\nBcc: z@z.example\0')}?=`
  const letter = await mail.open(
    raw(
      `From: ${coded} <s@x.example>`,
      `Subject: ${coded}`,
      `Content-Type: text/plain; name="${coded}"`,
      'Content-Disposition: attachment; filename="../../etc/passwd"',
      '',
      'isi',
      '',
    ),
  )
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
  assert.doesNotMatch(JSON.stringify([letter?.from, letter?.subject]), /\\[rnu]|[\0-\x1f]/)
  assert.equal(letter?.enclosures[0]?.name, '.._.._etc_passwd')
})

test('a letter of a thousand nested parts or twenty thousand attachments ends, and the next one is read', async () => {
  const deep = Array.from({ length: 20_000 }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}`)
  const wide = Array.from({ length: 20_000 }, () => '--b\r\nContent-Disposition: attachment; filename=a\r\n\r\nx')
  const headers = Array.from({ length: 100_000 }, (_, n) => `X-${n}: y`)
  const bombs = [
    raw(...head, ...deep),
    raw(...head, 'Content-Type: multipart/mixed; boundary=b', '', ...wide, '--b--'),
    raw(...headers, '', 'x'),
    raw(`To: ${':'.repeat(50_000)}`, '', 'x'),
    raw(`X: ${'y'.repeat(8_000_000)}`, '', 'x'),
  ]
  for (const bomb of bombs) await mail.open(bomb)
  assert.equal((await mail.open(raw(...head, '', 'Masih dibaca.')))?.text.trim(), 'Masih dibaca.')
})

test('HTML that is deeper than any person writes takes no time of its own, and keeps its words', async () => {
  const deep = raw(...head, 'Content-Type: text/html', '', `${'<div class="a">'.repeat(120_000)}Air <b>keruh</b>`)
  assert.match((await mail.open(deep))?.text ?? '', /^Air\s+keruh$/)
  const usual = '<table><tr><td><p>Air</p></td></tr></table>'.repeat(2_000)
  const letter = await mail.open(raw(...head, 'Content-Type: text/html', '', `${usual}<h1>Keruh</h1>`))
  assert.match(letter?.text ?? '', /^(Air\s+){2000}Keruh$/)
  const never = `<a${'<a'.repeat(500_000)}`
  assert.ok(await mail.open(raw(...head, 'Content-Type: text/html', '', never)))
})

test('a letter costs two seconds of processor and 256 megabytes at most', () => {
  assert.deepEqual([usual.processor, usual.memory], [2_000, 256])
  assert.ok(usual.heap < usual.memory)
})

test('the largest honest letter is far from any bound', async () => {
  const photo = Buffer.alloc(17_500_000, 7).toString('base64').replace(/.{76}/g, '$&\r\n')
  const letter = await mail.open(
    raw(...head, 'Content-Type: image/jpeg', 'Content-Transfer-Encoding: base64', '', photo),
  )
  assert.equal(letter?.enclosures[0]?.bytes.length, 17_500_000)
})

/** Nothing is given up for its time but by the bound that is tried. */
const patient = { patience: 3_600_000, processor: 3_600_000, memory: 4_000, heap: 2_000 }
const lines = raw(...head, '', '\r\n'.repeat(6_000_000))
const bytes = raw(
  ...head,
  'Content-Type: application/pdf',
  'Content-Transfer-Encoding: base64',
  '',
  'A'.repeat(20_000_000),
)
const costs: [what: string, bound: Partial<typeof patient>, letter: Buffer][] = [
  ['the heap of the engine', { heap: 64 }, lines],
  ['all memory, also beside the heap', { memory: 60 }, bytes],
  ['time on the processor', { processor: 200 }, lines],
]
for (const [what, bound, letter] of costs)
  test(`${what} is bounded by itself, and the next letter is read`, async (t) => {
    const strict = opener({ ...patient, ...bound })
    t.after(strict.close)
    assert.equal(await strict.open(letter), undefined)
    assert.equal((await strict.open(raw(...head, '', 'Masih dibaca.')))?.text.trim(), 'Masih dibaca.')
  })

test('what takes too long is given up, and its neighbours are not', async () => {
  const hasty = opener({ patience: 1 })
  const [first, second] = await Promise.all([
    hasty.open(raw(...head, '', 'x'.repeat(1_000_000))),
    mail.open(raw(...head, '', 'Dibaca.')),
  ])
  assert.equal(first, undefined)
  assert.equal(second?.text.trim(), 'Dibaca.')
  await hasty.close()
})
