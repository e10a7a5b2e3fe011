import type { Role } from '../../person/may.ts'
import { fullTimeIn, roleNames } from '../account/say.ts'
import { staffOf } from '../session.ts'
import { Note } from '../ui/note.tsx'
import { type C, place } from './place.tsx'

/** Sign-in slips to print and cut, eight on a page. What they say is known here only, and once. */

export type Slip = Readonly<{
  name: string
  roles: readonly Role[]
  agencyName: string
  username: string
  code: string
  until: Date
}>

export function slipsPage(c: C, slips: readonly Slip[], told?: string) {
  const t = c.var.t.admin.slip
  return place(c, {
    title: t.title,
    section: 'accounts',
    body: (
      <>
        {told && <p class="noprint">{told}</p>}
        {slips.length > 0 && <div class="noprint"><Note icon="late" warn><p>{t.once}</p></Note></div>}
        <ul class="slips">{slips.map((slip) => <One c={c} slip={slip} />)}</ul>
        <p class="noprint"><a href="/kelola/akun">{c.var.t.admin.sections.accounts}</a></p>
      </>
    ),
  })
} // biome-ignore format: short elements on one line

function One({ c, slip }: { c: C; slip: Slip }) {
  const t = c.var.t.admin.slip
  const rows = [
    [t.for, `${slip.name}, ${roleNames(c.var.t, slip.roles)}, ${slip.agencyName}`],
    [t.site, `${c.var.deps.site.publicUrl}/masuk`],
    [t.username, slip.username],
    [t.code, slip.code],
  ] as const
  return (
    <li class="slip card">
      <p><b>{t.head}</b></p>
      <dl>
        {rows.map(([term, said]) => (
          <div><dt>{term}</dt><dd class={term === t.code || term === t.username ? 'ref' : undefined}>{said}</dd></div>
        ))}
      </dl>
      <p class="small">{t.until(fullTimeIn(c.var.t, staffOf(c).zone, slip.until))} {t.hand}</p>
      <p class="small">{t.received}: ______________________</p>
    </li>
  )
} // biome-ignore format: short elements on one line
