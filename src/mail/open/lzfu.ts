/** The compression of words in a `winmail.dat` (MS-OXRTFCP). What it makes is bounded by its own header and by us. Pure. */

/** What the dictionary holds before the first byte, because most texts begin so. */
const begins = Buffer.from(
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx',
  'latin1',
)
const size = 4_096
const longest = 2_000_000
const head = 16

/** @returns undefined for what is neither compressed so nor kept as it is. */
export function decompress(bytes: Buffer): Buffer | undefined {
  if (bytes.length < head) return undefined
  const room = Math.min(bytes.readUInt32LE(4), longest)
  const kind = bytes.toString('latin1', 8, 12)
  if (kind === 'MELA') return bytes.subarray(head, head + room)
  return kind === 'LZFu' ? unpacked(bytes, room) : undefined
}

/** Each bit of a control byte says what follows: a byte, or where in the last 4096 bytes a few are found again. */
function unpacked(bytes: Buffer, room: number): Buffer {
  const out = Buffer.alloc(room)
  const known = Buffer.alloc(size)
  begins.copy(known)
  let [length, at, next] = [0, begins.length, head]
  const put = (byte: number) => {
    out[length++] = byte
    known[at] = byte
    at = (at + 1) % size
  }
  while (next < bytes.length) {
    const control = bytes[next++] ?? 0
    for (let bit = 0; bit < 8 && length < room && next < bytes.length; bit++) {
      if ((control & (1 << bit)) === 0) {
        put(bytes[next++] ?? 0)
        continue
      }
      if (next + 2 > bytes.length) return out.subarray(0, length)
      const where = bytes.readUInt16BE(next)
      next += 2
      const from = where >> 4
      // It points at what would be written next: the end.
      if (from === at) return out.subarray(0, length)
      for (let n = 0; n < (where & 15) + 2 && length < room; n++) put(known[(from + n) % size] ?? 0)
    }
    if (length >= room) break
  }
  return out.subarray(0, length)
}
