import type { Going, Ahead as What } from '../../../talk/send/ahead.ts'
import type { Messages } from '../../messages.ts'
import { number } from '../../ui/format.ts'
import { Note } from '../../ui/note.tsx'

/** What goes out when the step is made: to how many, by which ways, the very words and how long they are. */

type Shown = { t: Messages; ahead: What }

export const Ahead = ({ t, ahead }: Shown) => (
  <section class="card stack" aria-labelledby="dikirim">
    <h3 id="dikirim">{t.ahead.title}</h3>
    {ahead.neutral ? (
      <Neutral t={t} ahead={ahead} />
    ) : (
      alike(ahead.ways).map((ways) =>
        ways[0].way === 'page' ? <p>{t.ahead.page(ways[0].reporters)}</p> : <Together t={t} ways={ways} />,
      )
    )}
    <p class="hint">{t.ahead.yet}</p>
  </section>
)

/** By which ways is not told: it would say something of who asked that nobody learns of them. */
const Neutral = ({ t, ahead }: Shown) => (
  <>
    <Note icon="lock">
      <p>{t.ahead.secret}</p>
    </Note>
    <p class="words pre">{ahead.neutral}</p>
  </>
)

type Ways = readonly [Going, ...Going[]]

/** The same words are shown once, under all ways by which they go. */
function alike(ways: readonly Going[]): Ways[] {
  const groups = new Map<string, Ways>()
  for (const one of ways) {
    const key = one.way === 'email' || one.way === 'page' ? one.way : one.text
    groups.set(key, [...(groups.get(key) ?? []), one] as unknown as Ways)
  }
  return [...groups.values()]
}

/** Longer words are folded: whoever wrote them has just read them. */
const longest = 400

const Together = ({ t, ways }: { t: Messages; ways: Ways }) => {
  const [{ way, text }] = ways
  const shown = <p class="words pre">{way === 'email' ? t.ahead.subject(text) : text}</p>
  return (
    <div class="stack">
      {ways.map((going) => (
        <Way t={t} going={going} />
      ))}
      {text.length <= longest ? (
        shown
      ) : (
        <details>
          <summary>{t.ahead.words}</summary>
          {shown}
        </details>
      )}
    </div>
  )
}

const Way = ({ t, going }: { t: Messages; going: Going }) => {
  const { way, reporters, cut, coded = true } = going
  const remark = way === 'page' || !coded ? undefined : t.ahead.remarks[way]
  return (
    <div class="stack">
      <p>
        <b>{way !== 'page' && t.ahead.to(reporters, t.channel[way])}</b>
        <span class="mute"> · {lengthOf(t, going)}</span>
      </p>
      {cut && (
        <Note icon="late" warn>
          <p>{t.ahead.cut}</p>
        </Note>
      )}
      {remark && <p class="hint">{remark}</p>}
    </div>
  )
}

function lengthOf(t: Messages, { length, most, parts }: Going): string {
  if (parts !== undefined) return t.ahead.parts(parts, number(length, t))
  return most === 0 ? t.ahead.whole(number(length, t)) : t.ahead.length(number(length, t), number(most, t))
}
