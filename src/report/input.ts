import { z } from 'zod'
import { readReference } from './reference.ts'
import { type ArchiveReason, archiveNeeds, archiveReasons, classes, extensionReasons, returnReasons } from './report.ts'

/** What each move needs, as a form or an API call gives it. Pure. The error texts are keys of the messages. */

/** Text of a person: control characters gone, well-formed, trimmed. */
export const words = (most: number, missing = 'reason.empty') =>
  z
    .string(missing)
    .transform((text) => clean(text))
    .pipe(z.string().min(1, missing).max(most, 'text.long'))
export const optionalWords = (most: number, long = 'text.long') =>
  z
    .string()
    .default('')
    .transform((text) => clean(text))
    .pipe(z.string().max(most, long))

/** Words as they are kept: what PostgreSQL refuses (U+0000), halves of letters, controls and signs that turn the line about
 *  are taken out, and words of signs alone that show nothing by themselves are none. At most `most` UTF-16 units, and never half a letter. */
export function clean(text: string, most = Number.POSITIVE_INFINITY): string {
  const kept = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is being removed
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069]/g, '')
    .trim()
  return shows.test(kept) ? shorten(kept, most) : ''
}

/** A sign that is seen by itself: no space, no filler, no blank of Braille (U+2800) or music (U+1D159), no control, and no mark
 *  that only stands on a letter. */
const shows = /[^\p{Default_Ignorable_Code_Point}\p{M}\p{Cc}\p{Cf}\s\u2800\u{1D159}]/u

/** The beginning of a text, at most `most` UTF-16 units long; an emoji at the end stays whole or goes. */
export const shorten = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)
const ids = z.preprocess((value) => [value ?? []].flat().filter((text) => text !== ''), z.array(id).max(10))
/** A calendar day, YYYY-MM-DD. */
export const day = z.iso
  .date('when.format')
  .refine((text) => text >= '1900-01-01' && text < '2200-01-01', 'when.format')
/** A box that is ticked: `ya` is what our own forms say. */
const yes = z
  .union([z.boolean(), z.string()])
  .optional()
  .transform((value) => value === true || value === 'true' || value === 'on' || value === '1' || value === 'ya')
const classing = {
  class: z.enum(classes, 'class.empty'),
  oversight: yes,
  categoryCode: z
    .string()
    .regex(/^[a-z_]+(\.[a-z_]+)?$/)
    .max(80)
    .optional()
    .or(z.literal('').transform(() => undefined)),
}
/** Whom it is about, beside whom it is known to be about. */
const accusing = { accused: ids.optional() }
/** Where it is, when words came with a place: known to a door, never part of a form. */
const where = z
  .object({
    place: optionalWords(300),
    latitude: z.number().min(-90).max(90).optional(),
    longitude: z.number().min(-180).max(180).optional(),
  })
  .optional()
const coordinate = (limit: number) =>
  z.union([z.literal('').transform(() => undefined), z.coerce.number().min(-limit).max(limit)]).optional()

/** What its reason does not need is left out. */
const archiving = z
  .object({
    reason: z.enum(archiveReasons),
    earlier: z.string().max(40).default(''),
    path: optionalWords(200),
    detail: optionalWords(2000),
  })
  .transform(({ reason, detail, ...given }, ctx) => {
    const need = archiveNeeds[reason]
    const earlier = readReference(given.earlier)
    const facts = { earlier, path: given.path, detail }
    if (need && !facts[need]) {
      const message = need === 'earlier' && clean(given.earlier) !== '' ? 'reference.format' : `staff.${need}.empty`
      ctx.addIssue({ code: 'custom', path: [need], message })
    }
    return { reason, detail, ...(need && need !== 'detail' ? { [need]: facts[need] } : {}) } as Archiving
  })
type Archiving = { reason: ArchiveReason; detail: string; earlier?: string; path?: string }

/** What is said of a closed report by somebody who did not handle it. */
export const verdicts = ['in_order', 'no_answer', 'not_done', 'doubtful', 'unclear'] as const
export type Verdict = (typeof verdicts)[number]

/** The signed plan behind a move that nobody makes by hand. */
const planned = { agencyId: id, plan: id, basis: z.string(), signer: z.string() }

export const inputs = {
  ask: z.object({ text: words(2000, 'staff.questions.empty') }),
  complete: z.object({ text: words(10_000, 'text.empty'), where }),
  forward: z.object({ agencyId: id, assisting: ids, ...classing, ...accusing, note: optionalWords(2000) }),
  return: z.object({
    reason: z.enum(returnReasons),
    note: words(2000, 'staff.reason.vague'),
    suggestedId: id.optional().or(z.literal('').transform(() => undefined)),
  }),
  arbitrate: z.object({ agencyId: id, ...classing, ...accusing, note: words(2000) }),
  question: z.object({ text: words(2000, 'staff.questions.empty') }),
  reply: z.object({ text: words(10_000, 'text.empty'), where }),
  draft: z.object({ text: words(10_000, 'text.empty') }),
  sendBack: z.object({ remark: words(2000) }),
  answer: z.object({ text: words(10_000, 'text.empty') }),
  dispatch: z.object({
    officerId: id.optional().or(z.literal('').transform(() => undefined)),
    agencyId: id.optional().or(z.literal('').transform(() => undefined)),
    due: day,
    note: optionalWords(2000),
  }),
  visit: z.object({
    visitedAt: z.coerce.date('when.format'),
    place: optionalWords(300),
    latitude: coordinate(90),
    longitude: coordinate(180),
    outcome: z.enum(['done', 'again', 'not_found']),
    findings: words(4000, 'text.empty'),
    /** How many photos were kept with the visit; set by the door, never by the form. */
    evidence: z.number().int().min(0).default(0),
  }),
  resolve: z.object({ text: words(10_000, 'text.empty') }),
  confirm: z.object({}),
  dispute: z.object({ reason: words(4000) }),
  lapse: z.object({}),
  rate: z.object({
    rating: z.coerce.number('rating.range').int().min(1, 'rating.range').max(5, 'rating.range'),
    remark: optionalWords(2000),
  }),
  archive: archiving,
  appeal: z.object({ reason: words(4000) }),
  expire: z.object({}),
  withdraw: z.object({ reason: optionalWords(2000) }),
  merge: z.object({ into: z.string().transform(readReference).pipe(z.string('reference.format')) }),
  join: z.object({ from: z.string() }),
  extend: z.object({ reason: z.enum(extensionReasons), sentence: words(500), newDue: day }),
  grant: z.object({}),
  refuse: z.object({ remark: words(2000) }),
  instruct: z.object({ text: words(2000), due: day }),
  heed: z.object({ text: words(4000, 'text.empty') }),
  speak: z.object({ text: words(10_000, 'text.empty') }),
  reassign: z.object(planned),
  relieve: z.object({ ...planned, fromAgencyId: id }),
  audit: z.object({ verdict: z.enum(verdicts), note: optionalWords(2000) }),
  reopen: z.object({ reason: words(2000) }),
  reclassify: z.object({ ...classing, ...accusing, remark: optionalWords(2000) }),
  /** The whole list, as it is from now on. */
  accuse: z.object({ accused: ids, remark: words(2000) }),
  edit: z.object({ title: words(150, 'text.empty'), text: words(10_000, 'text.empty'), place: optionalWords(300) }),
} as const

export type Inputs = { [M in keyof typeof inputs]: z.output<(typeof inputs)[M]> }
