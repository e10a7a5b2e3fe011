import type * as id from '../id/site.ts'

export const brand: typeof id.brand = { national: 'LAPOR', city: 'ULPIM', name: 'Lapor' }

export const site: typeof id.site = {
  skip: 'Skip to content',
  nation: 'Indonesia',
  description: (place) =>
    `Send a complaint, an idea or a question to government. ${place}. Free of charge, without an account.`,
}

export const emergency: typeof id.emergency = {
  label: 'Emergency numbers',
  ask: 'Is a life in danger? Call first.',
  all: 'Emergency',
  ambulance: 'Ambulance',
  police: 'Police',
}

export const nav: typeof id.nav = {
  label: 'Main',
  home: 'Home',
  file: 'Write a report',
  track: 'Check a report',
}

export const language: typeof id.language = { label: 'Language', other: 'Indonesia', otherCode: 'id' }

export const footer: typeof id.footer = {
  free: 'Free of charge. Do not pay anybody.',
  staff: 'Staff sign-in',
  stop: 'Stop news',
}

export const staffSite: typeof id.staffSite = {
  label: 'Desk',
  desk: (agency) => `Desk of ${agency}`,
  account: 'My account',
  signOut: 'Sign out',
  keys: 'Keyboard shortcuts',
  manyMore: (n) => (n > 99 ? '99+' : String(n)),
}

export const actions: typeof id.actions = {
  back: 'Back',
  cancel: 'Cancel',
  continue: 'Continue',
  save: 'Save',
  search: 'Search',
  clear: 'Clear filters',
  optional: 'optional',
  choose: 'Choose',
  saved: 'Saved.',
}

export const pager: typeof id.pager = { label: 'Pages', first: 'To the start', next: 'Next' }
