import { rulesFor } from '../../agency/rulebook.ts'
import { withActor } from '../../db/actor.ts'
import type { Tx } from '../../db/database.ts'
import { factsOf } from '../../notice/facts.ts'
import { isNeutral, isOfContacts, isStaff, type Kind, neutral } from '../../notice/kind.ts'
import { pageLink } from '../../notice/link.ts'
import { aboutOf, type Notice, type ReporterAddress, reporterOf } from '../../notice/load.ts'
import { hostOf, type Post } from '../../notice/send.ts'
import { claim, type Delivery, Later, settle } from '../../notice/settle.ts'
import { unseal } from '../../person/seal.ts'
import { isCalled } from '../fate.ts'
import { accountHash } from '../hearing.ts'
import { type MessengerName, messengers as names, type Out } from '../messenger.ts'
import { isToldInTalk, toldInTalk } from '../words.ts'
import type { Messengers } from './reply.ts'

/** Sends one notice as a message on the service that the report came by, once. */

export async function sendTold(post: Post, messengers: Messengers, noticeId: number, now: Date): Promise<Delivery> {
  const claimed = await withActor(post.db, { kind: 'system' }, async (tx) => {
    const notice = await claim(tx, noticeId, hostOf(post), now)
    return notice === 'done' ? notice : { notice, written: await write(tx, post, notice, now) }
  })
  if (claimed === 'done') return 'done'
  const { notice, written } = claimed
  const messenger = written && messengers[written.name]
  if (!written || !messenger)
    return settle(post.db, notice, 'unreachable', written ? 'no messenger' : 'no account', now)
  const told = await messenger.send(written.out)
  if (told.ok) {
    if (told.id) await isCalled(post.db, written.name, told.id, written.out.id, now)
    return settle(post.db, notice, 'sent', null, now)
  }
  if (told.reason !== 'later')
    return settle(post.db, notice, 'failed', told.reason === 'closed' ? 'closed' : told.answer, now)
  await settle(post.db, notice, 'queued', told.answer, now)
  throw new Later(`the service did not take it: ${told.answer}`)
}

/** News that is mostly words of somebody on the staff, to this person. */
const writtenByStaff: readonly Kind[] = ['asked', 'questioned', 'answered', 'resolved']

type Written = Readonly<{ name: MessengerName; out: Out }>

async function write(tx: Tx, post: Post, notice: Notice, now: Date): Promise<Written | undefined> {
  const reporter = await reporterOf(tx, notice.id)
  const account = reporter?.sealed ? unseal(post.keys, reporter.sealed).account : undefined
  const name = names.find((one) => one === account?.service)
  if (!reporter || reporter.silent || !account || !name) return undefined
  const said = await spokenOf(tx, post, notice, { ...reporter, name }, now)
  if (!said) return undefined
  const { language } = notice
  const [talk] = await tx<{ heardAt: Date }[]>`
    select heard_at from talk where contact = ${accountHash(post.keys, name, account.id)}`
  const out: Out = {
    id: `n${notice.id}`,
    way: 'private',
    to: account.id,
    ...said,
    heardAt: talk?.heardAt ?? null,
    language,
  }
  return { name, out }
}

type To = Pick<ReporterAddress, 'ownReference'> & { name: MessengerName }

async function spokenOf(tx: Tx, post: Post, notice: Notice, { ownReference, name }: To, now: Date) {
  const { kind: told, language, reporterId } = notice
  if (isOfContacts(told)) return isToldInTalk(told) ? toldInTalk(told, language, {}, name) : undefined
  const about = await aboutOf(tx, notice.id, true)
  if (!about || reporterId === null) return undefined
  const kind = about.report.secret && !isStaff(told) && !isNeutral(told) ? neutral(told) : told
  if (!isToldInTalk(kind)) return undefined
  const known = { about, language, rules: rulesFor(await post.rules(), about.area), now, service: post.site.service }
  const facts = factsOf(kind as Kind, { ...known, inbox: false })
  const site = pageLink(post.keys, post.site.publicUrl, ownReference, reporterId, now)
  const filled = { ...(facts.date ? { answerDate: facts.date } : {}), ...facts, site }
  const { text, buttons } = toldInTalk(kind, language, filled, name)
  return { text, buttons, ...(writtenByStaff.includes(kind) ? { byHand: true } : {}) }
}
