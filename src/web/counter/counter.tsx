import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { agencyById } from '../../agency/agency.ts'
import { findAreas } from '../../agency/area.ts'
import { rulesFor } from '../../agency/rulebook.ts'
import { Busy } from '../../db/batch.ts'
import { has } from '../../person/may.ts'
import type { Draft } from '../../report/draft.ts'
import { type FileRefusal, fileReport, type Receipt } from '../../report/file.ts'
import { clean } from '../../report/input.ts'
import { showReceipt } from '../../report/receipt.ts'
import { showReference } from '../../report/reference.ts'
import { type C, show, within } from '../desk/frame.tsx'
import { trouble } from '../errors.tsx'
import { readDraft } from '../filing/given.ts'
import { type Errors, parseForm, posted, text, type Values } from '../form.ts'
import { staffOf } from '../session.ts'
import { Button } from '../ui/answers.tsx'
import { Note } from '../ui/note.tsx'
import { CounterForm } from './form.tsx'
import { AddressForm, postOfFor, ToAddress } from './post.tsx'

/** A report that somebody told: at the counter, by telephone, in a letter. The operator writes it down in their name. */

const channels = ['counter', 'phone', 'letter'] as const
const spoken = z.object({ channel: z.enum(channels), language: z.enum(['id', 'en']).default('id') })

const none: Errors = {}

export async function counterPage(c: C) {
  if (!has(staffOf(c), 'operator')) return trouble(c, 404)
  return page(c, { kunci: randomUUID() })
}

function page(c: C, values: Values, errors: Errors = none, status: 200 | 422 | 503 = errors === none ? 200 : 422) {
  const { t } = c.var
  const brings = postOfFor(c) !== undefined
  return show(c, {
    title: t.acts.recorded,
    layout: 'page',
    path: '/meja/catat',
    status,
    body: (
      <div class="stack-l">
        <CounterForm t={t} channels={channels} values={values} errors={errors} beside={brings && <ToAddress c={c} />} />
        {brings && <AddressForm c={c} />}
      </div>
    ),
  })
}

export async function counterAct(c: C) {
  if (!has(staffOf(c), 'operator')) return trouble(c, 404)
  const sent = await posted(c)
  const key = z.uuid().safeParse(text(sent, 'kunci')).data
  const placed = await withArea(c, sent)
  const read = readDraft(c, placed.values)
  const how = parseForm(spoken, sent)
  const errors: Record<string, string> = {
    ...(read.ok ? {} : read.errors),
    ...(how.ok ? {} : how.errors),
    ...placed.errors,
  }
  if (read.ok && !read.value.readers) errors.readers = 'choice.empty'
  if (!read.ok || !how.ok || Object.keys(errors).length > 0)
    return page(c, { ...sent, kunci: key ?? randomUUID() }, errors)
  if (!key) return page(c, { ...sent, kunci: randomUUID() }, { form: 'key.empty' })
  const filed = await keep(c, read.value, how.value, key).catch((reason: unknown) => ({ ok: false, reason }) as const)
  if ('reason' in filed) return unsent(c, { ...sent, kunci: key }, filed.reason)
  if (!filed.ok) return refused(c, sent, filed.refusal)
  c.var.deps.wake()
  return receipt(c, filed)
}

/** Other words under a used key are perhaps another report: they get a key of their own. */
function refused(c: C, sent: Values, refusal: FileRefusal['refusal']) {
  if (refusal === 'other-words') return page(c, { ...sent, kunci: randomUUID() }, { form: 'sent.otherWords' })
  return page(c, sent, { form: 'choice.unknown' })
}

/** Nothing was kept, or nobody knows: what was told stays in the form, and the same key again is right in both cases. */
function unsent(c: C, values: Values, reason: unknown) {
  const { t, deps, requestId } = c.var
  const busy = reason instanceof Busy
  if (!busy) deps.log({ level: 'error', message: 'a report was perhaps not kept', requestId, reason })
  c.header('Retry-After', '20')
  return page(c, values, { form: busy ? t.refusals.busy(t.refusals.soon) : t.refusals.unknown }, 503)
}

async function keep(c: C, told: Draft, how: z.output<typeof spoken>, key: string) {
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
