import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { AppEnv } from '../../app.ts'
import { has, type Staff } from '../../person/may.ts'
import { Button } from '../ui/answers.tsx'
import { Page } from '../ui/page.tsx'
import { type Places, StaffPage } from '../ui/staff-page.tsx'

/** Around the pages of accounts and administration: plain for whoever stands at the door, with the places of staff inside. */

const sections = [
  ['agencies', '/kelola/instansi', 'team'], ['accounts', '/kelola/akun', 'person'], ['import', '/kelola/impor', 'file'],
  ['calendar', '/kelola/kalender', 'clock'], ['promises', '/kelola/janji', 'check'], ['steps', '/kelola/eskalasi', 'late'],
  ['categories', '/kelola/kategori', 'flag'],
  ['channels', '/kelola/kanal', 'inbox'],
  ['ledger', '/kelola/catatan', 'archive'],
] as const // biome-ignore format: a list reads better in lines
export type Section = (typeof sections)[number][0]

type Frame = {
  title: string
  body: Child
  status?: ContentfulStatusCode
  section?: Section
  /** Where changing the language leads back to, when it is not this page. */
  path?: string
}

const acts = /\/(data|peran|slip|undangan|pindah|serah|nonaktif|aktif|bawahan|tutup|hapus)$/

/** A page that was posted leads back to the one that can be read. */
function readable(c: Context<AppEnv>): string {
  const { pathname, search } = new URL(c.req.url)
  return c.req.method === 'GET' ? pathname + search : pathname.replace(acts, '')
}

/** The sections of an administrator; the side of other pages of staff may show them too. */
export function manages(c: Context<AppEnv>, staff: Staff, section?: Section): Places[] {
  if (!has(staff, 'administrator')) return []
  const t = c.var.t.admin
  const places = sections
    .filter(([name]) => name !== 'channels' || staff.agencyKind === 'centre')
    .map(([name, href, icon]) => ({
      label: t.sections[name],
      href,
      icon,
      current: name === section,
    }))
  return [{ heading: t.title, places }]
}

export function show(c: Context<AppEnv>, { title, body, status = 200, section, path = readable(c) }: Frame) {
  const { t, nonce, staff, deps } = c.var
  if (!staff || staff.mustChange)
    return c.html(
      <Page t={t} nonce={nonce} title={title} place={deps.site.place} path={path}>
        {body}
      </Page>,
      status,
    )
  const desk = {
    heading: t.staffSite.label,
    places: [{ label: t.staffSite.label, href: '/meja', icon: 'inbox' as const }],
  }
  return c.html(
    <StaffPage
      t={t}
      nonce={nonce}
      title={title}
      path={path}
      name={staff.name}
      agency={staff.agencyName}
      side={[desk, ...manages(c, staff, section)]}
    >
      {body}
    </StaffPage>,
    status,
  )
}

export const Submit = ({ children, look = 'solid' }: { children: Child; look?: 'solid' | 'line' | 'calm' }) => (
  <p class="row field">
    <Button look={look}>{children}</Button>
  </p>
)
