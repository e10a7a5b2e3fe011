import { showReference } from '../../../report/reference.ts'
import { sharesOf } from '../../../supervision/audit/audit.ts'
import { finish } from '../../../supervision/audit/judge.ts'
import * as read from '../../../supervision/audit/read.ts'
import { idOf, Table } from '../../admin/place.tsx'
import { type C, show, within } from '../../desk/frame.tsx'
import { trouble } from '../../errors.tsx'
import type { Errors } from '../../form.ts'
import { staffOf } from '../../session.ts'
import { Button } from '../../ui/answers.tsx'
import { ErrorSummary } from '../../ui/choices.tsx'
import { number, percent, shortDate } from '../../ui/format.ts'
import { FactList, Note } from '../../ui/note.tsx'
import { stateOf } from './list.tsx'
import { change, dayOf, root, why } from './place.ts'

/** One audit: for its auditor the sample, for everyone else nothing of it until it is finished, then what was found. */

type Seen = Readonly<{
  c: C
  audit: read.Listed
  items: readonly read.Item[]
  draw: { seed: string; frame: number[] } | undefined
}>

export const auditShowPage = (c: C) => renderAudit(c)

export async function finishAct(c: C) {
  const id = idOf(c)
  if (id === undefined) return trouble(c, 404)
  const book = await c.var.deps.rules()
  const done = await change(c, (tx, now) => finish(tx, book, staffOf(c), id, now))
  if (!done.ok && done.refusal === 'not-found') return trouble(c, 404)
  if (!done.ok) return renderAudit(c, { form: why(c, done.refusal) })
  c.var.deps.wake()
  return c.redirect(`${root}/${id}`, 303)
}

async function renderAudit(c: C, errors: Errors = {}) {
  const id = idOf(c)
  const loaded =
    id !== undefined &&
    (await within(c, async (tx) => {
      const audit = await read.auditById(tx, id)
      return audit && { audit, items: await read.itemsOf(tx, id), draw: await read.drawOf(tx, id) }
    }))
  if (!loaded) return trouble(c, 404)
  const { t } = c.var
  const seen: Seen = { c, ...loaded }
  return show(c, {
    title: t.audits.auditOf(seen.audit.aboutName),
    layout: 'page',
    path: `${root}/${id}`,
    status: errors.form ? 409 : 200,
    body: (
      <div class="stack">
        <ErrorSummary t={t} errors={errors} />
        <p>
          <a href={root}>{t.audits.title}</a>
        </p>
        <h1>{t.audits.auditOf(seen.audit.aboutName)}</h1>
        <Facts {...seen} />
        {seen.audit.finishedAt && <Result {...seen} />}
        <Sample {...seen} />
        <End {...seen} />
      </div>
    ),
  })
}

const Facts = ({ c, audit }: Seen) => {
  const { t } = c.var
  const a = t.audits
  return (
    <section class="card">
      <FactList
        facts={[
          [a.heads.period, a.period(dayOf(c, audit.closedFrom), dayOf(c, audit.closedTo))],
          [a.drawnFrom, a.drawnSays(number(audit.drawn, t), number(audit.framed, t))],
          [a.heads.auditor, audit.auditorName],
          [a.askedBy, `${audit.byName}, ${shortDate(audit.at, t, staffOf(c).zone)}`],
          [a.heads.state, stateOf(c, audit)],
        ]}
      />
    </section>
  )
}

const Result = ({ c, audit, items }: Seen) => {
  const { t } = c.var
  const a = t.audits
  const shares = sharesOf(items.map(({ verdict }) => verdict))
  const fine = shares.find(({ verdict }) => verdict === 'in_order')?.n ?? 0
  const { verdict: head, n: reports, share } = a.resultHeads
  return (
    <section class="stack" aria-labelledby="hasil">
      <h2 id="hasil">{a.result}</h2>
      <p>
        <b>{a.resultSays(number(fine, t), number(audit.drawn, t))}</b>
      </p>
      <Table label={a.result} heads={[head, reports, share]}>
        {shares.map(({ verdict, n }) => (
          <tr>
            <th scope="row">{a.verdicts[verdict]}</th>
            <td class="num">{number(n, t)}</td>
            <td class="num">{percent(n / audit.drawn, t)}</td>
          </tr>
        ))}
      </Table>
      <p class="hint">{a.reopen}</p>
    </section>
  )
}

const Sample = ({ c, audit, items }: Seen) => {
  const a = c.var.t.audits
  const { n: no, report, holder, verdict: head } = a.itemHeads
  if (items.length === 0) return <Note icon="lock"><p>{a.hidden}</p></Note>
  return (
    <section class="stack" aria-labelledby="sampel">
      <h2 id="sampel">{a.sample}</h2>
      <Table label={a.sample} heads={[no, report, holder, head]}>
        {items.map(({ n, reference, title, secret, holderName, verdict, note }) => (
          <tr>
            <td class="num">{n}</td>
            <th scope="row">
              <a href={audit.finishedAt ? `/meja/${reference}` : `${root}/${audit.id}/${n}`}>{secret ? a.secret : title}</a>
              <br />
              <span class="ref small">{showReference(reference)}</span>
            </th>
            <td>{holderName}</td>
            <td>
              {verdict ? a.verdicts[verdict] : a.unjudged}
              {note && <><br /><span class="small">{note}</span></>}
            </td>
          </tr>
        ))}
      </Table>
    </section>
  )
} // biome-ignore format: short elements on one line

/** The auditor ends it; afterwards anybody who sees it can draw the sample again. */
const End = ({ c, audit, draw }: Seen) => {
  const { t } = c.var
  const a = t.audits
  if (draw)
    return (
      <details>
        <summary>{a.again}</summary>
        <p>{a.againSays}</p>
        <FactList facts={[[a.seed, draw.seed], [a.keys(number(draw.frame.length, t)), draw.frame.slice(0, 5000).join(', ')]]} />
      </details>
    )
  if (audit.auditorId !== staffOf(c).personId) return null
  return (
    <form class="card stack" method="post" action={`${root}/${audit.id}/selesai`}>
      <p class="hint">{a.finishSays}</p>
      <p>
        <Button icon="check">{a.finish}</Button>
      </p>
    </form>
  )
} // biome-ignore format: one list a line
