import type { MiddlewareHandler } from 'hono'
import { withActor } from '../../db/actor.ts'
import type { Tx } from '../../db/database.ts'
import { actorOf, has } from '../../person/may.ts'
import { type Template, templates } from '../../report/read/around.ts'
import { keepTemplate, removeTemplate, template } from '../../template/template.ts'
import { Submit, show } from '../account/frame.tsx'
import type { C } from '../admin/place.tsx'
import { trouble } from '../errors.tsx'
import { type Errors, parseForm, posted, text, type Values } from '../form.ts'
import { staffOf } from '../session.ts'
import { ErrorSummary } from '../ui/choices.tsx'
import { Field, TextArea } from '../ui/field.tsx'

/** Ready answers: one's own agency keeps them, its people start from them. */

export const answerersOnly: MiddlewareHandler = async (c: C, next) => {
  if (!has(staffOf(c), 'operator', 'liaison', 'officer')) return trouble(c, 404)
  await next()
}

const within = <T,>(c: C, work: (tx: Tx) => Promise<T>): Promise<T> =>
  withActor(c.var.deps.db, actorOf(staffOf(c)), work)

export const templatesPage = (c: C) => page(c)

export async function templateAct(c: C) {
  const values = await posted(c)
  const removed = text(values, 'hapus')
  if (/^[1-9]\d{0,14}$/.test(removed)) {
    await within(c, (tx) => removeTemplate(tx, Number(removed)))
    return c.redirect('/meja/templat', 303)
  }
  const read = parseForm(template, values)
  if (!read.ok) return page(c, read.values, read.errors)
  await within(c, (tx) => keepTemplate(tx, staffOf(c).agencyId, read.value))
  return c.redirect('/meja/templat', 303)
}

async function page(c: C, values: Values = {}, errors: Errors = {}) {
  const { t } = c.var
  const known = await within(c, templates)
  return show(c, {
    title: t.templates.title,
    path: '/meja/templat',
    status: Object.keys(errors).length > 0 ? 422 : 200,
    body: (
      <div class="stack measure">
        <ErrorSummary t={t} errors={errors} />
        <h1>{t.templates.title}</h1>
        <p class="hint">{t.templates.hint}</p>
        {known.map((one) => (
          <Kept c={c} template={one} />
        ))}
        <form class="card" method="post" action="/meja/templat">
          <h2>{t.templates.add}</h2>
          <Field t={t} name="title" label={t.templates.name} value={text(values, 'title')} error={errors.title} />
          <TextArea
            t={t}
            name="text"
            label={t.templates.text}
            value={text(values, 'text')}
            error={errors.text}
            rows={5}
          />
          <Submit>{t.templates.save}</Submit>
        </form>
      </div>
    ),
  })
}

const Kept = ({ c, template: { id, title, text: words } }: { c: C; template: Template }) => (
  <form class="card" method="post" action="/meja/templat">
    <h2>{title}</h2>
    <p class="pre">{words}</p>
    <button type="submit" class="btn calm" name="hapus" value={id} aria-label={`${c.var.t.templates.remove}: ${title}`}>
      {c.var.t.templates.remove}
    </button>
  </form>
)
