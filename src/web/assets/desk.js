/** Keys of the desk: J and K walk through the queue, Enter opens, / searches, and steps have their letters. */

const rows = () => [...document.querySelectorAll('.q a')]
const writing = (element) => element.closest('input, textarea, select, [contenteditable]') !== null

function walk(step) {
  const links = rows()
  if (links.length === 0) return
  const here = links.indexOf(document.activeElement)
  const from = here >= 0 ? here : links.findIndex((link) => link.hasAttribute('aria-current'))
  const next = links[Math.min(Math.max(from + step, 0), links.length - 1)]
  next.focus()
  next.scrollIntoView({ block: 'nearest' })
}

function press(key) {
  const target = [...document.querySelectorAll('[data-key]')].find((each) => each.dataset.key === key)
  if (!target) return false
  const details = target.closest('details')
  if (details) details.open = true
  const form = (details ?? target.closest('.next'))?.querySelector('input:not([type=hidden]), textarea, select')
  ;(form ?? target).focus()
  return true
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'Escape' && writing(event.target)) return event.target.blur()
  if (writing(event.target)) return
  const key = event.key.toLowerCase()
  const does = {
    j: () => walk(1),
    k: () => walk(-1),
    '/': () => document.getElementById('cari')?.focus(),
  }[key]
  if (does) does()
  else if (!press(key)) return
  event.preventDefault()
})
