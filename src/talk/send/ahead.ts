import type { Rules } from '../../agency/rules.ts'
import type { Tx } from '../../db/database.ts'
import { fill } from '../../notice/compose.ts'
import { factsOf } from '../../notice/facts.ts'
import { type Facts, type Kind, neutral, type ReporterKind } from '../../notice/kind.ts'
import { lengthIn, longest } from '../../notice/limits.ts'
import { type About, aboutEvent } from '../../notice/load.ts'
import { toldTo } from '../../notice/tell/audience.ts'
import { languages } from '../../notice/words.ts'
import type { Channel } from '../../report/report.ts'
import { plain, sizeOf } from '../../sms/gsm7.ts'
import { asksCode, filled, isTold, toldWords } from '../../sms/words.ts'
import { type MessengerName, messengers } from '../messenger.ts'
import { isToldInTalk, toldInTalk } from '../words.ts'

/** What news of a move will say and how long it is, on each way by which reporters hear of it. Who they are is not asked. */

export type Going = Readonly<{
  /** `page`: they read it on their page of the report. */
  way: Channel | 'page'
  reporters: number
  /** Of a letter its subject: the words of the agency stand whole in it, unless `cut` says otherwise. */
  text: string
  length: number
  /** 0: as long as it may be written. */
  most: number
  /** Of short messages, as how many it is paid, and whether a code stands in it. */
  parts?: number
  coded?: boolean
  /** The words of the agency do not fit. */
  cut: boolean
}>

/** `neutral`: of a secret report only this goes, and by which ways is not told. */
export type Ahead = Readonly<{ neutral: string; ways: readonly Going[] }>

export type Said = Readonly<{ rules: (area: string | null) => Rules; service: string; site: string; now: Date }>

/** @param event as the ledger has it in this transaction; whoever only looks ends it without a trace */
export async function aheadOf(
  tx: Tx,
  said: Said,
  event: { reportId: number; n: number; move: string },
): Promise<Ahead | undefined> {
  const [long, brief] = [await aboutEvent(tx, event), await aboutEvent(tx, event, true)]
  const [kind] = toldTo({ move: event.move, secret: false, acted: false }) as ReporterKind[]
  if (!long || !brief || !kind) return undefined
  if (brief.report.secret) return { neutral: neutrally(kind, brief, said), ways: [] }
  const ways = await tx<{ way: Going['way']; reporters: number }[]>`select * from report_ways(${event.reportId})`
  return { neutral: '', ways: ways.map((one) => ({ ...one, ...going(one.way, kind, { long, brief }, said) })) }
}

type Both = { long: About; brief: About }
type Words = Omit<Going, 'way' | 'reporters'>

const factsFor = (kind: Kind, about: About, { rules, now, service }: Said, brief: boolean): Facts =>
  factsOf(kind, { about, language: 'id', rules: rules(about.area), now, service, inbox: false, brief })

function neutrally(kind: ReporterKind, about: About, said: Said): string {
  const instead = neutral(kind)
  return isToldInTalk(instead) ? toldInTalk(instead, 'id', factsFor(instead, about, said, true), 'telegram').text : ''
}

const isMessenger = (way: string): way is MessengerName => (messengers as readonly string[]).includes(way)

function going(way: Going['way'], kind: ReporterKind, { long, brief }: Both, said: Said): Words {
  if (way === 'email') return letter(kind, factsFor(kind, long, said, false))
  const facts = { ...factsFor(kind, brief, said, true), service: said.service, site: said.site }
  if (way === 'sms' && isTold(kind)) return short(toldWords(kind, 'id'), facts)
  return isMessenger(way) && isToldInTalk(kind) ? talk(kind, facts, way) : { text: '', length: 0, most: 0, cut: false }
}

function letter(kind: ReporterKind, facts: Facts): Words {
  const length = (facts.text ?? facts.question ?? '').length
  const cut = facts.text !== undefined && length > longest.email
  return { text: fill(languages.id.kinds[kind].mail.subject, facts), length, most: facts.text ? longest.email : 0, cut }
}

/** Each reporter has codes of their own: as long as these. */
const anyCode = '1234'

function short(words: string, facts: Facts): Words {
  const text = filled(words, { ...facts, code: anyCode, ...(facts.date ? { answerDate: facts.date } : {}) })
  const { units, parts } = sizeOf(text)
  const cut = words.includes('{question}') && !text.includes(plain(facts.question ?? ''))
  return { text, length: units, most: longest.sms, parts, coded: asksCode(words), cut }
}

function talk(kind: Parameters<typeof toldInTalk>[0], facts: Facts, name: MessengerName): Words {
  const { text, whole } = toldInTalk(kind, 'id', facts, name)
  return { text, length: lengthIn(name, whole), most: longest[name].private, cut: text !== whole }
}
