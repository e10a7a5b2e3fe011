/** Everything that can be told, by name, and the shape of its words. Pure. */

export const reporterKinds = [
  'received',
  'asked',
  'questioned',
  'reminderComplete',
  'forwarded',
  'returned',
  'arbitrated',
  'answered',
  'visitPlanned',
  'visitDone',
  'extended',
  'escalated',
  'resolved',
  'reminderConfirm',
  'confirmed',
  'confirmedByOther',
  'disputed',
  'disputedByOther',
  'lapsed',
  'archived',
  'expired',
  'merged',
  'withdrawn',
] as const
/** The proof of a contact says as little: it is the same for every report. */
/** The ways to reach somebody were changed; it goes to each of them, without a word of what they are for. */
export const contactKinds = ['neutral.joined', 'neutral.chosen', 'neutral.leaving', 'neutral.removed'] as const
export const neutralKinds = ['neutral.got', 'neutral.act', 'neutral.news', 'neutral.proof', ...contactKinds] as const
export const staffKinds = [
  'staff.instruction',
  'staff.task',
  'staff.sentBack',
  'staff.waiting',
  'staff.invitation',
  'staff.reset',
  'staff.newDevice',
  'staff.digest',
] as const

export type ReporterKind = (typeof reporterKinds)[number]
export type NeutralKind = (typeof neutralKinds)[number]
export type ContactKind = (typeof contactKinds)[number]
export type StaffKind = (typeof staffKinds)[number]
export type Kind = ReporterKind | NeutralKind | StaffKind
export const kinds: readonly Kind[] = [...reporterKinds, ...neutralKinds, ...staffKinds]

const got: readonly Kind[] = ['received', 'withdrawn']
const act: readonly Kind[] = ['asked', 'questioned', 'reminderComplete', 'resolved', 'reminderConfirm']

/** News of a secret report says only that there is some: a mailbox may be read by somebody else. */
export function neutral(kind: ReporterKind): Exclude<NeutralKind, 'neutral.proof' | ContactKind> {
  if (got.includes(kind)) return 'neutral.got'
  return act.includes(kind) ? 'neutral.act' : 'neutral.news'
}

export const isNeutral = (kind: Kind): kind is NeutralKind => (neutralKinds as readonly Kind[]).includes(kind)
export const isOfContacts = (kind: Kind): kind is ContactKind => (contactKinds as readonly Kind[]).includes(kind)
export const isStaff = (kind: Kind): kind is StaffKind => (staffKinds as readonly Kind[]).includes(kind)

/** What words may be filled with. Never the reporter's own text or title. */
export type Fact =
  | 'service'
  | 'ref'
  | 'ref2'
  | 'agency'
  | 'above'
  | 'date'
  | 'date2'
  | 'left'
  | 'answerDate'
  | 'question'
  | 'text'
  | 'reason'
  | 'steps'
  | 'count'
  | 'user'
  | 'role'
  | 'by'
  | 'time'
  /** Given when answers to a mail are read. */
  | 'inbox'
  /** Of short messages. */
  | 'code'
  | 'code2'
  | 'site'
  | 'number'
  | 'status'
  | 'status2'
  | 'command'
  | 'rating'
  /** Of the letter of the week: how many. */
  | 'arrived'
  | 'answered'
  | 'ended'
  | 'disputed'
  | 'open'
  | 'overdue'
  | 'unheeded'
export type Facts = Readonly<Partial<Record<Fact, string>>>

/** What of the report's page a button opens. The page asks; only pressing there does anything. */
export const places = ['jawab', 'selesai', 'sanggahan', 'penilaian', 'keberatan'] as const
export type Place = (typeof places)[number]
export type Button = string | readonly [label: string, place: Place]

/** A paragraph; one that stands only when a fact is known; or buttons that open the page, and do nothing else. */
export type Part = string | { if: Fact; text: string } | { buttons: readonly Button[] }
export type Words = Readonly<{
  mail: { subject: string; body: readonly Part[] }
  /** At most 160 GSM-7 characters. */
  sms?: string
  messenger?: string
}>

export type Language = Readonly<{
  kinds: Readonly<Record<Kind, Words>>
  hello: (name: string) => string
  foot: readonly Part[]
  stop: string
  cut: string
  left: (days: number) => string
  reasons: Reasons
}>

/** Reasons as a reporter reads them, and what they can do after an archiving. */
export type Reasons = Readonly<{
  returned: Readonly<Record<string, string>>
  extended: Readonly<Record<string, string>>
  archived: Readonly<Record<string, readonly [reason: string, steps: string]>>
  roles: Readonly<Record<string, string>>
}>
