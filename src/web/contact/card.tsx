import type { Contacts } from '../../contact/read.ts'
import { masked } from '../../contact/way.ts'
import type { Messages } from '../messages.ts'
import { Button } from '../ui/answers.tsx'
import { Note } from '../ui/note.tsx'

/** On the reporter's page: where news goes, in one sentence, and a warning when it does not arrive. */

type CardProps = Readonly<{ t: Messages; contacts: Contacts; place: string }>

export const NewsCard = ({ t, contacts, place }: CardProps) => {
  const { contacts: words } = t.citizen
  const chosen = contacts.list.find((one) => one.chosen)
  return (
    <section class="card stack">
      <h2>{words.card}</h2>
      <p>{contacts.muted ? words.goesNoMore : chosen ? words.goesTo(masked(chosen.reach)) : words.goesNowhere}</p>
      {contacts.held > 0 && <p class="small">{words.held(contacts.held)}</p>}
      <p>
        <Button look="line" href={place}>
          {words.manage}
        </Button>
      </p>
    </section>
  )
}

export const Unreached = ({ t, contacts, place }: CardProps) => {
  const { contacts: words } = t.citizen
  if (!contacts.unreached || contacts.muted) return null
  return (
    <Note icon="off" warn title={words.unreached}>
      <p>{words.unreachedMore}</p>
      <p>
        <a href={place}>{words.manage}</a>
      </p>
    </Note>
  )
}
