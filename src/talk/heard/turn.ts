import type { Came } from './came.ts'

/** The conversation: what is done about a message, and what is asked next. One table for every messenger, and for short
 *  messages, where nothing is asked because each costs. Pure. */

/** What a report is asked for, one after the other, in whatever order it comes. */
export const facts = ['place', 'photo'] as const
export type Fact = (typeof facts)[number]

/** `idle`: nothing is between us. `matter`: something came without words. `place`, `photo`: asked for. `after`: a report was
 *  made or added to a while ago. `waiting`: an agency asked the person something. `public`: everyone reads along. */
export const states = ['idle', 'matter', 'place', 'photo', 'after', 'waiting', 'public', 'thread'] as const
export type State = (typeof states)[number]

/** `file` a report. `add` to the one that we talk about. `hold` for the words to come, and ask for them. `next` question.
 *  `greet`, `thank`: an answer, no report. `ask` the same again. `aside`: for a person to look at, without a word. */
export type Doing = 'file' | 'add' | 'hold' | 'next' | 'greet' | 'thank' | 'ask' | 'aside'

// biome-ignore format: a table
const table: Readonly<Record<State, Readonly<Record<Came, Doing>>>> = {
  //          somebody tells    a word or two     a place           a photo           leaves it out     hello              thanks            sells something   nothing legible
  idle:     { story: 'file',    short: 'hold',    pin: 'hold',      photo: 'hold',    skip: 'greet',    greeting: 'greet', thanks: 'thank',  spam: 'aside',    nothing: 'aside' },
  matter:   { story: 'file',    short: 'file',    pin: 'hold',      photo: 'hold',    skip: 'greet',    greeting: 'ask',   thanks: 'thank',  spam: 'aside',    nothing: 'aside' },
  place:    { story: 'add',     short: 'add',     pin: 'add',       photo: 'add',     skip: 'next',     greeting: 'ask',   thanks: 'thank',  spam: 'aside',    nothing: 'aside' },
  photo:    { story: 'add',     short: 'add',     pin: 'add',       photo: 'add',     skip: 'next',     greeting: 'ask',   thanks: 'thank',  spam: 'aside',    nothing: 'aside' },
  after:    { story: 'add',     short: 'add',     pin: 'add',       photo: 'add',     skip: 'thank',    greeting: 'greet', thanks: 'thank',  spam: 'aside',    nothing: 'aside' },
  waiting:  { story: 'add',     short: 'add',     pin: 'add',       photo: 'add',     skip: 'add',      greeting: 'ask',   thanks: 'thank',  spam: 'add',      nothing: 'aside' },
  public:   { story: 'file',    short: 'aside',   pin: 'aside',     photo: 'aside',   skip: 'aside',    greeting: 'aside', thanks: 'aside',  spam: 'aside',    nothing: 'aside' },
  thread:   { story: 'add',     short: 'add',     pin: 'add',       photo: 'add',     skip: 'aside',    greeting: 'aside', thanks: 'aside',  spam: 'aside',    nothing: 'aside' },
}

/** What stands between us and one person. */
export type Talk = Readonly<{
  lacks: readonly Fact[]
  /** Whether a report is being talked about, and whether its agency waits for an answer. */
  about: 'nothing' | 'report' | 'question'
  /** Something came without words and waits for them. */
  held: boolean
  reach: 'private' | 'public'
}>

export function stateOf({ lacks, about, held, reach }: Talk): State {
  if (reach === 'public') return about === 'nothing' ? 'public' : 'thread'
  if (about === 'question') return 'waiting'
  if (about === 'report') return lacks[0] ?? 'after'
  return held ? 'matter' : 'idle'
}

/** What a message holds beside its words. */
export type Holding = Readonly<Record<Fact, boolean>>

/** What is still to be asked. */
export const unknown = (holds: Holding, of: readonly Fact[] = facts): readonly Fact[] =>
  of.filter((fact) => !holds[fact])

export type Turn = Readonly<{ state: State; do: Doing; lacks: readonly Fact[] }>

/** @param holds what the message, and what was held before, say of the facts */
export function turn(talk: Talk, what: Came, holds: Holding): Turn {
  const state = stateOf(talk)
  const doing = table[state][what]
  return { state, do: doing, lacks: lacking(talk, state, doing, what, holds) }
}

function lacking(talk: Talk, state: State, doing: Doing, what: Came, holds: Holding): readonly Fact[] {
  if (doing === 'file') return unknown(holds)
  if (talk.reach === 'public') return talk.lacks
  if (doing === 'next') return talk.lacks.slice(1)
  if (doing === 'thank') return []
  if (doing !== 'add') return talk.lacks
  // Words in answer to a question are its answer; a photo or a pin that comes meanwhile is taken, and the question stays.
  const answered = what === 'story' || what === 'short' ? talk.lacks.filter((fact) => fact !== state) : talk.lacks
  return unknown(holds, answered)
}
