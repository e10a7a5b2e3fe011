import { ruleBook } from '../../agency/rulebook.ts'
import { folderStore } from '../../attachment/store.ts'
import type { Db } from '../../db/database.ts'
import type { Env } from '../../env.ts'
import { startWorker, type Worker } from '../../jobs.ts'
import { devMailer, type Mailer, smtpMailer } from '../../notice/mailer.ts'
import { keysFrom } from '../../person/seal.ts'
import { tableWording } from '../../web/export/wording.ts'
import { addressIn, mailboxOf, readLetters } from './mailbox.ts'
import { messengersOf } from './services.ts'
import type { Needs } from './site.ts'
import { gatewayOf, lineOf, openLines } from './texting.ts'

/** Starts the background jobs. Stopping lets the running ones end. */
export async function work(needs: Needs): Promise<Worker> {
  const { db, env, log, secret, ownerUrl, appUrl = ownerUrl, called } = needs
  const now = () => new Date()
  const rules = ruleBook(db, now)
  const messengers = messengersOf(needs)
  const letters = readLetters(needs, messengers, rules, now)
  const mailer = postman(env, db)
  let wake = () => {}
  const lines = openLines(needs, () => wake())
  const worker = await startWorker({
    db,
    url: appUrl,
    keys: keysFrom(secret),
    rules,
    site: {
      service: called.service,
      publicUrl: env.PUBLIC_URL,
      from: addressIn(env.MAIL_FROM),
      mailbox: mailboxOf(env),
    },
    now,
    store: folderStore(env.UPLOADS_DIR),
    mailer,
    readers: letters.readers,
    texting: { gateway: gatewayOf(env, db, lines), line: lineOf(env, called.service) },
    messengers,
    wording: tableWording,
    log: ({ level, message, reason }) => log[level]({ reason }, message),
  })
  wake = worker.wake
  const stop = async () => {
    await worker.stop()
    await Promise.all(lines.map(({ close }) => close()))
    mailer?.close()
    await letters.close()
  }
  return { ...worker, stop }
}

/** While trying out, letters stand on the outbox page; for real people they wait until there is a mail server. */
function postman(env: Env, db: Db): Mailer | undefined {
  if (env.SMTP_URL) return smtpMailer(env.SMTP_URL)
  return env.production ? undefined : devMailer(db.worker)
}
