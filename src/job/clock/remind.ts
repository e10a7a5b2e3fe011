import { rulesFor } from '../../agency/rulebook.ts'
import { addWorkingDays, type Zone } from '../../agency/working-days.ts'
import { withActor } from '../../db/actor.ts'
import { addJobs } from '../add.ts'
import type { Clockwork } from './sweep.ts'

/** Three working days before waiting ends, a reporter who has said nothing is reminded, once. */

const daysBefore = 3
const zones: readonly Zone[] = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']

export async function remind({ db, rules }: Clockwork, now: Date): Promise<number> {
  const { calendar } = rulesFor(await rules(), null)
  let reminded = 0
  for (const zone of zones) {
    const until = addWorkingDays(now, daysBefore, calendar, zone)
    reminded += await remindIn(db, zone, now, until)
  }
  return reminded
}

/** The event that began the waiting is what the reminder belongs to, so it is written once however often this runs. */
function remindIn(db: Clockwork['db'], zone: Zone, now: Date, until: Date): Promise<number> {
  return withActor(db, { kind: 'system' }, async (tx) => {
    const rows = await tx<{ noticeId: number }[]>`
      insert into notice (report_id, n, reporter_id, contact_id, kind, channel, language, state, created_at)
      select r.id, e.n, p.id, k.id,
        case r.status when 'resolved' then 'reminderConfirm' else 'reminderComplete' end,
        internal.channel_of(coalesce(k.way, p.reachable)), p.language, 'queued', ${now}
      from report r join agency a on a.id = r.holder_id
        join reporter p on p.report_id = r.id and not p.muted
        left join vault.contact k on k.id = p.news_to
        cross join lateral (
          select n from event where report_id = r.id and move = case r.status when 'resolved' then 'resolve' else 'ask' end
          order by n desc limit 1) e
      where coalesce(k.way, p.reachable) is not null and r.status in ('incomplete', 'resolved') and r.respond_due > ${now} and r.respond_due <= ${until} and a.zone = ${zone}
      on conflict do nothing returning id as notice_id`
    await addJobs(tx, 'deliver', rows)
    return rows.length
  })
}
