import { type RuleBook, rulesFor } from '../agency/rulebook.ts'
import { openCode, openReach, openTo } from '../contact/proof.ts'
import { withActor } from '../db/actor.ts'
import type { Db, Tx } from '../db/database.ts'
import { signedAddress } from '../mail/address.ts'
import { type Keys, unseal } from '../person/seal.ts'
import { mayAnswer } from './answer.ts'
import { compose } from './compose.ts'
import { timeIn } from './date.ts'
import { factsOf } from './facts.ts'
import { type Facts, isNeutral, isOfContacts, isStaff, neutral } from './kind.ts'
import { letterPaths, openLetter } from './letter.ts'
import { pageLink, stopLink } from './link.ts'
import { aboutOf, type Notice, reporterOf, staffOf } from './load.ts'
import type { Mail, Mailer } from './mailer.ts'
import { answeredToday, claim, type Delivery, Later, settle } from './settle.ts'
import { languages } from './words.ts'

/** Sends one notice, once: claimed before, marked after. What dies between is sent again under the same Message-ID. */

export type Post = Readonly<{
  db: Db
  keys: Keys
  rules: () => Promise<RuleBook>
  /** What the installation is called and where it stands. */
  site: {
    service: string
    publicUrl: string
    from?: string | undefined
    /** Where letters to us are read, if they are. */
    mailbox?: string | undefined
  }
}>

export async function sendNotice(post: Post, mailer: Mailer, noticeId: number, now: Date): Promise<Delivery> {
  const book = await post.rules()
  const claimed = await withActor(post.db, { kind: 'system' }, async (tx) => {
    const notice = await claim(tx, noticeId, hostOf(post), now)
    return notice === 'done' ? notice : { notice, mail: await write(tx, post, notice, book, now) }
  })
  if (claimed === 'done') return 'done'
  const { notice, mail } = claimed
  if (!mail) return settle(post.db, notice, 'unreachable', 'no address', now)
  if (mail === 'withheld') return settle(post.db, notice, 'withheld', answeredToday, now)
  if (mail === 'paced') {
    await settle(post.db, notice, 'queued', 'one an hour', now)
    throw new Later('this address had a letter within the hour')
  }
  const sent = await mailer.send(mail)
  if (sent.ok) return settle(post.db, notice, 'sent', null, now)
  if (sent.reason === 'refused') return settle(post.db, notice, 'failed', sent.answer, now)
  await settle(post.db, notice, 'queued', sent.answer, now)
  throw new Later(`the mail server did not take it: ${sent.answer}`)
}

export const hostOf = ({ site }: Post) => new URL(site.publicUrl).hostname

/** Withheld for good, or for a while: whoever filed twice in an hour has no other way back to the second report. */
type Written = Mail | 'withheld' | 'paced' | undefined

async function write(tx: Tx, post: Post, notice: Notice, book: RuleBook, now: Date): Promise<Written> {
  const about = notice.reportId === null ? undefined : await aboutOf(tx, notice.id)
  const kind =
    about?.report.secret && !isStaff(notice.kind) && !isNeutral(notice.kind) ? neutral(notice.kind) : notice.kind
  const { service, mailbox } = post.site
  const inbox = mailbox !== undefined
  const facts = about
    ? factsOf(kind, { about, language: notice.language, rules: rulesFor(book, about.area), now, service, inbox })
    : { service }
  return isStaff(kind)
    ? toStaff(tx, post, { ...notice, kind }, facts)
    : toReporter(tx, post, { ...notice, kind }, facts, now)
}

const envelope = ({ site, keys }: Post, notice: Notice, to: string) => ({
  messageId: notice.messageId,
  language: notice.language,
  to,
  from: {
    name: isNeutral(notice.kind) ? 'Kabar' : site.service,
    address: site.from ?? `kabar@${new URL(site.publicUrl).hostname}`,
  },
  returnTo: site.mailbox && signedAddress(keys, site.mailbox, 'bounce', notice.id),
})

