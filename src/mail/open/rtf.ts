import { pageOf } from './page.ts'

/** The words of rich text (RTF 1.9), or of the HTML that Outlook hides in it (MS-OXRTFEX). Linear time, bounded, pure. */

type State = { hidden: boolean; skip: number }
type Decoder = InstanceType<typeof TextDecoder>

/** Groups that say how it looks, and not what. */
const silent =
  /^(fonttbl|colortbl|stylesheet|info|pict|object|objdata|header|footer|headerf|footerf|listtable|listoverridetable|rsidtbl|generator|themedata|datastore|fldinst|filetbl|xmlnstbl)$/
const spoken: Readonly<Record<string, string>> = {
  ...{ par: '\n', line: '\n', row: '\n', sect: '\n', page: '\n', tab: '\t', cell: '\t' },
  ...{ emdash: '—', endash: '–', bullet: '•', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”' },
}
const deepest = 200
/** A control word, a letter in hexadecimal digits, a control sign, a brace, an end of line, or words. */
const token = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([\da-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/gi

export type Rich = Readonly<{ text: string; html: string }>

export function readRtf(rtf: string): Rich {
  const fromHtml = /\\fromhtml1\b/.test(rtf.slice(0, 2_000))
  const page = /\\ansicpg(\d{3,5})/.exec(rtf.slice(0, 2_000))?.[1]
  const speaker = new Speaker(fromHtml, new TextDecoder(pageOf(Number(page))))
  for (const found of rtf.matchAll(token)) if (!speaker.hear(found)) break
  const words = speaker.said()
  return fromHtml ? { text: '', html: words } : { text: words, html: '' }
}

class Speaker {
  readonly #fromHtml: boolean
  readonly #decoder: Decoder
  #state: State = { hidden: false, skip: 1 }
  readonly #outer: State[] = []
  readonly #parts: string[] = []
  #bytes: number[] = []
  /** Letters that stand there for readers who do not know the one before. */
  #instead = 0

  constructor(fromHtml: boolean, decoder: Decoder) {
    this.#fromHtml = fromHtml
    this.#decoder = decoder
  }

  said(): string {
    this.#flush()
    return this.#parts.join('')
  }

  /** @returns false when it is deeper than anybody writes. */
  hear([, name, number, hex, sign, brace, words]: RegExpExecArray): boolean {
    if (hex !== undefined) this.#byte(Number.parseInt(hex, 16))
    else if (words !== undefined) this.#say(this.#without(words))
    else if (sign !== undefined) this.#sign(sign)
    else if (name !== undefined) this.#word(name.toLowerCase(), number === undefined ? undefined : Number(number))
    else if (brace === '{') {
      this.#outer.push(this.#state)
      this.#state = { ...this.#state }
    } else if (brace === '}') this.#state = this.#outer.pop() ?? this.#state
    return this.#outer.length < deepest
  }

  #word(name: string, number: number | undefined): void {
    if (name === 'htmltag') this.#state.hidden = false
    else if (silent.test(name)) this.#state.hidden = true
    else if (name === 'htmlrtf' && this.#fromHtml) this.#state.hidden = number !== 0
    else if (name === 'uc') this.#state.skip = Math.min(Math.max(number ?? 1, 0), 8)
    else if (name === 'u') this.#letter(number ?? 0)
    else if (name in spoken) this.#say(this.#fromHtml && name !== 'tab' ? '\n' : (spoken[name] ?? ''))
  }

  #letter(number: number): void {
    this.#say(String.fromCharCode(number & 0xffff))
    this.#instead = this.#state.skip
  }

  #sign(sign: string): void {
    // What follows is left out by readers who do not know it; `htmltag` is known.
    if (sign === '*') this.#state.hidden = true
    else if (sign === '~') this.#say('\u00a0')
    else if (sign === '\n' || sign === '\r') this.#say('\n')
    else if (/[\\{}]/.test(sign)) this.#say(this.#without(sign))
  }

  #byte(byte: number): void {
    if (this.#instead > 0) this.#instead--
    else if (!this.#state.hidden) this.#bytes.push(byte)
  }

  #without(words: string): string {
    const left = words.slice(this.#instead)
    this.#instead = Math.max(0, this.#instead - words.length)
    return left
  }

  #say(words: string): void {
    if (this.#state.hidden || words === '') return
    this.#flush()
    this.#parts.push(words)
  }

  #flush(): void {
    if (this.#bytes.length > 0) this.#parts.push(this.#decoder.decode(Uint8Array.from(this.#bytes)))
    this.#bytes = []
  }
}
