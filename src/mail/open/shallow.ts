/** HTML without the tags that lie deeper than any letter of a person: the parser takes quadratic time over them. Linear time, pure. */

/** The words of what lies deeper than 200 are left out. */
const deepest = 150
const tag = /<(\/?)([a-z][a-z\d]*)[^<>]*>?/gi
/** Never open for long: they hold nothing, or the next one ends them. */
const brief = /^(area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|option|p|source|td|th|tr|track|wbr)$/i

export function shallow(html: string): string {
  let depth = 0
  return html.replace(tag, (whole, closes: string, name: string) => {
    if (brief.test(name)) return whole
    const tooDeep = depth > deepest
    depth = closes ? Math.max(0, depth - 1) : depth + 1
    return tooDeep ? ' ' : whole
  })
}
