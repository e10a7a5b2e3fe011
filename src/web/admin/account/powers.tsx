import type { Account, HistoryLine } from '../../../person/account.ts'
import { Submit } from '../../account/frame.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { Note } from '../../ui/note.tsx'
import { roleChoices } from '../account-new.tsx'
import type { C } from '../place.tsx'

/** What may be done about one account: its data, roles, ways in, agency, work and end. */

export type Shown = Readonly<{
  account: Account
  work: number
  /** Nobody else answers for the open reports of its agency. */
  alone: boolean
  colleagues: readonly { id: number; name: string }[]
  history: HistoryLine[]
}>
export type Problem = Readonly<{ field: string; words: string }>

type Part = { c: C; account: Account; problem: Problem | undefined }
type Power = { c: C; shown: Shown; problem?: Problem | undefined }
const own = (account: Account) => `/kelola/akun/${account.id}`
const error = (problem: Problem | undefined, field: string) => (problem?.field === field ? problem.words : undefined)

export function Details({ c, account, problem }: Part) {
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

export const Powers = (power: Power) => {
  const { c, shown } = power
  if (shown.account.disabledAt)
    return (
      <form class="card" method="post" action={`${own(shown.account)}/aktif`}>
        <Submit look="solid">{c.var.t.admin.account.enable}</Submit>
      </form>
    )
  return (
    <>
      <Roles {...power} />
      <Entry {...power} />
      <Move {...power} />
      <End {...power} />
    </>
  )
}

function Roles({ c, shown, problem }: Power) {
  const { account } = shown
  const t = c.var.t.admin.account
  return (
    <details class="card" open={problem?.field === 'peran'}>
      <summary>{t.roles}</summary>
      <form method="post" action={`${own(account)}/peran`}>
        <Choices t={c.var.t} name="peran" many two label={t.roles} hint={t.rolesHint} choices={roleChoices(c)} value={account.roles} error={error(problem, 'peran')} />
        <Heir c={c} shown={shown} id="peran" />
        <Submit look="calm">{t.rolesSave}</Submit>
      </form>
    </details>
  )
} // biome-ignore format: short elements on one line

function Entry({ c, shown: { account } }: Power) {
  const t = c.var.t.admin.account
  return (
    <details class="card">
      <summary>{t.entryNew}</summary>
      <form method="post" action={`${own(account)}/slip`}>
        <p class="hint">{t.newSlipHint}</p>
        <Submit look="line">{t.newSlip}</Submit>
      </form>
      {account.email && (
        <form method="post" action={`${own(account)}/undangan`}>
          <Submit look="line">{t.inviteAgain}</Submit>
        </form>
      )}
    </details>
  )
}

function Move({ c, shown, problem }: Power) {
  const t = c.var.t.admin.account
  return (
    <details class="card" open={problem?.field === 'instansi'}>
      <summary>{t.move}</summary>
      <form method="post" action={`${own(shown.account)}/pindah`}>
        <Field t={c.var.t} name="instansi" label={t.agency} hint={t.agencyHint} error={error(problem, 'instansi')} />
        <Heir c={c} shown={shown} id="pindah" />
        <Submit look="calm">{t.moveSave}</Submit>
      </form>
    </details>
  )
}

/** Before the account ends its work goes to a colleague; the last one who answers for open reports cannot end. */
function End({ c, shown }: Power) {
  const { account, work, alone } = shown
  const t = c.var.t.admin.account
  return (
    <section class="card stack">
      <h2>{t.disable}</h2>
      {alone && (
        <Note icon="info" warn>
          <p>{c.var.t.adminRules.refusals['last-one']}</p>
        </Note>
      )}
      <p>{work > 0 ? t.openWork(work) : t.noWork}</p>
      {work > 0 && (
        <form method="post" action={`${own(account)}/serah`}>
          <p class="hint">{t.handOverHint}</p>
          <Heir c={c} shown={shown} id="serah" />
          <Submit look="line">{t.handOver}</Submit>
        </form>
      )}
      {!alone && (
        <form method="post" action={`${own(account)}/nonaktif`}>
          <p class="hint">{t.disableHint}</p>
          <Heir c={c} shown={shown} id="nonaktif" />
          <Submit look="line">{t.disable}</Submit>
        </form>
      )}
    </section>
  )
}

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
