import type { Contact } from '../../contact/read.ts'
import { masked } from '../../contact/way.ts'
import type { Messages } from '../messages.ts'
import { Button } from '../ui/answers.tsx'
import { shortMoment } from '../ui/format.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { Sign, type Tone } from '../ui/status.tsx'
import type { Managing } from './page.tsx'

const lost = ['failed', 'unreachable']

/** One contact: what it is for, how the last news fared, and what can be done. */

export const Listed = ({ c, contacts, place, contact }: Managing & { contact: Contact }) => {
  const { t } = c.var
  const words = t.citizen.contacts
  const { reach, last, chosen, proved, failed } = contact
  const name = masked(reach)
  const yang = contact.id === null ? 'awal' : String(contact.id)
  const leaves = contact.id === null ? contacts.leavesFrom : undefined
  const news = !failed && (!chosen || contacts.muted)
  const how = last && words.how[last.state]
  return (
    <article class="card stack">
      <h3 class="row">
        <Icon name={reach.way === 'email' ? 'mail' : 'phone'} />
        <span class="num">{name}</span>
      </h3>
      <Standing t={t} contact={contact} muted={contacts.muted} />
      {how && (
        <p class={`small ${lost.includes(last.state) ? 'err' : 'mute'}`}>
          {words.last(how, shortMoment(last.at, t, 'Asia/Jakarta'))}
        </p>
      )}
      {leaves && <p class="small">{words.leaves(shortMoment(leaves, t, 'Asia/Jakarta'))}</p>}
      <div class="row">
        {leaves && <Pressed to={`${place}/tujuan`} yang={yang} says={words.keep} look="line" />}
        {!leaves && news && <Pressed to={`${place}/tujuan`} yang={yang} says={chosen ? words.restart : words.choose} look="line" />}
        {(!proved || failed) && <Pressed to={place} yang={yang} says={words.proveThis} look={news ? 'calm' : 'line'} />}
        <Pressed to={`${place}/hapus`} yang={yang} says={words.remove} means={words.removeThis(name)} look="text" />
      </div>
    </article>
  )
} // biome-ignore format: one button a line

type PressedProps = { to: string; yang: string; says: string; means?: string; look: 'line' | 'calm' | 'text' }

const Pressed = ({ to, yang, says, means, look }: PressedProps) => (
  <form method="post" action={to}>
    <input type="hidden" name="yang" value={yang} />
    <Button look={look}>
      {means ? (
        <>
          <span aria-hidden="true">{says}</span>
          <span class="vh">{means}</span>
        </>
      ) : (
        says
      )}
    </Button>
  </form>
)

const Standing = ({ t, contact, muted }: { t: Messages; contact: Contact; muted: boolean }) => {
  const [icon, tone, says] = standing(t.citizen.contacts, contact, muted)
  return (
    <p>
      <Sign icon={icon} tone={tone} says={says} />
    </p>
  )
}

type Words = Messages['citizen']['contacts']

function standing(words: Words, { chosen, proved, failed }: Contact, muted: boolean): [IconName, Tone, string] {
  if (failed) return ['late', 'late', words.failed]
  if (muted && chosen) return ['silent', 'end', words.stopped]
  if (chosen) return proved ? ['check', 'ok', words.chosen] : ['check', 'run', words.chosenUnproved]
  return proved ? ['clock', 'run', words.spare] : ['ask', 'wait', words.unproved]
}
