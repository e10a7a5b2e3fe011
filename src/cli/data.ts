import { loadCountry } from '../../seed/country.ts'
import { alone } from '../db/alone.ts'
import type { Command, Context } from './command.ts'
import { connect } from './run/connect.ts'
import { bringUp } from './tables.ts'

/** Commands that change the database and end. They go along with a running `lapor start`. */

async function withOwner(
  context: Context,
  work: (ownerUrl: string, applied: string[]) => Promise<void>,
): Promise<number> {
  const connected = await connect(context.env, context.log, true)
  try {
    await work(connected.ownerUrl, await bringUp(connected))
    return 0
  } finally {
    await connected.stop()
  }
}

export const migrate: Command = {
  words: 'brings the tables to the state of this version',
  run: (context) =>
    withOwner(context, async (_, names) => {
      context.say(names.length === 0 ? 'Nothing to do: every migration is applied.' : `Applied: ${names.join(', ')}`)
    }),
}

export const seed: Command = {
  words: 'loads areas, agencies, categories, promises and holidays that are not there yet',
  run: (context) =>
    withOwner(context, async (ownerUrl) => {
      await alone(ownerUrl, async (sql) => {
        await loadCountry(sql, context.env.EDITION, context.env.CITY_AREA)
      })
      context.say('The country is loaded.')
    }),
}
