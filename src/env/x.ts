import { z } from 'zod'

/** What can be set for X. */

const secret = z.string().min(16, 'must have at least 16 characters').optional()

export const xVariables = {
  X_ACCOUNT_ID: z
    .string()
    .regex(/^\d{1,20}$/, 'must be the number of our account, not its name')
    .optional()
    .describe('The number of our account on X; turns X on. Needs X_BEARER_TOKEN.'),
  X_BEARER_TOKEN: secret.describe('Token of the app: reads posts.'),
  X_CLIENT_ID: secret.describe('OAuth 2.0 client id of the app, with X_CLIENT_SECRET and X_REFRESH_TOKEN.'),
  X_CLIENT_SECRET: secret.describe('Proves what X hands in at /channel/x/webhook, and us to X.'),
  X_CONSUMER_SECRET: secret.describe('The same of older apps: proves what comes without the newer signature.'),
  X_REFRESH_TOKEN: secret.describe(
    'Makes tokens of our account, which read and send direct messages, reply, and hide replies.',
  ),
  X_USER_TOKEN: secret.describe('Such a token itself, valid for two hours; for trying out.'),
  X_POLL_SECONDS: z.coerce
    .number('must be a number')
    .int()
    .min(15, 'must be at least 15')
    .max(86_400, 'must be at most 86400')
    .optional()
    .describe('How often the background work asks for posts that name our account. Without it: never.'),
  X_DAILY_CENTS: z.coerce
    .number('must be a number')
    .int()
    .min(1, 'must be at least 1')
    .default(500)
    .describe('What X may cost in a day (UTC), in cents of a dollar; then it is not asked and nothing is sent.'),
  X_API_URL: z
    .string()
    .regex(/^https?:\/\/[^/?#@\s]+$/, 'must be an address without a path, such as https://api.x.com')
    .default('https://api.x.com')
    .describe('Where X is asked.'),
}
