import { z } from 'zod'
import { has, type Staff } from '../../person/may.ts'
import { day, optionalWords, type Verdict, verdicts } from '../../report/input.ts'

/** An audit: a sample of closed reports, looked at by somebody who did not handle them. Pure. */

export type Audit = Readonly<{
  id: number
  agencyId: number
  aboutId: number
  aboutName: string
  /** Calendar days, YYYY-MM-DD. */
  closedFrom: string
  closedTo: string
  framed: number
  drawn: number
  auditorId: number
  auditorName: string
  byName: string
  at: Date
  finishedAt: Date | null
}>

export const mostDrawn = 200
/** More than this nobody needs to draw from; a shorter period does. */
export const mostFramed = 50_000

const id = z.coerce.number('choice.empty').int().positive('choice.empty').max(Number.MAX_SAFE_INTEGER)

export const askInput = z
  .object({
    aboutId: id,
    closedFrom: day,
    closedTo: day,
    wanted: z.coerce.number('audit.wanted').int('audit.wanted').min(1, 'audit.wanted').max(mostDrawn, 'audit.wanted'),
    auditorId: id,
  })
  .refine(({ closedFrom, closedTo }) => closedFrom <= closedTo, { path: ['closedTo'], message: 'audit.period' })
export type AskInput = z.output<typeof askInput>

export const judgeInput = z
  .object({ verdict: z.enum(verdicts, 'choice.empty'), note: optionalWords(2000) })
  .refine(({ verdict, note }) => verdict === 'in_order' || note !== '', { path: ['note'], message: 'reason.empty' })
export type JudgeInput = z.output<typeof judgeInput>

export type AuditRefusal =
  | 'not-found'
  | 'about-unknown'
  | 'none-closed'
  | 'frame-large'
  | 'auditor-unknown'
  | 'auditor-belongs'
  | 'auditor-blind'
  | 'auditor-partial'
  | 'auditor-handled'
  | 'handled-since'
  | 'not-judged'
  | 'finished'
  | 'changed'

/** Who may ask for one, and who may be asked. */
export const mayAsk = (staff: Staff) => has(staff, 'supervisor')
export const mayAudit = (staff: Staff) => has(staff, 'supervisor', 'inspector', 'operator')

export type Share = Readonly<{ verdict: Verdict; n: number }>

/** How many of each verdict, in the order of the list. */
export const sharesOf = (found: readonly (Verdict | null)[]): Share[] =>
  verdicts.map((verdict) => ({ verdict, n: found.filter((one) => one === verdict).length }))
