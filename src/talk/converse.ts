import { withActor } from '../db/actor.ts'
import { NotYet } from '../inbox/not-yet.ts'
import type { Kept, Outcome } from '../inbox/read.ts'
import { shortDateIn } from '../notice/date.ts'
import { remarksIn } from '../notice/words/remarks.ts'
import { showReference } from '../report/reference.ts'
import { plan } from '../sms/plan.ts'
import { act } from './act.ts'
import { add } from './add.ts'
import { type Answer, end } from './answer.ts'
import { file } from './file.ts'
import { asksSecrecy } from './heard/came.ts'
import { commandOf } from './heard/command.ts'
import { type Turn, unknown } from './heard/turn.ts'
import { type Hearing, hear, holdsOf, isOneOfMany, lastSaid, type Talking, turnOf, waited } from './hearing.ts'
import type { Said } from './messenger.ts'
import type { Before } from './standing.ts'

/** Reads what somebody said: a report, something for one, a command, or something for a person to look at. Once. */

export async function converse(talking: Talking, kept: Kept, said: Said): Promise<Outcome | undefined> {
  const h = await hear(talking, kept, said)
  if (asksSecrecy(h.text)) return seclude(h)
  if (h.before) return revised(h, h.before)
  const command = said.reach === 'private' && !h.filed && !kept.byHand ? commandOf(h.text, h.mine) : undefined
  if (command?.is === 'new') return another(h)
  if (command) return act(h, plan(command, h.mine, h.text, true))
  return perform(h, turnOf(h))
}

function perform(h: Hearing, turn: Turn): Promise<Outcome | undefined> {
  const aside = (what: string, answer?: Answer) => setAside(h, what, turn, answer)
  switch (turn.do) {
    case 'file':
      return file(h, [...h.held, h.said], turn.lacks)
    case 'add':
      return addOrFile(h, turn)
    case 'hold':
      return aside('held', isOneOfMany(h) && h.held.length > 0 ? undefined : { kinds: ['matter'] })
    case 'next':
      return aside('chatter', questionOr(h, turn))
    case 'greet':
      return aside('chatter', { kinds: ['greet'] })
    case 'thank':
      return aside('chatter', { kinds: ['thank'] })
    case 'ask':
      return aside('chatter', turn.state === 'matter' ? { kinds: ['matter'] } : questionOr(h, turn))
    case 'aside':
      return aside('chatter')
  }
}

/** The next thing to be asked, or that nothing is. */
function questionOr(h: Hearing, { lacks }: Turn): Answer {
  const [next] = lacks
  if (next) return { kinds: [next] }
  return h.about ? { kinds: ['enough'], facts: { ref: showReference(h.about.reference) } } : { kinds: ['greet'] }
}

async function addOrFile(h: Hearing, turn: Turn): Promise<Outcome | undefined> {
  const added = h.about ? await add(h, h.about, turn) : 'refused'
  return added === 'refused' ? file(h, [...h.held, h.said], unknown(holdsOf([h.said]))) : added
}

/** Words that somebody changed stand beside the first ones: what was read already stays as it was read. */
async function revised(h: Hearing, before: Before): Promise<Outcome | undefined> {
  const own = h.mine.find(({ reporterId }) => reporterId === before.reporterId)
  if (!own || h.text === '' || before.text.startsWith(h.text)) return { outcome: 'noise', reason: 'edited-same' }
  const said = { ...h.said, id: `${h.said.id}/${h.kept.id}`, text: remarksIn(own.language).changed(h.text) }
  const turn: Turn = { state: 'thread', do: 'add', lacks: h.standing.lacks }
  const added = await add({ ...h, said }, own, turn)
  return added === 'refused' ? { outcome: 'parked', reason: 'not-allowed' } : added
}

/** Whoever was invited in public to write to us is told the number first. */
function numberFirst({ begun, about }: Hearing, [next]: Turn['lacks']): Answer | undefined {
  if (!begun || begun.isTold || !about?.dueAt) return undefined
  const facts = { ref: showReference(about.reference), date: shortDateIn(about.dueAt, 'id', 'Asia/Jakarta') }
  return { kinds: next ? ['received', next] : ['received'], facts }
}

/** For a person to look at, never lost; what waits for words is remembered until they come. */
async function setAside(h: Hearing, reason: string, { lacks }: Turn, said?: Answer): Promise<undefined> {
  const answer = said && (numberFirst(h, lacks) ?? said)
  const held = reason === 'held' ? [...h.standing.held, h.kept.id] : h.standing.held
  await withActor(h.taking.db, { kind: 'system' }, (tx) =>
    end(tx, h, { outcome: { outcome: 'parked', reason }, next: { lacks, held }, answer }),
  )
}

/** What was added to a report, or set aside as secret, becomes a report of its own after all. */
async function another(h: Hearing): Promise<Outcome | undefined> {
  const last = await lastSaid(h)
  if (!last) return act(h, { do: 'say', kind: 'none' })
  return file(h, [last], unknown(holdsOf([last])))
}

/** So long the service may be away before they are told that their words can be seen. */
const soon = 600_000

async function outOfSight(h: Hearing): Promise<void> {
  await h.messenger.hide(h.said.id).catch((cause: unknown) => {
    if (waited(h) < soon) throw new NotYet('a post cannot be hidden now', { cause })
  })
}

/** Who asks for secrecy in a place that has none is told so, alone, and pointed to the one that has. Nothing is answered in
 *  public; the post is taken out of sight where that can be done. */
async function seclude(h: Hearing): Promise<undefined> {
  const open = h.said.reach === 'public'
  if (open) await outOfSight(h)
  const answer: Answer = open ? { kinds: ['seen'], invited: true } : { kinds: ['notAnonymous'] }
  await withActor(h.taking.db, { kind: 'system' }, (tx) =>
    end(tx, h, { outcome: { outcome: 'parked', reason: 'asks-secrecy' }, next: { last: h.kept.id }, answer }),
  )
}
