import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../../src/db/embedded/launch.ts'
import { remove } from '../database.ts'

/** Debian's Dovecot as a private instance, with any mailbox for the password `secret`. */

type Ending = { after: (work: () => unknown) => void }

/** @returns its IMAP port on this machine, and the folder where each name has its maildir. */
export async function dovecot(t: Ending): Promise<{ port: number; mail: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'lapor-dovecot-'))
  t.after(() => remove(folder))
  chmodSync(folder, 0o755)
  const mail = join(folder, 'mail')
  mkdirSync(mail)
  chmodSync(mail, 0o777)
  const port = await freePort(0)
  const config = join(folder, 'dovecot.conf')
  writeFileSync(config, settings(folder, mail, port))
  const server = spawn('/usr/sbin/dovecot', ['-F', '-c', config], { stdio: 'ignore' })
  t.after(async () => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const ended = once(server, 'exit')
    server.kill('SIGTERM')
    await Promise.race([ended, sleep(5_000).then(() => server.kill('SIGKILL'))])
  })
  await answering(port)
  return { port, mail }
}

const settings = (folder: string, mail: string, port: number) => `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = nobody
default_internal_group = nogroup
default_login_user = nobody
first_valid_uid = 100
mail_location = maildir:${mail}/%n
auth_mechanisms = plain login
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=65534 gid=65534 home=${mail}/%n
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
`

async function answering(port: number): Promise<void> {
  for (const until = Date.now() + 20_000; ; await sleep(100)) {
    const socket = connect(port, '127.0.0.1')
    const heard = await Promise.race([once(socket, 'data').then(String), once(socket, 'error'), sleep(2_000)]).catch(
      () => '',
    )
    socket.destroy()
    if (typeof heard === 'string' && heard.startsWith('* OK')) return
    if (Date.now() > until) throw new Error('Dovecot does not answer')
  }
}
