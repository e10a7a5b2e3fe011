import { mayAsk } from '../../../supervision/audit/audit.ts'
import { auditPage, audits, type Listed } from '../../../supervision/audit/read.ts'
import { Table } from '../../admin/place.tsx'
import { type C, show, within } from '../../desk/frame.tsx'
import { staffOf } from '../../session.ts'
import { Button } from '../../ui/answers.tsx'
import { Pager } from '../../ui/desk.tsx'
import { number, shortDate } from '../../ui/format.ts'
import { Empty } from '../../ui/note.tsx'
import { markOf } from '../plan/place.tsx'
import { dayOf, root } from './place.ts'

/** Audits that one asked for, is asked to make, or that are finished about one's own. */

export async function auditsPage(c: C) {
  const { t } = c.var
  const before = markOf(c, 'sebelum')
  const known = await within(c, (tx) => audits(tx, before))
  const next = known.length > auditPage ? `${root}?sebelum=${known[auditPage - 1]?.id}` : undefined
  return show(c, {
    title: t.audits.title,
    layout: 'page',
    body: (
      <div class="stack">
        <h1>{t.audits.title}</h1>
        <p class="measure">{t.audits.lead}</p>
        {mayAsk(staffOf(c)) && (
          <p>
            <Button href={`${root}/baru`} icon="search">
              {t.audits.ask}
            </Button>
          </p>
        )}
        {known.length === 0 ? <Empty says={t.audits.none} /> : <List c={c} known={known.slice(0, auditPage)} />}
        <Pager t={t} first={before === undefined ? undefined : root} next={next} />
      </div>
    ),
  })
}

export function stateOf(c: C, { finishedAt, judged, drawn }: Listed): string {
  const { t } = c.var
  return finishedAt
    ? t.audits.finishedOn(shortDate(finishedAt, t, staffOf(c).zone))
    : t.audits.progress(number(judged ?? 0, t), number(drawn, t))
}

const List = ({ c, known }: { c: C; known: readonly Listed[] }) => {
  const { audits: words } = c.var.t
  const { about, period, auditor, state } = words.heads
  return (
    <Table label={words.listLabel} heads={[about, period, auditor, state]}>
      {known.map((audit) => (
        <tr>
          <th scope="row">
            <a href={`${root}/${audit.id}`}>{audit.aboutName}</a>
          </th>
          <td>{words.period(dayOf(c, audit.closedFrom), dayOf(c, audit.closedTo))}</td>
          <td>{audit.auditorName}</td>
          <td>{stateOf(c, audit)}</td>
        </tr>
      ))}
    </Table>
  )
}
