import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { agencyById } from '../../agency/agency.ts'
import { findAreas } from '../../agency/area.ts'
import { rulesFor } from '../../agency/rulebook.ts'
import { has } from '../../person/may.ts'
import { draft } from '../../report/draft.ts'
import { fileReport, type Receipt } from '../../report/file.ts'
import { clean } from '../../report/input.ts'
import { showReceipt } from '../../report/receipt.ts'
import { showReference } from '../../report/reference.ts'
import { type C, show, within } from '../desk/frame.tsx'
import { trouble } from '../errors.tsx'
import { type Errors, parseForm, posted, text, type Values } from '../form.ts'
import { staffOf } from '../session.ts'
import { Button } from '../ui/answers.tsx'
import { Note } from '../ui/note.tsx'
import { CounterForm } from './form.tsx'

/** A report that somebody told: at the counter, by telephone, in a letter. The operator writes it down in their name. */

const channels = ['counter', 'phone', 'letter'] as const
const spoken = z.object({ channel: z.enum(channels), language: z.enum(['id', 'en']).default('id') })

export async function counterPage(c: C) {
  if (!has(staffOf(c), 'operator')) return trouble(c, 404)
  return page(c, { kunci: randomUUID() })
}

function page(c: C, values: Values, errors: Errors = {}) {
  const { t } = c.var
  return show(c, {
    title: t.acts.recorded,
    layout: 'page',
    path: '/meja/catat',
    status: Object.keys(errors).length > 0 ? 422 : 200,
    body: <CounterForm t={t} channels={channels} values={values} errors={errors} />,
  })
}

export async function counterAct(c: C) {
  if (!has(staffOf(c), 'operator')) return trouble(c, 404)
  const sent = await posted(c)
  const key = z.uuid().safeParse(text(sent, 'kunci')).data
  const placed = await withArea(c, sent)
  const read = parseForm(draft, placed.values)
  const how = parseForm(spoken, sent)
  const errors = { ...(read.ok ? {} : read.errors), ...(how.ok ? {} : how.errors), ...placed.errors }
  if (!read.ok || !how.ok || Object.keys(errors).length > 0)
    return page(c, { ...sent, kunci: key ?? randomUUID() }, errors)
  if (!key) return page(c, { ...sent, kunci: randomUUID() }, { form: 'key.empty' })
  const filed = await keep(c, read.value, how.value, key)
  if (!filed.ok) return page(c, sent, { form: filed.refusal === 'other-words' ? 'sent.otherWords' : 'choice.unknown' })
  c.var.deps.wake()
  return receipt(c, filed)
}

async function keep(c: C, told: z.output<typeof draft>, how: z.output<typeof spoken>, key: string) {
  const { deps } = c.var
  const staff = staffOf(c)
  const [book, own] = await Promise.all([deps.rules(), within(c, (tx) => agencyById(tx, staff.agencyId))])
  const filer = {
    intake: deps.intake,
    keys: deps.keys,
    rules: rulesFor(book, own?.areaCode ?? null),
    holder: { id: staff.agencyId, zone: staff.zone },
    onBehalf: staff,
    ...how,
  }
  return fileReport(filer, told, key, deps.now())
}

async function withArea(c: C, values: Values): Promise<{ values: Values; errors: Errors }> {
  const typed = clean(text(values, 'areaName'), 100)
  if (typed === '') return { values, errors: {} }
  const [area] = await within(c, (tx) => findAreas(tx, typed, 1))
  return area
    ? { values: { ...values, areaCode: area.code }, errors: {} }
    : { values, errors: { areaName: 'place.unknown' } }
}

function receipt(c: C, { reference, receipt: secret }: Receipt) {
  const { t } = c.var
  return show(c, {
    title: t.acts.recordDone,
    layout: 'page',
    path: '/meja/catat',
    status: 201,
    body: (
      <div class="stack measure">
        <h1>{t.acts.recordDone}</h1>
        <div class="card stack">
          <p>{t.acts.recordGive}</p>
          <p class="big">
            <span class="ref">{showReference(reference)}</span>
          </p>
          {secret && (
            <>
              <p class="big">
                <span class="ref">{showReceipt(secret)}</span>
              </p>
              <Note icon="lock" warn>
                <p>{t.acts.recordReceipt}</p>
              </Note>
            </>
          )}
        </div>
        <p class="row noprint">
          <Button href={`/meja/${reference}`}>{t.acts.recordOpen}</Button>
          <a href="/meja/catat">{t.acts.recorded}</a>
        </p>
      </div>
    ),
  })
}
