import { rulesFor } from '../../agency/rulebook.ts'
import { openCode, openReach, openTo } from '../../contact/proof.ts'
import { budgetSpent } from '../../contact/read.ts'
import { withActor } from '../../db/actor.ts'
import type { Tx } from '../../db/database.ts'
import { unseal } from '../../person/seal.ts'
import { sizeOf } from '../../sms/gsm7.ts'
import type { Line } from '../../sms/heard.ts'
import { isIn, readNumber } from '../../sms/number.ts'
import { giveCode } from '../../sms/standing.ts'
import { asksCode, filled, isTold, replyWords, toldWords } from '../../sms/words.ts'
import { factsOf } from '../facts.ts'
import { isNeutral, isOfContacts, isStaff, neutral } from '../kind.ts'
import { aboutOf, type Notice, type ReporterAddress, reporterOf } from '../load.ts'
import { hostOf, type Post } from '../send.ts'
import { claim, type Delivery, Later, settle } from '../settle.ts'
import type { Gateway } from './gateway.ts'
import { book, paidToday } from './paid.ts'

/** Sends one notice as a short message, once. A code that it names is new with it. */

export async function sendText(
  post: Post,
  gateway: Gateway | undefined,
  line: Line,
  noticeId: number,
  now: Date,
): Promise<Delivery> {
  const claimed = await withActor(post.db, { kind: 'system' }, async (tx) => {
    const notice = await claim(tx, noticeId, hostOf(post), now)
    if (notice === 'done' || !gateway) return { notice }
    const text = await write(tx, post, line, notice, now)
    if (!text || !isIn(text.to, line.countries)) return { notice, text }
    const { parts } = sizeOf(text.text)
    const booked = await book(tx, notice, parts, line.mostAReport)
    return { notice, text, parts, booked, paid: await paidToday(tx, now) }
  })
  const { notice, text, parts = 0, booked, paid = 0 } = claimed
  if (notice === 'done') return 'done'
  if (!gateway || !text) return settle(post.db, notice, 'unreachable', gateway ? 'no number' : 'no gateway', now)
  if (booked === undefined) return settle(post.db, notice, 'withheld', 'another country', now)
  if (!booked) return settle(post.db, notice, 'withheld', budgetSpent, now)
  if (paid + parts > line.mostADay) {
    await settle(post.db, notice, 'queued', 'the budget of the day is spent', now)
    throw new Later('the budget of the day is spent')
  }
  const sent = await gateway.send({ id: `n${notice.id}`, ...text })
  if (sent.ok) return settle(post.db, notice, 'sent', null, now, parts)
  if (sent.reason === 'refused') return settle(post.db, notice, 'failed', sent.answer, now)
  await settle(post.db, notice, 'queued', sent.answer, now)
  throw new Later(`the gateway did not take it: ${sent.answer}`)
}

/** The joined number, or the one that was given when filing. */
function numberOf({ keys }: Post, { contactId }: Notice, { sealed, joined }: ReporterAddress): string | undefined {
  if (contactId !== null) return joined ? openReach(keys, 'phone', joined).to : undefined
  return sealed ? readNumber(unseal(keys, sealed).phone ?? '') : undefined
}

function proof({ keys }: Post, { kind, language, sealed }: Notice, to: string) {
  if (!sealed || !isTold(kind)) return undefined
  return { to, text: filled(toldWords(kind, language), { code: openCode(keys, sealed) }) }
}

/** To where it was sealed for: meanwhile the contact may be gone, which is what it tells. */
function ofContacts({ keys }: Post, { kind, language, sealed }: Notice) {
  if (!sealed || !isTold(kind)) return undefined
  return { to: openTo(keys, sealed), text: toldWords(kind, language) }
}

async function write(tx: Tx, post: Post, line: Line, notice: Notice, now: Date) {
  const reporter = await reporterOf(tx, notice.id)
  if (!reporter?.sealed || reporter.silent || notice.reporterId === null) return undefined
  if (isOfContacts(notice.kind)) return ofContacts(post, notice)
  const to = numberOf(post, notice, reporter)
  if (notice.kind === 'neutral.proof') return to && proof(post, notice, to)
  const about = await aboutOf(tx, notice.id, true)
  if (!to || !about) return undefined
  const secret = about.report.secret && !isStaff(notice.kind) && !isNeutral(notice.kind)
  const kind = secret ? neutral(notice.kind as Parameters<typeof neutral>[0]) : notice.kind
  if (!isTold(kind)) return undefined
  const { language } = notice
  const words =
    kind === 'received' && reporter.channel === 'sms' && !about.report.addressed
      ? replyWords('unknownAgency', language)
      : toldWords(kind, language)
  const known = { about, language, rules: rulesFor(await post.rules(), about.area), now, service: line.service }
  const facts = factsOf(kind, { ...known, inbox: false, brief: true })
  const code = asksCode(words) ? { code: await giveCode(tx, notice.reporterId, now) } : {}
  return {
    to,
    text: filled(words, {
      ...(facts.date ? { answerDate: facts.date } : {}),
      ...facts,
      ...code,
      service: line.service,
      site: line.site,
      number: line.number,
    }),
  }
}
