import assert from 'node:assert/strict'
import { test } from 'node:test'
import { charsets } from '../../test/letters/charsets.ts'
import { enclosed } from '../../test/letters/files.ts'
import { heads } from '../../test/letters/headers.ts'
import { inbox } from '../../test/letters/inbox.ts'
import type { Becomes } from '../../test/letters/letter.ts'
import { machines } from '../../test/letters/machines.ts'
import { people } from '../../test/letters/people.ts'
import { shapes } from '../../test/letters/shapes.ts'

/** The hard letters of `test/letters`, through the whole way from the inbox to what they become. */

const { office, comes, addressed, told } = await inbox()
const { admin } = office

// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
const unseen = /[\0-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]|\\u00[01][0-9a-f]/

/** Every word that is kept in the open about a report. */
async function keptOf(id: number): Promise<string> {
  const rows = await admin<{ row: string }[]>`
    select r::text as row from report r where id = ${id}
    union all select e::text from event e where report_id = ${id}
    union all select a::text from attachment a where report_key = (select key from report where id = ${id})`
  return rows.map(({ row }) => row).join('\n')
}

const countOf = async () => {
  const [row] = await admin<{ n: number }[]>`
    select (select count(*) from report)::int + (select count(*) from event)::int + (select count(*) from outbox where task <> 'read')::int as n`
  return row?.n
}

async function asReport(
  id: number,
  { title, says = [], never, files = 0, answered = true }: Becomes & { is: 'report' },
) {
  const [row] = await admin<{ title: string; text: string; files: number }[]>`
    select title, text, (select count(*)::int from attachment a where a.report_key = r.key) as files from report r where id = ${id}`
  assert.ok(row)
  assert.ok(row.title.startsWith(title), `title ${JSON.stringify(row.title)}`)
  for (const words of says) assert.ok(row.text.includes(words), `${words} in ${JSON.stringify(row.text.slice(0, 600))}`)
  if (never) assert.doesNotMatch(row.text, never)
  assert.equal(row.files, files, `files of ${JSON.stringify(row.text.slice(0, 300))}`)
  assert.equal((await told(id)).length, answered ? 1 : 0, 'answers')
}

for (const hard of [...charsets, ...shapes, ...heads, ...people, ...machines, ...enclosed])
  test(hard.what, async () => {
    const { becomes } = hard
    const { address, reportId: toReport } = await addressed(hard.to)
    const before = await countOf()
    const found = await comes(hard.raw, address, hard.from)
    assert.deepEqual(
      [found.state, found.outcome, found.reason],
      becomes.is === 'parked'
        ? ['parked', null, becomes.reason]
        : ['done', becomes.is, becomes.is === 'noise' ? becomes.reason : null],
    )
    if (becomes.is === 'report') await asReport(Number(found.reportId), becomes)
    else if (becomes.is !== 'reply') assert.equal(await countOf(), before, 'nothing is written and nobody is told')
    const about = Number(found.reportId ?? toReport)
    const kept = await keptOf(about)
    assert.doesNotMatch(kept, unseen)
    if (becomes.is === 'reply') assert.ok(kept.includes(becomes.says))
    else if (toReport)
      assert.equal((await admin`select from event where report_id = ${toReport}`).count, 1, 'the thread stands still')
  })

test('there are sixty of them and more', () => {
  assert.ok([...charsets, ...shapes, ...heads, ...people, ...machines, ...enclosed].length >= 60)
})
