import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type Contacts, contactsOf } from '../../contact/read.ts'
import { withActor } from '../../db/actor.ts'
import type { Self } from '../../report/read/self.ts'
import { selfReport } from '../../report/read/self.ts'
import { readReference, showReference } from '../../report/reference.ts'
import { show } from '../citizen/show.tsx'
import type { Errors } from '../form.ts'
import { ownReference } from '../reporter/acts.ts'
import { closed } from '../reporter/door.tsx'
import { type C, self } from '../reporter/self.ts'
import { Button } from '../ui/answers.tsx'
import { ErrorSummary } from '../ui/choices.tsx'
import { Field } from '../ui/field.tsx'
import { Note } from '../ui/note.tsx'
import { Coded } from './coded.tsx'
import { Listed } from './listed.tsx'

/** The contacts of a reporter: where news goes, what stands in reserve, and how another one is joined and proved. */

export type Told = Readonly<{ typed?: string; errors?: Errors; problem?: string; status?: ContentfulStatusCode }>
export type Managing = Readonly<{ c: C; contacts: Contacts; place: string; told: Told }>

export async function contactsPage(c: C) {
  const me = await self(c, readReference(c.req.param('ref') ?? ''))
  if (!me || !(await ownReference(c, me))) return closed(c)
  return contactsPageFor(c, me, {})
}

export async function contactsPageFor(c: C, me: Self, told: Told) {
  const { db, keys, now } = c.var.deps
  const [contacts, own] = await withActor(db, me.actor, async (tx) => [
    await contactsOf(tx, keys, me.reporterId, now()),
    await selfReport(tx, me),
  ])
  const path = `/laporan/${own.reference}`
  const managing = { c, contacts, place: `${path}/kontak`, told }
  const { contacts: t } = c.var.t.citizen
  const done = t.done[c.req.query('tersimpan') ?? '']
  return show(c, {
    title: t.title,
    status: told.status ?? 200,
    path: managing.place,
    body: (
      <div class="stack-l measure">
        <div class="stack">
          <p>
            <a href={path}>{t.back(showReference(own.reference))}</a>
          </p>
          <h1>{t.title}</h1>
          <p class="hint">{t.intro}</p>
          <ErrorSummary t={c.var.t} errors={told.errors ?? {}} />
          {told.problem && (
            <Note icon="late" warn>
              <p role="alert">{told.problem}</p>
            </Note>
          )}
          {done && !told.status && (
            <Note icon="check">
              <p role="status">{done}</p>
            </Note>
          )}
        </div>
        <Coded {...managing} />
        <Yours {...managing} secret={own.secret} />
        <Add {...managing} />
      </div>
    ),
  })
}

const Yours = ({ secret, ...managing }: Managing & { secret: boolean }) => {
  const { c, contacts } = managing
  const { contacts: t, form } = c.var.t.citizen
  return (
    <section class="stack" aria-labelledby="milik">
      <h2 id="milik">{t.yours}</h2>
      {contacts.list.length === 0 && <p>{t.none}</p>}
      {contacts.list.map((contact) => (
        <Listed {...managing} contact={contact} />
      ))}
      {contacts.held > 0 && (
        <Note icon="info">
          <p>{t.held(contacts.held)}</p>
        </Note>
      )}
      {secret && <p class="small mute">{form.secretNote}</p>}
    </section>
  )
}

const Add = ({ c, contacts, place, told }: Managing) => {
  const { t } = c.var
  const words = t.citizen.contacts
  const joined = contacts.list.filter(({ id, failed }) => id !== null && !failed).length
  if (joined >= 3) return <p class="hint">{words.most}</p>
  return (
    <section class="stack" aria-labelledby="tambah">
      <h2 id="tambah">{words.add}</h2>
      <form method="post" action={place} class="stack">
        <Field t={t} name="kontak" label={words.field} hint={words.fieldHint} autocomplete="off" maxlength={254} value={told.typed} error={told.errors?.kontak} />
        <p class="small mute">{words.consent}</p>
        <p>
          <Button look={contacts.waiting ? 'line' : 'solid'}>{words.ask}</Button>
        </p>
      </form>
    </section>
  )
} // biome-ignore format: one field a line
