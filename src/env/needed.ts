import { centreProblems } from './centre.ts'
import { neededForMeta } from './meta.ts'
import { xVariables } from './x.ts'

type Given = Readonly<Record<string, string | undefined>>

/** What is missing beside what was set, each with the words to mend it. Pure. */
export function needed(given: Given): string[] {
  const problems = given.NODE_ENV === 'production' ? missing(given) : []
  if (given.SMTP_URL && !given.MAIL_FROM)
    problems.push('MAIL_FROM is missing: the address that notices are sent from, such as no-reply@lapor.example')
  if ((given.MAIL_IN_PORT || given.IMAP_URL) && !given.MAIL_DOMAIN)
    problems.push('MAIL_DOMAIN is missing: letters to lapor@ this domain are taken in, such as lapor.example')
  if (given.KANNEL_SEND_URL && !(given.SMS_NUMBER && given.KANNEL_SECRET))
    problems.push(
      'SMS_NUMBER and KANNEL_SECRET are needed with KANNEL_SEND_URL: our number, and what Kannel proves itself with',
    )
  if (given.SMPP_URL && !given.SMS_NUMBER)
    problems.push('SMS_NUMBER is missing: our number, as people write to it by SMPP_URL')
  problems.push(...centreProblems(given.SMPP_URL ?? ''))
  if (given.TELEGRAM_BOT_TOKEN && !given.TELEGRAM_SECRET)
    problems.push('TELEGRAM_SECRET is missing: what Telegram proves itself with, `openssl rand -hex 32` makes one')
  problems.push(...neededForMeta(given))
  if (Object.keys(xVariables).some((name) => given[name]) && !(given.X_ACCOUNT_ID && given.X_BEARER_TOKEN))
    problems.push(
      'X_ACCOUNT_ID and X_BEARER_TOKEN are needed for X: the number of our account, and the token of the app',
    )
  if (given.X_REFRESH_TOKEN && !(given.X_CLIENT_ID && given.X_CLIENT_SECRET))
    problems.push('X_CLIENT_ID and X_CLIENT_SECRET are needed with X_REFRESH_TOKEN: they prove us to X')
  return problems
}

/** What an installation for real people cannot do without. */
function missing(given: Given): string[] {
  const problems: string[] = []
  if (!given.SECRET) problems.push('SECRET is missing: make one with `openssl rand -base64 48` and keep it safe')
  else if (new Set(given.SECRET).size < 12 || /change.?me|secret|password|example|0123456789/i.test(given.SECRET))
    problems.push('SECRET can be guessed: make one with `openssl rand -base64 48`')
  if (!given.PUBLIC_URL) problems.push('PUBLIC_URL is missing: the address people use, such as https://lapor.example')
  else if (!/^https:|^http:\/\/(localhost|127\.0\.0\.1)(:|\/|$)/.test(given.PUBLIC_URL))
    problems.push('PUBLIC_URL must begin with https://: what people tell must not travel in the open')
  if (given.DATABASE_URL && !given.DATABASE_APP_URL)
    problems.push(
      'DATABASE_APP_URL is missing: people are served by a login that owns nothing; docs/running.md has the lines that make one',
    )
  if (given.TELEGRAM_API_URL && !given.TELEGRAM_API_URL.startsWith('https://'))
    problems.push('TELEGRAM_API_URL must begin with https://: the token of the bot travels with every message')
  if (!given.SMTP_URL)
    problems.push(
      'SMTP_URL is missing: without a mail server notices would only stand on the outbox page, which is for trying out',
    )
  if (given.X_API_URL?.startsWith('http:'))
    problems.push('X_API_URL must begin with https://: what people tell must not travel in the open')
  return problems
}
