import { account, bytesOf, newer, older } from '../x/deliver.ts'
import type { XStandIn } from '../x/server.ts'
import { type File, type Message, type Post, person, write as post, send } from '../x/world.ts'
import { type Line, type Network, numberOf, record, type Saying, sinceLast } from './network.ts'

/** People on X: they name our account in public, and write to it alone. */

/** `silent`: whose posts X does not hand in, so that it has to be asked for them. */
export type X = Network & Readonly<{ habits: { silent: Set<string> } }>

export function xPeople({ world, url }: XStandIn, door: () => string, now: () => Date): X {
  // The numbers grow with the time, so that they go on after the last start.
  world.next = (BigInt(now().getTime()) - 1_288_834_974_657n) << 22n
  const habits = { silent: new Set<string>() }
  const known = (who: string) => {
    const id = `15${numberOf(who)}`
    if (!world.people.has(id)) person(world, id, who, who.toLowerCase().replace(/\W+/g, '_'))
    return id
  }
  const nameOf = (id: string) => world.people.get(id)?.name ?? ''
  const posts = sinceLast(() => [...world.posts.values()].filter(({ author }) => author === world.us))
  const messages = sinceLast(() => [...world.messages.values()].filter(({ from }) => from === world.us))
  const { look, write } = record(
    (lines) => [...messages().map((one) => alone(one, nameOf(one.to))), ...posts().flatMap((one) => under(one, lines))],
    now,
  )
  const files = (photos: Saying['photos'] = [], at: (name: string) => string): File[] =>
    photos.map((bytes) => {
      const name = `photo-${++world.next}.jpg`
      world.photos.set(name, bytes)
      return { key: `3_${world.next}`, type: 'photo', url: at(name) }
    })
  const bring = async (body: object) => {
    const bytes = bytesOf(body)
    const headers = { 'content-type': 'application/json', ...newer(bytes), ...older(bytes) }
    const answer = await fetch(door(), { method: 'POST', body: new Uint8Array(bytes), headers })
    await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`X was answered with ${answer.status}`)
  }

  async function says(saying: Saying): Promise<string> {
    const { who, text = '', photos, pin, reach = 'private', under: earlier } = saying
    const from = known(who)
    if (reach === 'private') {
      const urls = files(photos, (name) => `https://ton.twitter.com/1.1/ton/data/dm/12/${++world.next}/${name}`)
      const message = send(world, from, world.us, text, { files: urls })
      write(message.id, saying)
      await bring(account.messages(world, message))
      return message.id
    }
    const geo = pin ? { geo: { coordinates: { type: 'Point', coordinates: [pin.longitude, pin.latitude] } } } : {}
    const references: Post['references'] = earlier ? [{ type: 'replied_to', id: earlier }] : []
    const shown = post(world, from, text, {
      files: files(photos, (name) => `${url}/media/${name}`),
      references,
      ...geo,
    })
    write(shown.id, saying)
    if (!habits.silent.has(who) && shown.names.includes(world.us)) await bring(account.posts(world, shown))
    return shown.id
  }
  return {
    ...{ service: 'x', title: 'X', reaches: ['public', 'private'], hasPins: false, forgets: ['public'] },
    habits,
    says,
    // There are no buttons on X: what stands on them is written.
    presses: async (who, { title }) => void (await says({ who, text: title })),
    takesBack: async (id) => {
      const taken = world.posts.get(id)
      if (!taken) throw new Error('X tells nobody what became of messages')
      taken.deleted = true
      await bring(account.deleted(world, taken))
    },
    lines: look,
    unseen: () => new Set([...world.posts.values()].filter((one) => one.deleted || one.hidden).map(({ id }) => id)),
  }
}

/** Lines that begin with › are what can be answered: a page shows them as buttons. */
function alone({ id, text }: Message, who: string): Omit<Line, 'at'> {
  const [words, offered] = [text.split('\n').filter((line) => !line.startsWith('› ')), text.match(/^› .+$/gm) ?? []]
  const buttons = offered.map((line) => ({ title: line.slice(2), carries: line.slice(2) }))
  return { id, reach: 'private', who, isOurs: true, text: words.join('\n'), photos: 0, buttons }
}

function under({ id, text, references: [to] }: Post, lines: readonly Line[]): Omit<Line, 'at'>[] {
  const who = lines.find((line) => line.id === to?.id)?.who
  if (who === undefined || !to) return []
  return [{ id, reach: 'public', who, isOurs: true, text, photos: 0, buttons: [], under: to.id }]
}
