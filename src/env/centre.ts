/** What is wrong in SMPP_URL, said when the environment is read and not when the centre refuses us. Pure. */

/** Letters that a field of SMPP 3.4 holds. */
const longest = { name: 15, password: 8, system_type: 12 } as const
const kinds = ['source_ton', 'source_npi', 'dest_ton', 'dest_npi']
const ids = ['any', 'same', 'hex-dec', 'dec-hex']

/** @returns for each address its problems, with its host and without its password */
export const centreProblems = (urls: string): string[] =>
  urls
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((url) => {
      const address = URL.canParse(url) ? new URL(url) : undefined
      if (!address) return ['SMPP_URL has an address that cannot be read']
      return problemsOf(address).map((problem) => `SMPP_URL (${address.host}): ${problem}`)
    })

function problemsOf({ username, password, searchParams }: URL): string[] {
  return [
    ...written('name', decoded(username)),
    ...written('password', decoded(password)),
    ...[...searchParams].flatMap(([name, value]) => setting(name, value)),
  ]
}

function written(what: keyof typeof longest, text: string | undefined): string[] {
  if (text === undefined) return [`the ${what} is not written as in an address: % is %25`]
  const problems =
    text.length > longest[what] ? [`the ${what} is longer than the ${longest[what]} letters of SMPP 3.4`] : []
  return /^[\x20-\x7e]*$/.test(text) ? problems : [...problems, `the ${what} has letters other than those of ASCII`]
}

function setting(name: string, value: string): string[] {
  if (name === 'system_type') return written(name, value)
  if (name === 'window') return /^[1-9]\d{0,3}$/.test(value) ? [] : ['window must be a number from 1 to 9999']
  if (name === 'weight') return Number(value) > 0 ? [] : ['weight must be a number above 0']
  if (name === 'ids') return ids.includes(value) ? [] : [`ids must be one of ${ids.join(', ')}`]
  if (kinds.includes(name))
    return /^\d{1,3}$/.test(value) && Number(value) < 256 ? [] : [`${name} must be a number from 0 to 255`]
  return [`${name} is no setting of a centre`]
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
