import { type Account, accountPage, accountsBelow } from '../../person/account.ts'
import { clean } from '../../report/input.ts'
import { roleNames, timeIn } from '../account/say.ts'
import { staffOf } from '../session.ts'
import { Pager } from '../ui/desk.tsx'
import { type C, nextPage, place, read, Search, Table } from './place.tsx'

/** The accounts of the branch, or of one agency. */
export async function accountsPage(c: C) {
  const { path } = staffOf(c)
  const query = (name: string) => clean(c.req.query(name) ?? '', 100)
  const [search, after, agency] = [query('cari'), query('setelah'), query('instansi')]
  const agencyId = /^[1-9]\d{0,14}$/.test(agency) ? Number(agency) : undefined
  const found = await read(c, (tx) => accountsBelow(tx, { below: path, agencyId, search, after }))
  const accounts = found.slice(0, accountPage)
  const t = c.var.t.admin
  return place(c, {
    title: t.account.title,
    section: 'accounts',
    body: (
      <>
        <p><a class="btn" href={`/kelola/akun/baru${agencyId ? `?instansi=${agencyId}` : ''}`}>{t.account.new}</a></p>
        <Search c={c} path="/kelola/akun" label={t.account.searchHint} value={search} />
        {accounts.length === 0 ? <p>{t.nothing}</p> : <List c={c} accounts={accounts} />}
        {found.length > accountPage && (
          <Pager t={c.var.t} next={nextPage('/kelola/akun', { cari: search, instansi: agency, setelah: accounts.at(-1)?.username })} />
        )}
      </>
    ),
  })
} // biome-ignore format: short elements on one line

export function stateOf(c: C, account: Account): string {
  const t = c.var.t.admin.account
  if (account.disabledAt) return t.disabled
  return account.signedInAt ? t.active : t.waiting
}

function List({ c, accounts }: { c: C; accounts: readonly Account[] }) {
  const t = c.var.t.admin.account
  const { zone } = staffOf(c)
  return (
    <Table label={t.title} heads={[t.name, t.username, t.agency, t.roles, t.state, t.lastSignIn]}>
      {accounts.map((one) => (
        <tr>
          <th scope="row"><a href={`/kelola/akun/${one.id}`}>{one.name}</a></th>
          <td class="ref">{one.username}</td>
          <td>{one.agencyName}</td>
          <td>{roleNames(c.var.t, one.roles)}</td>
          <td>{stateOf(c, one)}</td>
          <td>{one.signedInAt ? timeIn(c.var.t, zone, one.signedInAt) : '–'}</td>
        </tr>
      ))}
    </Table>
  )
} // biome-ignore format: short elements on one line
