import postgres from 'postgres'
import { withActor } from '../src/db/actor.ts'
import { type Db, database } from '../src/db/database.ts'
import { actorOf, type Staff } from '../src/person/may.ts'
import { openSession } from '../src/person/session.ts'
import { counts, desk } from '../src/report/read/desk.ts'
import { staffPage } from '../src/report/read/staff-page.ts'
import type { View } from '../src/report/read/view.ts'
import { countInspected, inspected } from '../src/supervision/inspectorate/list.ts'
import { type Client, client, get } from './client.ts'
import { figuresOfYear } from './figures.ts'
import type { House } from './house.ts'
import type { Server } from './server.ts'

/** What the people at the desks read: a view with its counts, a search, a report; and whether the walls slow it down. */

export const people = ['centre', 'city', 'unit'] as const
const viewOf: Record<(typeof people)[number], View> = { centre: 'below', city: 'below', unit: 'queue' }

/** As many with walls as without: each connection makes its plans anew. */
const connections = 2

/** Each read, by the name that it has in the table. */
export type Reads = Readonly<Record<string, (n: number) => Promise<unknown>>>

export async function reads(house: House): Promise<Reads> {
  const db = database({ url: house.ownerUrl, appUrl: house.appUrl, max: connections })
  const open = { ...db, app: withoutWalls(house.ownerUrl) }
  const all = await Promise.all(
    people.map(async (name) => {
      const staff = house.staff[name]
      const seen = await seenBy(db, staff, viewOf[name])
      return [
        ...Object.entries(reading(house, db, staff, viewOf[name], seen)).map(
          ([what, read]) => [`${name}: ${what}`, read] as const,
        ),
        ...Object.entries(reading(house, open, staff, viewOf[name], seen)).map(
          ([what, read]) => [`${name}: ${what}, no walls`, read] as const,
        ),
      ]
    }),
  )
  return Object.fromEntries(all.flat())
}

/** References that this person sees, the first page of the view they work in. */
export const seenBy = (db: Db, staff: Staff, view: View): Promise<string[]> =>
  withActor(db, actorOf(staff), async (tx) => (await desk(tx, staff, { view })).rows.map(({ reference }) => reference))

function reading({ book, keys }: House, db: Db, staff: Staff, view: View, seen: readonly string[]): Reads {
  const as = <T>(work: Parameters<typeof withActor<T>>[2]) => withActor(db, actorOf(staff), work)
  const reference = (n: number) => seen[n % seen.length] ?? ''
  return {
    desk: () => as((tx) => Promise.all([desk(tx, staff, { view }), counts(tx, staff)])),
    ended: () => as((tx) => desk(tx, staff, { view: 'ended' })),
    'the newest first': () => as((tx) => desk(tx, staff, { view, newest: true })),
    'search, common word': () => as((tx) => desk(tx, staff, { view, search: 'puskesmas' })),
    'search, rare word': () => as((tx) => desk(tx, staff, { view, search: 'badak' })),
    'search, no hit': () => as((tx) => desk(tx, staff, { view, search: 'jerapah' })),
    'oversight complaints': () =>
      withActor(db, actorOf({ ...staff, roles: ['inspector'] }), (tx) =>
        Promise.all([
          inspected(tx, staff, { shelf: 'open' }, new Date()),
          countInspected(tx, staff, undefined, new Date()),
        ]),
      ),
    'figures of a year': () => as((tx) => figuresOfYear(tx, staff)),
    report: (n) => as((tx) => staffPage(tx, book, keys, staff, reference(n), new Date())),
  }
}

/** The same queries as the owner, whom no policy holds: what is left is the price of the walls. */
function withoutWalls(ownerUrl: string): Db['app'] {
  return postgres(ownerUrl, {
    max: connections,
    types: { id: { to: 20, from: [20], serialize: String, parse: Number } },
    transform: { ...postgres.camel, undefined: null },
    onnotice: () => {},
  }) as unknown as Db['app']
}

/** The pages of each person through the door, as a browser that is signed in. Only those that the site has. */
export async function pages(house: House, { port }: Server): Promise<{ reads: Reads; close: () => void }> {
  const open: Client = await client(port)
  const found: Record<string, (n: number) => Promise<unknown>> = {}
  for (const name of people) {
    const staff = house.staff[name]
    const token = await withActor(house.db, { kind: 'door' }, (tx) =>
      openSession(tx, staff.personId, 'bench', new Date()),
    )
    const seen = await seenBy(house.db, staff, viewOf[name])
    const page = (path: string) => open.ask(get({ port, path, cookie: `sesi=${token}` }))
    const paths = {
      '/meja': () => '/meja',
      '/meja/:ref': (n: number) => `/meja/${seen[n % seen.length]}`,
      '/pengawasan': () => '/pengawasan',
    }
    for (const [what, path] of Object.entries(paths))
      if ((await page(path(0))).status === 200) found[`${name}: GET ${what}`] = (n) => page(path(n))
  }
  return { reads: found, close: open.close }
}
