import type * as id from '../id/reasons.ts'

export const archive: typeof id.archive = {
  emergency: ['An emergency, referred at once', () => 'Call 112, 110 or 119. When safe, report poor service here.'],
  between_citizens: [
    'A dispute between citizens',
    () => 'Go to your RT/RW or village office, or ask for free legal aid at the court.',
  ],
  private_company: [
    'A matter with a private company',
    () => 'Contact the company, then the consumer dispute body (BPSK). Banks and insurance: OJK 157.',
  ],
  in_court: [
    'Before a court, or decided by one',
    () => 'Use the remedies of that court. On staff conduct, send a new report.',
  ],
  other_path: [
    'The law sets another path',
    ({ path }) => `Use this path: ${path} (for example for tenders, taxes, elections).`,
  ],
  independent_body: ['About an independent body', ({ path }) => `Write to ${path}. Your text is below, ready to copy.`],
  abroad: [
    'It happened abroad',
    () => "Contact the nearest Indonesian mission or the Foreign Ministry's citizen service.",
  ],
  own_duplicate: ['The same as your own open report', ({ reference }) => `Follow ${reference}. Add new details there.`],
  answered_before: [
    'Answered before, nothing new',
    ({ reference }) => `Open ${reference}. If it is not settled, press "Not done" within 30 days, or give new facts.`,
  ],
  already_fixed: [
    'Already settled when we checked',
    () => 'See the evidence and its date. If it is not settled, appeal.',
  ],
  no_matter: ['Nothing to act on (test, advert, greeting)', () => 'Send a new report: what happened and where.'],
  only_threat: ['Only threats or insults', () => 'You may be angry. Write the problem without threats and we act.'],
  sent_twice: ['Sent twice by a fault', ({ reference }) => `Nothing. ${reference} goes on.`],
  expired: ['Details did not arrive', () => 'Answer at any time. The report revives.'],
  withdrawn: ['Withdrawn by you', () => 'Send a new report if you still need it.'],
  merged: ['Merged with another report', ({ reference }) => `You get the news of ${reference}.`],
}

export const returning: typeof id.returning = {
  other_unit: 'The task of another unit of the same government',
  other_level: 'The authority of another level (nation, province, city or regency, village)',
  other_area: 'The place is outside our area',
  other_owner: 'The road, land or building belongs to another body (say the basis)',
  task_moved: 'The task has moved by a new regulation',
  needs_lead: 'Another agency must lead; we assist',
  conflict: 'The report is about our own unit or its head',
  need_details: 'Place or event cannot be identified; questions attached',
}

export const extension: typeof id.extension = {
  materials: 'Waiting for materials or procurement',
  weather: 'Weather or disaster stops the work',
  other_agency: 'Waiting for a permit or result from another agency',
  examination: 'The examination is under way',
  laboratory: 'Waiting for a test or an expert',
  access: 'The place cannot be entered yet',
  budget: 'Waiting for a scheduled budget',
  legal: 'Waiting for a ruling or legal opinion',
}
