import { showReference } from '../../../report/reference.ts'
import { planPage } from '../../../supervision/plan/read.ts'
import { Table } from '../../admin/place.tsx'
import { Button } from '../../ui/answers.tsx'
import { Pager } from '../../ui/desk.tsx'
import { Field } from '../../ui/field.tsx'
import { number } from '../../ui/format.ts'
import { Note } from '../../ui/note.tsx'
import { Ref } from '../../ui/status.tsx'
import { root } from './place.tsx'
import type { Seen } from './show.tsx'

/** What a plan would move: counted by who takes it, what stays and why, each report; and the signature under it. */

export const Preview = ({ c, preview: { going, stuck } }: Seen) => {
  const p = c.var.t.plans
  return (
    <section class="stack" aria-labelledby="pratinjau">
      <h2 id="pratinjau">{p.preview}</h2>
      {going.length === 0 && stuck.length === 0 && <p>{p.previewNone}</p>}
      {going.length > 0 && <Takers c={c} going={going} />}
      {stuck.length > 0 && (
        <Note icon="late" warn title={p.stuck}>
          {stuck.map(({ refusal, n }) => (
            <p>{p.stuckN(number(n, c.var.t), p.stuckSays[refusal])}</p>
          ))}
          <p class="small">{p.stuckNext}</p>
        </Note>
      )}
    </section>
  )
}

const Takers = ({ c, going }: Pick<Seen, 'c'> & Pick<Seen['preview'], 'going'>) => {
  const { t } = c.var
  const { goes, goesTotal, preview } = t.plans
  const sum = (what: 'held' | 'helped') => going.reduce((all, one) => all + one[what], 0)
  const all = { agencyName: goesTotal, held: sum('held'), helped: sum('helped') }
  return (
    <Table label={preview} heads={[goes.to, goes.held, goes.helped]}>
      {[...going, ...(going.length > 1 ? [all] : [])].map(({ agencyName, held, helped }) => (
        <tr>
          <th scope="row">{agencyName}</th>
          <td class="num">{number(held, t)}</td>
          <td class="num">{number(helped, t)}</td>
        </tr>
      ))}
    </Table>
  )
}

export const List = ({ c, plan, list }: Seen) => {
  const { t } = c.var
  const p = t.plans
  const { reference, status, how, to } = p.listHeads
  const own = `${root}/${plan.id}`
  const next = list.length > planPage ? `${own}?sesudah=${list[planPage - 1]?.reportId}#daftar` : undefined
  return (
    <section class="stack" id="daftar" aria-labelledby="daftar-judul">
      <h2 id="daftar-judul">{p.list}</h2>
      <Table label={p.list} heads={[reference, status, how, to]}>
        {list.slice(0, planPage).map((one) => (
          <tr>
            <th scope="row">
              <Ref reference={showReference(one.reference)} />
            </th>
            <td>{one.status === 'closed' ? '' : t.status[one.status]}</td>
            <td>{one.held ? p.held : p.helped}</td>
            <td>{one.refusal ? `${p.stays}: ${p.stuckSays[one.refusal]}` : one.agencyName}</td>
          </tr>
        ))}
      </Table>
      <Pager t={t} first={c.req.query('sesudah') ? own : undefined} next={next} />
    </section>
  )
}

/** What was seen goes along with the signature: another preview is not what was signed. */
export const Sign = ({ c, plan, preview, errors }: Seen) => {
  const { t } = c.var
  const p = t.plans
  const own = `${root}/${plan.id}`
  return (
    <section class="card stack" aria-labelledby="tanda-tangan">
      <h2 id="tanda-tangan">{p.sign}</h2>
      <p>{p.signSays(number(preview.movable, t))}</p>
      <form method="post" action={`${own}/tanda-tangan`} class="stack">
        <input type="hidden" name="dilihat" value={preview.digest} />
        <Field t={t} name="sandi" type="password" autocomplete="current-password" label={p.password} error={errors.sandi} short />
        <p>
          <Button icon="check">{p.signButton}</Button>
        </p>
      </form>
      <form method="post" action={`${own}/batal`} class="stack">
        <p class="hint">{p.dropHint}</p>
        <p>
          <Button look="line">{p.drop}</Button>
        </p>
      </form>
    </section>
  )
} // biome-ignore format: one field a line
