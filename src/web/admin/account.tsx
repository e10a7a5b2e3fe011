import {
  type Account,
  accountById,
  colleaguesOf,
  type HistoryLine,
  historyBelow,
  openWorkOf,
} from '../../person/account.ts'
import { Submit } from '../account/frame.tsx'
import { roleNames } from '../account/say.ts'
import { trouble } from '../errors.tsx'
import { staffOf } from '../session.ts'
import { Choices } from '../ui/choices.tsx'
import { Field, Select } from '../ui/field.tsx'
import { Note } from '../ui/note.tsx'
import { roleChoices } from './account-new.tsx'
import { stateOf } from './accounts.tsx'
import { Lines } from './ledger.tsx'
import { type C, idOf, place, read } from './place.tsx'

/** One account: what it is, and everything that may be done about it. */

type Shown = { account: Account; work: number; colleagues: { id: number; name: string }[]; history: HistoryLine[] }
type Problem = { field: string; words: string }

export async function accountShowPage(c: C, problem?: Problem) {
  const id = idOf(c)
  const { path, personId } = staffOf(c)
  const shown = id === undefined ? undefined : await read(c, async (tx): Promise<Shown | undefined> => {
    const account = await accountById(tx, path, id)
    if (!account) return undefined
    const [work, colleagues, history] = await Promise.all([
      openWorkOf(tx, id), colleaguesOf(tx, account), historyBelow(tx, { below: path, accountId: id }),
    ])
    return { account, work, colleagues, history }
  }) // biome-ignore format: one question
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

type Part = { c: C; account: Account; problem: Problem | undefined }
const own = (account: Account) => `/kelola/akun/${account.id}`
const error = (problem: Problem | undefined, field: string) => (problem?.field === field ? problem.words : undefined)

function Details({ c, account, problem }: Part) {
  const t = c.var.t.admin.account
  return (
    <details class="card" open={problem?.field === 'nama' || problem?.field === 'email'}>
      <summary>{t.details}</summary>
      <form method="post" action={`${own(account)}/data`}>
        <Field t={c.var.t} name="nama" label={t.name} value={account.name} error={error(problem, 'nama')} />
        <Field t={c.var.t} name="email" type="email" label={t.email} hint={t.emailHint} value={account.email ?? ''} error={error(problem, 'email')} />
        <Select t={c.var.t} name="bahasa" label={t.language} value={account.language} options={[['id', c.var.t.account.indonesian], ['en', c.var.t.account.english]]} />
        <Submit look="calm">{c.var.t.admin.save}</Submit>
      </form>
    </details>
  )
} // biome-ignore format: short elements on one line

function Powers({ c, shown, problem }: { c: C; shown: Shown; problem: Problem | undefined }) {
  const { account, work } = shown
  const t = c.var.t.admin.account
  if (account.disabledAt)
    return (
      <form class="card" method="post" action={`${own(account)}/aktif`}>
        <p><button type="submit" class="btn">{t.enable}</button></p>
      </form>
    )
  return (
    <>
      <details class="card" open={problem?.field === 'peran'}>
        <summary>{t.roles}</summary>
        <form method="post" action={`${own(account)}/peran`}>
          <Choices t={c.var.t} name="peran" many two label={t.roles} hint={t.rolesHint} choices={roleChoices(c)} value={account.roles} error={error(problem, 'peran')} />
          <Heir c={c} shown={shown} id="peran" />
          <Submit look="calm">{t.rolesSave}</Submit>
        </form>
      </details>
      <details class="card">
        <summary>{t.entryNew}</summary>
        <form method="post" action={`${own(account)}/slip`}>
          <p class="hint">{t.newSlipHint}</p>
          <p><button type="submit" class="btn line">{t.newSlip}</button></p>
        </form>
        {account.email && <form method="post" action={`${own(account)}/undangan`}><p><button type="submit" class="btn line">{t.inviteAgain}</button></p></form>}
      </details>
      <details class="card" open={problem?.field === 'instansi'}>
        <summary>{t.move}</summary>
        <form method="post" action={`${own(account)}/pindah`}>
          <Field t={c.var.t} name="instansi" label={t.agency} hint={t.agencyHint} error={error(problem, 'instansi')} />
          <Heir c={c} shown={shown} id="pindah" />
          <Submit look="calm">{t.moveSave}</Submit>
        </form>
      </details>
      <section class="card stack">
        <h2>{t.disable}</h2>
        <p>{work > 0 ? t.openWork(work) : t.noWork}</p>
        {work > 0 && (
          <form method="post" action={`${own(account)}/serah`}>
            <p class="hint">{t.handOverHint}</p>
            <Heir c={c} shown={shown} id="serah" />
            <Submit look="line">{t.handOver}</Submit>
          </form>
        )}
        <form method="post" action={`${own(account)}/nonaktif`}>
          <p class="hint">{t.disableHint}</p>
          <Heir c={c} shown={shown} id="nonaktif" />
          <Submit look="line">{t.disable}</Submit>
        </form>
      </section>
    </>
  )
} // biome-ignore format: short elements on one line

/** Who takes the open work; nothing to choose when there is none. */
function Heir({ c, shown: { work, colleagues }, id }: { c: C; shown: Shown; id: string }) {
  if (work === 0) return null
  const t = c.var.t.admin.account
  return (
    <div class="field">
      <label for={`waris-${id}`}>{t.heir}</label>
      <select class="in" id={`waris-${id}`} name="waris">
        <option value="">{t.heirNone}</option>
        {colleagues.map((one) => (
          <option value={String(one.id)}>{one.name}</option>
        ))}
      </select>
    </div>
  )
}
