/** Writes files among words as letters had them before MIME, for tests of their reader. */

const uuline = (bytes: Buffer): string => {
  const six = (n: number) => String.fromCharCode((n & 63) + 32).replace(' ', '`')
  const words = Array.from({ length: Math.ceil(bytes.length / 3) }, (_, n) => {
    const [a = 0, b = 0, c = 0] = bytes.subarray(3 * n, 3 * n + 3)
    const all = (a << 16) | (b << 8) | c
    return six(all >> 18) + six(all >> 12) + six(all >> 6) + six(all)
  })
  return six(bytes.length) + words.join('')
}
export const uu = (name: string, bytes: Buffer): string => {
  const lines = Array.from({ length: Math.ceil(bytes.length / 45) }, (_, n) =>
    uuline(bytes.subarray(45 * n, 45 * n + 45)),
  )
  return [`begin 644 ${name}`, ...lines, '`', 'end'].join('\n')
}
