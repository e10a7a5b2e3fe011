import { text } from '../../form.ts'
import { Field, type Option, Select, TextArea } from '../../ui/field.tsx'
import { Note } from '../../ui/note.tsx'
import type { Asked } from './fields.tsx'
import { AgencyField } from './sending.tsx'

/** Answering and working: drafts, answers, tasks in the field, the last word of the agency. */

/** Words that are there already: what was typed, a template that was chosen, the draft. */
function begun({ c, page, values }: Asked, move: string): string {
  if (text(values, 'text') !== '') return text(values, 'text')
  const [asked, chosen] = (c.req.query('templat') ?? '').split('.')
  const template = asked === move ? page.templates.find(({ id }) => String(id) === chosen) : undefined
  return template?.text ?? page.draft?.text ?? ''
}

const Templates = ({ c, page, move }: Asked & { move: string }) => {
  const { t } = c.var
  const { reference } = page.case.report
  return page.templates.length === 0 ? null : (
    <details>
      <summary>{t.templates.title}</summary>
      <ul class="opts">
        {page.templates.map(({ id, title }) => (
          <li>
            <a href={`/meja/${reference}?templat=${move}.${id}#${move}-text`}>{title}</a>
          </li>
        ))}
      </ul>
    </details>
  )
}

const Remark = ({ c, page: { draft } }: Asked) =>
  draft?.state === 'sent_back' ? (
    <Note icon="back" warn>
      <p>{c.var.t.work.draftBack(draft.remark)}</p>
    </Note>
  ) : null

export const Draft = (asked: Asked) => (
  <>
    <Remark {...asked} />
    <Templates {...asked} move="draft" />
    <TextArea t={asked.c.var.t} name="text" id="draft-text" label={asked.c.var.t.acts.answer} hint={asked.c.var.t.acts.draftHint} rows={6} value={begun(asked, 'draft')} error={asked.errors.text} />
  </>
) // biome-ignore format: one field a line

export const Answer = (asked: Asked) => {
  const { c, page, errors } = asked
  const { t } = c.var
  return (
    <>
      {page.draft && <p class="hint">{t.work.draftBy(page.draft.byName)}</p>}
      <Templates {...asked} move="answer" />
      <TextArea t={t} name="text" id="answer-text" label={t.acts.answer} hint={t.acts.answerHint} rows={6} value={begun(asked, 'answer')} error={errors.text} />
    </>
  )
} // biome-ignore format: one field a line

export const Resolve = ({ c, page, values, errors }: Asked) => {
  const { t } = c.var
  const { report, visitsWithEvidence } = page.case
  return (
    <>
      {report.fieldDue && visitsWithEvidence === 0 && (
        <Note icon="work" warn>
          <p>{t.errors['staff.evidence']}</p>
        </Note>
      )}
      <TextArea t={t} name="text" id="resolve-text" label={t.acts.result} hint={t.acts.resultHint} rows={4} value={text(values, 'text')} error={errors.text} />
    </>
  )
} // biome-ignore format: one field a line

export const Dispatch = ({ c, page, values, errors }: Asked) => {
  const { t } = c.var
  return (
    <>
      <Select
        t={t}
        name="officerId"
        id="dispatch-officerId"
        label={t.acts.officer}
        optional
        none={t.acts.anyOfficer}
        value={text(values, 'officerId') || String(page.case.report.officerId ?? '')}
        error={errors.officerId}
        options={page.officers.map(({ id, name }): Option => [String(id), name])}
      />
      <AgencyField
        c={c}
        name="agencyName"
        id="dispatch-agencyName"
        label={t.acts.helper}
        optional
        value={text(values, 'agencyName')}
        error={errors.agencyName ?? errors.agencyId}
      />
      <Field t={t} name="due" id="dispatch-due" type="date" label={t.acts.due} short value={text(values, 'due')} error={errors.due} />
      <TextArea t={t} name="note" id="dispatch-note" label={t.acts.task} optional rows={2} value={text(values, 'note')} error={errors.note} />
    </>
  )
} // biome-ignore format: one field a block
