/** How the page of services looks: paper, ink, and one colour of each service; and the few lines that keep it fresh. */

export const style = `
:root { --accent: #1f7a8c; --paper: #f6f4ef; --ink: #1d2327; --soft: #5b656c; --line: #dedad1; --card: #fff; color-scheme: light }
.telegram { --accent: #1b6f9e } .whatsapp { --accent: #0c6b52 } .facebook { --accent: #2456b8 }
.instagram { --accent: #a02c6d } .x { --accent: #24292e }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 68rem; padding: 1.25rem 1rem 3rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, sans-serif }
h1 { margin: 0; font-size: 1.5rem; letter-spacing: -.01em } h2 { margin: 0 0 .25rem; font-size: 1.1rem }
header p { margin: .25rem 0 1.25rem; color: var(--soft) } a { color: var(--accent) }
ul, ol { list-style: none; margin: 0; padding: 0 }
nav ul { display: flex; flex-wrap: wrap; gap: .5rem; margin-bottom: .75rem }
nav a, .people a { display: inline-block; min-height: 2.5rem; padding: .45rem .95rem; border: 1px solid var(--line); border-radius: 99rem;
  background: var(--card); color: var(--ink); text-decoration: none }
nav a[aria-current=page], .people a[aria-current] { background: var(--accent); border-color: var(--accent); color: #fff }
.ways { gap: 0 1.25rem } .ways a { padding: .25rem 0; border: 0; border-bottom: 3px solid transparent; border-radius: 0; background: none; color: var(--soft) }
.ways a[aria-current] { border-color: var(--accent); color: var(--ink); font-weight: 600 }
main { display: grid; gap: 1.25rem; margin-top: .5rem }
section, .writing { min-width: 0; padding: 1rem; border: 1px solid var(--line); border-radius: 1rem; background: var(--card) }
.talk { display: grid; gap: .75rem } .wall { display: grid; gap: 1.25rem } .wall > li + li { padding-top: 1.25rem; border-top: 1px solid var(--line) }
.talk li { max-width: 34rem; padding: .65rem .9rem; border-radius: 1rem; overflow-wrap: anywhere }
.theirs { justify-self: end; background: var(--accent); color: #fff; border-bottom-right-radius: .25rem !important }
.ours { justify-self: start; background: #efece4; border-bottom-left-radius: .25rem !important }
.wall .theirs { justify-self: start; padding: .2rem .9rem; border-left: 4px solid var(--accent); border-radius: 0 !important; background: none; color: var(--ink) } .wall .ours { margin-left: 1.5rem }
.who { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; margin: 0; font-size: .85rem; font-weight: 600 } .who time { font-weight: 400; opacity: .85 }
.words { margin: .15rem 0 0; white-space: pre-line } .pin { margin: .25rem 0 0; font-size: .9rem; font-style: italic }
.gone { opacity: .75 } .gone .words { text-decoration: line-through }
.talk img { display: block; max-width: 100%; max-height: 14rem; margin-top: .4rem; border-radius: .6rem }
.buttons { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .6rem }
button { min-height: 2.5rem; padding: .4rem .95rem; border: 1px solid var(--accent); border-radius: .7rem; background: var(--card); color: var(--accent);
  font: inherit; font-weight: 600; cursor: pointer }
.send { width: 100%; background: var(--accent); color: #fff }
.own { display: flex; flex-wrap: wrap; align-items: center; gap: 1rem; margin-top: .35rem; font-size: .9rem } .own a { color: inherit }
.own button, .who button { min-height: 1.75rem; padding: 0 .25rem; border: 0; background: none; color: inherit; font-weight: 400; font-size: .9rem; text-decoration: underline }
.writing { display: grid; gap: .85rem; align-content: start } label { display: grid; gap: .25rem; font-weight: 600; font-size: .95rem }
input, textarea, select { width: 100%; min-height: 2.75rem; padding: .55rem .7rem; border: 1px solid #b9b4a8; border-radius: .6rem; background: #fff; color: inherit; font: inherit; font-weight: 400 }
.people { display: flex; flex-wrap: wrap; gap: .4rem; margin: 0 } .people a { min-height: 2.25rem; padding: .2rem .75rem; font-size: .9rem }
.nothing { margin: 2rem 0; text-align: center; color: var(--soft) } .going { margin: 0; color: var(--soft); font-size: .9rem }
[role=alert] { margin: 0; padding: .6rem .8rem; border-radius: .6rem; background: #fdecea; color: #8a1c12 }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
@media (min-width: 52rem) { body { padding: 2rem } main { grid-template-columns: 1fr 21rem; align-items: start } .writing { position: sticky; top: 1rem } }
`

/** Looks for answers every second, without touching what somebody is writing. */
export const script = `
const said = document.getElementById('percakapan')
setInterval(async () => {
  if (document.hidden || said.contains(document.activeElement)) return
  const answer = await fetch('/percakapan' + location.search).catch(() => undefined)
  const html = answer?.ok ? await answer.text() : said.dataset.seen
  if (html !== said.dataset.seen) { said.innerHTML = html; said.dataset.seen = html }
}, 1000)
`
