import type { MiddlewareHandler } from 'hono'
import { workingDaysBetween } from '../../agency/working-days.ts'
import type { AppEnv } from '../../app.ts'
import { has } from '../../person/may.ts'
import { type Task, tasksOf, visitedBy } from '../../report/read/tasks.ts'
import { showReference } from '../../report/reference.ts'
import { type C, show, within } from '../desk/frame.tsx'
import { calendarOf } from '../desk/queue.tsx'
import { trouble } from '../errors.tsx'
import { staffOf } from '../session.ts'
import { Empty, Note } from '../ui/note.tsx'
import { DueSign, Ref, Time } from '../ui/status.tsx'

/** The tasks of an officer, for one thumb and bright sun. */

/** Only officers go into the field. */
export const officersOnly: MiddlewareHandler<AppEnv> = async (c, next) =>
  has(staffOf(c), 'officer') ? next() : trouble(c, 404)

export async function tasksPage(c: C) {
  const { t } = c.var
  const staff = staffOf(c)
  const [tasks, visited] = await within(c, (tx) => Promise.all([tasksOf(tx, staff), visitedBy(tx, staff)]))
  const calendar = await calendarOf(c)
  const daysLeft = ({ fieldDue }: Task) => workingDaysBetween(c.var.deps.now(), fieldDue, calendar, staff.zone)
  return show(c, {
    title: t.field.title,
    layout: 'phone',
    path: '/lapangan',
    body: (
      <div class="stack-l">
        <div class="stack">
          <Top c={c} />
          {tasks.length === 0 && <Empty says={t.desk.empty.officer} />}
          <ol class="stack">
            {tasks.map((task) => (
              <One c={c} task={task} days={daysLeft(task)} />
            ))}
          </ol>
        </div>
        {visited.length > 0 && <Lately c={c} visited={visited} />}
      </div>
    ),
  })
}

const Top = ({ c }: { c: C }) => {
  const { t } = c.var
  return (
    <>
      <p>
        <a href="/meja">{t.field.desk}</a>
      </p>
      <h1>{t.field.title}</h1>
      {c.req.query('tersimpan') === '1' && (
        <Note icon="check">
          <p role="status">{t.field.kept}</p>
        </Note>
      )}
    </>
  )
}

type Visited = Awaited<ReturnType<typeof visitedBy>>

const Lately = ({ c, visited }: { c: C; visited: Visited }) => {
  const { t } = c.var
  const { zone } = staffOf(c)
  return (
    <section class="stack">
      <h2>{t.field.lately}</h2>
      <ul class="stack">
        {visited.map(({ reference, title, visitedAt }) => (
          <li>
            <a href={`/meja/${reference}`}>{title || t.work.secretTitle}</a>
            <p class="small mute">
              <Time at={visitedAt} t={t} zone={zone} as="shortMoment" />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

const One = ({ c, task, days }: { c: C; task: Task; days: number }) => {
  const { t, deps } = c.var
  const { zone } = staffOf(c)
  const due = { due: task.fieldDue, now: deps.now(), zone, days }
  return (
    <li>
      <a class="card task" href={`/lapangan/${task.reference}`}>
        <b>{task.title || t.work.secretTitle}</b>
        <span class="row small">
          <DueSign t={t} due={due} />
          {task.visits > 0 && <span class="mute">{t.field.visited(task.visits)}</span>}
          <Ref reference={showReference(task.reference)} />
        </span>
        <span class="small mute">{[task.place, task.areaName].filter(Boolean).join(', ')}</span>
      </a>
    </li>
  )
}
