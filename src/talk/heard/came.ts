import { typed } from '../../sms/spelling.ts'
import type { Said } from '../messenger.ts'

/** What somebody's message is, at a glance: a report is handled, everything else is set apart for a person and never lost. Pure. */

export const sorts = ['story', 'short', 'pin', 'photo', 'skip', 'greeting', 'thanks', 'spam', 'nothing'] as const
export type Came = (typeof sorts)[number]

/** Handles and topics name nobody's problem, and addresses tell of it elsewhere. */
export const bare = (text: string): string =>
  text
    .replace(/https?:\/\/\S+/gi, ' ')
    .replace(/(^|\s)[@#][\p{L}\p{N}_.]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const polite =
  'PAK|BU|BPK|BAPAK|IBU|MIN|ADMIN|MIMIN|KAK|KA|MAS|MBAK|GAN|BOS|YA|YAH|YG|NYA|DULU|BANGET|SEKALI|BANYAK|SEMUA|SEMUANYA|ATAS|RESPON|RESPONNYA|BANTUANNYA|INFO|INFONYA'
const hello =
  'HALO|HALLO|HAI|HI|HEI|HELLO|PERMISI|PUNTEN|ASSALAMUALAIKUM|ASSALAMUALAIKUM WR WB|ASS WR WB|ASSALAMU ALAIKUM|WAALAIKUMSALAM|SALAM|SELAMAT PAGI|SELAMAT SIANG|SELAMAT SORE|SELAMAT MALAM|PAGI|SIANG|SORE|MALAM|MET PAGI|MET SIANG|MET SORE|MET MALAM|SUGENG ENJING|SUGENG SONTEN|P|PING|TES|TEST|START|MULAI|LAPOR'
const thanks =
  'TERIMA KASIH|TERIMAKASIH|MAKASIH|MAKASI|TRIMS|TRIMAKASIH|TQ|THX|THANKS|THANK YOU|MATUR NUWUN|MATURNUWUN|SUWUN|NUHUN|HATUR NUHUN|OK|OKE|OKEY|OKAY|SIP|SIAP|BAIK|MANTAP|MANTUL|KEREN|BAGUS|SEMANGAT|SUKSES|ALHAMDULILLAH|AAMIIN|AMIN'
const skipping =
  'LEWATI|LEWAT|LEWATKAN|SKIP|TIDAK ADA|TDK ADA|GAK ADA|GA ADA|NGGAK ADA|TIDAK TAHU|TDK TAHU|GAK TAHU|GA TAHU|TIDAK PUNYA|GAK PUNYA|NANTI|SUDAH CUKUP|CUKUP|I DO NOT KNOW|DO NOT KNOW|NO'
const only = (phrases: string) =>
  new RegExp(`^(?:(?:${phrases}|${polite})(?:\\s+|$))*(?:${phrases})(?:\\s+(?:${phrases}|${polite}))*$`)
const greets = only(hello)
const thanksOnly = only(`${thanks}|${hello}`)
const skips = only(skipping)
/** Words of those who sell. What people complain of is not among them unless an address stands beside it: a gambling den in the
 *  village is a matter for a report. */
const sells =
  /\b(GACOR|MAXWIN|CAIR HARI INI|GIVEAWAY|FOLLOW BACK|FOLBACK|JASA FOLLOWERS?|OPEN (BO|ENDORSE)|KLIK LINK)\b/
const sellsByLink = /\b(SLOT|TOGEL|JUDI|PINJOL|PINJAMAN|DANA CEPAT|PROMO|DISKON|CRYPTO|BITCOIN|FOREX|CUAN)\b/
/** Who sells is short; whoever tells more is heard. */
const longestSale = 12
/** Nobody is polite for longer, and long words are not searched for it. */
const longestCourtesy = 12

const wordsIn = (text: string) => text.split(' ').filter((word) => /\p{L}{2,}/u.test(word))

function courtesyOf(words: string): Came | undefined {
  if (skips.test(words)) return 'skip'
  if (greets.test(words)) return 'greeting'
  return thanksOnly.test(words) ? 'thanks' : undefined
}

/** @param said of whom nothing was asked as a command before */
export function came({ text, pin, media, reach }: Pick<Said, 'text' | 'pin' | 'media' | 'reach'>): Came {
  const links = text.match(/https?:\/\/\S+/gi)?.length ?? 0
  const own = bare(text)
  const words = typed(own)
    .replace(/[^\p{L}\p{N}\s]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const count = wordsIn(words).length
  if (words === '' && own === '') {
    if (pin) return 'pin'
    if (media.length > 0) return 'photo'
    return links > 0 ? 'spam' : 'nothing'
  }
  if (count < longestSale && (sells.test(words) || (links > 0 && sellsByLink.test(words)))) return 'spam'
  if (links > 0 && count < 3) return 'spam'
  const courtesy = words.split(' ').length <= longestCourtesy ? courtesyOf(words) : undefined
  if (courtesy) return courtesy
  // In private whoever writes means us; in public a few words are mostly said in passing.
  const enough = reach === 'private' ? count >= 2 && words.length >= 10 : count >= 4 && words.length >= 20
  if (enough) return 'story'
  if (pin) return 'pin'
  return media.length > 0 ? 'photo' : words === '' ? 'nothing' : 'short'
}

const secrecy =
  /^(RAHASIA|ANONIM|ANONYMOUS|SECRET)\b|\bRAHASIAKAN\b|\b(SECARA|MINTA|MAU|INGIN) ANONIM\b|\bJANGAN (SEBUT|TULIS|SEBAR|UNGKAP|BUKA)(KAN)? (NAMA|IDENTITAS)|\b(NAMA|IDENTITAS)( SAYA)?( MOHON| TOLONG| HARAP| AGAR| SUPAYA| MINTA)? (DI)?(RAHASIAKAN|SEMBUNYIKAN|SAMARKAN)\b|\bTANPA (MENYEBUT )?NAMA SAYA\b/

/** Whoever asks that nobody learns of them has come to the wrong door, and is told so. */
export const asksSecrecy = (text: string): boolean => secrecy.test(typed(text))

/** A post begins with whom it is for: that is no word of its own. */
export const withoutHandles = (text: string): string => text.replace(/^(\s*@[\p{L}\p{N}_.]+)+\s*/u, '')

const places =
  /\b(jl|jln|jalan|gang|gg|rt|rw|dusun|dukuh|desa|ds|kelurahan|kel|kecamatan|kec|kampung|kp|perumahan|perum|komplek|blok|depan|dekat|samping|seberang|belakang|simpang|perempatan|pertigaan|bundaran|pasar|terminal|stasiun|jembatan|sdn?|smp|smp?n|sman?|puskesmas|rsud|masjid|gereja|kantor|kabupaten|kab|kota)\b/i

/** Whether words name a place already, so that nobody is asked what they have said. */
export const namesPlace = (text: string): boolean => places.test(text)
