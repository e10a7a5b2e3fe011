import { html } from 'hono/html'
import type { Child, PropsWithChildren } from 'hono/jsx'
import { assetUrl } from '../assets.ts'
import type { Messages } from '../messages.ts'
import { Icon, Logo } from './icon.tsx'

/** The page of a citizen: emergency numbers first, then everything else. */

type Head = Readonly<{
  t: Messages
  /** Of this answer; a page without scripts does not use it. */
  nonce: string
  title: string
  description?: string | undefined
  /** Names in `assets/`, loaded as modules. */
  scripts?: readonly string[] | undefined
}>
type DocumentProps = PropsWithChildren<Head & { styles: readonly string[]; staff?: boolean }>

/** The document around any page. */
export const Document = ({ t, nonce, title, description, scripts = [], styles, staff, children }: DocumentProps) =>
  html`<!doctype html>${(
    <html lang={t.lang} class={staff ? 'staff' : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title === t.brand.name ? title : `${title} · ${t.brand.name}`}</title>
        {description && <meta name="description" content={description} />}
        <meta name="theme-color" content="#4a0f33" />
        <link rel="icon" type="image/svg+xml" href={assetUrl('icon.svg')} />
        {styles.map((name) => (
          <link rel="stylesheet" href={assetUrl(name)} />
        ))}
        {scripts.map((name) => (
          <script type="module" nonce={nonce} src={assetUrl(name)} />
        ))}
      </head>
      <body>
        <a class="skip" href="#isi">
          {t.site.skip}
        </a>
        {children}
      </body>
    </html>
  )}`

type PageProps = PropsWithChildren<
  Head & {
    /** Shown beside the name, e.g. "Kota Blitar"; empty for the nation. */
    place: string
    /** Where changing the language leads back to; a page that was posted names one that can be read. */
    path: string
    /** The form `#tulis` on this page is sent here to be shown again in the other language, so that nothing is lost. */
    keeps?: string | undefined
    current?: 'home' | 'file' | 'track' | undefined
    /** Full width: sections bring their own margins, as on the home page. */
    bare?: boolean | undefined
  }
>

export const Page = ({ t, place, path, keeps, current, bare, children, description, ...head }: PageProps) => (
  <Document
    t={t}
    {...head}
    description={description ?? t.site.description(place || t.site.nation)}
    styles={['style.css']}
  >
    <Emergency t={t} />
    <Top t={t} here={place}>
      <Nav t={t} current={current} />
      {keeps ? <SameInOther t={t} keeps={keeps} /> : <Language t={t} path={path} />}
    </Top>
    <main id="isi" class={bare ? undefined : 'wrap page'}>
      {children}
    </main>
    <Foot t={t} place={place} />
  </Document>
)

const Emergency = ({ t }: { t: Messages }) => (
  <aside class="sos" aria-label={t.emergency.label}>
    <div class="wrap">
      <p>{t.emergency.ask}</p>
      <ul class="r">
        <li>
          <a href="tel:112">
            <Icon name="phone" />
            <b>112</b> {t.emergency.all}
          </a>
        </li>
        <li>
          <a href="tel:119">
            <b>119</b> {t.emergency.ambulance}
          </a>
        </li>
        <li>
          <a href="tel:110">
            <b>110</b> {t.emergency.police}
          </a>
        </li>
      </ul>
    </div>
  </aside>
)

/** The masthead: the drum, the name, and where this installation or desk is. */
export const Top = ({
  t,
  here,
  home = '/',
  children,
}: {
  t: Messages
  here: string
  home?: string
  children?: Child
}) => (
  <header class="top">
    <div class="wrap">
      <a class="brand" href={home}>
        <Logo />
        <b>{t.brand.name}</b>
        {here && <span>{here}</span>}
      </a>
      {children}
    </div>
  </header>
)

const Nav = ({ t, current }: Pick<PageProps, 't' | 'current'>) => {
  const places = [
    ['home', '/'],
    ['file', '/lapor'],
    ['track', '/cek'],
  ] as const
  return (
    <nav class="nav" aria-label={t.nav.label}>
      {places.map(([name, href]) => (
        <a href={href} aria-current={name === current ? 'page' : undefined}>
          {t.nav[name]}
        </a>
      ))}
    </nav>
  )
}

/** One button to the other language. */
export const Language = ({ t, path }: Pick<PageProps, 't' | 'path'>) => (
  <form class="lang" method="post" action="/bahasa">
    <input type="hidden" name="ke" value={path} />
    <button type="submit" name="bahasa" value={t.language.otherCode} lang={t.language.otherCode} class="link">
      {t.language.other}
    </button>
  </form>
)

const SameInOther = ({ t, keeps }: { t: Messages; keeps: string }) => (
  <div class="lang">
    <button
      type="submit"
      form="tulis"
      formaction={keeps}
      name="bahasa"
      value={t.language.otherCode}
      lang={t.language.otherCode}
      class="link"
    >
      {t.language.other}
    </button>
  </div>
)

const Foot = ({ t, place }: Pick<PageProps, 't' | 'place'>) => (
  <footer class="foot">
    <div class="wrap">
      <p>
        {t.brand.name} {place || t.site.nation}. {t.footer.free}
      </p>
      <p>
        <a href="/masuk">{t.footer.staff}</a>
      </p>
    </div>
  </footer>
)
