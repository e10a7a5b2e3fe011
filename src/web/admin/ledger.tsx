import { accountPage, type HistoryLine, historyBelow } from '../../person/account.ts'
import { timeIn } from '../account/say.ts'
import { staffOf } from '../session.ts'
import { Pager } from '../ui/desk.tsx'
import { type C, nextPage, place, read, Table } from './place.tsx'

/** What was done to agencies, accounts and rules of the branch, and by whom. */
export async function ledgerPage(c: C) {
  const { path } = staffOf(c)
  const asked = c.req.query('sebelum') ?? ''
  const before = /^[1-9]\d{0,14}$/.test(asked) ? Number(asked) : undefined
  const found = await read(c, (tx) => historyBelow(tx, { below: path, before }))
  const lines = found.slice(0, accountPage)
  return place(c, {
    title: c.var.t.admin.sections.ledger,
    section: 'ledger',
    body: (
      <>
        <Lines c={c} lines={lines} />
        {found.length > accountPage && (
          <Pager t={c.var.t} next={nextPage('/kelola/catatan', { sebelum: String(lines.at(-1)?.id) })} />
        )}
      </>
    ),
  })
}

export function Lines({ c, lines }: { c: C; lines: readonly HistoryLine[] }) {
  const t = c.var.t.adminRules
  const { zone } = staffOf(c)
  if (lines.length === 0) return <p>{c.var.t.admin.unchanged}</p>
  return (
    <Table label={c.var.t.admin.sections.ledger} heads={[t.when, t.happened, t.who, t.by]}>
      {lines.map((line) => (
        <tr>
          <td>{timeIn(c.var.t, zone, line.at)}</td>
          <th scope="row">{t.events[line.name] ?? line.name}</th>
          <td>
            {line.accountId === null ? (
              (line.agencyName ?? summary(line))
            ) : (
              <a href={`/kelola/akun/${line.accountId}`}>{line.accountName ?? line.accountId}</a>
            )}
          </td>
          <td>{line.byName ?? t.machine}</td>
        </tr>
      ))}
    </Table>
  )
}

/** What a line without a person or agency is about: the name, code or day in it. */
function summary({ data }: HistoryLine): string {
  const { day, name, code, step, nameId } = data
  return [day, code, step, name ?? nameId].filter((part) => typeof part === 'string').join(' · ')
}
