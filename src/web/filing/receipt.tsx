import { rulesFor } from '../../agency/rulebook.ts'
import { workingDaysBetween } from '../../agency/working-days.ts'
import type { Draft } from '../../report/draft.ts'
import type { Receipt } from '../../report/file.ts'
import { showReceipt } from '../../report/receipt.ts'
import { showReference } from '../../report/reference.ts'
import { country } from '../citizen/country.ts'
import { Carried, show } from '../citizen/show.tsx'
import type { Values } from '../form.ts'
import { Button } from '../ui/answers.tsx'
import { timeLeft } from '../ui/format.ts'
import { Note } from '../ui/note.tsx'
import { Ref } from '../ui/status.tsx'
import type { C } from './given.ts'

type Sent = Readonly<{ key: string; values: Values; draft: Draft }>

/** It is kept: the number, the receipt where there is no other way back, and when to look again. */
export async function receiptPage(c: C, { key, values, draft }: Sent, filed: Receipt) {
  const { t, deps } = c.var
  const { receipt, filing } = t.citizen
  const [{ root }, book] = await Promise.all([country(deps)(), deps.rules()])
  const { zone } = root
  const now = deps.now()
  const days = workingDaysBetween(now, filed.verifyDue, rulesFor(book, root.areaCode).calendar, zone)
  const left = timeLeft({ due: filed.verifyDue, now, zone, days }, t)
  const told = draft.reach === 'email' || (draft.reach === 'phone' && deps.site.texts)
  const said = told ? filing.reachable : draft.reach === 'phone' ? filing.phoneOnly : receipt.noContact
  return show(c, {
    title: receipt.title,
    status: 201,
    keeps: '/laporan',
    body: (
      <div class="stack-l measure">
        <div class="stack">
          <h1>{receipt.title}</h1>
          <div class="card stack">
            <h2>{receipt.reference}</h2>
            <p class="big">
              <Ref reference={showReference(filed.reference)} />
            </p>
            <p class="small mute">{receipt.referenceNote}</p>
          </div>
          {filed.receipt && (
            <div class="card stack">
              <h2>{receipt.secret}</h2>
              <p class="big">
                <span class="ref">{showReceipt(filed.receipt)}</span>
              </p>
              <p class="small">{receipt.secretNote}</p>
              <Note icon="lock" warn>
                <p class="small">{receipt.keep}</p>
              </Note>
            </div>
          )}
        </div>
        <section class="stack">
          <h2>{filing.nextTitle}</h2>
          <p>
            {receipt.next(left)}
            {filed.receipt && ` ${receipt.look}`}
          </p>
          <p>{said}</p>
          <p class="row">
            <Button href={`/laporan/${filed.reference}`}>{filing.see}</Button>
            <a href="/cek">{t.nav.track}</a>
          </p>
        </section>
        <form id="tulis" method="post" action="/laporan">
          <input type="hidden" name="kunci" value={key} />
          <Carried values={values} />
        </form>
      </div>
    ),
  })
}
