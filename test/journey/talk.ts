import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import type postgres from 'postgres'
import { signIn } from '../gateways/enter.ts'
import { street } from '../pictures.ts'
import type { Line, Network, Reach, Saying } from '../wire/people/network.ts'

/** Somebody on a service, and the people at work, from the first words until the report is closed. */

export const story = 'lampu penerangan sudah mati tiga malam, anak-anak takut pulang mengaji'
const patience = 30_000

/** @returns what the person says, and what they hear that they had not heard before */
export function person(network: Network, who: string) {
  const heard = new Set<string>()
  const hears = async (words: RegExp, reach: Reach = 'private'): Promise<Line> => {
    const ours = () => network.lines().filter((line) => line.isOurs && line.who === who)
    for (const until = Date.now() + patience; ; await sleep(100)) {
      const found = ours().find((line) => line.reach === reach && !heard.has(line.id) && words.test(line.text))
      if (found) {
        heard.add(found.id)
        return found
      }
      if (Date.now() > until) assert.fail(`${who} never heard ${words}, but ${JSON.stringify(ours())}`)
    }
  }
  const says = (text: string, more: Omit<Saying, 'who' | 'text'> = {}) => network.says({ who, text, ...more })
  const presses = async ({ buttons }: Line, n: number) => {
    const button = buttons[n]
    assert.ok(button, 'there is something to press')
    await network.presses(who, button)
  }
  /** What they have heard so far. */
  const hearings = (reach: Reach) =>
    network.lines().filter((line) => line.isOurs && line.who === who && line.reach === reach)
  /** What a post begins with so that it reaches us. */
  const address = network.service === 'x' ? '@lapor ' : ''
  return { network, who, says, hears, presses, hearings, address }
}
export type Somebody = ReturnType<typeof person>

const reference = /[0-9A-Z]{4}-[0-9A-Z]{4}/
export const referenceIn = ({ text }: Line) => reference.exec(text)?.[0].replace('-', '') ?? ''

/** Where everyone reads along stands nothing of the report: no number, no link, no word, no place. */
export function isDiscreet({ text, buttons }: Line): void {
  assert.doesNotMatch(text, reference)
  assert.doesNotMatch(text, /https?:|localhost|127\.0\.0\.1|lampu|mengaji|melati/i)
  assert.deepEqual(buttons, [])
}

/** Tells, and is asked for the place and a photo. @returns the number of the report */
export async function tells(one: Somebody, reach: Reach, n: number): Promise<string> {
  const { says, hears, network, address } = one
  const post = await says(reach === 'public' ? `${address}${story}` : story, { reach })
  const receipt = await hears(/kami terima, nomor/)
  if (reach === 'public') {
    const under = await hears(/Dicatat /, 'public')
    assert.equal(under.under, post)
    isDiscreet(under)
  }
  assert.match(receipt.text, /tidak anonim/)
  assert.match(receipt.text, /Di mana tempatnya\?/)
  if (network.hasPins) await says('', { pin: { latitude: -8.0955, longitude: 112.1609 } })
  else await says('Gang Melati 3, Sananwetan')
  await hears(/Ada fotonya\?/)
  await says('', { photos: [await street(n).jpeg().toBuffer()] })
  await hears(/itu cukup/)
  return referenceIn(receipt)
}

/** People at work, with the accounts of the demonstration. */
export async function office(site: string, sql: postgres.Sql) {
  const names = ['operator.pusat', 'operator.blitar', 'penghubung.dpupr'] as const
  const [centre, city, liaison] = await Promise.all(names.map((name) => signIn(site, name)))
  const people = { centre, city, liaison }
  return async (who: keyof typeof people, number: string, noun: string, fields: Record<string, string>) => {
    const [row] = await sql<{ version: number }[]>`select version from report where reference = ${number}`
    await people[who]?.(`/meja/${number}/${noun}`, { versi: String(row?.version), ...fields })
  }
}
export type Office = Awaited<ReturnType<typeof office>>

/** From the desk until the person presses that it is done. */
export async function isServed({ says, hears, presses }: Somebody, does: Office, number: string): Promise<void> {
  const to = (agencyName: string) => ({ agencyName, class: 'complaint' })
  await does('centre', number, 'penerusan', to('Pemerintah Kota Blitar'))
  await hears(/diteruskan ke Kota Blitar/)
  await does('city', number, 'penerusan', to('Dinas Pekerjaan Umum dan Penataan Ruang'))
  await hears(/diteruskan ke DPUPR Kota Blitar/)
  await does('liaison', number, 'pertanyaan', { text: 'Tiang nomor berapa?' })
  await hears(/bertanya tentang laporan .*Tiang nomor berapa\?/s)
  await says('nomor 12')
  await hears(/keterangan Anda sampai/)
  await does('liaison', number, 'jawaban', { text: 'Kami ganti besok pagi.' })
  await hears(/Kami ganti besok pagi/)
  await does('liaison', number, 'penyelesaian', { text: 'Lampu sudah diganti dan menyala.' })
  const resolved = await hears(/menyatakan laporan .* selesai/)
  assert.deepEqual(
    resolved.buttons.map(({ title }) => title),
    ['Ya, sudah selesai', 'Belum selesai'],
  )
  await presses(resolved, 0)
  await presses(await hears(/Bagaimana penanganannya/), 4)
  await hears(/nilai 5 sudah kami catat/)
}

/** Asks in public for secrecy: it is taken out of sight where that can be done, and answered alone. @returns the post */
export async function whispers({ address, says, hears }: Somebody): Promise<string> {
  const post = await says(`${address}RAHASIA ya, kepala sekolah saya menjual kursi siswa baru`, { reach: 'public' })
  await hears(/masih dapat dibaca orang lain/)
  return post
}

/** An album: several photos at once, and words under the first. @returns the number of the one report */
export async function sendsAlbum({ says, hears }: Somebody): Promise<string> {
  const photos = await Promise.all([11, 12, 13].map((n) => street(n).jpeg().toBuffer()))
  await says('Jalan Kenari berlubang dalam, dua orang sudah jatuh', { photos })
  return referenceIn(await hears(/kami terima, nomor/))
}
