/** An e-mail as the product sees it: plain data, whatever the wire was. */

export type Address = Readonly<{ address: string; name: string }>

export type Enclosure = Readonly<{ name: string; type: string; bytes: Uint8Array; inline: boolean }>

export type Letter = Readonly<{
  /** Who wrote it, when exactly one address says so. More, none or a group is nobody. */
  from: Address | undefined
  subject: string
  /** The words, of the plain part or made from HTML. */
  text: string
  messageId: string | undefined
  /** Names in lower case, values unfolded, in the order of the letter. */
  headers: ReadonlyMap<string, readonly string[]>
  enclosures: readonly Enclosure[]
}>

/** What the server that took the letter knows. */
export type Envelope = Readonly<{
  /** Empty for the letters of machines: RFC 5321, 4.5.5. */
  from: string
  to: readonly string[]
}>

export const header = ({ headers }: Pick<Letter, 'headers'>, name: string): string | undefined => headers.get(name)?.[0]
