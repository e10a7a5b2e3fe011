import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { canary, refused, scene } from '../../test/pictures.ts'
import { write } from './decode/frame.ts'
import { type Bounds, type Reencode, reencoder } from './reencode.ts'

async function withProgram(program: string, bounds: Partial<Bounds>, work: (r: Reencode) => Promise<void>) {
  const folder = await mkdtemp(join(tmpdir(), 'lapor-decode-'))
  try {
    const path = join(folder, 'child.mjs')
    await writeFile(path, program)
    await work(reencoder({ ...bounds, program: path }))
  } finally {
    await rm(folder, { recursive: true })
  }
}

const jpeg = Buffer.from('\xff\xd8\xff\xe0 whatever', 'latin1')
const deaths = {
  'crashes like a broken decoder': 'process.kill(process.pid, "SIGSEGV"); setInterval(() => {}, 1e3)',
  'never ends': 'for (;;);',
  'eats all memory': 'const all = []; for (;;) all.push(Buffer.alloc(2e7, 1))',
  'talks without end': 'const part = Buffer.alloc(1e6); const go = () => process.stdout.write(part, go); go()',
  'answers nonsense': 'process.stdout.end("HTTP/1.1 200 OK")',
}

for (const [how, program] of Object.entries(deaths)) {
  test(`the service outlives a process that ${how}`, async () => {
    await withProgram(program, { patience: { image: 1500, pdf: 1500 } }, async (hostile) => {
      assert.deepEqual(await hostile(jpeg), { ok: false, refusal: 'broken' })
    })
    assert.equal(await refused(await scene().jpeg().toBuffer()), 'opened')
  })
}

test('no secret of the service reaches the process that opens files', async () => {
  process.env.CANARY_SECRET = canary
  const answer = Buffer.from(write({ ok: false, refusal: 'locked' })).toString('base64')
  const program = `if (!JSON.stringify(process.env).includes('${canary}')) process.stdout.end('${answer}', 'base64')`
  await withProgram(program, {}, async (curious) => {
    assert.deepEqual(await curious(jpeg), { ok: false, refusal: 'locked' }, 'it found nothing')
  })
  delete process.env.CANARY_SECRET
})

test('two at a time, some wait, the rest are told that it is busy', async () => {
  await withProgram('setTimeout(() => {}, 200)', { waiting: 3 }, async (slow) => {
    const results = await Promise.all(Array.from({ length: 7 }, () => slow(jpeg)))
    const busy = results.filter((result) => !result.ok && result.refusal === 'busy')
    assert.equal(busy.length, 2)
  })
})
