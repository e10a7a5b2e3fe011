import type postgres from 'postgres'
import { type Message, marks } from './messages.ts'
import type { Wire } from './wire.ts'

/** What became of the messages: in the tables, and in the world outside. */

export type Count = Readonly<{
  /** Reports, words on reports and answers that are there, by the mark of their message: how often each. */
  effects: Record<string, number>
  /** Messages by what they are in the inbox. */
  outcomes: Record<string, number>
  /** First notices by how many a report has, and answers by their kind. */
  notices: Record<string, number>
  answers: Record<string, number>
  /** News that is not sent. */
  unsent: number
}>

export async function counted(sql: postgres.Sql): Promise<Count> {
  const reports = await sql<{ text: string }[]>`select text from report`
  const said = await sql<
    { text: string }[]
  >`select coalesce(data ->> 'text', '') as text from event where move = 'reply'`
  const outcomes = await sql<Named[]>`
    select case when state = 'done' then outcome else state end as name, count(*)::int as count from inbox where outcome is distinct from 'part' group by 1`
  const notices = await sql<Named[]>`
    select times::text as name, count(*)::int as count from (
      select count(n.id) filter (where n.kind = 'received' and n.state in ('sent', 'delivered')) as times
      from report r left join notice n on n.report_id = r.id where r.text ~ ${marks.source} group by r.id) t group by 1`
  const answers = await sql<Named[]>`select kind as name, count(*)::int as count from reply group by 1`
  const [unsent] = await sql<{ count: number }[]>`
    select (select count(*) from notice n join report r on r.id = n.report_id
          where r.text ~ ${marks.source} and n.reporter_id is not null and n.state not in ('sent', 'delivered'))::int
      + (select count(*) from reply where state not in ('sent', 'delivered'))::int as count`
  const marked = [
    ...reports.map(({ text }) => `report ${markIn(text)}`),
    ...said.map(({ text }) => `reply ${markIn(text)}`),
  ]
  return {
    effects: tally(marked.filter((mark) => !mark.endsWith('undefined'))),
    outcomes: named(outcomes),
    notices: named(notices),
    answers: named(answers),
    unsent: unsent?.count ?? -1,
  }
}

type Named = { name: string; count: number }
const named = (rows: readonly Named[]) => Object.fromEntries(rows.map(({ name, count }) => [name, count]))
const markIn = (text: string) => marks.exec(text)?.[1]

function tally(names: readonly string[]): Record<string, number> {
  const found: Record<string, number> = {}
  for (const name of names) found[name] = (found[name] ?? 0) + 1
  return found
}

/** What must be there after these messages, however often each of them came. */
export function wanted(messages: readonly Message[]): Count {
  const by = (wants: Message['wants'], door?: Message['door']) =>
    messages.filter((one) => one.wants === wants && (door === undefined || one.door === door))
  const marked = messages.flatMap(({ wants, text }) => {
    const mark = markIn(text)
    return mark ? [`${wants} ${mark}`] : []
  })
  return {
    effects: tally(marked),
    outcomes: {
      report: by('report').length,
      reply: by('reply').length,
      command: by('status').length + by('code').length,
    },
    notices: { 1: by('report').length },
    answers: { noted: by('reply', 'kannel').length, status: by('status').length, withdrawSure: by('code').length },
    unsent: 0,
  }
}

/** What left, each once however often it was tried; and how many copies more than one. */
export function outside({ post, texts }: Wire) {
  const letters = post.received
    .filter(({ to }) => to[0]?.endsWith('@warga.example'))
    .map(({ headers }) => headers.get('message-id') ?? '')
  const told = texts().map(({ to, text }) => `${to} ${text}`)
  const [once, short] = [new Set(letters), new Set(told)]
  return { letters: once.size, texts: short.size, copies: letters.length - once.size + told.length - short.size }
}
