import type { SetAside } from '../../../inbox/channels.ts'
import { unsealJson } from '../../../person/seal.ts'
import { shorten } from '../../../report/input.ts'
import { timeIn } from '../../account/say.ts'
import { staffOf } from '../../session.ts'
import { Button } from '../../ui/answers.tsx'
import type { C } from '../place.tsx'
import { wordsOf } from './spoken.ts'

/** Greetings, thanks and sales: read in one look, made a report where one was overheard, and put away together. */

const longest = 300

export const Chatter = ({ c, talk }: { c: C; talk: readonly SetAside[] }) => {
  const t = c.var.t.channels
  return (
    <section class="stack measure" aria-labelledby="obrolan">
      <h2 id="obrolan">{t.chatter}</h2>
      <p class="hint">{t.chatterHint}</p>
      <form method="post" action="/kelola/kanal/lihat" class="stack">
        <ul class="talks">
          {talk.map((one) => (
            <Overheard c={c} one={one} />
          ))}
        </ul>
        <p class="row">
          <Button look="line">{t.seen}</Button>
        </p>
      </form>
    </section>
  )
}

const Overheard = ({ c, one: { id, channel, receivedAt, sealed, reason } }: { c: C; one: SetAside }) => {
  const t = c.var.t.channels
  const words = sealed ? wordsOf(unsealJson(c.var.deps.keys, sealed)).trim() : ''
  return (
    <li class="stack">
      <input type="hidden" name="id" value={String(id)} />
      <p class="small mute">
        <a href={`/kelola/kanal/${id}`}>{t.one(c.var.t.channel[channel], String(id))}</a>
        {` · ${timeIn(c.var.t, staffOf(c).zone, receivedAt)}`}
        {reason === 'held' && ` · ${t.reasons.held}`}
      </p>
      {words === '' ? (
        <p class="mute">{channel === 'x' ? t.elsewhere(c.var.t.channel[channel]) : t.wordless}</p>
      ) : (
        <p class="own pre">{words.length > longest ? `${shorten(words, longest)}…` : words}</p>
      )}
      <p class="row">
        <Button look="calm" formaction={`/kelola/kanal/${id}/laporan`}>
          {t.make}
        </Button>
      </p>
    </li>
  )
}
