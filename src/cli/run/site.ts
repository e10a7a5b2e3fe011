import { ruleBook } from '../../agency/rulebook.ts'
import { app } from '../../app.ts'
import { reencoder } from '../../attachment/reencode.ts'
import { folderStore } from '../../attachment/store.ts'
import type { Db } from '../../db/database.ts'
import type { Env } from '../../env.ts'
import { failure, type Log } from '../../log.ts'
import { keysFrom } from '../../person/seal.ts'
import { intake } from '../../report/intake.ts'

import { askedOf, openChannels, webhooksOf } from './services.ts'
import { hasTexts, smsDoor } from './texting.ts'

export type Needs = Readonly<{
  db: Db
  env: Env
  log: Log
  /** Of the installation; every key is derived from it. */
  secret: string
  ownerUrl: string
  /** A login that owns nothing, if there is one. */
  appUrl: string | undefined
  /** What this installation is called, and whose it is. */
  called: { service: string; place: string }
}>

/** Gives the site what it needs to run here. `wake` tells the worker of this process, if there is one. */
export function site(needs: Needs, wake: () => void = () => {}) {
  const { db, env, log, secret, called } = needs
  const now = () => new Date()
  return app({
    db,
    now,
    keys: keysFrom(secret),
    rules: ruleBook(db, now),
    intake: intake(db.intake),
    store: folderStore(env.UPLOADS_DIR),
    reencode: reencoder(),
    wake,
    sms: smsDoor(needs),
    webhooks: webhooksOf(needs),
    services: askedOf(needs),
    open: openChannels(needs),
    site: {
      edition: env.EDITION,
      publicUrl: env.PUBLIC_URL,
      production: env.production,
      proxies: env.TRUSTED_PROXIES?.split(',').map((address) => address.trim()) ?? [],
      service: called.service,
      place: called.place,
      texts: hasTexts(env),
    },
    log: ({ level, message, reason, ...about }) =>
      log[level](reason === undefined ? about : { ...about, reason: failure(reason) }, message),
  })
}
