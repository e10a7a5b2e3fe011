import type { Tx } from '../../db/database.ts'
import { accountById, colleaguesOf, historyBelow, openWorkOf } from '../../person/account.ts'
import { answersAlone } from '../../person/manage/desk.ts'
import { roleNames } from '../account/say.ts'
import { trouble } from '../errors.tsx'
import { staffOf } from '../session.ts'
import { Note } from '../ui/note.tsx'
import { Details, Powers, type Problem, type Shown } from './account/powers.tsx'
import { stateOf } from './accounts.tsx'
import { Lines } from './ledger.tsx'
import { type C, idOf, place, read } from './place.tsx'

/** One account: what it is, and everything that may be done about it. */

async function shownOf(tx: Tx, path: string, id: number): Promise<Shown | undefined> {
  const account = await accountById(tx, path, id)
  if (!account) return undefined
  const [work, alone, colleagues, history] = await Promise.all([
    openWorkOf(tx, id),
    account.disabledAt ? undefined : answersAlone(tx, account),
    colleaguesOf(tx, account),
    historyBelow(tx, { below: path, accountId: id }),
  ])
  return { account, work, alone: alone !== undefined, colleagues, history }
}

export async function accountShowPage(c: C, problem?: Problem) {
  const id = idOf(c)
  const { path, personId } = staffOf(c)
  const shown = id === undefined ? undefined : await read(c, (tx) => shownOf(tx, path, id))
  if (!shown) return trouble(c, 404)
  const { account, history } = shown
  const t = c.var.t.admin.account
  return place(c, {
    title: account.name,
    section: 'accounts',
    errors: problem ? { [problem.field]: problem.words } : {},
    body: (
      <>
        <p>
          <span class="ref">{account.username}</span> · <a href={`/kelola/instansi/${account.agencyId}`}>{account.agencyName}</a> ·{' '}
          {roleNames(c.var.t, account.roles)} · <b>{stateOf(c, account)}</b>
        </p>
        <Details c={c} account={account} problem={problem} />
        {account.id === personId ? <Note icon="info"><p>{t.own}</p></Note> : <Powers c={c} shown={shown} problem={problem} />}
        <h2>{t.history}</h2>
        <Lines c={c} lines={history} />
      </>
    ),
  })
} // biome-ignore format: short elements on one line
