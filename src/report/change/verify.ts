import { type Case, type Change, type Patch, refuse } from '../case.ts'
import { due } from '../deadline.ts'
import type { Inputs } from '../input.ts'
import { returnsBeforeArbitration } from '../report.ts'
import { accusedIn, naming, takenAway } from './accused.ts'

/** Receiving, asking, forwarding, returning, deciding: how a report finds the one who must act. Pure. */

export function ask(c: Case, { text }: Inputs['ask']): Change {
  return { ok: true, set: { respondDue: due(c, 'respond', c.now) }, data: { text } }
}

/** Also revives a report that expired: a later reply always counts. */
export function complete(c: Case, { text, where }: Inputs['complete']): Change {
  if (c.report.status === 'archived' && c.report.ending !== 'expired') return refuse('not-allowed')
  const set = { respondDue: null, ending: null, endedAt: null, verifyDue: due(c, 'verify', c.now) }
  return { ok: true, set: { ...set, ...placed(c, where) }, data: { text } }
}

/** A place that the reporter names later stands in the report where there was none; else it is in their words only. */
export function placed({ report }: Case, where: Inputs['reply']['where']): Patch {
  const { place = '', latitude, longitude } = where ?? {}
  return {
    ...(place && !report.place ? { place } : {}),
    ...(latitude !== undefined && longitude !== undefined && report.latitude === null ? { latitude, longitude } : {}),
  }
}

type Classing = Pick<Inputs['forward'], 'class' | 'oversight' | 'categoryCode'>

/** The citizen's clock starts at the first forwarding and no transfer starts it again; a new class changes its length only,
 *  and takes back no time that was granted. */
export function running(c: Case, classing: Classing) {
  const { class: kind, oversight: asked, categoryCode } = classing
  const oversight = kind === 'complaint' && asked
  const from = c.report.verifiedAt ?? c.now
  const same = c.report.verifiedAt && c.report.class === kind && c.report.oversight === oversight
  const promised = due(c, 'settle', from, { class: kind, oversight })
  const anew = c.grantedUntil && c.grantedUntil > promised ? c.grantedUntil : promised
  const settleDue = same && c.report.settleDue ? c.report.settleDue : anew
  return {
    class: kind,
    oversight,
    categoryCode: categoryCode ?? c.report.categoryCode,
    verifiedAt: from,
    answerDue: c.report.answerDue ?? due(c, 'answer', from),
    settleDue,
    firstSettleDue: c.report.firstSettleDue ?? settleDue,
  }
}

/** Whom a step named, for the ledger. */
const told = ({ accused }: { accused?: readonly number[] }) => (accused ? { accused } : {})

const was = (c: Case) => ({ class: c.report.class, oversight: c.report.oversight, categoryCode: c.report.categoryCode })

export function forward(c: Case, { agencyId, assisting, note, ...classing }: Inputs['forward']): Change {
  if (agencyId === c.report.holderId) return refuse('agency-same')
  const named = naming(c, classing)
  if (!named.ok) return named
  const helpers = assisting.filter((other) => other !== agencyId)
  return {
    ok: true,
    set: { ...running(c, classing), officerId: null, fieldDue: null },
    data: { agencyId, was: was(c), ...told(named.custody) },
    custody: {
      lead: agencyId,
      ended: 'forwarded',
      note,
      ...named.custody,
      ...(helpers.length > 0 ? { assist: helpers } : {}),
    },
  }
}

/** What an arbiter decided binds the agency that was named. Inside it a report may still have gone to the wrong desk. */
export const isBound = ({ report, decidedId }: Case) => report.final && report.holderId === decidedId

/** A unit's return goes to its coordinator, a government's to the centre. The ledger keeps by when it was to be checked before.
 *  Whoever says that it is about themselves is accused from then on. */
export function giveBack(c: Case, { reason, note, suggestedId }: Inputs['return']): Change {
  if (isBound(c)) return refuse('final')
  if (c.parentId === null) return refuse('no-parent')
  const { holderId, verifyDue } = c.report
  const accused = reason === 'conflict' ? { accused: [...new Set([...accusedIn(c.report), holderId])] } : {}
  return {
    ok: true,
    set: { returns: c.report.returns + 1, officerId: null, fieldDue: null, verifyDue: due(c, 'verify', c.now) },
    data: { reason, suggestedId, fromAgencyId: holderId, agencyId: c.parentId, verifyDue, ...accused },
    custody: { lead: c.parentId, ended: 'returned', note, ...accused },
  }
}

export function arbitrate(c: Case, { agencyId, note, ...classing }: Inputs['arbitrate']): Change {
  if (c.report.returns < returnsBeforeArbitration) return refuse('too-few-returns')
  const named = naming(c, classing)
  if (!named.ok) return named
  return {
    ok: true,
    set: { ...running(c, classing), final: true },
    data: { agencyId, returns: c.report.returns, was: was(c), ...told(named.custody) },
    custody: { lead: agencyId, ended: 'arbitrated', note, ...named.custody },
  }
}

export function reclassify(c: Case, { remark, ...classing }: Inputs['reclassify']): Change {
  const named = naming(c, classing)
  if (!named.ok) return named
  const { class: kind, oversight, categoryCode, settleDue } = running(c, classing)
  const late = c.report.verifiedAt ? { settleDue } : {}
  const { set, custody } = takenAway(c, named.custody.accused)
  const data = { was: was(c), remark, ...told(named.custody) }
  const change: Change = { ok: true, set: { class: kind, oversight, categoryCode, ...late, ...set }, data }
  return named.custody.accused ? { ...change, custody } : change
}

export function edit(c: Case, { title, text, place }: Inputs['edit']): Change {
  const { editedTitle, editedText, title: ownTitle, text: ownText } = c.report
  return {
    ok: true,
    set: { editedTitle: title, editedText: text, place },
    data: { was: { title: editedTitle ?? ownTitle, text: editedText ?? ownText, place: c.report.place } },
  }
}
