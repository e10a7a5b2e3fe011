import { raw } from 'hono/html'
import { type Export, exportsOf, list } from '../../export/export.ts'
import { type C, show, within } from '../desk/frame.tsx'
import type { Messages } from '../messages.ts'
import { staffOf } from '../session.ts'
import { Button } from '../ui/answers.tsx'
import { fileSize, number, shortMoment } from '../ui/format.ts'
import { Empty, Note } from '../ui/note.tsx'

/** The tables that somebody asked for: how far they are, and the way to take them. */

export async function exportsPage(c: C, refused?: 'busy' | 'wrong') {
  const { t } = c.var
  const staff = staffOf(c)
  const known = await within(c, (tx) => exportsOf(tx, staff.personId))
  const going = known.some(({ state }) => state === 'waiting' || state === 'running')
  if (going) c.header('Refresh', '3; url=/ekspor')
  return show(c, {
    title: t.exports.title,
    path: '/ekspor',
    layout: 'page',
    status: refused ? 422 : 200,
    body: (
      <div class="stack">
        <h1>{t.exports.title}</h1>
        <p class="hint">{t.exports.hint}</p>
        {refused && (
          <Note icon="late" warn>
            <p role="alert">{t.exports[refused]}</p>
          </Note>
        )}
        {known.length === 0 ? <Empty icon="file" says={t.exports.none} /> : <Known c={c} known={known} />}
        {going && <p class="mute">{t.exports.fresh}</p>}
      </div>
    ),
  })
}

const Known = ({ c, known }: { c: C; known: readonly Export[] }) => {
  const { t } = c.var
  return (
    <div class="scroll">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t.exports.list}</th>
            <th scope="col">{t.exports.asked}</th>
            <th scope="col">{t.exports.state}</th>
            <th scope="col">
              <span class="vh">{t.exports.get}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {known.map((one) => (
            <tr>
              <th scope="row">{nameOf(t, one)}</th>
              <td>{shortMoment(one.askedAt, t, staffOf(c).zone)}</td>
              <td>{standing(t, one)}</td>
              <td>
                <Act t={t} one={one} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What is in it, in the words of the desk. */
function nameOf(t: Messages, { list: asked, format }: Export): string {
  const { filter } = list.parse(asked)
  const { view, search, class: kind, channel, oversight, secret } = filter
  const narrowed = [
    kind && t.kind[kind].name,
    channel && t.channel[channel],
    oversight && t.work.oversight,
    secret && t.work.secret,
    search && t.exports.searched(search),
  ].filter(Boolean)
  return [[t.work.views[view], ...narrowed].join(', '), t.exports.as[format]].join(' · ')
}

function standing(t: Messages, { state, rows, total, size }: Export): string {
  const says = t.exports.states[state]
  if (state === 'running' && total !== null) return `${says}: ${t.exports.progress(number(rows, t), number(total, t))}`
  return state === 'done' && size !== null ? `${says}, ${fileSize(size, t)}` : says
}

const Act = ({ t, one: { id, state } }: { t: Messages; one: Export }) => {
  if (state === 'done') return <a href={`/ekspor/${id}/berkas`}>{t.exports.get}</a>
  if (state !== 'waiting' && state !== 'running') return <>{raw('')}</>
  return (
    <form method="post" action={`/ekspor/${id}/batal`}>
      <Button look="calm">{t.exports.cancel}</Button>
    </form>
  )
}
