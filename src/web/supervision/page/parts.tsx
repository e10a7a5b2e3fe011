import type { Child, PropsWithChildren } from 'hono/jsx'
import type { Messages } from '../../messages.ts'

/** What the parts of the supervisor's page share. */

export const Card = ({ id, title, all, children }: PropsWithChildren<{ id: string; title: string; all?: boolean }>) => (
  <section class={`card stack${all ? ' all' : ''}`} aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
)

type Cell = Child | number
type TableProps = Readonly<{
  label: string
  heads: readonly string[]
  /** The first of each row names it. */
  rows: readonly (readonly Cell[])[]
}>

/** Names at the side, numbers in columns. */
export const Numbers = ({ label, heads, rows }: TableProps) => (
  <section class="scroll" tabindex={0} aria-label={label}>
    <table class="slim">
      <thead>
        <tr>
          {heads.map((head, n) => (
            <th class={n === 0 ? undefined : 'n'} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...numbers]) => (
          <tr>
            <th scope="row">{name}</th>
            {numbers.map((value) => (
              <td class="n">{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

/** The same as a chart, for whoever reads numbers. */
export const AsTable = ({ t, ...table }: TableProps & { t: Messages }) => (
  <details>
    <summary>{t.supervision.table}</summary>
    <Numbers {...table} />
  </details>
)

export const HowCounted = ({ t }: { t: Messages }) => (
  <a href="/pengawasan/cara-menghitung">{t.supervision.howCounted}</a>
)
