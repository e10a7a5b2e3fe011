import assert from 'node:assert/strict'
import { test } from 'node:test'
import { scene } from '../../test/post.ts'
import { accepting } from '../inbox/accept.ts'
import type { Channel } from '../report/report.ts'
import { drain } from './drain.ts'

/** What is worked on first when more has come than can be read. */

const { db, keys, admin, now, file } = await scene()
const accept = accepting(db.intake, keys)

let messages = 0
function came(channel: Channel, count: number): Promise<unknown> {
  const one = () => {
    const fingerprint = Buffer.from(`${++messages}`)
    return accept({ channel, account: 'lapor', providerId: '', fingerprint, message: {}, receivedAt: now() })
  }
  return Promise.all(Array.from({ length: count }, one))
}

/** In the order in which workers take them. */
async function order(): Promise<string[]> {
  while ((await drain(db.worker)) > 0);
  const rows = await admin<{ name: string }[]>`
    select coalesce(i.channel, j.task_identifier) as name from graphile_worker.jobs j
    left join graphile_worker._private_jobs p using (id) left join inbox i on i.id = (p.payload ->> 'inboxId')::bigint
    order by j.priority, j.run_at, j.id`
  return rows.map(({ name }) => name)
}

test('E16: a flood of letters holds up letters, and neither a short message nor the news of a report', async () => {
  await came('email', 450)
  await drain(db.worker)
  await came('sms', 3)
  await file({ text: 'Pohon tumbang di tengah jalan sejak subuh.' })
  await came('email', 1)
  const taken = await order()
  assert.deepEqual(taken.slice(0, 4).sort(), ['sms', 'sms', 'sms', 'tell'])
  assert.equal(taken.filter((name) => name === 'email').length, 451)
})

test('M06: of two floods neither waits for all of the other', async () => {
  await admin`truncate inbox, graphile_worker._private_jobs cascade`
  for (let hundred = 0; hundred < 4; hundred++) {
    await came('email', 100)
    await came('sms', 100)
    await drain(db.worker)
  }
  const half = (await order()).slice(0, 400)
  assert.equal(half.filter((name) => name === 'sms').length, 200)
})
