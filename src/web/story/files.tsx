import type { Zone } from '../../agency/working-days.ts'
import type { Attachment } from '../../attachment/read.ts'
import { endings } from '../../attachment/serve.ts'
import type { Visit } from '../../report/read/around.ts'
import type { Messages } from '../messages.ts'
import { fileSize } from '../ui/format.ts'
import { Time } from '../ui/status.tsx'

/** Kept files and visits to the place, as everybody on a report sees them. */

type Shown = Readonly<{ t: Messages; files: readonly Attachment[] }>

/** Pictures small, with a way to the whole file; a document by its pages. */
export const Files = ({ t, files }: Shown) =>
  files.length === 0 ? null : (
    <ul class="shots">
      {files.map((file, i) => (
        <li>
          <Shot t={t} file={file} label={isPaper(file) ? t.work.file(i + 1) : t.work.photo(i + 1)} />
        </li>
      ))}
    </ul>
  )

const isPaper = ({ mediaType }: Attachment) => !mediaType.startsWith('image/')

/** One file: a thumbnail that opens it. */
export const Shot = ({ t, file, label }: { t: Messages; file: Attachment; label: string }) => (
  <a href={`/lampiran/${file.id}`}>
    <img src={`/lampiran/${file.id}/kecil`} alt="" loading="lazy" width="96" height="96" />
    <span class="small">
      {label}
      {isPaper(file) && (
        <small class="mute">
          {' '}
          {endings[file.mediaType].toUpperCase()} · {fileSize(file.bytes, t)}
        </small>
      )}
    </span>
  </a>
)

type Visited = Readonly<{
  t: Messages
  zone: Zone
  visits: readonly Visit[]
  files: readonly Attachment[]
  named?: boolean
}>

/** Visits, each with its photos before and after. The officer's name is for staff. */
export const Visits = ({ t, zone, visits, files, named }: Visited) => (
  <ol class="stack">
    {visits.map((visit) => {
      const own = files.filter((file) => file.eventN === visit.eventN)
      return (
        <li class="stack">
          <p class="small mute">
            <b>{visit.agencyName}</b>
            {named && ` · ${visit.byName}`} · <Time at={visit.visitedAt} t={t} zone={zone} as="shortMoment" /> ·{' '}
            {t.work.outcome[visit.outcome]}
          </p>
          <p class="pre">{visit.findings}</p>
          <Pair t={t} files={own} />
        </li>
      )
    })}
  </ol>
)

const Pair = ({ t, files }: Shown) => {
  const sides = (['before', 'after'] as const)
    .map((kind) => ({ says: t.work[kind], side: files.filter((file) => file.kind === kind) }))
    .filter(({ side }) => side.length > 0)
  if (sides.length === 0) return null
  return (
    <div class="pics">
      {sides.map(({ says, side }) => (
        <figure>
          {side.map((file, i) => (
            <a href={`/lampiran/${file.id}`}>
              <img src={`/lampiran/${file.id}/kecil`} alt={`${says}, ${t.work.photo(i + 1)}`} loading="lazy" />
            </a>
          ))}
          <figcaption class="small mute">{says}</figcaption>
        </figure>
      ))}
    </div>
  )
}
