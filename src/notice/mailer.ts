import { createTransport } from 'nodemailer'
import type { Sql } from '../db/database.ts'
import { ownMark } from '../mail/automatic.ts'
import type { Letter } from './compose.ts'
import type { Lang } from './date.ts'

/** The wire on which letters leave. */

export type Mail = Letter &
  Readonly<{
    messageId: string
    from: { name: string; address: string }
    to: string
    /** Where an answer goes, and where the letter comes back to when nobody takes it; both signed. */
    replyTo?: string | undefined
    returnTo?: string | undefined
    language: Lang
    /** Ends the letters with one press; absent where a letter may carry no link. */
    stop?: string | undefined
  }>

/** `refused` will never be taken; a `later` one may be, so the same letter is tried again. The answer's words stay out: they
 *  may hold an address. */
export type Sent = { ok: true } | { ok: false; reason: 'refused' | 'later'; answer: string }
export type Mailer = Readonly<{ send: (mail: Mail) => Promise<Sent>; close: () => void }>

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 10_000 }

const here = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/** What the network between hears nobody's letter: over `smtp:` a server elsewhere has to offer TLS, unless the address says that it
 *  need not (`?requireTLS=false`). One that offers it is never spoken to without. */
export function withTls(url: string): URL {
  const address = new URL(url)
  const { protocol, hostname, searchParams } = address
  const said = searchParams.has('requireTLS') || searchParams.has('ignoreTLS')
  if (protocol === 'smtp:' && !here.test(hostname) && !said) searchParams.set('requireTLS', 'true')
  return address
}

/** Keeps a few connections to the server of `smtps://user:password@host` open. */
export function smtpMailer(url: string): Mailer {
  const pooled = withTls(url)
  const settings = { pool: 'true', maxConnections: '4', ...patience }
  for (const [name, value] of Object.entries(settings))
    if (!pooled.searchParams.has(name)) pooled.searchParams.set(name, String(value))
  const transport = createTransport(pooled.href)
  return {
    close: () => transport.close(),
    send: async ({ messageId, from, to, replyTo, returnTo, language, stop, subject, text, html }) => {
      try {
        await transport.sendMail({
          messageId,
          from,
          to: { name: '', address: to },
          ...(replyTo ? { replyTo: { name: from.name, address: replyTo } } : {}),
          ...(returnTo ? { envelope: { from: returnTo, to } } : {}),
          subject,
          text,
          html,
          headers: {
            'Auto-Submitted': 'auto-generated',
            'X-Auto-Response-Suppress': 'All',
            [ownMark]: '1',
            'Content-Language': language,
            ...(stop ? { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
          },
        })
        return { ok: true }
      } catch (reason) {
        return failed(reason as { code?: string; responseCode?: number })
      }
    },
  }
}

/** A 5xx about the sender's own sign-in is ours to mend, so the letter waits; one about the recipient or the text is final. */
function failed({ code, responseCode }: { code?: string; responseCode?: number }): Sent {
  const final = responseCode !== undefined && responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE')
  return {
    ok: false,
    reason: final ? 'refused' : 'later',
    answer: [code, responseCode].filter(Boolean).join(' ') || 'no answer',
  }
}

/** Keeps letters where a developer reads them, instead of sending them. */
export function devMailer(worker: Sql): Mailer {
  return {
    close: () => {},
    send: async ({ messageId, from, to, language, subject, text }) => {
      await worker`
        insert into dev_mail (message_id, sender, recipient, language, subject, body)
        values (${messageId}, ${from.name}, ${to}, ${language}, ${subject}, ${text})`
      return { ok: true }
    },
  }
}
