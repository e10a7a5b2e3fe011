import sharp from 'sharp'
import { type Keeping, keepUpload } from '../src/attachment/keep.ts'
import { attachTo } from '../src/attachment/read.ts'
import { withActor } from '../src/db/actor.ts'
import { actorOf, type Staff } from '../src/person/may.ts'
import { people } from './people.ts'
import { scene, subjectOf } from './scene.ts'

/** Pictures of the demonstration's visits, taken in like any other upload. They come after the start, which need not wait. */

type Visit = Staff & {
  key: string
  reference: string
  n: number
  categoryCode: string | null
  text: string
  evidence: number
  outcome: string
  at: Date
}

/** Draws what the visits of the demonstration promise and do not have yet. @returns how many pictures were kept. */
export async function seedPictures(keeping: Keeping, stop?: AbortSignal): Promise<number> {
  const bare = await withActor(
    keeping.db,
    { kind: 'system' },
    (tx) => tx<Visit[]>`
    select r.key, r.reference, r.category_code, r.text, e.n, v.evidence, v.outcome, v.at, p.id as person_id, p.name, p.username,
      a.id as agency_id, a.name as agency_name, a.kind as agency_kind, a.path, a.zone, p.roles, p.language, p.must_change
    from visit v join report r on r.id = v.report_id join event e on e.report_id = r.id and e.move = 'visit' and e.at = v.at
      join account p on p.id = v.by_person join agency a on a.id = p.agency_id
    where v.evidence > 0 and p.id <= ${people.length}
      and not exists (select from attachment t where t.report_key = r.key and t.event_n = e.n)
    order by v.id`,
  )
  let kept = 0
  for (const visit of bare) if (!stop?.aborted) kept += await hang(keeping, visit)
  return kept
}

async function hang(keeping: Keeping, visit: Visit): Promise<number> {
  const ids: number[] = []
  for (let turn = 0; turn < visit.evidence; turn++) {
    const mended = visit.outcome === 'done' && turn === visit.evidence - 1
    const drawn = scene(subjectOf(visit.categoryCode, visit.text), visit.key, mended, turn)
    const bytes = await sharp(Buffer.from(drawn)).jpeg({ quality: 85 }).toBuffer()
    const kind = mended ? ('after' as const) : ('before' as const)
    const upload = { reportKey: visit.key, kind, name: 'foto.jpg', bytes, now: visit.at }
    const answer = await keepUpload(keeping, actorOf(visit), upload)
    if (answer.ok) ids.push(answer.attachment.id)
  }
  return withActor(keeping.db, actorOf(visit), (tx) => attachTo(tx, visit.key, visit.n, ids))
}
