import type { Plan } from '../../../supervision/plan/plan.ts'
import { planPage, plans } from '../../../supervision/plan/read.ts'
import { Table } from '../../admin/place.tsx'
import { type C, show, within } from '../../desk/frame.tsx'
import { staffOf } from '../../session.ts'
import { Button } from '../../ui/answers.tsx'
import { Pager } from '../../ui/desk.tsx'
import { Empty } from '../../ui/note.tsx'
import { markOf, root } from './place.tsx'

/** All plans of one's own agency and those below it, the newest first. */

export async function plansPage(c: C) {
  const { t } = c.var
  const before = markOf(c, 'sebelum')
  const known = await within(c, (tx) => plans(tx, staffOf(c).path, before))
  const next = known.length > planPage ? `${root}?sebelum=${known[planPage - 1]?.id}` : undefined
  return show(c, {
    title: t.plans.title,
    layout: 'page',
    body: (
      <div class="stack">
        <h1>{t.plans.title}</h1>
        <p class="measure">{t.plans.lead}</p>
        <p>
          <Button href={`${root}/baru`} icon="edit">
            {t.plans.draw}
          </Button>
        </p>
        {known.length === 0 ? <Empty says={t.plans.none} /> : <List c={c} known={known.slice(0, planPage)} />}
        <Pager t={t} first={before === undefined ? undefined : root} next={next} />
      </div>
    ),
  })
}

const List = ({ c, known }: { c: C; known: readonly Plan[] }) => {
  const { plans: words } = c.var.t
  const { from, to, basis, state } = words.heads
  return (
    <Table label={words.listLabel} heads={[from, to, basis, state]}>
      {known.map((plan) => (
        <tr>
          <th scope="row">
            <a href={`${root}/${plan.id}`}>{plan.fromName}</a>
          </th>
          <td>{plan.restName}</td>
          <td>{plan.basis}</td>
          <td>{words.states[plan.state]}</td>
        </tr>
      ))}
    </Table>
  )
}
