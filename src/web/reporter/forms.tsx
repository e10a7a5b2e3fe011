import type { Child } from 'hono/jsx'
import { isOpen } from '../../report/report.ts'
import { noFacts } from '../story/facts.ts'
import { Answers } from '../ui/answers.tsx'
import { date } from '../ui/format.ts'
import { type ReporterMove, reporterNouns } from './acts.ts'
import { Rate, Say } from './fields.tsx'
import type { Following } from './page.tsx'
import { Refused } from './refused.tsx'

/** What the reporter can do. Yes and no weigh the same; what waits for an answer stands first, all else below. */

const may = ({ page }: Following, name: ReporterMove) => page.moves.includes(name)

/** What waits for this person now: a question, or whether it is done. */
export const First = (following: Following) => {
  const { c, page, tried } = following
  const { t } = c.var
  const open = page.questions.findLast(({ answeredAt }) => answeredAt === null)
  const asks = page.case.report.status === 'incomplete' || (open !== undefined && page.case.question !== null)
  const stuck = tried && !['complete', 'reply', 'dispute', 'confirm'].includes(tried.name)
  return (
    <>
      {tried && <Refused {...following} />}
      {asks && open && (
        <section class="card stack" id="jawab">
          <p class="by">
            <b>{open.agencyName}</b>
          </p>
          <p class="pre">{open.text}</p>
          <Say {...following} name={may(following, 'complete') ? 'complete' : 'reply'} field="text" label={t.citizen.following.answerHere} hint={t.citizen.following.answerHint} files />
        </section>
      )}
      {may(following, 'confirm') && <Done {...following} />}
      {stuck && <One {...following} name={tried.name} open />}
    </>
  )
} // biome-ignore format: one form a line

/** Is it done? Two equal answers. */
const Done = (following: Following) => {
  const { c, page, tried } = following
  const { t } = c.var
  const { confirm, following: words } = t.citizen
  const { reference, version, respondDue } = page.case.report
  const says = c.req.query('jawab') === 'sanggahan' || tried?.name === 'dispute'
  const no = `/laporan/${reference}?jawab=sanggahan#sanggahan`
  return (
    <section class="card stack" aria-labelledby="selesai">
      <h2 id="selesai">{confirm.question}</h2>
      <form method="post" action={`/laporan/${reference}/konfirmasi`}>
        <input type="hidden" name="versi" value={String(version)} />
        <Answers
          answers={[
            { icon: 'check', label: confirm.yes, means: confirm.yesThen },
            { icon: 'redo', label: confirm.no, means: confirm.noThen, href: no },
          ]}
        />
      </form>
      {says && (
        <div id="sanggahan">
          <Say {...following} name="dispute" field="reason" label={t.moves.dispute.confirm(noFacts)} files />
        </div>
      )}
      {respondDue && <p class="small mute">{words.silence(date(respondDue, t, page.case.zone))}</p>}
    </section>
  )
}

/** Everything else, folded. */
export const Others = (following: Following) => {
  const { c, page, tried } = following
  const { t } = c.var
  const names = (['rate', 'reply', 'dispute', 'appeal', 'complete', 'withdraw'] as const).filter(
    (name) => may(following, name) && tried?.name !== name && !(name === 'dispute' && may(following, 'confirm')),
  )
  const asked = page.case.report.status === 'incomplete' || page.case.question !== null
  const left = names.filter((name) => !(asked && (name === 'complete' || name === 'reply')))
  return (
    <>
      {isOpen(page.case.report.status) && page.case.report.reporters > 1 && (
        <p class="mute">{t.citizen.following.notAlone}</p>
      )}
      {page.rating !== null && <p>{t.citizen.following.rated(page.rating)}</p>}
      {left.length > 0 && (
        <section class="stack" aria-labelledby="lain">
          <h2 id="lain">{t.citizen.following.next}</h2>
          <div class="fold">
            {left.map((name) => (
              <One {...following} name={name} />
            ))}
          </div>
        </section>
      )}
    </>
  )
}

const One = ({ name, open, ...following }: Following & { name: ReporterMove; open?: boolean }) => {
  const { t } = following.c.var
  const { following: words, confirm } = t.citizen
  const wanted = following.c.req.query('jawab') === reporterNouns[name]
  const titles = { ...title(t), rate: confirm.rating }
  const forms: Readonly<Record<ReporterMove, () => Child>> = {
    complete: () => <Say {...following} name="complete" field="text" label={words.answerHere} files />,
    reply: () => <Say {...following} name="reply" field="text" label={words.more} files />,
    confirm: () => null,
    dispute: () => <Say {...following} name="dispute" field="reason" label={t.moves.dispute.confirm(noFacts)} files />,
    rate: () => <Rate {...following} />,
    appeal: () => <Say {...following} name="appeal" field="reason" label={words.reason} hint={t.moves.appeal.confirm(noFacts)} />,
    withdraw: () => <Say {...following} name="withdraw" field="reason" label={words.reason} hint={t.moves.withdraw.confirm(noFacts)} optional />,
  }
  return (
    <details open={open || wanted} id={reporterNouns[name]}>
      <summary>{titles[name]}</summary>
      {forms[name]()}
    </details>
  )
} // biome-ignore format: one form a line

const title = (t: Following['c']['var']['t']): Record<ReporterMove, string> => ({
  complete: t.citizen.following.more,
  reply: t.citizen.following.more,
  confirm: t.moves.confirm.button,
  dispute: t.moves.dispute.button,
  rate: t.moves.rate.button,
  appeal: t.moves.appeal.button,
  withdraw: t.moves.withdraw.button,
})
