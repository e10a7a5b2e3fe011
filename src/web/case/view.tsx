import type { Row } from '../../report/read/desk.ts'
import { promisesOf } from '../../report/read/promises.ts'
import type { StaffPage } from '../../report/read/staff-page.ts'
import type { Filter } from '../../report/read/view.ts'
import { showReference } from '../../report/reference.ts'
import { isOpen } from '../../report/report.ts'
import { addressOf } from '../desk/filter.ts'
import type { C } from '../desk/frame.tsx'
import { staffOf } from '../session.ts'
import { PromisedDays } from '../story/promises.tsx'
import { Note } from '../ui/note.tsx'
import { Ref, Sign, Status } from '../ui/status.tsx'
import { Acts } from './acts.tsx'
import type { Choices } from './choices.ts'
import { AgencyClock, Custody, Facts } from './parts/aside.tsx'
import { History } from './parts/history.tsx'
import { Nearby } from './parts/near.tsx'
import { Notes } from './parts/notes.tsx'
import { Returned } from './parts/returned.tsx'
import { Instructions, Words } from './parts/words.tsx'
import type { Tried } from './tried.ts'

/** The open report: what it says, what to do, and beside it time, custody and facts. */

export type Viewed = Readonly<{
  c: C
  page: StaffPage
  choices: Choices
  /** The list beside it: whoever acts here comes back to it. */
  filter: Filter
  /** The most urgent other report of that list. */
  urgent: Row | undefined
  tried?: Tried | undefined
}>

export const View = (viewed: Viewed) => {
  const { c, page } = viewed
  const { t } = c.var
  const { zone } = staffOf(c)
  const promised = promisesOf(page.case, page.history)
  return (
    <article class="view" id="laporan">
      <Head {...viewed} />
      <div class="stack-l">
        <Instructions c={c} page={page} />
        <Words c={c} page={page} />
        <Returned c={c} page={page} />
        <Acts {...viewed} />
        <Notes {...viewed} />
        <History c={c} page={page} />
      </div>
      <aside class="stack" aria-label={t.work.facts}>
        <section class="card">
          <h2>{t.work.clocks}</h2>
          <PromisedDays t={t} zone={zone} promised={promised} />
          <AgencyClock c={c} page={page} />
        </section>
        <Nearby c={c} page={page} />
        <Custody c={c} page={page} />
        <Facts c={c} page={page} />
      </aside>
    </article>
  )
}

const Head = ({ c, page: { case: one, around }, choices, filter, urgent }: Viewed) => {
  const { t } = c.var
  const { report } = one
  const merged = around.mergedInto
  return (
    <div class="all stack">
      <p class="only-s">
        <a href={addressOf(filter)}>{t.actions.back}</a>
      </p>
      <p class="row mute">
        <Ref reference={showReference(report.reference)} />
        <Status t={t} status={report.status} ending={report.ending} />
        {report.anonymous && <Sign icon="anon" tone="end" says={t.work.anonymous} />}
        {report.secret && <Sign icon="lock" tone="wait" says={t.work.secret} />}
        {report.oversight && <Sign icon="flag" tone="late" says={t.work.oversight} />}
        {report.final && <Sign icon="merge" tone="wait" says={t.work.final} />}
        <span>{[t.channel[report.channel], around.areaName].filter(Boolean).join(' · ')}</span>
      </p>
      <h1>{report.editedTitle ?? report.title}</h1>
      {merged && (
        <p>
          <a href={`/meja/${merged}`}>{t.work.merged(showReference(merged))}</a>
        </p>
      )}
      {report.secret && (
        <Note icon="lock" warn title={t.desk.secret[0]}>
          <p class="small">{t.desk.secret[1]}</p>
        </Note>
      )}
      {isOpen(report.status) && choices.unattended.has(report.holderId) && (
        <Note icon="late" warn title={t.acts.unattended}>
          <p>{t.work.unattended(around.holderName)}</p>
        </Note>
      )}
      {c.req.query('tersimpan') === '1' && (
        <Note icon="check">
          <p role="status">{t.work.done}</p>
          {urgent && (
            <p>
              {t.work.upNext}{' '}
              <a href={addressOf(filter, `/meja/${urgent.reference}`)}>{urgent.title || t.work.secretTitle}</a>
            </p>
          )}
        </Note>
      )}
    </div>
  )
}
