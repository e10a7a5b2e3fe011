import { showReference } from '../../report/reference.ts'
import { type C, show, within } from '../desk/frame.tsx'
import { trouble } from '../errors.tsx'
import { text, type Values } from '../form.ts'

/** A form that came after the report had left this person's agency: the words are shown again, for there is nothing left to
 *  write them on. Of a report that was never with the agency, or below it, nothing is said. */

const written = ['title', 'text', 'note', 'remark', 'sentence', 'detail', 'path', 'findings'] as const

/** What was written in a form that is no longer offered, to be read and copied. */
export const Unkept = ({ values }: { values: Values }) => (
  <>
    {written
      .map((name) => text(values, name))
      .filter(Boolean)
      .map((words) => (
        <blockquote class="card pre">{words}</blockquote>
      ))}
  </>
)

export async function gone(c: C, reference: string, values: Values) {
  const [row] = await within(c, (tx) => tx<{ had: boolean }[]>`select had_report(${reference}) as had`)
  if (!row?.had) return trouble(c, 404)
  const t = c.var.t.refusals
  return show(c, {
    title: t.goneTitle,
    layout: 'page',
    path: '/meja',
    status: 409,
    body: (
      <div class="stack measure">
        <h1>{t.goneTitle}</h1>
        <p role="alert">{t.gone(showReference(reference))}</p>
        <Unkept values={values} />
        <p>
          <a href="/meja">{t.goneBack}</a>
        </p>
      </div>
    ),
  })
}
