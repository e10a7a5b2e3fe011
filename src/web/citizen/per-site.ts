import type { Deps } from '../../app.ts'

/** One value for each running site, made when it is first asked for. */
export function perSite<T>(make: (deps: Deps) => T): (deps: Deps) => T {
  const made = new WeakMap<Deps, T>()
  return (deps) => {
    const known = made.get(deps)
    if (known !== undefined) return known
    const value = make(deps)
    made.set(deps, value)
    return value
  }
}
