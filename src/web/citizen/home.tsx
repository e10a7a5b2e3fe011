import { limitFor } from '../../agency/promise.ts'
import type { RuleBook } from '../../agency/rulebook.ts'
import type { C } from '../filing/given.ts'
import type { Messages } from '../messages.ts'
import { Button } from '../ui/answers.tsx'
import { Field, TextArea } from '../ui/field.tsx'
import { Days, freshDays } from '../ui/promise.tsx'
import { backable, show } from './show.tsx'

/** The first page: the form itself, the way back to a report, and what is promised. */

export async function homePage(c: C) {
  const { t, deps } = c.var
  const { home } = t.citizen
  const book = await deps.rules()
  backable(c)
  return show(c, {
    title: t.brand.name,
    path: '/',
    current: 'home',
    bare: true,
    body: (
      <>
        <section class="hero">
          <div class="wrap">
            <Start t={t} />
            <Track t={t} />
          </div>
        </section>
        <div class="kawung" />
        <div class="wrap page stack-l">
          <section class="stack">
            <h2>{t.citizen.filing.shared}</h2>
            <p class="mute measure small">{t.citizen.filing.sharedHint}</p>
            <ol class="path">{promised(t, book).map(Promised)}</ol>
          </section>
          <section class="stack">
            <h2>{t.citizen.filing.ways}</h2>
            <Ways t={t} />
            <p class="small mute">{home.free}</p>
          </section>
        </div>
      </>
    ),
  })
}

const Start = ({ t }: { t: Messages }) => (
  <div>
    <h1 id="tanya">{t.citizen.form.text}</h1>
    <p class="lede">{t.citizen.home.promise}</p>
    <form class="sheet" method="post" action="/lapor" aria-labelledby="tanya">
      <input type="hidden" name="langkah" value="isi" />
      <TextArea
        t={t}
        name="text"
        label={t.citizen.form.text}
        quiet
        paper="letter"
        rows={4}
        placeholder={t.citizen.filing.placeholder}
      />
      <div class="row">
        <Button icon="fwd">{t.actions.continue}</Button>
        <span class="small mute">{t.citizen.filing.notYet}</span>
      </div>
    </form>
  </div>
)

const Track = ({ t }: { t: Messages }) => (
  <form class="sheet stack" method="post" action="/cek">
    <h2>{t.citizen.track.title}</h2>
    <Field
      t={t}
      name="reference"
      label={t.citizen.track.reference}
      hint={t.citizen.filing.trackHint}
      mono
      autocomplete="off"
      maxlength={20}
    />
    <Button look="line" wide>
      {t.citizen.home.track}
    </Button>
  </form>
)

type Promise = { title: string; says: string; short: string; days: number }

/** The promises as they stand in the rows of today. */
export function promised(t: Messages, { promises }: RuleBook): Promise[] {
  const f = t.citizen.filing
  const steps = [
    ['verify', f.verify, f.verifySays],
    ['answer', f.answer, f.answerSays],
    ['settle', f.settle, f.settleSays],
  ] as const
  return steps.map(([step, title, says]) => {
    const { days, unit } = limitFor(promises, step, 'complaint', false)
    const short = unit === 'working' ? t.clock.workingDays(String(days)) : f.calendarDays(String(days))
    return { title, says: says(short), short, days }
  })
}

const Promised = ({ title, says, short, days }: Promise) => (
  <li>
    <h3>{title}</h3>
    <Days cells={freshDays(days)} says={short} />
    <p class="small">{says}</p>
  </li>
)

const Ways = ({ t }: { t: Messages }) => {
  const { named, nameless, secretly, noContact } = t.citizen.filing
  return (
    <ul class="ways small">
      {[named, nameless, secretly, noContact].map(([name, means]) => (
        <li>
          <b>{name}</b>
          <span class="mute">{means}</span>
        </li>
      ))}
    </ul>
  )
}
