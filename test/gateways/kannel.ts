import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../../src/db/embedded/launch.ts'
import { remove } from '../database.ts'

/** Debian's Kannel as a private instance, with the telephones of its fake centre. */

type Ending = { after: (work: () => unknown) => void }

/** `site` is where the product will be. @returns where it takes messages to be sent, and the port of the fake centre. */
export async function kannel(t: Ending, site: string, secret: string) {
  const folder = mkdtempSync(join(tmpdir(), 'lapor-kannel-'))
  t.after(() => remove(folder))
  const ports = { admin: await freePort(0), box: await freePort(0), centre: await freePort(0), send: await freePort(0) }
  const config = join(folder, 'kannel.conf')
  writeFileSync(config, settings(folder, ports, `${site}/channel/sms/kannel?secret=${secret}`))
  const bearer = daemon('/usr/sbin/bearerbox', config)
  t.after(() => end(bearer))
  await sleep(1500)
  const box = daemon('/usr/sbin/smsbox', config)
  t.after(() => end(box))
  await sleep(1500)
  return { sendUrl: `http://lapor:secret@127.0.0.1:${ports.send}/cgi-bin/sendsms`, centre: ports.centre }
}

const daemon = (path: string, config: string) => spawn(path, ['-v', '4', config], { stdio: 'ignore' })

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await Promise.race([ended, sleep(3000).then(() => child.kill('SIGKILL'))])
}

function settings(folder: string, ports: Record<'admin' | 'box' | 'centre' | 'send', number>, door: string): string {
  return `
group = core
admin-port = ${ports.admin}
admin-interface = 127.0.0.1
admin-password = x
admin-allow-ip = "127.0.0.1"
smsbox-port = ${ports.box}
smsbox-interface = 127.0.0.1
box-allow-ip = "127.0.0.1"
log-file = "${folder}/bearerbox.log"
log-level = 0
store-type = file
store-location = "${folder}/store"
dlr-storage = internal

group = smsc
smsc = fake
smsc-id = FAKE
host = 127.0.0.1
port = ${ports.centre}
connect-allow-ip = 127.0.0.1

group = smsbox
bearerbox-host = 127.0.0.1
bearerbox-port = ${ports.box}
sendsms-port = ${ports.send}
sendsms-interface = 127.0.0.1
http-request-retry = 20
http-queue-delay = 1
log-file = "${folder}/smsbox.log"
log-level = 0

group = sendsms-user
username = lapor
password = secret
concatenation = true
max-messages = 4

group = sms-service
keyword = default
get-url = "${door}&from=%p&to=%P&text=%b&id=%I&charset=%C"
max-messages = 0
catch-all = true
`
}

/** A telephone at the fake centre that sends one message and then keeps listening. */
export function telephone(t: Ending, centre: number) {
  const heard: string[] = []
  let before: ChildProcess | undefined
  /** The fake centre has one telephone at a time; what comes meanwhile waits. */
  const say = async (from: string, text: string): Promise<void> => {
    if (before) await end(before)
    const message = `${from} 1708 text ${text}`
    const child = spawn('/usr/lib/kannel/test/fakesmsc', [
      '-H',
      '127.0.0.1',
      '-r',
      String(centre),
      '-i',
      '0.1',
      '-m',
      '1',
      message,
    ])
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        const [, got] = /Got message \d+: <(.*)>/.exec(line) ?? []
        if (got !== undefined) heard.push(got)
      })
    before = child
    t.after(() => end(child))
  }
  const hears = async (words: RegExp, patience = 30_000): Promise<string> => {
    for (const until = Date.now() + patience; ; await sleep(100)) {
      const found = heard.find((one) => words.test(one))
      if (found) return found
      if (Date.now() > until) throw new Error(`never heard ${words}; heard: ${heard.join('\n')}`)
    }
  }
  return { say, hears, heard }
}
