import type { Role } from '../../../person/may.ts'
import type { ArchiveReason, ExtensionReason, ReturnReason } from '../../../report/report.ts'

/** Reasons as the reporter reads them, written to stand inside a sentence. */
export const returned: Record<ReturnReason, string> = {
  other_unit: 'the task of another unit of the same government',
  other_level: 'the authority of another level (nation, province, city or village)',
  other_area: 'the place is outside its area',
  other_owner: 'the road, land or building belongs to another body',
  task_moved: 'the task has moved by a new regulation',
  needs_lead: 'another agency must lead',
  conflict: 'the report is about its own unit or head',
  need_details: 'the place or event cannot be identified yet',
}

export const extended: Record<ExtensionReason, string> = {
  materials: 'waiting for materials or procurement',
  weather: 'weather or disaster stops the work',
  other_agency: 'waiting for a permit or result from another agency',
  examination: 'the examination is under way',
  laboratory: 'waiting for a test or an expert',
  access: 'the place cannot be entered yet',
  budget: 'waiting for a scheduled budget',
  legal: 'waiting for a ruling or legal opinion',
}

export const archived: Record<ArchiveReason, readonly [string, string]> = {
  emergency: ['an emergency, referred at once', 'call 112, 110 or 119. When safe, report poor service here.'],
  between_citizens: [
    'a dispute between citizens',
    'go to your RT/RW or village office, or ask for free legal aid at the court.',
  ],
  private_company: [
    'a matter with a private company',
    'contact the company, then the consumer dispute body (BPSK). Banks and insurance: OJK 157.',
  ],
  in_court: [
    'before a court, or decided by one',
    'use the remedies of that court. On staff conduct, send a new report.',
  ],
  other_path: ['the law sets another path', 'use the path that we name on the page of the report.'],
  independent_body: [
    'about an independent body',
    'write to that body. Your text is on the page of the report, ready to copy.',
  ],
  abroad: ['it happened abroad', "contact the nearest Indonesian mission or the Foreign Ministry's citizen service."],
  own_duplicate: ['the same as your own open report', 'follow that report and add new details there.'],
  answered_before: [
    'answered before, nothing new',
    'open the earlier report. If it is not settled, press "Not done" within 30 days.',
  ],
  already_fixed: ['already settled when we checked', 'see the evidence and its date. If it is not settled, appeal.'],
  no_matter: ['nothing to act on', 'send a new report: what happened and where.'],
  only_threat: ['only threats or insults', 'you may be angry. Write the problem without threats and we act.'],
  sent_twice: ['sent twice by a fault', 'nothing. The other report goes on.'],
}

export const roles: Record<Role, string> = {
  operator: 'operator',
  liaison: 'liaison',
  officer: 'officer',
  inspector: 'inspector',
  supervisor: 'supervisor',
  administrator: 'administrator',
  arbiter: 'arbiter',
}
