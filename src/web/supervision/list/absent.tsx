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
  const first = after === 0 ? undefined : absentAddress(id)
  const next = page.after === null ? undefined : absentAddress(id, page.after)
  return framed(c, place, {
    title: words.absent,
    body: (
      <>
        {page.rows.length === 0 ? <Empty says={words.none} /> : <Agencies t={t} rows={page.rows} />}
        <Pager t={t} first={first} next={next} />
      </>
    ),
  })
}

const Agencies = ({ t, rows }: { t: Messages; rows: readonly Absent[] }) => {
  const { supervisionList: words } = t
  return (
    <section class="scroll" tabindex={0} aria-label={words.absent}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.agency}</th>
            <th scope="col">{words.accounts}</th>
            <th class="n" scope="col">
              {words.held}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, accounts, held }) => (
            <tr>
              <th scope="row">
                <a href={addressOf('/pengawasan', { instansi: id })}>{name}</a>
              </th>
              <td>{words.absentRow(accounts)}</td>
              <td class="n">{number(held, t)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
