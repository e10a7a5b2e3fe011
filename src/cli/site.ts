import { Hono } from 'hono'
import type { Db } from '../db/database.ts'
import type { Env } from '../env.ts'
import type { Log } from '../log.ts'

export type Needs = Readonly<{
  db: Db
  env: Env
  log: Log
  /** Of the installation; every key is derived from it. */
  secret: string
  ownerUrl: string
  /** A login that owns nothing, if there is one. */
  appUrl: string | undefined
}>

/** Gives the site what it needs to run here. */
export function site(_needs: Needs): Hono {
  return new Hono().all('*', (c) => c.text('There are no pages yet.\n', 503))
}
