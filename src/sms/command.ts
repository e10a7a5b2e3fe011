import { readReference } from '../report/reference.ts'
import { begins, type Phrases, typed } from './spelling.ts'

/** What a short message asks for. Whatever it is, it is a command, a report, or something that gets a clear answer. Pure. */

export type CommandName = 'status' | 'confirm' | 'dispute' | 'withdraw' | 'appeal' | 'new' | 'help' | 'stop'
export type Asked = Readonly<{ reference?: string; code?: string; text?: string }>
export type Command =
  | (Asked & { is: CommandName })
  /** Words for the question that was asked with this code, or details. */
  | { is: 'answer'; code: string; text: string }
  | { is: 'rate'; code: string; rating: number }
  | { is: 'emergency' | 'secret' | 'report' | 'unknown' }

// biome-ignore format: a table
const phrases: Phrases<CommandName> = {
  status: ['STATUS', 'CEK', 'CHECK', 'CEKSTATUS', 'STATS', 'STTS', 'SETATUS', 'STATUSE', 'KABAR', 'PROGRES', 'SAMPAI MANA', 'SUDAH SAMPAI MANA', 'PIYE'],
  confirm: ['SELESAI', 'SLESAI', 'SELESEI', 'SELSAI', 'SLS', 'BERES', 'SUDAH', 'SDH', 'UDAH', 'RAMPUNG', 'WIS RAMPUNG', 'WIS', 'SAMPUN', 'DONE', 'SUDAH SELESAI', 'SUDAH BERES', 'SDH SELESAI', 'SDH BERES'],
  dispute: ['BELUM', 'BLM', 'BLOM', 'BELOM', 'BLUM', 'TIDAK', 'TDK', 'GAK', 'NGGAK', 'ENGGAK', 'DURUNG', 'DERENG', 'ORA', 'NOT YET'],
  withdraw: ['BATAL', 'BTL', 'BATALKAN', 'CABUT', 'TIDAK JADI', 'TDK JADI', 'GAK JADI', 'CANCEL'],
  appeal: ['KEBERATAN', 'BANDING', 'PROTES', 'TIDAK SETUJU'],
  new: ['BARU', 'LAPOR BARU', 'LAPORAN BARU', 'NEW'],
  help: ['BANTUAN', 'HELP', 'BANTU', 'CARA', 'MENU', 'INFO', '?'],
  stop: ['STOP', 'BERHENTI', 'SETOP', 'UNREG', 'JANGAN SMS'],
}
const adding: Phrases<'add'> = { add: ['LENGKAP', 'LENGKAPI', 'TAMBAH'] }
const rating: Phrases<'rate'> = { rate: ['NILAI', 'RATING', 'BINTANG', 'SKOR'] }
const spoken = new Set<CommandName>(['dispute', 'appeal'])
const hidden = /^(RAHASIA|ANONIM|ANONYMOUS|SECRET)\b/
const callForHelp = /^(TOLONG|DARURAT|EMERGENCY|SOS)$/

export function readCommand(message: string): Command {
  const all = typed(message)
  if (callForHelp.test(all)) return { is: 'emergency' }
  const words = begins(all.split(' '), { new: phrases.new })
    ? all.split(' ')
    : all.replace(/^(LAPOR|ADUAN|LAPORAN)\s+(?=\S)/, '').split(' ')
  const found = withCode(words, message) ?? withWord(words, message)
  if (found) return found
  if (hidden.test(words.join(' '))) return { is: 'secret' }
  return words.length >= 2 && all.length >= 10 ? { is: 'report' } : { is: 'unknown' }
}

const isCode = (word: string | undefined): word is string => /^\d{4}$/.test(word ?? '')

/** `4821 …`: a digit, a command, or the words of an answer. */
function withCode([code, ...rest]: readonly string[], message: string): Command | undefined {
  if (!isCode(code) || rest.length === 0) return undefined
  const stars = starsOf(rest)
  if (stars) return { is: 'rate', code, rating: stars }
  const command = withWord(rest, message)
  if (command && 'code' in command) return undefined
  if (command && command.is !== 'dispute') return { ...command, code } as Command
  const own = afterWords(message, 1)
  if (command) return { is: 'dispute', code, ...spokenAfter(message, 1 + lengthOf(rest)) }
  return { is: 'answer', code, text: begins(rest, adding) ? afterWords(message, 2) || own : own }
}

const lengthOf = (words: readonly string[]) => begins(words, phrases)?.length ?? 0

function starsOf(words: readonly string[]): number | undefined {
  const rest = words.slice(begins(words, rating)?.length ?? 0)
  return rest.length === 1 && /^[1-5]$/.test(rest[0] ?? '') ? Number(rest[0]) : undefined
}

/** A command word at the beginning; with more than a number or a code behind it, it is none, unless it may carry a reason. */
function withWord(words: readonly string[], message: string): Command | undefined {
  const first = begins(words, { ...adding, ...rating })
  if (first && isCode(words[first.length]))
    return withCode(words.slice(first.length), afterWords(message, leading(message, words) + first.length))
  const found = begins(words, phrases)
  if (!found) {
    const only = referenceIn(words)
    return only && only.length === words.length ? { is: 'status', reference: only.reference } : undefined
  }
  const rest = words.slice(found.length)
  const asked = numbersIn(rest)
  const free = rest.slice(asked.length)
  const done = free.length > 0 ? begins(free, { confirm: phrases.confirm }) : undefined
  if (free.length === 0 || (found.name === 'dispute' && done?.length === free.length))
    return { is: found.name, ...asked.asked }
  if (!spoken.has(found.name)) return undefined
  const skip = leading(message, words) + found.length + asked.length
  return { is: found.name, ...asked.asked, ...spokenAfter(message, skip) }
}

const spokenAfter = (message: string, skip: number) => {
  const text = afterWords(message, skip)
  return text ? { text } : {}
}

/** Words in front that were dropped: LAPOR and its like. */
const leading = (message: string, words: readonly string[]) =>
  Math.max(0, typed(message).split(' ').length - words.length)

function numbersIn(words: readonly string[]): { asked: Asked; length: number } {
  const reference = referenceIn(words)
  let length = reference?.length ?? 0
  const code = isCode(words[length]) ? words[length] : undefined
  if (code) length++
  const late = reference ? undefined : referenceIn(words.slice(length))
  const found = reference ?? late
  return {
    asked: { ...(found ? { reference: found.reference } : {}), ...(code ? { code } : {}) },
    length: length + (late?.length ?? 0),
  }
}

/** A number of a report, in one word or in two. One in twenty has no digit: its dash tells it from a word. */
function referenceIn(words: readonly string[]): { reference: string; length: number } | undefined {
  for (const length of [1, 2]) {
    const joined = words.slice(0, length).join('')
    const isOne = joined.length >= 8 && joined.length <= 9 && (/\d/.test(joined) || /^[^-]{4}-[^-]{4}$/.test(joined))
    const reference = isOne ? readReference(joined) : undefined
    if (reference && words.length >= length) return { reference, length }
  }
  return undefined
}

/** The person's own words, as they wrote them, after some of them. */
function afterWords(message: string, skip: number): string {
  const own = message.trim()
  const found = new RegExp(`^(?:\\S+\\s*){${skip}}`).exec(own)
  return found ? own.slice(found[0].length).trim() : ''
}