async function toReporter(tx: Tx, post: Post, notice: Notice, facts: Facts, now: Date): Promise<Written> {
  const reporter = await reporterOf(tx, notice.id)
  if (!reporter?.sealed || reporter.silent || notice.reporterId === null) return undefined
  if (isOfContacts(notice.kind)) return ofContacts(post, notice)
  const { name = '', ...filed } = unseal(post.keys, reporter.sealed)
  const email = reporter.joined ? openReach(post.keys, 'email', reporter.joined).to : filed.email
  // A contact that was taken away is no longer written to.
  if (!email || (notice.contactId !== null && !reporter.joined)) return undefined
  if (notice.kind === 'neutral.proof') return proof(post, notice, email)
  const by = reporter.channel === 'email' ? 'mail' : 'form'
  const isFirst = notice.kind === 'received' || notice.kind === 'neutral.got'
  // What was joined is proved; what stands in a form may be anybody's.
  if (isFirst && notice.contactId === null && !(await mayAnswer(tx, post.keys, { email, by }, notice.id, now)))
    return by === 'mail' ? 'withheld' : 'paced'
  const { publicUrl, mailbox } = post.site
  const joined = notice.contactId !== null
  const link = pageLink(post.keys, publicUrl, reporter.ownReference, notice.reporterId, now, joined)
  const stop = stopLink(post.keys, publicUrl, notice.reporterId, now)
  const letter = compose({ kind: notice.kind, language: notice.language, name, link, stop }, facts)
  // Whoever asked for secrecy is told to answer nowhere but on the page.
  if (isNeutral(notice.kind)) return { ...letter, ...envelope(post, notice, email) }
  const replyTo = mailbox && signedAddress(post.keys, mailbox, 'reply', notice.reporterId)
  return { ...letter, ...envelope(post, notice, email), replyTo, stop }
}

/** The code and nothing else: whoever asked for it may have named a stranger. */
function proof(post: Post, notice: Notice, email: string): Mail | undefined {
  if (!notice.sealed) return undefined
  const addressing = { kind: notice.kind, language: notice.language, name: '', link: '', stop: '' }
  const letter = compose(addressing, { code: openCode(post.keys, notice.sealed) })
  return { ...letter, ...envelope(post, notice, email) }
}

/** To where it was sealed for: meanwhile the contact may be gone, which is what it tells. */
function ofContacts(post: Post, notice: Notice): Mail | undefined {
  if (!notice.sealed) return undefined
  const { kind, language } = notice
  const letter = compose({ kind, language, name: '', link: '', stop: '' }, {})
  return { ...letter, ...envelope(post, notice, openTo(post.keys, notice.sealed)) }
}

/** Where the button of a letter about a report leads, if not to the desk. */
const places = { 'staff.task': '/lapangan', 'staff.digest': '/meja?lihat=below' } as const

async function toStaff(tx: Tx, post: Post, notice: Notice, facts: Facts): Promise<Mail | undefined> {
  const staff = await staffOf(tx, notice.id)
  const inside = notice.sealed ? openLetter(post.keys, notice.sealed) : undefined
  const to = inside?.to ?? staff?.email
  if (!staff || !to || staff.disabled) return undefined
  const { language, kind } = notice
  const role = staff.roles.map((each) => languages[language].reasons.roles[each]).join(', ')
  const time = inside ? { time: timeIn(new Date(inside.until), language, staff.zone) } : {}
  const own: Facts = { user: staff.username, role, agency: staff.agency, ...time, ...inside?.facts }
  const path =
    inside && kind in letterPaths
      ? letterPaths[kind as keyof typeof letterPaths](inside.token)
      : (places[kind as keyof typeof places] ?? '/meja')
  const addressing = { kind, language, name: staff.name, link: `${post.site.publicUrl}${path}`, stop: '' }
  return { ...compose(addressing, { ...facts, ...own }), ...envelope(post, notice, to) }
}
