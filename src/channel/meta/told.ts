import type { Told } from '../../talk/messenger.ts'
import type { Fault } from './graph.ts'

/** What an error of Graph means for a message of ours. Its own words stay out: they may repeat somebody's. Pure. */

type Reason = 'later' | 'refused' | 'closed'

/** By code, and by code and subcode where it matters; the second is looked up first. */
const meanings: Readonly<Record<string, Reason>> = {
  // Too much at once, of the app, the user, the page, the business.
  ...table('later', [4, 17, 32, 341, 613, 80_001, 80_002, 80_006, 80_007, 130_429, 131_048, 131_056, 133_016]),
  // Not working now.
  ...table('later', [1, 2, 1200, 131_000, 131_016, 131_057]),
  // Ours to mend: a token, a permission, an app, an account, a bill. Nothing is lost meanwhile.
  ...table('later', [3, 10, 102, 190, 200, 368, 131_005, 131_031, 131_042, 131_045, 133_010]),
  // The time in which we may write is over.
  ...table('closed', ['10/2018065', '10/2018278', '10/2534022', 131_047]),
  // Not by this way: limits of what companies write, templates that are not as we believe, people without a number.
  ...table(
    'closed',
    [131_049, 131_050, 131_062, 132_000, 132_001, 132_005, 132_007, 132_012, 132_015, 132_016, 132_018],
  ),
  // Not to this person.
  ...table('refused', [551, '10/2018108', '200/1545041', '100/2018001', 131_021, 131_026, 131_030]),
  // An answer in private was given before, or may not be given to this.
  ...table('refused', [10_900, 10_903]),
}

function table(reason: Reason, codes: readonly (number | string)[]) {
  return Object.fromEntries(codes.map((code) => [String(code), reason]))
}

export function toldOf({ status, code, subcode, isTransient }: Fault): Told & { ok: false } {
  const answer = `Graph ${[status, code, subcode].filter((part) => part !== undefined).join(' ')}`
  return { ok: false, reason: reasonOf({ status, code, subcode, isTransient }), answer }
}

function reasonOf({ status, code, subcode, isTransient }: Fault): Reason {
  if (code === undefined) return 'later'
  const known = meanings[`${code}/${subcode}`] ?? meanings[code]
  if (known) return known
  if (isTransient || status >= 500 || status === 429) return 'later'
  // 200 to 299: permissions that the app lacks.
  return code >= 200 && code < 300 ? 'later' : 'refused'
}
