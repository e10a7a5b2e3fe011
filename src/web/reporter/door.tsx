import { withActor } from '../../db/actor.ts'
import { places } from '../../notice/kind.ts'
import { isFromFiled, readPageToken } from '../../notice/link.ts'
import { forgive, mayTry, receiptBuckets } from '../../person/secret/throttle.ts'
import { readReceipt, receiptHash } from '../../report/receipt.ts'
import { readReference, showReference } from '../../report/reference.ts'
import { addressOf } from '../address.ts'
import { show } from '../citizen/show.tsx'
import { type Errors, posted, text, type Values } from '../form.ts'
import { dropReporter, isKeptSecret } from '../session.ts'
import { Button } from '../ui/answers.tsx'
import { ErrorSummary } from '../ui/choices.tsx'
import { Field } from '../ui/field.tsx'
import { type C, opens, selves } from './self.ts'

/** The ways to one's own report: number and receipt, or the link of a letter. Unknown and wrong read the same. */

export const checkPage = (c: C) => page(c, {})

async function page(c: C, values: Values, errors: Errors = {}, status: 200 | 404 | 422 | 429 = 200) {
  const { t } = c.var
  const { track, following } = t.citizen
  const here = (await selves(c)).filter(({ reporterId }) => !isKeptSecret(c, reporterId))
  const words = errors.form
  return show(c, {
    title: track.title,
    status,
    path: '/cek',
    body: (
      <div class="stack-l measure">
        <div class="stack">
          <h1>{track.title}</h1>
          {words ? (
            <p class="err" role="alert">
              {words}
            </p>
          ) : (
            <ErrorSummary t={t} errors={errors} />
          )}
          {here.length > 0 && <Here c={c} references={here.map(({ reference }) => reference)} />}
          <p class="hint">{following.byMail}</p>
        </div>
        <form method="post" action="/cek">
          <Field t={t} name="reference" label={track.reference} hint={track.referenceHint} mono autocomplete="off" maxlength={40} value={text(values, 'reference')} error={errors.reference} />
          <Field t={t} name="receipt" label={track.secret} hint={track.secretHint} mono autocomplete="off" maxlength={60} value={text(values, 'receipt')} error={errors.receipt} />
          <p class="field">
            <Button icon="fwd">{following.check}</Button>
          </p>
        </form>
        <p class="small mute">{track.lost}</p>
      </div>
    ),
  })
} // biome-ignore format: one field a line

/** Numbers alone: whoever else holds this telephone reads nothing of what stands in the reports. */
const Here = ({ c, references }: { c: C; references: readonly string[] }) => {
  const { following } = c.var.t.citizen
  return (
    <section class="card stack" aria-labelledby="di-sini">
      <h2 id="di-sini">{following.here}</h2>
      <ul class="opts">
        {references.map((reference) => (
          <li>
            <a href={`/laporan/${reference}`}>{following.known(showReference(reference))}</a>
          </li>
        ))}
      </ul>
      <p class="hint">{following.hereHint}</p>
      <form method="post" action="/keluar-laporan">
        <Button look="text">{following.leaveAll}</Button>
      </form>
    </section>
  )
}

/** A number and its receipt open the report. Whoever has been there already goes on with the number alone. */
export async function checkAct(c: C) {
  const { deps, t } = c.var
  const values = await posted(c)
  const reference = readReference(text(values, 'reference').slice(0, 40))
  if (!reference) return page(c, values, { reference: 'reference.format' }, 422)
  if ((await selves(c)).some((one) => one.reference === reference)) return c.redirect(`/laporan/${reference}`, 303)
  if (!('receipt' in values)) return page(c, values)
  const receipt = readReceipt(text(values, 'receipt').slice(0, 60))
  if (!receipt) return page(c, values, { receipt: t.citizen.following.noReceipt }, 422)
  const now = deps.now()
  const found = await withActor(deps.db, { kind: 'door' }, async (tx) => {
    const buckets = receiptBuckets(deps.keys, reference, addressOf(c))
    if (!(await mayTry(tx, buckets, now))) return 'throttled' as const
    const [row] = await tx<{ reporterId: number }[]>`
      select reporter_id from reporter_by_receipt(${reference}, ${receiptHash(deps.keys, receipt)})`
    if (row) await forgive(tx, buckets, now)
    return row
  })
  if (found === 'throttled') return page(c, values, { form: t.refusals.tooMany(t.refusals.soon) }, 429)
  if (!found) return page(c, values, { form: t.citizen.following.noMatch }, 404)
  await opens(c, found.reporterId)
  return c.redirect(`/laporan/${reference}`, 303)
}

/** The link of a letter: it opens the report's page for this browser, at what the button was about, and leaves the address. Nothing is
 *  moved: programs of the post open links too. */
export async function openPage(c: C) {
  const { deps, t } = c.var
  c.header('Referrer-Policy', 'no-referrer')
  const token = c.req.query('t') ?? ''
  const reporterId = readPageToken(deps.keys, token, deps.now())
  const rows =
    reporterId === undefined
      ? []
      : await withActor(
          deps.db,
          { kind: 'door' },
          (tx) => tx<{ reference: string }[]>`select reference from reporter_by_id(${reporterId})`,
        )
  const [found] = rows
  if (!found || reporterId === undefined) return page(c, {}, { form: t.citizen.following.expired }, 404)
  await opens(c, reporterId, isFromFiled(deps.keys, token, deps.now()) ? 'filed' : 'joined')
  const place = places.find((one) => one === c.req.query('untuk'))
  return c.redirect(`/laporan/${found.reference}${place ? `?jawab=${place}#${place}` : ''}`, 303)
}

/** Closes the pages of all reports and leaves no trace of them in this browser. Other cookies stay: somebody may be at work here too. */
export function leaveAct(c: C) {
  dropReporter(c)
  c.header('Clear-Site-Data', '"cache", "storage"')
  return c.redirect('/', 303)
}

/** For whoever comes without a key: the same page, whether there is such a report or not. */
export const closed = (c: C, reference = '') => page(c, { reference }, {}, 404)
