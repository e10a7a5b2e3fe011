import type { Child, PropsWithChildren } from 'hono/jsx'
import type { Messages } from '../messages.ts'
import { Icon, type IconName } from './icon.tsx'
import { Document, Language, Top } from './page.tsx'

/** The page of somebody who works here: dense, keyboard first, with its places at the side. */

export type Place = Readonly<{
  label: string
  href: string
  icon?: IconName | undefined
  count?: number | undefined
  current?: boolean | undefined
}>
/** Places under one heading; those that are `extra` are left out on a phone. */
export type Places = Readonly<{ heading: string; places: readonly Place[]; extra?: boolean | undefined }>

type StaffPageProps = PropsWithChildren<{
  t: Messages
  nonce: string
  title: string
  /** Where changing the language leads back to. */
  path: string
  /** Name and agency of who is signed in. */
  name: string
  agency: string
  side: readonly Places[]
  /** `desk`: queue and report side by side, each scrolling; `page`: one column; `phone`: field work. */
  layout?: 'desk' | 'page' | 'phone' | undefined
  /** On the desk of a phone the opened report stands alone. */
  opened?: boolean | undefined
  /** `Keys`, in the foot. */
  keys?: Child | undefined
  scripts?: readonly string[] | undefined
}>

export const StaffPage = (props: StaffPageProps) => {
  const { t, nonce, title, path, name, agency, side, layout = 'page', opened, keys, scripts, children } = props
  const phone = layout === 'phone'
  return (
    <Document t={t} nonce={nonce} title={title} scripts={scripts} styles={['style.css', 'staff.css']} staff={!phone}>
      <Top t={t} here={agency} home="/meja">
        <div class="row who">
          <span class="only-l mute">{name}</span>
          <a href="/akun">{t.staffSite.account}</a>
          <Language t={t} path={path} />
          <form method="post" action="/keluar">
            <button type="submit" class="link">
              {t.staffSite.signOut}
            </button>
          </form>
        </div>
      </Top>
      {phone ? (
        <main id="isi" class="phone">
          {children}
        </main>
      ) : (
        <div class={`hall ${layout === 'desk' ? 'desk' : 'plain'}${opened ? ' opened' : ''}`}>
          <Side t={t} side={side} />
          <main id="isi" tabindex={-1}>
            {children}
          </main>
        </div>
      )}
      {keys}
    </Document>
  )
}

const Side = ({ t, side }: Pick<StaffPageProps, 't' | 'side'>) => (
  <nav class="side" aria-label={t.staffSite.label}>
    {side.map(({ heading, places, extra }) => (
      <>
        <h2>{heading}</h2>
        <ul class={extra ? 'r off' : 'r'}>
          {places.map((place) => (
            <li>
              <a href={place.href} aria-current={place.current ? 'page' : undefined}>
                {place.icon && <Icon name={place.icon} />}
                {place.label}
                {place.count !== undefined && <span>{t.staffSite.manyMore(place.count)}</span>}
              </a>
            </li>
          ))}
        </ul>
      </>
    ))}
  </nav>
)
