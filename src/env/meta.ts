import { z } from 'zod'

/** Facebook, Instagram and WhatsApp, all by one app at Meta. */

const secret = z.string().regex(/^\S{16,500}$/, 'must have at least 16 characters, without blanks')

export const metaVariables = {
  META_APP_SECRET: secret
    .optional()
    .describe('Secret of our app at Meta: proves what comes to /channel/meta/webhook. Off without it.'),
  META_VERIFY_TOKEN: secret
    .optional()
    .describe('A word of our own, entered at Meta beside the address of the webhook. Required with META_APP_SECRET.'),
  META_PAGE_TOKEN: secret
    .optional()
    .describe('Access token of our page: Facebook, and Instagram where an account is linked to the page.'),
  META_WHATSAPP_TOKEN: secret.optional().describe('Access token of a system user: WhatsApp.'),
  META_WHATSAPP_NUMBER_ID: z
    .string()
    .regex(/^\d{5,20}$/, 'must be the id of the number at Meta, digits only')
    .optional()
    .describe('The id that Meta has for our number on WhatsApp. Required with META_WHATSAPP_TOKEN.'),
  META_WHATSAPP_TEMPLATE: z
    .string()
    .regex(/^[a-z0-9_]{1,512}\/[a-z]{2,3}(_[A-Z]{2,4})?$/, 'must be a name and a language, such as kabar_laporan/id')
    .optional()
    .describe(
      'Approved template for news a day after somebody last wrote on WhatsApp, with one place in its body. Without it such news goes another way.',
    ),
  META_GRAPH_URL: z
    .string()
    .regex(/^https?:\/\/[^\s?#@]+$/, 'must be an address such as https://graph.facebook.com/v26.0')
    .default('https://graph.facebook.com/v26.0')
    .describe('Where Meta is asked, with the version of its Graph API.'),
} as const

type Given = Readonly<Record<string, string | undefined>>

/** What belongs together, each with the words to mend it. Pure. */
export function neededForMeta(given: Given): string[] {
  const problems: string[] = []
  const { META_APP_SECRET, META_VERIFY_TOKEN, META_PAGE_TOKEN, META_WHATSAPP_TOKEN, META_WHATSAPP_NUMBER_ID } = given
  if ((META_PAGE_TOKEN || META_WHATSAPP_TOKEN) && !META_APP_SECRET)
    problems.push('META_APP_SECRET is missing: the secret of the app at Meta that the tokens belong to')
  if (META_APP_SECRET && !META_VERIFY_TOKEN)
    problems.push('META_VERIFY_TOKEN is missing: a word of your own, entered at Meta beside the address of the webhook')
  if (META_APP_SECRET && !META_PAGE_TOKEN && !META_WHATSAPP_TOKEN)
    problems.push('META_PAGE_TOKEN or META_WHATSAPP_TOKEN is missing: without a token nobody can be answered')
  if (Boolean(META_WHATSAPP_TOKEN) !== Boolean(META_WHATSAPP_NUMBER_ID))
    problems.push(
      'META_WHATSAPP_TOKEN and META_WHATSAPP_NUMBER_ID are needed together: the token, and the id of the number',
    )
  if (given.NODE_ENV === 'production' && given.META_GRAPH_URL?.startsWith('http:'))
    problems.push('META_GRAPH_URL must begin with https://: tokens must not travel in the open')
  return problems
}
