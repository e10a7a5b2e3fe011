/** A small X: people, posts, direct messages, with numbers in the order in which things happen. */

export type Person = { id: string; name: string; username: string; takesMessages: boolean }
export type File = { key: string; type: 'photo' | 'video' | 'animated_gif'; url?: string; variants?: object[] }
export type Post = {
  id: string
  author: string
  text: string
  at: Date
  thread: string
  /** Whom it names, as X found it when it was written. */
  names: string[]
  references: { type: 'replied_to' | 'quoted' | 'retweeted'; id: string }[]
  urls: object[]
  files: File[]
  long?: string | undefined
  geo?: object | undefined
  deleted: boolean
  /** Its author shows it to friends only. */
  closed: boolean
  hidden: boolean
}
export type Message = {
  id: string
  from: string
  to: string
  text: string
  at: Date
  files: File[]
  urls: object[]
  kind: string
}
export type World = {
  readonly us: string
  readonly people: Map<string, Person>
  readonly posts: Map<string, Post>
  readonly messages: Map<string, Message>
  /** Photos by the last part of their address. */
  readonly photos: Map<string, Uint8Array>
  /** What makes the next token of our account, each once. */
  readonly refreshTokens: Set<string>
  now: () => Date
  next: bigint
}

export const us = '1700000000000000001'

export function world(now: () => Date): World {
  const made: World = {
    us,
    people: new Map(),
    posts: new Map(),
    messages: new Map(),
    photos: new Map(),
    refreshTokens: new Set(),
    now,
    next: 2080000000000000000n,
  }
  person(made, us, 'Lapor', 'lapor')
  return made
}

export const newId = (world: World): string => {
  world.next += 4_194_304n
  return String(world.next)
}

export function person(world: World, id: string, name: string, username: string, takesMessages = true): Person {
  const one = { id, name, username, takesMessages }
  world.people.set(id, one)
  return one
}

export function write(world: World, author: string, text: string, more: Partial<Post> = {}): Post {
  const id = more.id ?? newId(world)
  const replied = more.references?.find(({ type }) => type === 'replied_to')
  const thread = (replied && world.posts.get(replied.id)?.thread) ?? id
  const names = [...world.people.values()]
    .filter(({ username }) => text.includes(`@${username}`))
    .map(({ id: of }) => of)
  const plain = { references: [], urls: [], files: [], deleted: false, closed: false, hidden: false }
  const post: Post = { id, author, text, at: world.now(), thread, names, ...plain, ...more }
  world.posts.set(id, post)
  return post
}

export function send(world: World, from: string, to: string, text: string, more: Partial<Message> = {}): Message {
  const id = newId(world)
  const message = { id, from, to, text, at: world.now(), files: [], urls: [], kind: 'MessageCreate', ...more }
  world.messages.set(id, message)
  return message
}

export const isShown = (post: Post | undefined): post is Post => post !== undefined && !post.deleted && !post.closed
