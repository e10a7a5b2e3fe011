import { moveFor } from '../mail/move-for.ts'
import type { Inputs } from '../report/input.ts'
import { came } from '../talk/heard/came.ts'
import { type Talk, turn } from '../talk/heard/turn.ts'
import type { Asked, Command, CommandName } from './command.ts'
import { isOpen, type Own } from './own.ts'

/** What is done about a message: a report, one move of one report, or an answer. Pure. */

type Moves = Pick<Inputs, 'complete' | 'reply' | 'confirm' | 'dispute' | 'withdraw' | 'appeal' | 'rate'>
export type Doing = { [M in keyof Moves]: { do: 'move'; own: Own; name: M; input: Moves[M] } }[keyof Moves]
/** Answers that say what waits, with a code for each report that they name. */
export type Asking = 'sure' | 'which' | 'withdrawSure' | 'newOrNot' | 'statusConfirm'
export type Plan =
  | Doing
  | { do: 'file' }
  | { do: 'mute'; own: Own }
  | { do: 'ask'; kind: Asking; own: readonly Own[]; command: string }
  | { do: 'status'; own: Own }
  | { do: 'list'; own: readonly Own[] }
  | { do: 'take'; code: string | undefined }
  /** For a person to look at, with an answer. */
  | { do: 'aside'; kind: 'help' | 'thanks' | 'unknown' }
  | { do: 'say'; kind: 'help' | 'emergency' | 'none' | 'notFound' | 'unknown' | 'badCode' | 'secret' | 'notAnonymous' }

const say = (kind: Extract<Plan, { do: 'say' }>['kind']): Plan => ({ do: 'say', kind })
const readable = (text: string) => text.length >= 10 && /\S\s+\S/.test(text)

/** How people are told to write a command again. */
const written: Readonly<Partial<Record<CommandName, string>>> = {
  confirm: 'SELESAI',
  dispute: 'BELUM',
  withdraw: 'BATAL',
  appeal: 'KEBERATAN',
  stop: 'STOP',
}

const allows: Readonly<Partial<Record<CommandName, (own: Own) => boolean>>> = {
  confirm: ({ status }) => status === 'resolved',
  dispute: ({ status }) => status === 'resolved' || status === 'closed',
  withdraw: isOpen,
  appeal: ({ status, ending }) => status === 'archived' && !['withdrawn', 'merged', 'expired'].includes(ending ?? ''),
  stop: () => true,
}

/** @param proven whoever writes is known by more than a number, so that no code is needed: each report has its own number as its code */
export function plan(command: Command, mine: readonly Own[], message: string, proven = false): Plan {
  const open = mine.filter(({ secret }) => !secret)
  switch (command.is) {
    case 'emergency':
    case 'help':
      return say(command.is)
    case 'secret':
      return say('notAnonymous')
    case 'unknown':
    case 'report':
      return mine.length > 0 && open.length === 0 && command.is === 'unknown' ? say('secret') : heard(command, message)
    case 'new':
      return { do: 'take', code: command.code }
    case 'status':
      return standing(command.reference, mine, open)
  }
  if (command.is === 'answer' || command.is === 'rate') return withCode(command, mine, message)
  const { code } = command
  return code === undefined
    ? withoutCode(command, open, message, proven)
    : withCode({ ...command, code }, mine, message)
}

/** Each question costs, so nothing is ever between us and a number. */
const alone: Talk = { lacks: [], about: 'nothing', held: false, reach: 'private' }
const wordsOnly = { media: [], pin: undefined, reach: 'private' } as const

/** Words that ask for nothing, by the table that messengers have. What is no story there may have been one in few letters. */
function heard({ is }: Command, message: string): Plan {
  const turned = turn(alone, came({ ...wordsOnly, text: message }), { place: false, photo: false })
  switch (turned.do) {
    case 'file':
      return { do: 'file' }
    case 'greet':
      return { do: 'aside', kind: 'help' }
    case 'thank':
      return { do: 'aside', kind: 'thanks' }
    case 'aside':
      return message.trim() === '' ? say('unknown') : { do: 'aside', kind: 'unknown' }
    default:
      return is === 'report' ? { do: 'file' } : say('unknown')
  }
}

function standing(reference: string | undefined, mine: readonly Own[], open: readonly Own[]): Plan {
  if (reference !== undefined) {
    const own = open.find((one) => one.reference === reference)
    return own ? { do: 'status', own } : say('notFound')
  }
  const [first, second] = open.filter(isOpen)
  if (first && second) return { do: 'list', own: open.filter(isOpen) }
  const own = first ?? open[0]
  return own ? { do: 'status', own } : say(mine.length > 0 ? 'secret' : 'none')
}

type Coded = Extract<Command, { is: 'answer' | 'rate' }> | (Bare & { code: string })

function withCode(command: Coded, mine: readonly Own[], message: string): Plan {
  const own = mine.find(({ code }) => code === command.code)
  const words = message.trim().replace(/^\d{4}\s*/, '')
  if (!own) {
    // Four digits may also begin a story, where nobody was sent a code.
    const story = command.is === 'answer' && mine.every((one) => one.code === null) && readable(message)
    return story ? { do: 'file' } : say('badCode')
  }
  if (own.secret) return say('secret')
  const text = 'text' in command ? command.text : undefined
  if (command.is === 'answer') return adding(own, command.text)
  if (command.is === 'rate' && own.status === 'closed')
    return { do: 'move', own, name: 'rate', input: { rating: command.rating, remark: '' } }
  if (command.is === 'stop') return { do: 'mute', own }
  if (command.is === 'confirm' && own.status === 'resolved') return { do: 'move', own, name: 'confirm', input: {} }
  if (command.is === 'dispute' && allows.dispute?.(own))
    return {
      do: 'move',
      own,
      name: 'dispute',
      input: { reason: text ?? 'Belum selesai; tanpa keterangan lebih lanjut.' },
    }
  if (command.is === 'withdraw' && isOpen(own)) return { do: 'move', own, name: 'withdraw', input: { reason: '' } }
  if (command.is === 'appeal' && allows.appeal?.(own))
    return { do: 'move', own, name: 'appeal', input: { reason: text ?? 'Keberatan, tanpa keterangan lebih lanjut.' } }
  return own.asked || text ? adding(own, words || message) : { do: 'status', own }
}

/** Words for the agency; where none are read any more, what stands there is told. */
function adding(own: Own, text: string): Plan {
  const name = moveFor(own)
  return name ? { do: 'move', own, name, input: { text } } : { do: 'status', own }
}

type Bare = Asked & { is: CommandName }

function withoutCode(asked: Bare, open: readonly Own[], message: string, proven: boolean): Plan {
  const { is, reference, text } = asked
  const could = open.filter((own) => allows[is]?.(own) && (reference === undefined || own.reference === reference))
  const [first, second] = is === 'dispute' && text ? could.filter(({ status }) => status === 'resolved') : could
  const command = written[is] ?? ''
  const sure = is !== 'withdraw' || reference !== undefined
  if (proven && sure && first && !second) return withCode({ ...asked, code: first.code ?? '' }, open, message)
  if (text !== undefined && (is === 'dispute' || is === 'appeal')) {
    if (first) return { do: 'ask', kind: 'newOrNot', own: [first], command }
    return readable(message) ? { do: 'file' } : say('unknown')
  }
  if (!first) return say(reference === undefined ? 'none' : 'notFound')
  if (second) return { do: 'ask', kind: 'which', own: [first, second], command }
  return { do: 'ask', kind: is === 'withdraw' ? 'withdrawSure' : 'sure', own: [first], command }
}
