import type { Child } from 'hono/jsx'
import { showReference } from '../../report/reference.ts'
import { addressOf } from '../desk/filter.ts'
import { staffOf } from '../session.ts'
import { Button } from '../ui/answers.tsx'
import { ErrorSummary } from '../ui/choices.tsx'
import { shortDate } from '../ui/format.ts'
import { Note } from '../ui/note.tsx'
import { statusWord } from '../ui/status.tsx'
import { isToldAhead } from './ahead.ts'
import { fields } from './forms/fields.tsx'
import { nextMove } from './next.ts'
import { nouns, type StaffMove, stepKeys } from './nouns.ts'
import { Ahead } from './parts/ahead.tsx'
import { triedIn } from './tried.ts'
import type { Viewed } from './view.tsx'

/** What this person can do: the most likely step open, all others folded below it. */

export const Acts = (viewed: Viewed) => {
  const { c, page, tried } = viewed
  const { t } = c.var
  const offered = page.moves.filter((name): name is StaffMove => name in fields)
  const stuck = tried && tried.name !== 'note' && tried.name in fields ? (tried.name as StaffMove) : undefined
  const next = nextMove(page) as StaffMove | undefined
  const others = offered.filter((name) => name !== next && name !== stuck)
  return (
    <div class="stack" id="langkah">
      {stuck && stuck !== next && <Act {...viewed} name={stuck} open />}
      {next && <Act {...viewed} name={next} open />}
      {!next && others.length === 0 && <p class="mute">{t.work.nothing}</p>}
      {others.length > 0 && (
        <section class="stack" aria-labelledby="lain">
          <h2 id="lain" class="small mute">
            {next ? t.work.more : t.work.next}
          </h2>
          <div class="fold">
            {others.map((name) => (
              <Act {...viewed} name={name} />
            ))}
          </div>
        </section>
      )}
    </div>
  )
}

type ActProps = Viewed & { name: StaffMove; open?: boolean }

const keyOf = (name: StaffMove) => (stepKeys as Partial<Record<StaffMove, string>>)[name]?.toLowerCase()

const Act = (props: ActProps) => {
  const { c, name, open } = props
  const { t } = c.var
  const title = t.acts.names[name] ?? t.moves[name].button
  if (!open)
    return (
      <details>
        <summary data-key={keyOf(name)}>{title}</summary>
        <Form {...props} />
      </details>
    )
  return (
    <section class="next stack" aria-labelledby={`langkah-${name}`} data-key={keyOf(name)}>
      <h2 id={`langkah-${name}`}>{title}</h2>
      <Form {...props} />
    </section>
  )
}

const Form = ({ open, ...props }: ActProps) => {
  const { c, page, name, tried, choices, filter } = props
  const { t } = c.var
  const { reference, version } = page.case.report
  const { values, errors, refusal, ahead } = triedIn(tried, name)
  const Fields = fields[name]
  const action = addressOf(filter, `/meja/${reference}/${nouns[name]}`)
  return (
    <form method="post" action={action} class="stack">
      <input type="hidden" name="versi" value={String(version)} />
      {refusal && (
        <Note icon="late" warn>
          <p role="alert">{why(props, refusal)}</p>
        </Note>
      )}
      <ErrorSummary t={t} errors={errors} ids={ids(name, errors)} />
      <Fields c={c} page={page} choices={choices} values={values} errors={errors} />
      <p class="row">
        <Button look={open ? 'solid' : 'calm'}>{t.moves[name].button}</Button>
        {isToldAhead(name) && (
          <Button look="line" name="lihat" value="1" formaction={`${action}#dikirim`}>
            {t.ahead.look}
          </Button>
        )}
      </p>
      {ahead && <Ahead t={t} ahead={ahead} />}
    </form>
  )
}

const ids = (name: string, errors: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.keys(errors).map((field) => [field, `${name}-${field}`]))

/** A refusal in words; whoever was faster is named. */
function why({ c, page }: Viewed, refusal: string): Child {
  const { t } = c.var
  const { report } = page.case
  const last = page.history.at(-1)
  const say = t.refusals.move[refusal as keyof typeof t.refusals.move] ?? (() => t.refusals.notFound)
  return say({
    by: last?.byName ?? last?.agencyName ?? t.refusals.somebody,
    status: t.status[statusWord(report.status, report.ending)],
    date: shortDate(report.endedAt ?? report.filedAt, t, staffOf(c).zone),
    reference: showReference(report.reference),
  })
}
