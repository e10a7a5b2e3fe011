import type { Going, Ahead as What } from '../../../talk/send/ahead.ts'
import type { Messages } from '../../messages.ts'
import { number } from '../../ui/format.ts'
import { Note } from '../../ui/note.tsx'

/** What goes out when the step is made: to how many, by which ways, the very words and how long they are. */

type Shown = { t: Messages; ahead: What }

export const Ahead = ({ t, ahead }: Shown) => (
  <section class="card stack" aria-labelledby="dikirim">
    <h3 id="dikirim" tabindex={-1}>
      {t.ahead.title}
    </h3>
    {ahead.neutral ? <Neutral t={t} ahead={ahead} /> : ahead.ways.map((going) => <Way t={t} going={going} />)}
    <p class="hint">{t.ahead.yet}</p>
  </section>
)

/** By which ways is not told: it would say something of who asked that nobody learns of them. */
const Neutral = ({ t, ahead }: Shown) => (
  <>
    <Note icon="lock">
      <p>{t.ahead.secret}</p>
    </Note>
    <p class="own pre">{ahead.neutral}</p>
  </>
)

const Way = ({ t, going }: { t: Messages; going: Going }) => {
  const { way, reporters, text, cut } = going
  if (way === 'page') return <p>{t.ahead.page(reporters)}</p>
  const remark = t.ahead.remarks[way]
  return (
    <div class="stack">
      <p>
        <b>{t.ahead.to(reporters, t.channel[way])}</b>
        <span class="mute"> · {lengthOf(t, going)}</span>
      </p>
      <p class="own pre">{way === 'email' ? t.ahead.subject(text) : text}</p>
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
