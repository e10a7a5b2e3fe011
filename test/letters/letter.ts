/** Letters written for tests: how they are put together and what should become of them. */

export type Becomes =
  /** With this title and these words among its own; `answered` when its writer hears of it. */
  | Readonly<{
      is: 'report'
      title: string
      says?: readonly string[]
      never?: RegExp
      files?: number
      answered?: boolean
    }>
  | Readonly<{ is: 'reply'; says: string }>
  | Readonly<{ is: 'noise' | 'parked'; reason: string }>
  | Readonly<{ is: 'bounce' }>

export type Hard = Readonly<{
  what: string
  raw: Buffer
  /** To whom it was handed over: the mailbox, somebody's address for answers, or that of a notice for what comes back. */
  to?: 'mailbox' | 'reply' | 'bounce'
  from?: string
  becomes: Becomes
}>

let count = 0

/** Lines that every letter has; `raw` lines are bytes as they are (latin1). */
export function letter(lines: readonly string[], body: string | Buffer, from = 'Sari <sari@warga.example>'): Buffer {
  const head = [`From: ${from}`, 'To: lapor@lapor.example', `Message-ID: <keras-${++count}@warga.example>`, ...lines]
  const bytes = typeof body === 'string' ? Buffer.from(body.replace(/\r?\n/g, '\r\n')) : body
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'latin1'), bytes, Buffer.from('\r\n')])
}

export const base64 = (bytes: Uint8Array | string): string =>
  Buffer.from(bytes as string).toString('base64').replace(/.{76}/g, '$&\r\n') // biome-ignore format: one call

/** Parts between boundaries, each with its headers and its words. */
export const parts = (boundary: string, ...all: readonly (readonly [head: string, body: string])[]): string =>
  `${all.map(([head, body]) => `--${boundary}\r\n${head}\r\n\r\n${body}\r\n`).join('')}--${boundary}--\r\n`

export const multipart = (kind: string, boundary: string): string =>
  `Content-Type: multipart/${kind}; boundary="${boundary}"`

export const word = (text: string): string => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`

/** Pictures of eight by eight points. */
export const pngs = [
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEUlEQVQImWPocFHCihiGlgQAWaE7gdcOPdUAAAAASUVORK5CYII=',
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEUlEQVQImWNQ6nDBihiGlgQAN6E7gSNPHPgAAAAASUVORK5CYII=',
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEUlEQVQImWNQcunAihiGlgQAJqE7gbV8G+8AAAAASUVORK5CYII=',
] as const
