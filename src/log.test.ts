import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../test/database.ts'
import { logger } from './log.ts'

function lines() {
  const written: string[] = []
  return { written, log: logger('info', { write: (line) => void written.push(line) }) }
}

test('a line is one JSON object with time, level and message', () => {
  const { log, written } = lines()
  log.info({ requestId: 'r-1' }, 'two\nlines')
  log.debug('not told')
  assert.equal(written.length, 1)
  assert.equal(written[0]?.trimEnd().includes('\n'), false)
  const { time, ...rest } = JSON.parse(written[0] ?? '') as Record<string, unknown>
  assert.deepEqual(rest, { level: 'info', requestId: 'r-1', msg: 'two\nlines' })
  assert.equal(typeof time, 'string')
})

test('an error of the database is logged without what people wrote', async () => {
  const { admin } = await testDatabase()
  const { log, written } = lines()
  await admin`create table person_like (name text unique, age int)`
  await admin`insert into person_like values ('Siti Aminah')`
  const twice = await admin`insert into person_like values ('Siti Aminah')`.catch((reason: unknown) => reason)
  const typed = await admin.unsafe(`select 'Siti Aminah'::int`).catch((reason: unknown) => reason)
  log.error({ reason: twice }, 'failed')
  log.error({ err: typed }, 'failed')
  assert.doesNotMatch(written.join(), /Siti|Aminah/)
  assert.match(written[0] ?? '', /"code":"23505".*"table":"person_like"/)
  assert.match(written[1] ?? '', /"code":"22P02"/)
})
