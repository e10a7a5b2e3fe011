import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../src/db/embedded/launch.ts'
import { remove } from '../database.ts'

/** Debian's Postfix as a private instance: the mail server in front of the product, and the one of the citizens' domain. */

type Ending = { after: (work: () => unknown) => void }
/** `letterbox` is the port of the product for `lapor.example`; `mail` the folder of maildirs for the citizens of `warga.example`. */
type Behind = Readonly<{ letterbox: number; mail: string }>

/** @returns its SMTP port on this machine. */
export async function postfix(t: Ending, behind: Behind): Promise<number> {
  if (process.getuid?.() !== 0) throw new Error('Postfix is started by root only: run this test as root')
  const folder = mkdtempSync(join(tmpdir(), 'lapor-postfix-'))
  chmodSync(folder, 0o755)
  const config = join(folder, 'config')
  for (const path of [config, join(folder, 'queue')]) mkdirSync(path)
  const port = await freePort(0)
  writeFileSync(join(config, 'main.cf'), settings(folder, behind))
  writeFileSync(join(config, 'master.cf'), services(port))
  writeFileSync(join(config, 'lapor'), '/^lapor(\\+.*)?@lapor\\.example$/ lapor\n')
  t.after(() => {
    ask(config, 'stop')
    remove(folder)
  })
  const started = ask(config, 'start')
  if (started.status !== 0)
    throw new Error(`Postfix did not start: ${started.stderr}${readFileSync(join(folder, 'log'), { flag: 'a+' })}`)
  return port
}

const ask = (config: string, what: 'start' | 'stop') =>
  spawnSync('/usr/sbin/postfix', ['-c', config, what], { encoding: 'utf8' })

/** The lines of `lapor.example` are those of docs/running.md. A letter to `pindah@` is taken, and refused by the server behind. */
const settings = (folder: string, { letterbox, mail }: Behind) => `
compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
maillog_file = ${folder}/log
maillog_file_prefixes = ${folder}
myhostname = mx.lapor.example
mydestination =
mynetworks = 127.0.0.1
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
smtpd_peername_lookup = no
alias_maps =
default_transport = discard:
virtual_mailbox_domains = lapor.example, warga.example
virtual_mailbox_maps = regexp:${folder}/config/lapor, inline:{ { sari@warga.example = sari/ }, { pindah@warga.example = pindah/ } }
virtual_transport = lmtp:inet:127.0.0.1:${letterbox}
transport_maps = inline:{ { warga.example = virtual: }, { pindah@warga.example = lmtp:inet:127.0.0.1:${letterbox} } }
virtual_mailbox_base = ${mail}
virtual_minimum_uid = 100
virtual_uid_maps = static:65534
virtual_gid_maps = static:65534
`

const services = (port: number) => `
127.0.0.1:${port} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
virtual unix - n n - - virtual
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
`
