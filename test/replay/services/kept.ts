import type postgres from 'postgres'
import { channelOf, isPublic, marks, type Saying } from './said.ts'
import type { World } from './world.ts'

/** What became of what people said: in the tables, and at the services. */

export type Kept = Readonly<{
  /** What stands on reports, by the mark of its message: how often. */
  effects: Record<string, number>
  /** Messages by their channel and what became of them. */
  outcomes: Record<string, number>
  /** Answers by way. */
  answers: Record<string, number>
}>
type Named = { name: string; count: number }
const named = (rows: readonly Named[]) => Object.fromEntries(rows.map(({ name, count }) => [name, count]))

function tally(names: readonly string[]): Record<string, number> {
  const found = new Map<string, number>()
  for (const name of names) found.set(name, (found.get(name) ?? 0) + 1)
  return Object.fromEntries(found)
}

const markIn = (text: string) => marks.exec(text)?.[1] ?? []

export async function keptIn(sql: postgres.Sql): Promise<Kept & { reports: Record<string, number> }> {
  const reports = await sql<{ text: string }[]>`select text from report`
  const added = await sql<{ text: string }[]>`select data ->> 'text' as text from event where move = 'reply'`
  const outcomes = await sql<Named[]>`
    select channel || ' ' || case when outcome in ('report', 'reply') then 'story' when state = 'done' then outcome else state || ' ' || coalesce(reason, '') end as name,
      count(*)::int as count from inbox group by 1`
  const answers = await sql<Named[]>`select way as name, count(*)::int as count from reply group by 1`
  const filed = reports.flatMap(({ text }) => markIn(text))
  return {
    effects: tally([...filed, ...added.flatMap(({ text }) => markIn(text))]),
    outcomes: named(outcomes),
    answers: named(answers),
    reports: tally(filed.map((mark) => mark.replace(/\d+/, ''))),
  }
}

const ending = { story: 'story', status: 'command', hello: 'parked chatter', spam: 'parked chatter' } as const

/** @param reports that are there on public ways: each is told of to its author alone, and in general words under it */
export function wantedOf(said: readonly Saying[], reports: number): Kept {
  return {
    effects: tally(said.flatMap(({ text }) => markIn(text))),
    outcomes: tally(said.map(({ lane, kind }) => `${channelOf(lane)} ${ending[kind]}`)),
    answers: {
      private: said.filter(({ lane, kind }) => !isPublic(lane) && kind !== 'spam').length,
      ...{ invited: reports, public: reports },
    },
  }
}

/** Reports there must be: one for each person's talk, and one for each matter that somebody tells in public. */
export const matters = (said: readonly Saying[]): Record<string, number> => {
  const all = said
    .filter(({ kind }) => kind === 'story')
    .map(({ lane, person, thread }) => `${lane} ${person} ${isPublic(lane) ? thread : ''}`)
  return tally([...new Set(all)].map((name) => name.split(' ')[0] ?? ''))
}

/** How answers ended, by channel, way and what was said of it. */
export const ended = async (sql: postgres.Sql): Promise<Record<string, number>> =>
  named(
    await sql<Named[]>`
    select concat_ws(' ', channel, way, state, last_error) as name, count(*)::int as count from reply group by 1`,
  )

/** What left: in private how much, in public under which. */
export function leftFor({ graph, telegram, x }: World) {
  const ours = [...x.world.posts.values()].filter(({ author }) => author === x.world.us)
  const inPublic = [
    ...graph.sent.filter(({ path }) => path.endsWith('/comments')).map(({ to }) => to),
    ...ours.map(({ references }) => references[0]?.id ?? ''),
  ]
  const direct = [...x.world.messages.values()].filter(({ from }) => from === x.world.us).length
  const messages = graph.sent.length - graph.sent.filter(({ path }) => path.endsWith('/comments')).length
  return {
    alone: messages + telegram.sent.length + direct,
    public: inPublic.length,
    twice: inPublic.length - new Set(inPublic).size,
  }
}
