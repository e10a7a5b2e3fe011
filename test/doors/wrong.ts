import type { Fields } from '../visitor.ts'

/** Everything that no page of ours ever sends. */

export type Sent = Readonly<{ body: string | FormData; headers?: Record<string, string> }>

const form = 'application/x-www-form-urlencoded'
const line = 'a'.repeat(1_000_000)

/** Put in the place of each field of a good form, one after the other; in addresses as well. */
export const values: Readonly<Record<string, string>> = {
  nothing: '',
  'a zero byte': 'a%00b',
  'half a surrogate': '%ED%A0%80x',
  'broken percents': '%E0%A4%A%',
  'a number beyond all': '99999999999999999999',
  'a number below all': '-9007199254740993',
  'not a number': 'NaN',
  'a foreign key': '987654321',
  'a date that is not': '2026-02-30',
  'a year beyond all': '%2B275761-01-01',
  'a year before all': '0000-01-01',
  'signs beyond the first plane': `a${'%F0%9F%98%80'.repeat(60)}`,
  markup: '%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  'words of SQL': "'%3B+drop+table+report%3B--",
  'right to left': '%E2%80%AEevil',
  'long words': 'a'.repeat(60_000),
}

const one = ([name, value]: [string, string | readonly string[]]) =>
  [value].flat().map((text) => `${encodeURIComponent(name)}=${encodeURIComponent(text)}`)
const encode = (fields: Fields) => Object.entries(fields).flatMap(one).join('&')
const without = (fields: Fields, name: string): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name))

/** Each field of the form spoilt in turn, then each field twice, missing, as a list and as a file. */
export function* wrongFields(fields: Fields): Generator<[what: string, Sent]> {
  const headers = { 'content-type': form }
  for (const name of Object.keys(fields)) {
    const rest = encode(without(fields, name))
    const key = encodeURIComponent(name)
    for (const [what, value] of Object.entries(values))
      yield [`${name}: ${what}`, { body: `${rest}&${key}=${value}`, headers }]
    yield [`${name}: missing`, { body: rest, headers }]
    yield [`${name}: a list`, { body: `${rest}&${key}=1&${key}=2&${key}=%00`, headers }]
    yield [`${name}: as a list of PHP`, { body: `${rest}&${key}[]=1&${key}[x]=2&__proto__=3&constructor=4`, headers }]
    yield [`${name}: a file`, { body: withFile(without(fields, name), name) }]
  }
}

function withFile(fields: Fields, name: string): FormData {
  const body = new FormData()
  for (const [key, value] of Object.entries(fields)) for (const text of [value].flat()) body.append(key, text)
  body.append(name, new File([new Uint8Array([0, 255, 216, 0])], '../../etc/\u0000passwd.jpg', { type: 'image/jpeg' }))
  return body
}

/** Whole bodies that are no form, or one that nobody can read. */
export function wrongBodies(fields: Fields): [what: string, Sent][] {
  const good = encode(fields)
  const multipart = 'multipart/form-data; boundary=x'
  return [
    ['nothing at all', { body: '' }],
    ['no type', { body: good, headers: { 'content-type': '' } }],
    ['plain text', { body: good, headers: { 'content-type': 'text/plain' } }],
    ['JSON', { body: JSON.stringify(fields), headers: { 'content-type': 'application/json' } }],
    ['JSON called a form', { body: JSON.stringify(fields), headers: { 'content-type': form } }],
    ['multipart without a boundary', { body: good, headers: { 'content-type': 'multipart/form-data' } }],
    ['multipart that ends too early', { body: '--x\r\nContent-Disposition: form-data; name="text"\r\n\r\nhalf', headers: { 'content-type': multipart } }],
    ['multipart without names', { body: '--x\r\n\r\nwords\r\n--x--\r\n', headers: { 'content-type': multipart } }],
    ['a strange charset', { body: good, headers: { 'content-type': `${form}; charset=utf-7` } }],
    ['half a surrogate in the type', { body: good, headers: { 'content-type': 'multipart/form-data; boundary="' } }],
    ['ten thousand fields', { body: Array.from({ length: 10_000 }, (_, n) => `f${n}=1`).join('&'), headers: { 'content-type': form } }],
    ['one line of a megabyte', { body: `${good}&text=${line}&note=${line}`, headers: { 'content-type': form } }],
    ['sixty megabytes, says the header', { body: good, headers: { 'content-type': form, 'content-length': '60000000' } }],
  ] // biome-ignore format: a list
}
