import assert from 'node:assert/strict'
import { test } from 'node:test'
import { messagesFor } from '../messages.ts'
import * as format from './format.ts'

const id = messagesFor('id')
const en = messagesFor('en')
const jakarta = 'Asia/Jakarta'
const at = (text: string) => new Date(`${text}+07:00`)
const monday = at('2026-11-23T09:00')

test('days and hours are said in the language and the zone of who reads them', () => {
  const noon = at('2026-11-26T13:30')
  assert.equal(format.date(noon, id, jakarta), 'Kamis, 26 November 2026')
  assert.equal(format.date(noon, en, jakarta), 'Thursday, 26 November 2026')
  assert.equal(format.time(noon, id, jakarta), 'pukul 13.30 WIB')
  assert.equal(format.time(noon, id, 'Asia/Makassar'), 'pukul 14.30 WITA')
  assert.equal(format.time(noon, en, 'Asia/Jayapura'), '15:30 WIT')
  assert.equal(format.moment(noon, id, jakarta), 'Kamis, 26 November 2026, pukul 13.30 WIB')
  assert.equal(format.shortDate(noon, id, jakarta), 'Kam, 26 Nov')
  assert.equal(format.shortMoment(noon, id, jakarta), 'Kam, 26 Nov, 13.30')
  assert.equal(format.time(at('2026-11-26T00:05'), id, jakarta), 'pukul 00.05 WIB')
})

test('an evening in Jakarta is the next day in Jayapura', () => {
  assert.equal(format.date(at('2026-12-31T22:30'), id, 'Asia/Jayapura'), 'Jumat, 1 Januari 2027')
})

test('time left is told first, then the full date', () => {
  const left = (due: string, days: number, t = id) =>
    format.timeLeft({ due: at(due), now: monday, zone: jakarta, days }, t)
  assert.equal(left('2026-11-26T23:59', 3), '3 hari kerja lagi, sampai Kamis, 26 November 2026')
  assert.equal(left('2026-11-26T23:59', 3, en), '3 working days left, until Thursday, 26 November 2026')
  assert.equal(left('2026-11-24T23:59', 1, en), '1 working day left, until Tuesday, 24 November 2026')
  assert.equal(left('2026-11-23T15:00', 0), 'hari ini, sampai pukul 15.00 WIB')
  assert.equal(left('2026-11-20T23:59', -1), '1 hari kerja lewat, sejak Jumat, 20 November 2026')
  assert.equal(left('2026-11-23T08:00', 0), 'lewat, sejak Senin, 23 November 2026')
})

test('a due date after closed days only has no working day left, and is not today', () => {
  const saturday = at('2026-11-21T09:00')
  const due = { due: at('2026-11-22T23:59'), now: saturday, zone: jakarta, days: 0 } as const
  assert.equal(format.timeLeft(due, id), 'sampai Minggu, 22 November 2026')
  assert.equal(format.urgency(due), 'fine')
})

test('a list says the same in one word or two', () => {
  const left = (due: string, days: number) =>
    format.shortTimeLeft({ due: at(due), now: monday, zone: jakarta, days }, id)
  assert.deepEqual(
    [left('2026-11-26T23:59', 3), left('2026-11-23T23:59', 0), left('2026-11-19T23:59', -2)],
    ['3 hari', 'hari ini', 'lewat 2 hari'],
  )
})

test('numbers, shares and sizes follow the language', () => {
  assert.equal(format.number(1250, id), '1.250')
  assert.equal(format.number(1250, en), '1,250')
  assert.equal(format.number(9.5, id, 1), '9,5')
  assert.equal(format.percent(0.845, id), '84,5%')
  assert.equal(format.percent(0.86, en), '86%')
  assert.equal(format.fileSize(14_400_000, id), '14,4 MB')
  assert.equal(format.fileSize(350_200, en), '350 kB')
  assert.equal(format.fileSize(12, id), '12 byte')
})
