import type { rising as id } from '../../id/admin/rising.ts'

/** To whom a promise rises that ends soon or was missed. */
export const rising: typeof id = {
  hint: 'A promise that ends soon is reminded of; a missed one rises to the agency above. Choose a step to change it. The system tells when offices open, once for each step.',
  when: 'When',
  promise: 'Promise',
  any: 'Every promise',
  to: 'Who is told',
  places: {
    desk: 'Desk of the holder',
    head: 'Desk and supervisors of the holder',
    coordinator: 'The agency above',
    centre: 'The centre',
  },
  reporter: 'Reporter is told',
  active: 'In use',
  yes: 'Yes',
  no: 'No',
  changeOne: 'Change this step',
  add: 'New step',
  save: 'Save',
  leave: 'Leave it',
  days: 'Working days after the due date',
  daysHint: 'A negative number for before the due date, for instance -2. Zero: as soon as it was missed.',
  after: (n: number) => {
    const days = Math.abs(n) === 1 ? '1 working day' : `${Math.abs(n)} working days`
    return n === 0 ? 'As soon as it was missed' : n < 0 ? `${days} before` : `${days} after`
  },
}
