import { rulesFor } from '../../agency/rulebook.ts'
import { Busy } from '../../db/batch.ts'
import type { Draft } from '../../report/draft.ts'
import { type FileRefusal, fileReport, type Receipt } from '../../report/file.ts'
import { country } from '../citizen/country.ts'
import { Carried, show } from '../citizen/show.tsx'
import { posted, type Values } from '../form.ts'
import { speak } from '../language.ts'
import { keepReporter } from '../session.ts'
import { Button } from '../ui/answers.tsx'
import { formPage } from './form.tsx'
import { type C, keyOf, newKey, readDraft, tidy } from './given.ts'
import { previewPage } from './preview.tsx'
import { receiptPage } from './receipt.tsx'
import { closeDraft } from './thumbs.tsx'

/** Sending: once for each key, however often the button is pressed. */

export async function sendAct(c: C) {
  const sent = await posted(c)
  speak(c, sent)
  const key = keyOf(sent)
  const values = tidy(sent)
  const read = readDraft(c, values)
  if (!read.ok) return formPage(c, { key: key ?? newKey(), values, errors: read.errors }, 422)
  if (!key || !read.value.readers) {
    const errors: Record<string, string> = key ? { readers: 'choice.empty' } : { form: 'key.empty' }
    return previewPage(c, { key: key ?? newKey(), values, draft: read.value, errors }, 422)
  }
  const filed = await handIn(c, read.value, key).catch((reason: unknown) => ({ ok: false, reason }) as const)
  if ('reason' in filed) return unsent(c, key, values, filed.reason)
  if (!filed.ok) return refused(c, key, values, filed)
  const { deps } = c.var
  deps.wake()
  keepReporter(c, { id: filed.reporterId, byLetter: undefined, secret: read.value.readers === 'secret' })
  closeDraft(c)
  return receiptPage(c, { key, values, draft: read.value }, filed)
}

async function handIn(c: C, draft: Draft, key: string): Promise<Receipt | FileRefusal> {
  const { deps, lang } = c.var
  const [{ root }, book] = await Promise.all([country(deps)(), deps.rules()])
  const filer = {
    intake: deps.intake,
    keys: deps.keys,
    rules: rulesFor(book, root.areaCode),
    holder: { id: root.id, zone: root.zone },
    channel: 'web',
    language: lang,
  } as const
  return fileReport(filer, draft, key, deps.now())
}

/** Other words under a used key are perhaps a new report: they get a key of their own. */
function refused(c: C, key: string, values: Values, { refusal }: FileRefusal) {
  if (refusal === 'other-words') return formPage(c, { key: newKey(), values, errors: { form: 'sent.otherWords' } }, 422)
  return formPage(c, { key, values, errors: { form: 'choice.unknown' } }, 422)
}

/** Nothing was kept, or nobody knows: the same key again is right in both cases. */
function unsent(c: C, key: string, values: Values, reason: unknown) {
  const { t, deps, requestId } = c.var
  const busy = reason instanceof Busy
  if (!busy) deps.log({ level: 'error', message: 'a report was perhaps not kept', requestId, reason })
  c.header('Retry-After', '20')
  const title = busy ? t.refusals.busyTitle : t.citizen.filing.unsentTitle
  return show(c, {
    title,
    status: 503,
    keeps: '/laporan',
    body: (
      <form id="tulis" class="stack measure" method="post" action="/laporan">
        <h1>{title}</h1>
        <p role="alert">{busy ? t.refusals.busy(t.refusals.soon) : t.refusals.unknown}</p>
        <input type="hidden" name="kunci" value={key} />
        <Carried values={values} />
        <Button icon="redo">{t.citizen.filing.sendAgain}</Button>
      </form>
    ),
  })
}
