import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type Contacts, contactsOf } from '../../contact/read.ts'
import { withActor } from '../../db/actor.ts'
import { titleOf } from '../../report/draft.ts'
import { promisesOf } from '../../report/read/promises.ts'
import { type Beside, besideCase } from '../../report/read/reporter-files.ts'
import { type ReporterPage, reporterPage } from '../../report/read/reporter-page.ts'
import type { Self } from '../../report/read/self.ts'
import { readReference, showReference } from '../../report/reference.ts'
import { show } from '../citizen/show.tsx'
import { NewsCard, Unreached } from '../contact/card.tsx'
import { PromisedDays } from '../story/promises.tsx'
import { Button } from '../ui/answers.tsx'
import { State } from '../ui/report.tsx'
import { Ref, Sign, Status, statusWord } from '../ui/status.tsx'
import type { Answered } from './acts.ts'
import { closed } from './door.tsx'
import { First, Others } from './forms.tsx'
import { type C, self } from './self.ts'
import { standing } from './standing.ts'
import { Journey, Words } from './story.tsx'

/** The reporter's page: where it stands in one sentence, what they can do, what was said, what was promised. */

export type Following = Readonly<{
  c: C
  page: ReporterPage
  beside: Beside
  contacts: Contacts
  tried?: Answered | undefined
}>
type Options = { tried?: Answered; status?: ContentfulStatusCode }

export async function followPage(c: C) {
  const reference = readReference(c.req.param('ref') ?? '')
  const me = await self(c, reference)
  if (!me) return closed(c, reference)
  return reporterPageFor(c, me, {}, reference)
}

export async function reporterPageFor(c: C, me: Self, { tried, status = 200 }: Options, asked?: string) {
  const { deps } = c.var
  const book = await deps.rules()
  const [page, beside, contacts] = await withActor(deps.db, me.actor, async (tx) => [
    await reporterPage(tx, book, me.reporterId, deps.now()),
    await besideCase(tx, me),
    await contactsOf(tx, deps.keys, me.reporterId, deps.now()),
  ])
  if (!page) return closed(c, asked)
  const { report } = page.case
  if (asked !== undefined && asked !== report.reference && asked !== page.own.reference) return closed(c, asked)
  const following: Following = { c, page, beside, contacts, tried }
  const { t } = c.var
  return show(c, {
    title: `${showReference(report.reference)} ${t.citizen.following.report}`,
    status,
    path: `/laporan/${report.reference}`,
    body: (
      <div class="cols">
        <div class="stack-l">
          <Head {...following} />
          <Unreached t={t} contacts={contacts} place={placeOf(page)} />
          <First {...following} />
          <Words {...following} />
          <Others {...following} />
        </div>
        <Around {...following} />
      </div>
    ),
  })
}

const placeOf = ({ own }: ReporterPage) => `/laporan/${own.reference}/kontak`

const Head = ({ c, page }: Following) => {
  const { t } = c.var
  const { report } = page.case
  const word = statusWord(report.status, report.ending)
  return (
    <div class="stack">
      <p class="row mute">
        <Ref reference={showReference(page.own.reference)} />
        <Status t={t} status={report.status} ending={report.ending} />
        {page.own.anonymous && <Sign icon="anon" tone="end" says={t.work.anonymous} />}
        {page.own.secret && <Sign icon="lock" tone="wait" says={t.work.secret} />}
        {report.reporters > 1 && <span>{t.citizen.following.reporters(report.reporters)}</span>}
      </p>
      <h1 class="small mute">{report.editedTitle ?? titleOf(page.own.text)}</h1>
      <State over={t.citizen.following.now} title={t.status[word]}>
        <p>{standing(page, t)}</p>
      </State>
    </div>
  )
}

const Around = ({ c, page, contacts }: Following) => {
  const { t } = c.var
  const { following } = t.citizen
  const promised = promisesOf(page.case, page.history)
  return (
    <aside class="stack" aria-label={following.promises}>
      {promised.length > 0 && (
        <section class="card">
          <h2>{following.promises}</h2>
          <PromisedDays t={t} zone={page.case.zone} promised={promised} />
        </section>
      )}
      <Journey c={c} page={page} />
      <NewsCard t={t} contacts={contacts} place={placeOf(page)} />
      <form method="post" action="/keluar-laporan">
        <Button look="text">{t.citizen.receipt.leave}</Button>
      </form>
    </aside>
  )
}
