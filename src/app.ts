import { Hono } from 'hono'
import { requestId } from 'hono/request-id'
import type { RuleBook } from './agency/rulebook.ts'
import type { Reencode } from './attachment/reencode.ts'
import type { Store } from './attachment/store.ts'
import type { Db } from './db/database.ts'
import type { Staff } from './person/may.ts'
import type { Keys } from './person/seal.ts'
import type { Intake } from './report/intake.ts'
import type { Channel } from './report/report.ts'
import type { Services } from './talk/public-post.ts'
import { asset } from './web/assets.ts'
import type { SmsDoor } from './web/channel/kannel.ts'
import type { Webhooks } from './web/channel/webhook.ts'
import { tookTooLong, trouble } from './web/errors.tsx'
import { headers, sameOrigin, sizes } from './web/guard.ts'
import { language } from './web/language.ts'
import type { Lang, Messages } from './web/messages.ts'
import { routes } from './web/routes.ts'
import { signedIn } from './web/session.ts'
import { compressed } from './web/wire/compress.ts'

/** What an installation is called and where it stands. */
export type Site = Readonly<{
  edition: 'national' | 'city'
  /** Origin without a slash, e.g. `https://lapor.example`: every link and every origin check uses it. */
  publicUrl: string
  production: boolean
  /** As messages to reporters call it. */
  service?: string
  /** Shown beside the name, e.g. "Kota Blitar"; empty for the nation. */
  place: string
  /** Addresses of reverse proxies, beside this machine, that may say where a request comes from. */
  proxies: readonly string[]
  /** News goes out by short messages. */
  texts?: boolean
}>

export type Deps = Readonly<{
  db: Db
  now: () => Date
  keys: Keys
  /** Promises and calendar, at most half a minute old. */
  rules: () => Promise<RuleBook>
  intake: Intake
  store: Store
  reencode: Reencode
  /** The door for short messages, where there is one. */
  sms?: SmsDoor | undefined
  /** The doors for the services on which people talk with us. */
  webhooks?: Webhooks | undefined
  /** What pages ask of those services. */
  services?: Services | undefined
  /** The channels by which messages come here, for whoever looks after them. */
  open: readonly Channel[]
  /** Tells the worker of this process that there is work. */
  wake: () => void
  site: Site
  log: (line: { level: 'info' | 'error'; message: string; requestId: string; reason?: unknown; path?: string }) => void
}>

export type AppEnv = {
  Variables: { deps: Deps; lang: Lang; t: Messages; nonce: string; requestId: string; staff: Staff | undefined }
}

/** The whole site as one function from its needs to something that answers requests. */
export function app(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.use(requestId({ headerName: '' }), async (c, next) => {
    c.set('deps', deps)
    await next()
  })
  app.get('/aset/:file', asset)
  app.use(compressed, headers, language, sameOrigin, sizes, signedIn)
  routes(app, deps)
  app.notFound((c) => trouble(c, 404))
  app.onError((reason, c) => trouble(c, tookTooLong(reason) ? 503 : 500, reason))
  return app
}
