import { type Absent, absentBelow } from '../../../supervision/waiting/absent.ts'
import { type C, within } from '../../desk/frame.tsx'
import { trouble } from '../../errors.tsx'
import type { Messages } from '../../messages.ts'
import { Pager } from '../../ui/desk.tsx'
import { number } from '../../ui/format.ts'
import { Empty } from '../../ui/note.tsx'
import { standpoint } from '../door.ts'
import { addressOf } from '../page/asked.ts'
import { framed } from './list.tsx'

/** GET /pengawasan/daftar/belum-masuk: agencies that hold reports and that nobody ever signed in for. */

export const absentAddress = (agencyId: number | undefined, after?: number) =>
  addressOf('/pengawasan/daftar/belum-masuk', { instansi: agencyId, sesudah: after })

export async function absentList(c: C) {
  const asked = c.req.query('sesudah') ?? ''
  const after = /^\d{1,15}$/.test(asked) ? Number(asked) : 0
  const found = await within(c, async (tx) => {
    const place = await standpoint(c, tx)
    return place && { place, page: await absentBelow(tx, place.agency.path, after) }
  })
  if (!found) return trouble(c, 404)
  const { t } = c.var
  const { supervisionList: words } = t
  const { place, page } = found
  const { id } = place.agency
  return framed(c, place, {
    title: words.absent,
    body: (
      <>
        {page.rows.length === 0 ? <Empty says={words.none} /> : <Table t={t} rows={page.rows} />}
        <Pager
          t={t}
          first={after === 0 ? undefined : absentAddress(id)}
          next={page.after === null ? undefined : absentAddress(id, page.after)}
        />
      </>
    ),
  })
}

const Table = ({ t, rows }: { t: Messages; rows: readonly Absent[] }) => (
  <section class="scroll" tabindex={0} aria-label={t.supervisionList.absent}>
    <table>
      <thead>
        <tr>
          <th scope="col">{t.supervisionList.agency}</th>
          <th scope="col">{t.supervisionList.accounts}</th>
          <th class="n" scope="col">
            {t.supervisionList.held}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            <th scope="row">
              <a href={addressOf('/pengawasan', { instansi: row.id })}>{row.name}</a>
            </th>
            <td>{t.supervisionList.absentRow(row.accounts)}</td>
            <td class="n">{number(row.held, t)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
