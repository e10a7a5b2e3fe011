import { resolve } from 'node:path'
import { z } from 'zod'
import { addresses } from './env/addresses.ts'
import { metaVariables } from './env/meta.ts'
import { needed } from './env/needed.ts'
import { smsVariables } from './env/sms.ts'
import { telegramVariables } from './env/telegram.ts'
import { xVariables } from './env/x.ts'

/** Everything that can be set from outside. docs/running.md has the same table, and a test compares them. */

const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
const port = z.coerce.number('must be a number').int().min(0).max(65_535, 'must be a port, up to 65535')

export const shape = z.object({
  NODE_ENV: z
    .enum(['development', 'production', 'test'])
    .default('development')
    .describe('`production` refuses everything that is only for trying out: demonstration accounts, made-up secrets.'),
  DATABASE_URL: postgresUrl
    .optional()
    .describe('A PostgreSQL from 15 on, as the owner of its database. Without it, one is run in the data folder.'),
  DATABASE_APP_URL: postgresUrl
    .optional()
    .describe(
      'A login that owns nothing and is a member of lapor_app, lapor_intake, lapor_worker. Required in production with DATABASE_URL.',
    ),
  DATABASE_POOL: z.coerce
    .number('must be a number')
    .int()
    .min(2, 'must be at least 2')
    .max(200, 'must be at most 200')
    .default(10)
    .describe('Connections of one process for people; filing and background jobs have a few more.'),
  DATA_DIR: z.string().default('./data').describe('Folder for the embedded database, uploads and generated secrets.'),
  UPLOADS_DIR: z.string().optional().describe('Folder for photos and documents. Without it: `uploads` in DATA_DIR.'),
  EDITION: z
    .enum(['national', 'city'], 'must be national or city')
    .default('national')
    .describe('`national` for the whole country, `city` for one regency or city.'),
  CITY_AREA: z
    .string()
    .regex(/^\d\d\.\d\d$/, 'must be the code of a regency or city, such as 35.72')
    .default('35.72')
    .describe('Which regency or city, by its area code, when EDITION is `city`.'),
  PUBLIC_URL: z
    .string()
    .regex(/^https?:\/\/[^/?#@\s]+\/?$/, 'must be an address without a path, such as https://lapor.example')
    .optional()
    .describe(
      'The address people use. Every link and every check of origin goes by it. Required in production, with https.',
    ),
  HOST: z
    .string()
    .optional()
    .describe('Address to listen on. Without it: this machine only; in production all addresses.'),
  PORT: port.default(3000).describe('Port to listen on; `0` takes a free one.'),
  SECRET: z
    .string()
    .min(32, 'must have at least 32 characters: `openssl rand -base64 48` makes one')
    .optional()
    .describe(
      'Seals identities and signs links and cookies; losing it loses the sealed names. Required in production; else one is made in DATA_DIR.',
    ),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .optional()
    .describe('Mail server for notices. Required in production; else letters stand on the outbox page.'),
  MAIL_FROM: z
    .string()
    .regex(/@/, 'must be a mail address')
    .optional()
    .describe('Sender of notices, such as `Lapor <no-reply@lapor.example>`. Required with SMTP_URL.'),
  MAIL_DOMAIN: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, 'must be a domain, such as lapor.example')
    .transform((domain) => domain.toLowerCase())
    .optional()
    .describe('Letters to `lapor@` this domain become reports, and answers to our letters come back to it.'),
  MAIL_IN_PORT: port
    .optional()
    .describe('Takes letters from other mail servers on this port of HOST. Needs MAIL_DOMAIN. Off without it.'),
  MAIL_IN_PROTOCOL: z
    .enum(['smtp', 'lmtp'], 'must be smtp or lmtp')
    .default('smtp')
    .describe('`lmtp` for a mail server of your own in front, which then hears of each recipient.'),
  IMAP_URL: z
    .string()
    .regex(/^imaps?:\/\/[^:@/]+:[^@/]+@[^/]+/, 'must be such as imaps://lapor:password@mail.example')
    .optional()
    .describe(
      'A mailbox that is watched instead: its letters are taken in and moved to its folder Lapor. Needs MAIL_DOMAIN.',
    ),
  MAIL_DNS: z
    .string()
    .regex(/^[\da-fA-F.:[\]]+(\s*,\s*[\da-fA-F.:[\]]+)*$/, 'must be addresses such as 127.0.0.1 or 127.0.0.1:5353')
    .optional()
    .describe('Name servers that prove senders of letters. Without it: those of this machine.'),
  ...smsVariables,
  ...xVariables,
  ...metaVariables,
  ...telegramVariables,
  TRUSTED_PROXIES: addresses
    .optional()
    .describe('Addresses of reverse proxies whose X-Forwarded-For is believed. Without it: those on this machine.'),
  METRICS_TOKEN: z
    .string()
    .min(16, 'must have at least 16 characters')
    .optional()
    .describe('Opens /metrics to who sends it as a bearer token.'),
  METRICS_PORT: port.optional().describe('Serves /metrics without a token on a port of its own, on HOST.'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info')
    .describe('How much is logged, as one JSON object a line on standard output.'),
})

type Raw = z.infer<typeof shape>
export type Env = Readonly<
  Omit<Raw, 'PUBLIC_URL' | 'HOST' | 'UPLOADS_DIR'> & {
    PUBLIC_URL: string
    HOST: string
    UPLOADS_DIR: string
    production: boolean
  }
>
export type ParsedEnv = { ok: true; env: Env } | { ok: false; problems: string[] }

/** Reads the environment. Whatever is wrong is told at once, each with the words to mend it. */
export function parseEnv(from: Readonly<Record<string, string | undefined>>): ParsedEnv {
  const given = Object.fromEntries(
    Object.entries(from).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const result = shape.safeParse(given)
  const problems = result.success ? [] : result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
  problems.push(...needed(given))
  if (!result.success || problems.length > 0) return { ok: false, problems }
  return { ok: true, env: Object.freeze(complete(result.data)) }
}

function complete(raw: Raw): Env {
  const production = raw.NODE_ENV === 'production'
  const DATA_DIR = resolve(raw.DATA_DIR)
  return {
    ...raw,
    DATA_DIR,
    UPLOADS_DIR: resolve(raw.UPLOADS_DIR ?? `${DATA_DIR}/uploads`),
    PUBLIC_URL: new URL(raw.PUBLIC_URL ?? `http://localhost:${raw.PORT}`).origin,
    HOST: raw.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    production,
  }
}
