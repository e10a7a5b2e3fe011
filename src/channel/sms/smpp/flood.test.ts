import assert from 'node:assert/strict'
import { test } from 'node:test'
import { centre, deliver } from '../../../../test/gateways/centre.ts'
import { scene } from '../../../../test/post.ts'
import { accepting } from '../../../inbox/accept.ts'
import { delivery } from './deliver.ts'
import { smppLink } from './link.ts'
import { writeMessage } from './message.ts'
import { command, encode, status } from './pdu.ts'
import { settingsOf } from './settings.ts'

/** More than can be kept at once: the centre is told to slow down, and keeps what we have not kept. */

const { db, keys, now, admin } = await scene()
const many = 3_000
const senders: readonly [who: string, from: (n: number) => string][] = [
  ['one number', () => '6281200000001'],
  ['thousands of numbers', (n) => `62812${String(n).padStart(7, '0')}`],
]

for (const [who, from] of senders)
  test(`M06: a flood from ${who} is throttled, and what heard ok is kept, all of it and once`, async (t) => {
    await admin`truncate inbox, outbox cascade`
    const smsc = await centre(t)
    const failures: unknown[] = []
    const failed = (reason: unknown) => void failures.push(reason)
    const keeping = { keys, now, failed, accept: accepting(db.intake, keys), fate: async () => {} }
    const link = smppLink({
      ...{ settings: settingsOf(smsc.url), number: '1708', deliver: delivery(keeping), failed },
      numbered: async () => {},
      random: () => 0.5,
    })
    t.after(link.close)
    const socket = await smsc.line()
    const bring = async (which: readonly number[]) => {
      smsc.answers.clear()
      const units = which.map((n) => {
        const body = writeMessage(deliver(from(n), { bytes: Buffer.from(`Lampu nomor ${n} mati sejak kemarin`) }))
        return encode({ command: command.deliver, status: 0, sequence: n + 1, body })
      })
      socket.write(Buffer.concat(units))
      await smsc.until(() => smsc.answers.size === which.length)
      return Map.groupBy(which, (n) => smsc.answers.get(n + 1)?.status)
    }
    const kept = async () => (await admin`select count(*)::int as count from inbox`)[0]?.count

    let waiting = Array.from({ length: many }, (_, n) => n)
    for (let ok = 0, round = 0; waiting.length > 0; round++) {
      const said = await bring(waiting)
      assert.deepEqual(
        [...said.keys()].filter((code) => code !== status.ok && code !== status.throttled),
        [],
      )
      ok += said.get(status.ok)?.length ?? 0
      assert.equal(await kept(), ok, 'neither more nor less than heard ok')
      if (round === 0) assert.ok((said.get(status.throttled)?.length ?? 0) > 0, 'nobody was told to slow down')
      waiting = said.get(status.throttled) ?? []
    }
    assert.equal(await kept(), many)
    assert.deepEqual(failures, [], 'to be throttled is no failure')
  })
