import { Resolver } from 'node:dns/promises'
import { reencoder } from '../../attachment/reencode.ts'
import { folderStore } from '../../attachment/store.ts'
import { watchMailbox } from '../../channel/email/imap.ts'
import { letterbox } from '../../channel/email/smtp.ts'
import type { Env } from '../../env.ts'
import { accepting } from '../../inbox/accept.ts'
import type { Readers } from '../../inbox/read.ts'
import { opener } from '../../mail/open/opener.ts'
import { prover } from '../../mail/proof.ts'
import { mailReader } from '../../mail/reader.ts'
import type { Taking } from '../../mail/take.ts'
import { keysFrom } from '../../person/seal.ts'
import { intake } from '../../report/intake.ts'
import { smsReader } from '../../sms/converse.ts'
import type { Messengers } from '../../talk/send/reply.ts'
import { talkReaders } from './services.ts'
import type { Needs } from './site.ts'
import { lineOf } from './texting.ts'
import { waking } from './waking.ts'

/** Letters that come: the door that takes them, and the reader of what was taken. */

export const mailboxOf = ({ MAIL_DOMAIN }: Env): string | undefined => MAIL_DOMAIN && `lapor@${MAIL_DOMAIN}`

/** Opens the door, when one is wanted. `wake` tells the worker of this process, if there is one. */
export async function openLetterbox({ db, env, log, secret }: Needs, wake: () => void = () => {}) {
  const { MAIL_DOMAIN: domain, MAIL_IN_PORT: port, HOST: host } = env
  if (domain === undefined || port === undefined) return undefined
  const keep = accepting(db.intake, keysFrom(secret))
  return letterbox({
    accept: waking(keep, wake),
    now: () => new Date(),
    domain,
    host,
    port,
    lmtp: env.MAIL_IN_PROTOCOL === 'lmtp',
    failed: (reason) => log.error({ reason }, 'a letter was not kept; its server will send it again'),
  })
}

/** Watches a mailbox elsewhere, when one is named. */
export function watchLetters({ db, env, log, secret }: Needs, wake: () => void) {
  const { IMAP_URL: url, MAIL_DOMAIN: domain } = env
  if (url === undefined || domain === undefined) return undefined
  return watchMailbox({
    url,
    domain,
    accept: waking(accepting(db.intake, keysFrom(secret)), wake),
    now: () => new Date(),
    failed: (reason) => log.error({ reason }, 'the mailbox cannot be read now; its letters wait there'),
  })
}

/** Asks the name servers that were set, or those of the machine. */
function namesFrom(servers: string | undefined) {
  if (servers === undefined) return undefined
  const resolver = new Resolver({ timeout: 3_000, tries: 2 })
  resolver.setServers(servers.split(',').map((server) => server.trim()))
  return (name: string, type: string) => resolver.resolve(name, type) as Promise<string[] | string[][]>
}

type Reading = { readers: Readers; close: () => Promise<void> }

/** Reads what was kept, whoever opened the door: letters as long as there is an address for them, and short messages. */
export function readLetters(needs: Needs, messengers: Messengers, rules: Taking['rules'], now: () => Date): Reading {
  const { db, env, secret, called } = needs
  const address = mailboxOf(env)
  const taking: Taking = {
    db,
    now,
    rules,
    keys: keysFrom(secret),
    intake: intake(db.intake),
    store: folderStore(env.UPLOADS_DIR),
    reencode: reencoder(),
  }
  const texts: Readers = {
    sms: smsReader(taking, lineOf(env, called.service)),
    ...talkReaders(taking, needs, messengers),
  }
  if (!address) return { readers: texts, close: async () => {} }
  const mail = opener()
  const own = { domain: new URL(env.PUBLIC_URL).hostname, addresses: [address, addressIn(env.MAIL_FROM) ?? address] }
  const prove = prover(env.MAIL_DOMAIN ?? own.domain, namesFrom(env.MAIL_DNS))
  return {
    readers: { ...texts, email: mailReader(taking, { address, own }, mail, prove) },
    close: mail.close,
  }
}

/** The address in `Lapor <no-reply@lapor.example>`. */
export const addressIn = (from: string | undefined) =>
  from === undefined ? undefined : (/<([^>]+)>/.exec(from)?.[1] ?? from).toLowerCase()
