import {
  channelHealth,
  type Health,
  heldBack,
  type SetAside,
  setAside,
  type Unreached,
  unreached,
} from '../../../inbox/channels.ts'
import { positions } from '../../../inbox/position.ts'
import { showReference } from '../../../report/reference.ts'
import { timeIn } from '../../account/say.ts'
import { trouble } from '../../errors.tsx'
import { staffOf } from '../../session.ts'
import { Button } from '../../ui/answers.tsx'
import { Note } from '../../ui/note.tsx'
import { type C, place, read, Table } from '../place.tsx'
import { Asked } from './asked.tsx'
import { Chatter } from './chatter.tsx'

/** Every channel at a glance: what comes, what waits, what failed; what a person has to look at; whom no news reaches. */

export async function channelsPage(c: C) {
  if (staffOf(c).agencyKind !== 'centre') return trouble(c, 404)
  const now = c.var.deps.now()
  const [health, waiting, talk, lost, held, asked] = await read(c, (tx) =>
    Promise.all([
      channelHealth(tx, c.var.deps.open, now),
      setAside(tx, 'trouble'),
      setAside(tx, 'chatter'),
      unreached(tx),
      heldBack(tx, now),
      positions(tx, now),
    ]),
  )
  const t = c.var.t.channels
  return place(c, {
    title: c.var.t.admin.sections.channels,
    section: 'channels',
    body: (
      <div class="stack-l">
        <div class="stack">
          <Figures c={c} health={health} />
          <p>{t.held(held.news, held.reports)}</p>
        </div>
        <Asked c={c} asked={asked} />
        <div class="stack">
          <h2>{t.setAside}</h2>
          {waiting.length > 0 ? <Waiting c={c} waiting={waiting} /> : <p>{t.nothingSetAside}</p>}
        </div>
        {talk.length > 0 && <Chatter c={c} talk={talk} />}
        <div class="stack">
          <h2>{t.unreached}</h2>
          {lost.length > 0 ? <Lost c={c} lost={lost} /> : <p>{t.nobodyUnreached}</p>}
        </div>
      </div>
    ),
  })
}

function Figures({ c, health }: { c: C; health: readonly Health[] }) {
  const t = c.var.t.channels
  const late = health.filter(
    ({ oldest }) => oldest !== null && c.var.deps.now().getTime() - oldest.getTime() > 15 * 60_000,
  )
  return (
    <>
      {late.map(({ channel, oldest }) => (
        <Note icon="late" warn>
          <p>{t.late(c.var.t.channel[channel], oldest ? timeIn(c.var.t, staffOf(c).zone, oldest) : '')}</p>
        </Note>
      ))}
      <Table
        label={c.var.t.admin.sections.channels}
        heads={[t.channel, t.failed, t.unread, t.queued, t.came, t.left, t.heard]}
      >
        {health.map((one) => (
          <tr>
            <th scope="row">{c.var.t.channel[one.channel]}</th>
            <td class="num">{one.failed}</td>
            <td class="num">{one.unread}</td>
            <td class="num">{one.queued}</td>
            <td class="num">{one.came}</td>
            <td class="num">{one.left}</td>
            <td class="nw">{one.heard ? timeIn(c.var.t, staffOf(c).zone, one.heard) : t.notToday}</td>
          </tr>
        ))}
      </Table>
      <p class="hint">{t.day}</p>
    </>
  )
}

function Waiting({ c, waiting }: { c: C; waiting: readonly SetAside[] }) {
  const t = c.var.t.channels
  return (
    <Table label={t.setAside} heads={[t.channel, t.when, t.why, t.what]}>
      {waiting.map(({ id, channel, receivedAt, reason }) => (
        <tr>
          <th scope="row">
            <a href={`/kelola/kanal/${id}`}>{`${c.var.t.channel[channel]} ${id}`}</a>
          </th>
          <td>{timeIn(c.var.t, staffOf(c).zone, receivedAt)}</td>
          <td>{t.reasons[reason] ?? reason}</td>
          <td>
            <form method="post" action={`/kelola/kanal/${id}/ulang`}>
              <Button look="calm">{t.again}</Button>
            </form>
          </td>
        </tr>
      ))}
    </Table>
  )
}

function Lost({ c, lost }: { c: C; lost: readonly Unreached[] }) {
  const t = c.var.t.channels
  return (
    <Table label={t.unreached} heads={[t.report, t.way, t.when, t.why]}>
      {lost.map(({ reference, ways, reason, since }) => (
        <tr>
          <th scope="row">{showReference(reference)}</th>
          <td>{ways.map((way) => (way === 'email' || way === 'sms' ? c.var.t.channel[way] : way)).join(', ')}</td>
          <td>{timeIn(c.var.t, staffOf(c).zone, since)}</td>
          <td>{t.reasons[reason] ?? (reason.startsWith('bounced ') ? t.bounced(reason.slice(8)) : reason)}</td>
        </tr>
      ))}
    </Table>
  )
}
