import type { Child } from 'hono/jsx'
import type { StaffPage } from '../../../report/read/staff-page.ts'
import type { C } from '../../desk/frame.tsx'
import { type Errors, text, type Values } from '../../form.ts'
import { Field, TextArea } from '../../ui/field.tsx'
import type { Choices } from '../choices.ts'
import type { StaffMove } from '../nouns.ts'
import { Accuse } from './accused.tsx'
import { Archive, Extend, Grant, Reclassify, Return } from './reasons.tsx'
import { Arbitrate, Forward } from './sending.tsx'
import { Answer, Dispatch, Draft, Resolve } from './working.tsx'

/** What each move asks for. Names of fields are those of its schema; ids carry the move, for many forms stand on one page. */

export type Asked = Readonly<{ c: C; page: StaffPage; choices: Choices; values: Values; errors: Errors }>

/** One text, as most moves need it. */
const say = (move: StaffMove, name: string, rows = 3, label?: (c: C) => string) =>
  function Say({ c, values, errors }: Asked) {
    return (
      <TextArea
        t={c.var.t}
        name={name}
        id={`${move}-${name}`}
        label={label ? label(c) : c.var.t.acts.words}
        rows={rows}
        value={text(values, name)}
        error={errors[name]}
      />
    )
  }

const Instruct = (asked: Asked) => (
  <>
    <Words {...asked} />
    <Due {...asked} />
  </>
)
const Words = say('instruct', 'text')
const Due = ({ c, values, errors }: Asked) => (
  <Field
    t={c.var.t}
    name="due"
    id="instruct-due"
    type="date"
    label={c.var.t.acts.due}
    value={text(values, 'due')}
    error={errors.due}
    short
  />
)

const Speak = (asked: Asked) => (
  <>
    <p class="hint">{asked.c.var.t.acts.speakHint}</p>
    <Spoken {...asked} />
  </>
)
const Spoken = say('speak', 'text', 5)

const Edit = ({ c, page, values, errors }: Asked) => {
  const { t } = c.var
  const { report } = page.case
  const given = (name: string, known: string) => (name in values ? text(values, name) : known)
  return (
    <>
      <p class="hint">{t.acts.editHint}</p>
      <Field t={t} name="title" id="edit-title" label={t.acts.title} value={given('title', report.editedTitle ?? report.title)} error={errors.title} maxlength={150} />
      <TextArea t={t} name="text" id="edit-text" label={t.acts.body} rows={6} value={given('text', report.editedText ?? report.text)} error={errors.text} />
      <Field t={t} name="place" id="edit-place" label={t.work.place} optional value={given('place', report.place)} error={errors.place} maxlength={300} />
    </>
  )
} // biome-ignore format: one field a line

const Merge = ({ c, values, errors }: Asked) => (
  <Field
    t={c.var.t}
    name="into"
    id="merge-into"
    label={c.var.t.acts.into}
    hint={c.var.t.acts.intoHint}
    value={text(values, 'into')}
    error={errors.into}
    mono
    short
  />
)

export const fields: Readonly<Record<StaffMove, (asked: Asked) => Child>> = {
  ask: say('ask', 'text', 3, (c) => c.var.t.acts.questions),
  forward: Forward,
  return: Return,
  arbitrate: Arbitrate,
  question: say('question', 'text', 3, (c) => c.var.t.acts.questions),
  draft: Draft,
  sendBack: say('sendBack', 'remark', 2, (c) => c.var.t.acts.remark),
  answer: Answer,
  dispatch: Dispatch,
  resolve: Resolve,
  archive: Archive,
  merge: Merge,
  extend: Extend,
  grant: Grant,
  refuse: say('refuse', 'remark', 2, (c) => c.var.t.acts.why),
  instruct: Instruct,
  heed: say('heed', 'text', 3),
  speak: Speak,
  reopen: say('reopen', 'reason', 3, (c) => c.var.t.acts.why),
  reclassify: Reclassify,
  edit: Edit,
  accuse: Accuse,
}
