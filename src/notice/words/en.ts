import type { Language } from '../kind.ts'
import { ending } from './en/ending.ts'
import { plain } from './en/plain.ts'
import { progress } from './en/progress.ts'
import * as reasons from './en/reasons.ts'
import { staff } from './en/staff.ts'

const days = (n: number) => (n === 1 ? '1 working day' : `${n} working days`)
const left = (n: number): string => {
  if (n === 0) return 'today'
  return n > 0 ? `${days(n)} left` : `${days(-n)} late`
}

export const en: Language = {
  kinds: { ...progress, ...ending, ...plain, ...staff },
  hello: (name) => (name ? `Hello ${name},` : 'Hello,'),
  foot: [
    'Automatic e-mail from {service}. This service is free.',
    { if: 'inbox', text: 'Your answer goes into report {ref}.' },
    'Not your report?',
  ],
  stop: 'Stop these e-mails',
  cut: 'The rest is on the page of the report.',
  left,
  agencies: (n) => `${n} agencies`,
  reports: (n) => (n === 1 ? '1 report' : `${n} reports`),
  reasons,
}
