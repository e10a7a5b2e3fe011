/** What people send in the replay: each message says what is to become of it, and none is like another. Pure. */

export type Door = 'mail' | 'kannel' | 'smpp'
/** A report; words on one's own report; a number asked for; how it stands. */
export type Wanted = 'report' | 'reply' | 'code' | 'status'
export type Message = Readonly<{ door: Door; wants: Wanted; from: string; to: string; text: string }>

export const domain = 'lapor.example'
export const number = '1708'
const mailbox = `lapor@${domain}`
const six = (n: number) => String(n).padStart(6, '0')

const words = (door: Door, n: number) =>
  `Lampu jalan di depan rumah nomor ${door}${n} sudah mati sejak dua minggu, anak-anak pulang mengaji dalam gelap.`
export const marks = /nomor ((?:mail|kannel|smpp)\d+)/

const mail = (wants: Wanted, from: string, text: string, to = mailbox): Message => ({
  door: 'mail',
  wants,
  from,
  to,
  text,
})
const short = (door: Door, wants: Wanted, from: string, text: string): Message => ({
  door,
  wants,
  from,
  to: number,
  text,
})

/** People who have reported before: by letter, and from a telephone. */
const writer = (n: number) => `warga.${n}@warga.example`
const phone = (n: number) => `62812${six(n)}`
const known = (n: number) => Math.ceil(n / 10)
const many = <T>(count: number, one: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => one(n))

/** Sent once and in peace: a report by letter and one by telephone for each of them. */
export const before = (n: number): Message[] => [
  ...many(known(n), (i) => mail('report', writer(i), words('mail', i))),
  ...many(known(n), (i) => short('kannel', 'report', phone(i), words('kannel', i))),
]

/** Every other telephone asks to take its report back, and is sent a code that proves it. */
export const askings = (n: number): Message[] =>
  many(known(n), (i) => i).flatMap((i) => (i % 2 === 0 ? [short('kannel', 'code', phone(i), 'BATAL')] : []))

/** What those people were sent in answer: where their letters go, and the code of a telephone. */
export type Heard = Readonly<{ addressOf: (writer: string) => string; codeOf: (phone: string) => string }>

/** `n` letters and `n` short messages: new reports, a tenth of the latter from a centre, and words of those who are known. */
export function storm(n: number, { addressOf, codeOf }: Heard): Message[] {
  const news = n - known(n)
  const said = (i: number, door: Door) => `Masih gelap di nomor ${door}${i}, mohon segera diperbaiki.`
  return [
    ...many(news, (i) => mail('report', `baru.${i}@warga.example`, words('mail', known(n) + i))),
    ...many(known(n), (i) => mail('reply', writer(i), said(i, 'mail'), addressOf(writer(i)))),
    ...many(news, (i) => (i % 10 === 0 ? 'smpp' : 'kannel')).map((door, i) =>
      short(door, 'report', `62857${six(i)}`, words(door, known(n) + i)),
    ),
    ...many(known(n), (i) =>
      i % 2 === 0
        ? short('kannel', 'reply', phone(i), `${codeOf(phone(i))} ${said(i, 'kannel')}`)
        : short('kannel', 'status', phone(i), 'STATUS'),
    ),
  ]
}

/** Each so many times, in an order that a seed repeats: of every other one the copies come together, so that what was
 *  acknowledged and not kept is brought by nobody later. */
export function shuffled<One>(messages: readonly One[], times: number, seed: number): One[] {
  const copies = (of: One) => many(times, () => of)
  const all = messages.flatMap((one, i) => (i % 2 === 0 ? [copies(one)] : copies(one).map((copy) => [copy])))
  const random = dice(seed)
  for (let n = all.length - 1; n > 0; n--) {
    const other = Math.floor(random() * (n + 1))
    const [a = [], b = []] = [all[n], all[other]]
    all[n] = b
    all[other] = a
  }
  return all.flat()
}

/** mulberry32 */
export function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
