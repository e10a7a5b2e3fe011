import type { Env } from '../../env.ts'
import { type Listening, listen } from '../../web/listen.ts'
import { Refusal } from '../command.ts'

/** The door of the pages. With PORT=0 the system chooses the port, and links in letters and on slips carry it: then the door is
 *  taken before anything that writes links is made, and whoever comes early waits until there are pages. */

type Pages = Parameters<typeof listen>[0]
export type Door = Readonly<{
  /** With the address that people use. */
  env: Env
  open: (pages: Pages) => Promise<Listening>
  /** Whether it was opened or not. */
  close: () => Promise<void>
}>

const nowhere = new URL('http://localhost:0').origin

/** @throws Refusal when there are no pages here whose address could be found out. */
export async function doorOf(env: Env, hasPages: boolean): Promise<Door> {
  const none = async () => {}
  if (env.PUBLIC_URL !== nowhere) return { env, open: (pages) => listen(pages, env.HOST, env.PORT), close: none }
  if (!hasPages)
    throw new Refusal('with PORT=0 the links in letters lead nowhere: set PUBLIC_URL to where the pages are')
  const pages = Promise.withResolvers<Pages>()
  const early = await listen(async (request, bindings) => (await pages.promise)(request, bindings), env.HOST, 0)
  const open = async (ready: Pages) => {
    pages.resolve(ready)
    return early
  }
  return { env: { ...env, PORT: early.port, PUBLIC_URL: `http://localhost:${early.port}` }, open, close: early.close }
}
