import type { Report } from '../report.ts'

/** At which desks a report is found: those that hold it, stand above it, help with it or look after oversight. Pure. */

export type Desk = 'own' | 'below' | 'inspects' | 'assists' | 'ended'
type Held = Pick<Report, 'status' | 'holderId' | 'holderPath' | 'assisting' | 'oversight' | 'wasOversight'>

/** An accused agency never holds or helps, so none of these is theirs.
 *  `<desk>:<agency>`, and `<desk>:<path>` of who stands above. What has ended is found by whom it ended with. */
export function desksOf({ status, holderId, holderPath, assisting, oversight, wasOversight }: Held): string[] {
  if (status === 'closed' || status === 'archived') return [`ended:${holderId}`]
  const above = pathsAbove(holderPath)
  return [
    `own:${holderId}`,
    ...assisting.map((id) => `assists:${id}`),
    ...above.map((path) => `below:${path}`),
    ...(oversight || wasOversight ? above.map((path) => `inspects:${path}`) : []),
  ]
}

/** Of `/1/35/3572/`: `/1/` and `/1/35/`. */
function pathsAbove(path: string): string[] {
  const ids = path.split('/').slice(1, -2)
  return ids.map((_, n) => `/${ids.slice(0, n + 1).join('/')}/`)
}
