/** How long a post is as X counts (version 3 of its published configuration): most signs of the west are one, all others two, an
 *  emoji two however it is put together, an address 23. Pure. */

const link = 23
const light: readonly (readonly [from: number, to: number])[] = [
  [0, 0x10ff],
  [0x2000, 0x200d],
  [0x2010, 0x201f],
  [0x2032, 0x2037],
]

/** Endings of domains that X makes addresses of although nothing stands before them; the others it leaves as words. */
const endings = 'com|org|net|info|biz|edu|gov|int|mil|app|dev|site|online|xyz|id|me|io|co|ly|my|sg|uk|us|au|jp|nl|tv'
const schemed = /https?:\/\/[^\s]+/giu
const bare = new RegExp(
  `(?<![@#$\\p{L}\\p{N}_./-])(?:[\\p{L}\\p{N}][\\p{L}\\p{N}-]*\\.)+(?:${endings})(?![\\p{L}\\p{N}@-])(?:/[^\\s]*)?`,
  'giu',
)
const emoji = /\p{RGI_Emoji}/gv

const weighs = (sign: string): number => {
  const code = sign.codePointAt(0) ?? 0
  return light.some(([from, to]) => code >= from && code <= to) ? 1 : 2
}

export function weightOf(text: string): number {
  let links = 0
  const aside = () => {
    links++
    return ''
  }
  const words = text.normalize('NFC').replace(schemed, aside).replace(bare, aside)
  const emojis = words.match(emoji)?.length ?? 0
  return links * link + emojis * 2 + [...words.replace(emoji, '')].reduce((sum, sign) => sum + weighs(sign), 0)
}

/** An address with its beginning: it leads somewhere, and X asks more than ten times as much for it. */
export const leadsAway = (text: string): boolean => /https?:\/\/|\bwww\./i.test(text)
export const hasLink = (text: string): boolean => leadsAway(text) || text.search(bare) >= 0
