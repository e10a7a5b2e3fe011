import type * as id from '../id/clock.ts'

const days = (n: number) => `${n} working ${n === 1 ? 'day' : 'days'}`

export const clock: typeof id.clock = {
  left: (n, date) => `${days(n)} left, until ${date}`,
  today: (time) => `today, until ${time}`,
  closedDays: (date) => `until ${date}`,
  late: (n, date) => `${days(n)} late, since ${date}`,
  justLate: (date) => `late, since ${date}`,
  shortLeft: (n) => `${n} ${n === 1 ? 'day' : 'days'}`,
  shortToday: 'today',
  shortLate: (n) => `${n} ${n === 1 ? 'day' : 'days'} late`,
  hour: (time, zone) => `${time} ${zone}`,
  since: (date) => `since ${date}`,
  workingDays: (n) => `${n} working days`,
  workingHours: (n) => `${n} working hours`,
  cell: (day, limit) => `Day ${day} of ${limit} working days`,
  kept: (n, limit) => `${n} of ${limit} working days, kept`,
  missed: (n) => `${days(n)} past the promise`,
  citizen: ["Citizen's clock", 'Time from verification to the end. A transfer never resets it.'],
  agency: ["Agency's clock", 'Only the time on your own desk, in working hours of your zone.'],
  verify: ['Verification clock', 'From receipt to forwarding, at most 3 working days.'],
  onTime: 'on time',
  nearDue: 'near its due date',
  lateBy: (n) => `${days(n)} late`,
}

export const size: typeof id.size = {
  bytes: (n) => `${n} bytes`,
  kilobytes: (n) => `${n} kB`,
  megabytes: (n) => `${n} MB`,
}
