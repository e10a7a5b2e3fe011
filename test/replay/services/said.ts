/** What people say on services in the replay: each message says what is to become of it, and none is like another. Pure. */

/** Where: comments on our page; two kinds of private talk; posts that name us on X, and direct messages there. */
export const lanes = ['facebook', 'whatsapp', 'telegram', 'posts', 'directs'] as const
export type Lane = (typeof lanes)[number]
export const isPublic = (lane: Lane): boolean => lane === 'facebook' || lane === 'posts'
export const channelOf = (lane: Lane): string => (lane === 'posts' || lane === 'directs' ? 'x' : lane)

/** A report, or more for one; how it stands; and what is for a person to look at, with an answer or without. */
export type Kind = 'story' | 'status' | 'hello' | 'spam'
export type Saying = Readonly<{ lane: Lane; person: number; n: number; thread: number; kind: Kind; text: string }>

export const marks = /nomor ((?:facebook|whatsapp|telegram|posts|directs)\d+)/

const kindOf = (lane: Lane, turn: number): Kind => {
  if (turn % 10 === 8) return 'spam'
  if (isPublic(lane)) return 'story'
  return turn % 10 === 4 ? 'status' : turn % 10 === 6 ? 'hello' : 'story'
}

const words = (lane: Lane, n: number): Readonly<Record<Kind, string>> => ({
  story: `Lampu jalan di depan rumah nomor ${lane}${n} sudah mati sejak dua minggu, anak-anak pulang mengaji dalam gelap.`,
  status: 'STATUS',
  hello: 'Halo, selamat pagi',
  spam: `Slot gacor maxwin ${n}, daftar di https://judi${n}.example`,
})

/** Somebody says so many things in a day, and in public so many about one matter. */
const most = 25
const inThread = 5

/** `n` messages, as many on each way; more from each person the more there are. */
export function sayings(n: number): Saying[] {
  const each = Math.ceil(n / lanes.length)
  const people = Math.max(3, Math.ceil(each / most))
  return lanes.flatMap((lane) =>
    Array.from({ length: each }, (_, of): Saying => {
      const [person, turn] = [of % people, Math.floor(of / people)]
      const kind = kindOf(lane, turn)
      return { lane, person, n: of, thread: Math.floor(turn / inThread), kind, text: words(lane, of)[kind] }
    }),
  )
}

/** What half of the people say first, in peace. */
export const isFirst = ({ person, n, thread }: Saying): boolean => person % 2 === 0 && person === n && thread === 0
