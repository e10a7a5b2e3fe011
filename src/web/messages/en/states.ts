import type * as id from '../id/states.ts'

export const status: typeof id.status = {
  received: 'Waiting for verification',
  incomplete: 'Waiting for details',
  assigned: 'Forwarded',
  in_progress: 'In progress',
  resolved: 'Waiting for the reporter to confirm',
  confirmed: 'Closed, confirmed by the reporter',
  lapsed: 'Closed, without confirmation',
  archived: 'Archived',
}

export const statusSays: typeof id.statusSays = {
  received: ({ left }) => `An operator is checking your report, ${left}.`,
  returned: ({ agency, left, date }) =>
    `${agency} is finding the right agency, ${left}. The clock goes on from the start. Still due ${date}.`,
  incomplete: ({ date }) => `We are waiting for your answer to the questions below, until ${date}.`,
  assigned: ({ agency, date }) => `Your report is with ${agency}. First answer due: ${date}.`,
  in_progress: ({ agency, date }) => `${agency} is working on it. Due: ${date}.`,
  resolved: ({ agency }) => `${agency} says it is done. What do you say?`,
  confirmed: () => 'You said that this is settled.',
  confirmedByOther: ({ date }) =>
    `Another reporter said that this is settled. Not for you? Press "Not done" below until ${date}.`,
  lapsed: () => 'Closed because nobody answered. Not counted as a success.',
  archived: () => 'The report cannot go on. The reason and what you can do are below.',
  withdrawn: () => 'You withdrew this report. The work stops, the history is kept.',
  expired: () => 'The details did not arrive in time, so the report was archived. Your answer revives it.',
}

export const kind: typeof id.kind = {
  complaint: { name: 'Complaint', is: 'Something is broken, wrong or not served.' },
  oversight: {
    name: 'Oversight complaint',
    is: 'About conduct: illegal fees, corruption, nepotism, abuse of office, discipline.',
  },
  aspiration: { name: 'Aspiration', is: 'A proposal or wish to government.' },
  information_request: { name: 'Information request', is: 'A question or a request for data.' },
}

export const role: typeof id.role = {
  reporter: { name: 'Reporter', is: 'The person who sent the report.' },
  coReporter: { name: 'Co-reporter', is: 'Another person with the same problem.' },
  operator: { name: 'Operator', is: 'Checks and forwards reports.' },
  liaison: { name: 'Liaison', is: "Approves and sends the agency's answers." },
  officer: { name: 'Officer', is: 'Drafts answers and works in the field.' },
  inspector: { name: 'Inspector', is: 'Reads every oversight complaint below its agency.' },
  supervisor: { name: 'Supervisor', is: 'Reads all and instructs, never edits.' },
  administrator: { name: 'Administrator', is: 'Manages agencies, accounts, calendars and promises.' },
  arbiter: { name: 'Arbiter', is: 'Decides which agency is responsible.' },
}

export const channel: typeof id.channel = {
  web: 'Website',
  email: 'E-mail',
  sms: 'SMS',
  x: 'X',
  facebook: 'Facebook',
  instagram: 'Instagram',
  whatsapp: 'WhatsApp',
  telegram: 'Telegram',
  phone: 'Phone',
  counter: 'Counter',
  letter: 'Letter',
  api: 'Another app',
  bridge: 'National LAPOR',
}

export const audience: typeof id.audience = {
  everyone: 'The reporter reads this',
  staff: 'Staff only',
  agency: 'This agency only',
}

export const verdicts: typeof id.verdicts = {
  in_order: 'in order',
  no_answer: 'the answer does not fit',
  not_done: 'the work was not done',
  doubtful: 'the evidence is doubtful',
  unclear: 'cannot be judged',
}

export const office: typeof id.office = {
  head: (agency: string) => `Head, ${agency}`,
  supervisor: (agency: string) => `Supervisor, ${agency}`,
}
