import { importAgencies } from '../../agency/import.ts'
import { importAccounts, type WrongLine } from '../../person/table/issue-many.ts'
import { postedWithFiles, text } from '../form.ts'
import { staffOf } from '../session.ts'
import { Choices } from '../ui/choices.tsx'
import { FileField, TextArea } from '../ui/field.tsx'
import { Note } from '../ui/note.tsx'
import { type C, change, place, Table, why } from './place.tsx'
import { slipsPage } from './slips.tsx'

/** Accounts and agencies from a table: checked first, then taken in as a whole. */

type Given = { what: 'accounts' | 'agencies'; table: string; dryRun: boolean }
type Told = { wrong?: readonly { line: number; refusal: string }[]; right?: number; made?: number; error?: string }
const mostShown = 200

export const importPage = (c: C) => page(c, { what: 'accounts', table: '', dryRun: true }, {})

function page(c: C, { what, table }: Given, { wrong, right, made, error }: Told) {
  const t = c.var.t.admin.import
  return place(c, {
    title: t.title,
    section: 'import',
    errors: error ? { tabel: error } : {},
    ...(wrong ? { status: 422 as const } : {}),
    body: (
      <>
        {right !== undefined && <Note icon="info"><p>{t.right(right)}</p></Note>}
        {made !== undefined && <Note icon="info"><p>{t.made(made)}</p></Note>}
        {wrong && <Wrong c={c} lines={wrong} />}
        <form class="measure" method="post" action="/kelola/impor" enctype="multipart/form-data">
          <Choices
            t={c.var.t}
            name="macam"
            label={t.what}
            value={what}
            choices={[
              { value: 'accounts', label: t.accounts, means: `${t.accountsColumns} ${t.rolesHint}` },
              { value: 'agencies', label: t.agencies, means: t.agenciesColumns },
            ]}
          />
          <FileField t={c.var.t} name="berkas" label={t.file} hint={t.fileHint} accept=".csv,text/csv" />
          <TextArea t={c.var.t} name="tabel" label={t.text} value={table} rows={8} error={error} />
          <p class="hint field">{t.allOrNone}</p>
          <p class="row">
            <button type="submit" class="btn" name="langkah" value="periksa">{t.try}</button>
            <button type="submit" class="btn line" name="langkah" value="masukkan">{t.run}</button>
          </p>
        </form>
      </>
    ),
  })
} // biome-ignore format: short elements on one line

function Wrong({ c, lines }: { c: C; lines: readonly { line: number; refusal: string }[] }) {
  const t = c.var.t.admin.import
  return (
    <div class="sum" role="alert">
      <h2>{t.wrong(lines.length)}</h2>
      {lines.length > mostShown && <p>{t.firstWrong(mostShown)}</p>}
      <Table label={t.problem} heads={[t.line, t.problem]}>
        {lines.slice(0, mostShown).map(({ line, refusal }) => (
          <tr><td class="num">{line}</td><td>{why(c, refusal)}</td></tr>
        ))}
      </Table>
    </div>
  )
} // biome-ignore format: short elements on one line

/** The file, or what was pasted: after a check the text stays in the form, so that nothing has to be chosen again. */
async function given(c: C): Promise<Given> {
  const {
    values,
    files: [file],
  } = await postedWithFiles(c, 'berkas')
  const table = file ? await file.text() : text(values, 'tabel')
  return {
    what: text(values, 'macam') === 'agencies' ? 'agencies' : 'accounts',
    table: table.replaceAll('\0', '').toWellFormed(),
    dryRun: text(values, 'langkah') !== 'masukkan',
  }
}

export async function importAct(c: C) {
  const asked = await given(c)
  if (asked.table.trim() === '') return page(c, asked, { error: c.var.t.admin.import.none })
  return asked.what === 'accounts' ? accounts(c, asked) : agencies(c, asked)
}

async function accounts(c: C, asked: Given) {
  const { keys } = c.var.deps
  const done = await change(c, (tx, now) =>
    importAccounts(tx, keys, staffOf(c), { text: asked.table, dryRun: asked.dryRun }, now),
  )
  if (!done.ok && done.refusal === 'lines') return page(c, asked, { wrong: done.lines as readonly WrongLine[] })
  if (!done.ok) return page(c, asked, { right: done.accounts.length })
  const t = c.var.t.admin.slip
  const slips = done.accounts.flatMap((one) => (one.code === null ? [] : [{ ...one, code: one.code }]))
  return slipsPage(c, slips, `${t.issued(done.accounts.length)} ${t.invited(done.accounts.length - slips.length)}`)
}

async function agencies(c: C, asked: Given) {
  const done = await change(c, (tx, now) =>
    importAgencies(tx, staffOf(c).path, { text: asked.table, dryRun: asked.dryRun }, now),
  )
  if (!done.ok && done.refusal === 'lines') return page(c, asked, { wrong: done.lines })
  if (!done.ok) return page(c, asked, { right: done.agencies.length })
  return page(c, { ...asked, table: '' }, { made: done.agencies.length })
}
