import type { Sql, Tx } from './database.ts'

/** A connection of one's own, left alone once it is lost. The driver would go on with it: write where nothing listens, which ends
 *  the process, or into the transaction of whoever has the connection since it was opened again (porsager/postgres#1208). */

export class ConnectionLost extends Error {}
const words = 'the connection to the database was lost'

/** What the driver shows of a connection to who sends on it. */
type Wire = { onclose: ((reason: unknown) => void) | null }

export type Reserved = Readonly<{
  tx: Tx
  /** Begins a transaction. Not waited for: what follows on the connection comes after it. */
  begin: () => Promise<unknown>
  /** Undoes what was begun, if there is still where to. */
  rollback: () => Promise<unknown>
  release: () => void
  /** Waits for what was asked on the connection, and no longer than there is one: what the driver had not written yet when the
   *  connection was lost is forgotten by it, and would be waited for for ever. */
  whileThere: <T>(asked: Promise<T>) => Promise<T>
}>

export async function reserve(pool: Sql): Promise<Reserved> {
  const own = await inTurn(pool)
  let lost = false
  const gone = Promise.withResolvers<never>()
  gone.promise.catch(() => {})
  const onexecute = (wire: Wire) => {
    wire.onclose = () => {
      lost = true
      gone.reject(new ConnectionLost(words))
    }
    return true
  }
  const tx = new Proxy(own, {
    apply(target, self, args) {
      if (lost) throw new ConnectionLost(words)
      return Reflect.apply(target, self, args)
    },
  })
  return {
    tx,
    begin: () => own.unsafe('begin', [], { onexecute } as object).execute(),
    // Whoever ends the connection from outside is heard before it closes: nobody answers this then.
    rollback: async () => lost || Promise.race([own`rollback`, gone.promise]).catch(() => {}),
    release: () => lost || own.release(),
    whileThere: (asked) => Promise.race([asked, gone.promise]),
  }
}

const waiting = new WeakMap<Sql, Set<() => void>>()

/** A free connection. When one closes, the driver forgets the next who waits: so all who wait ask again, and give back what is
 *  one too many. */
function inTurn(pool: Sql): Promise<Tx> {
  const others = waiting.get(pool) ?? listen(pool)
  return new Promise((resolve, reject) => {
    const ask = () =>
      pool.reserve().then(
        (own) => (others.delete(ask) ? resolve(own) : own.release()),
        (reason) => others.delete(ask) && reject(reason),
      )
    others.add(ask)
    ask()
  })
}

function listen(pool: Sql): Set<() => void> {
  const others = new Set<() => void>()
  waiting.set(pool, others)
  const options = pool.options as { onclose?: (id: number) => void }
  options.onclose = () => {
    for (const ask of others) setImmediate(ask)
  }
  return others
}
