import { lastDay } from '../../report/change/end.ts'
import { mask } from '../../report/mask.ts'
import { conversation, custody, type Entry } from '../../report/read/history.ts'
import { showReference } from '../../report/reference.ts'
import type { ArchiveReason } from '../../report/report.ts'
import { factsOf, officeOf } from '../story/facts.ts'
import { Files, Visits } from '../story/files.tsx'
import { date, shortMoment } from '../ui/format.ts'
import { Mask, Note } from '../ui/note.tsx'
import { Chain, type Message, Talk } from '../ui/report.tsx'
import { Time } from '../ui/status.tsx'
import type { Following } from './page.tsx'

/** What a reporter reads: their own words, those of the agencies, the visits, and the way the report went. */

type Part = Pick<Following, 'c' | 'page'>

export const Words = ({ c, page, beside }: Following) => {
  const { t } = c.var
  const { zone, report } = page.case
  const { following } = t.citizen
  const merged = page.own.reference !== report.reference
  const said = conversation(page.history, page).filter(({ move }) => move !== 'visit')
  const earlier = conversation(beside.earlier, page)
  const files = [...beside.files, ...beside.earlierFiles]
  const sent = files.filter(({ kind }) => kind === 'report')
  const first: Message = {
    who: following.you,
    about: <Time at={page.own.filedAt} t={t} zone={zone} as="shortMoment" />,
    text: page.own.text,
    own: true,
    more: <Files t={t} files={sent} />,
  }
  const spoken = (entry: (typeof said)[number]): Message => ({
    who: entry.fromReporter ? following.you : officeOf(t, entry),
    about: <Time at={entry.at} t={t} zone={zone} as="shortMoment" />,
    text: entry.text,
    own: entry.fromReporter,
    more: <Files t={t} files={files.filter(({ eventN, kind }) => eventN === entry.n && kind !== 'report')} />,
  })
  return (
    <section class="stack" aria-labelledby="percakapan">
      <h2 id="percakapan">{following.talk}</h2>
      {merged && (
        <Note icon="merge" title={following.mergedTitle}>
          <p>{following.merged(showReference(report.reference))}</p>
          <p class="small">{following.sharedNote}</p>
          {report.editedText && <p class="pre">{masked(c, report.editedText)}</p>}
        </Note>
      )}
      <Archived c={c} page={page} />
      <Talk messages={[first, ...earlier.map(spoken), ...said.map(spoken)]} />
      {page.visits.length > 0 && (
        <section class="stack">
          <h3>{following.photos}</h3>
          <Visits t={t} zone={zone} visits={page.visits} files={beside.files} />
        </section>
      )}
    </section>
  )
}

const masked = ({ var: { t } }: Following['c'], words: string) =>
  mask(words).map((piece) => ('text' in piece ? piece.text : <Mask says={t.citizen.mask[piece.mask]} />))

/** Why it ended without being handled, and what the reporter can do then. */
const Archived = ({ c, page }: Part) => {
  const { t } = c.var
  const { ending, status } = page.case.report
  if (status !== 'archived' || !ending || !(ending in t.archive)) return null
  const [label, next] = t.archive[ending as ArchiveReason]
  const { earlierReport, elsewhere, known, appealUntil } = t.citizen.following
  const told = page.history.findLast(({ move }) => move === 'archive')?.data
  const until = lastDay(page.case, 'appeal')
  const earlier = page.around.mergedInto ?? (typeof told?.earlier === 'string' ? told.earlier : undefined)
  const path = typeof told?.path === 'string' ? told.path : elsewhere
  return (
    <Note icon="archive" title={label}>
      <p>{next({ path, date: '', reference: earlier ? showReference(earlier) : earlierReport })}</p>
      {earlier && (
        <p>
          <a href={`/laporan/${earlier}`}>{known(showReference(earlier))}</a>
        </p>
      )}
      {until && page.moves.includes('appeal') && (
        <p>
          {appealUntil(date(until, t, page.case.zone))} <a href="#keberatan">{t.moves.appeal.button}</a>
        </p>
      )}
    </Note>
  )
}

/** Who held it, and every line that the reporter may read. */
export const Journey = ({ c, page }: Part) => {
  const { t } = c.var
  const { following } = t.citizen
  const { zone } = page.case
  const at = (when: Date) => shortMoment(when, t, zone)
  const links = custody(page.history).map(({ agencyName, since, until, ended }) => ({
    name: agencyName,
    note: until ? t.work[ended === 'return' ? 'wasReturned' : 'held'](at(since), at(until)) : t.work.since(at(since)),
    state: until === null ? ('now' as const) : ended === 'return' ? ('back' as const) : undefined,
  }))
  const began = { name: page.around.rootName, note: at(page.case.report.filedAt) }
  return (
    <section class="card">
      <h2>{following.holder}</h2>
      <Chain links={links.length > 0 ? links : [{ ...began, state: 'now' }]} />
      <details>
        <summary>{following.lines}</summary>
        <ol class="stack small">
          {page.history.map((entry) => (
            <Line c={c} page={page} entry={entry} />
          ))}
        </ol>
      </details>
    </section>
  )
}

const Line = ({ c, page, entry }: Part & { entry: Entry }) => {
  const { t } = c.var
  const { zone, report } = page.case
  const line = t.moves[entry.move].reporter(factsOf(entry, { t, zone, channel: report.channel }))
  const other = entry.actor === 'reporter' && entry.reporterId !== page.reporterId
  if (line === '') return null
  return (
    <li>
      <p>{other ? t.citizen.following.byOther(t.moves[entry.move].button) : line}</p>
      <p class="mute">
        <Time at={entry.at} t={t} zone={zone} as="shortMoment" />
      </p>
    </li>
  )
}
