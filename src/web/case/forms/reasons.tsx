import { archiveNeeds, archiveReasons, extensionReasons, returnReasons } from '../../../report/report.ts'
import { text } from '../../form.ts'
import { staffOf } from '../../session.ts'
import { Field, type Option, Select, TextArea } from '../../ui/field.tsx'
import { shortDate } from '../../ui/format.ts'
import { Accusing } from './accused.tsx'
import type { Asked } from './fields.tsx'
import { AgencyField, Classing } from './sending.tsx'

/** Moves that need a reason from a list: each is specific, and the reporter reads it as it stands. */

export const Return = ({ c, page, values, errors }: Asked) => {
  const { t } = c.var
  const reasons = returnReasons.map((one): Option => [one, t.returning[one]])
  const parent = page.around.holderParentName ?? ''
  return (
    <>
      <p class="hint">{`${t.acts.returnHint(parent)} ${t.acts.conflictHint(t.returning.conflict)}`}</p>
      <Select t={t} name="reason" id="return-reason" label={t.acts.reason} none={t.actions.choose} options={reasons} value={text(values, 'reason')} error={errors.reason} />
      <TextArea t={t} name="note" id="return-note" label={t.acts.basis} rows={2} value={text(values, 'note')} error={errors.note} />
      <AgencyField c={c} name="suggestedName" id="return-suggestedName" label={t.acts.propose} optional value={text(values, 'suggestedName')} error={errors.suggestedName} />
    </>
  )
} // biome-ignore format: one field a line

export const Archive = ({ c, values, errors }: Asked) => {
  const { t } = c.var
  const reasons = archiveReasons.map((one): Option => [one, t.archive[one][0]])
  const neededFor = (need: string) =>
    t.acts.neededFor(archiveReasons.filter((one) => archiveNeeds[one] === need).map((one) => t.archive[one][0]).join('; '))
  return (
    <>
      <p class="hint">{t.acts.archiveHint}</p>
      <Select t={t} name="reason" id="archive-reason" label={t.acts.reason} none={t.actions.choose} options={reasons} value={text(values, 'reason')} error={errors.reason} />
      <Field t={t} name="earlier" id="archive-earlier" label={t.acts.earlier} hint={neededFor('earlier')} mono short maxlength={40} value={text(values, 'earlier')} error={errors.earlier} />
      <Field t={t} name="path" id="archive-path" label={t.acts.path} hint={`${t.acts.pathHint} ${neededFor('path')}`} maxlength={200} value={text(values, 'path')} error={errors.path} />
      <TextArea t={t} name="detail" id="archive-detail" label={t.acts.detail} hint={`${t.acts.detailHint} ${neededFor('detail')}`} rows={2} value={text(values, 'detail')} error={errors.detail} />
    </>
  )
} // biome-ignore format: one field a line

export const Extend = ({ c, values, errors }: Asked) => {
  const { t } = c.var
  const reasons = extensionReasons.map((one): Option => [one, t.extension[one]])
  return (
    <>
      <Select t={t} name="reason" id="extend-reason" label={t.acts.reason} none={t.actions.choose} options={reasons} value={text(values, 'reason')} error={errors.reason} />
      <TextArea t={t} name="sentence" id="extend-sentence" label={t.acts.sentence} hint={t.acts.sentenceHint} rows={2} value={text(values, 'sentence')} error={errors.sentence} />
      <Field t={t} name="newDue" id="extend-newDue" type="date" label={t.acts.newDue} short value={text(values, 'newDue')} error={errors.newDue} />
    </>
  )
} // biome-ignore format: one field a line

/** The wish as it was written, before it is granted. */
export const Grant = ({ c, page }: Asked) => {
  const { t } = c.var
  const wish = page.extensions.find(({ decidedAt }) => decidedAt === null)
  if (!wish) return null
  return (
    <>
      <p>
        <b>{t.work.wish(wish.agencyName, shortDate(wish.newDue, t, staffOf(c).zone))}</b>
      </p>
      <p>{t.extension[wish.reason as keyof typeof t.extension]}</p>
      <p class="pre">{wish.sentence}</p>
    </>
  )
}

export const Reclassify = (asked: Asked) => {
  const { c, values, errors } = asked
  const { t } = c.var
  return (
    <>
      <p class="hint">{t.acts.reclassifyHint}</p>
      <Classing {...asked} move="reclassify" />
      <Accusing {...asked} move="reclassify" />
      <TextArea t={t} name="remark" id="reclassify-remark" label={t.acts.why} optional rows={2} value={text(values, 'remark')} error={errors.remark} />
    </>
  )
} // biome-ignore format: one field a line
