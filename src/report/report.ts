/** What a report is. Pure: no clock, no database, no network. */

export const statuses = ['received', 'incomplete', 'assigned', 'in_progress', 'resolved', 'closed', 'archived'] as const
export type Status = (typeof statuses)[number]

export const classes = ['complaint', 'aspiration', 'information_request'] as const
export type Class = (typeof classes)[number]

export const channels = [
  'web',
  'email',
  'sms',
  'x',
  'facebook',
  'instagram',
  'whatsapp',
  'telegram',
  'phone',
  'counter',
  'letter',
  'api',
  'bridge',
] as const
export type Channel = (typeof channels)[number]

/** Reasons an operator may archive for. Each is specific; there is none that means "incomplete": ask instead. */
export const archiveReasons = [
  'emergency',
  'between_citizens',
  'private_company',
  'in_court',
  'other_path',
  'independent_body',
  'abroad',
  'own_duplicate',
  'answered_before',
  'already_fixed',
  'no_matter',
  'only_threat',
  'sent_twice',
] as const
export type ArchiveReason = (typeof archiveReasons)[number]

/** What the reporter is told beside some reasons, without which they could do nothing: the earlier report, where to turn, what was seen. */
export const archiveNeeds: Readonly<Partial<Record<ArchiveReason, 'earlier' | 'path' | 'detail'>>> = {
  other_path: 'path',
  independent_body: 'path',
  own_duplicate: 'earlier',
  answered_before: 'earlier',
  sent_twice: 'earlier',
  already_fixed: 'detail',
}
export type Ending = ArchiveReason | 'confirmed' | 'lapsed' | 'expired' | 'withdrawn' | 'merged'

export const returnReasons = [
  'other_unit',
  'other_level',
  'other_area',
  'other_owner',
  'task_moved',
  'needs_lead',
  'conflict',
  'need_details',
] as const
export type ReturnReason = (typeof returnReasons)[number]

export const extensionReasons = [
  'materials',
  'weather',
  'other_agency',
  'examination',
  'laboratory',
  'access',
  'budget',
  'legal',
] as const
export type ExtensionReason = (typeof extensionReasons)[number]

export const openStatuses: readonly Status[] = ['received', 'incomplete', 'assigned', 'in_progress', 'resolved']
export const isOpen = (status: Status) => openStatuses.includes(status)

/** After this many returns the centre decides who must act. */
export const returnsBeforeArbitration = 3

export type Report = Readonly<{
  id: number
  reference: string
  channel: Channel
  title: string
  text: string
  editedTitle: string | null
  editedText: string | null
  class: Class | null
  oversight: boolean
  /** It was an oversight complaint once: inspectors go on reading it. */
  wasOversight: boolean
  /** Paths of the agencies that it is about; none of them, nor anything below, sees it. */
  accused: readonly string[] | null
  categoryCode: string | null
  areaCode: string | null
  place: string
  latitude: number | null
  longitude: number | null
  happenedOn: string | null
  addresseeId: number | null
  anonymous: boolean
  secret: boolean
  status: Status
  ending: Ending | null
  holderId: number
  holderPath: string
  holderSince: Date
  assisting: readonly number[]
  officerId: number | null
  fieldDue: Date | null
  final: boolean
  appealed: boolean
  mergedInto: number | null
  returns: number
  disputes: number
  visits: number
  reporters: number
  filedAt: Date
  verifiedAt: Date | null
  answeredAt: Date | null
  resolvedAt: Date | null
  endedAt: Date | null
  verifyDue: Date
  answerDue: Date | null
  settleDue: Date | null
  firstSettleDue: Date | null
  capDue: Date
  respondDue: Date | null
  dueAt: Date | null
  version: number
}>
