import type { Child } from 'hono/jsx'

/** A page that depends on nothing of the site: for developers, and for what must open from an old letter. */

type Props = { lang: 'id' | 'en'; nonce: string; title: string; children?: Child }

export const Bare = ({ lang, nonce, title, children }: Props) => (
  <html lang={lang}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>{title}</title>
      <style nonce={nonce} dangerouslySetInnerHTML={{ __html: style }} />
    </head>
    <body>
      <main>{children}</main>
    </body>
  </html>
)

const style = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent); --soft: color-mix(in srgb, currentColor 68%, transparent) }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 4rem }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem; overflow-wrap: anywhere }
.about, .to, time, dt { color: var(--soft) }
form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: 1.5rem 0 }
input, button { font: inherit; padding: .5rem .75rem; border: 1px solid var(--line); border-radius: .4rem; min-height: 2.75rem }
input { flex: 1 1 12rem; min-width: 0 }
.letters { list-style: none; margin: 0 0 1rem; padding: 0; border-top: 1px solid var(--line) }
.letters li { display: grid; grid-template-columns: 1fr auto; gap: .1rem 1rem; padding: .75rem 0; border-bottom: 1px solid var(--line) }
.letters a { grid-column: 1 / -1; font-weight: 600; overflow-wrap: anywhere }
.letters time { font-size: .875rem }
.to { font-size: .875rem; overflow-wrap: anywhere }
article { border: 1px solid var(--line); border-radius: .6rem; padding: 1.25rem }
dl { display: grid; grid-template-columns: auto 1fr; gap: .1rem 1rem; margin: 0 0 1rem; padding-bottom: 1rem; border-bottom: 1px solid var(--line) }
dd { margin: 0; overflow-wrap: anywhere }
.body { white-space: pre-wrap; overflow-wrap: anywhere }
`
