/** One field that suggests areas, in place of two lists. Without this script the lists work by themselves. */

const area = document.querySelector('[data-area]')
if (area) enhance(area)

function element(name, attributes, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

function enhance(box) {
  const { area: code, name, label, hint, optional, none, some } = box.dataset
  const error = box.querySelector('.err')
  const head = element('label', { for: 'province' }, `${label} `, element('span', { class: 'opt' }, optional))
  const about = element('p', { class: 'hint', id: 'h-area' }, hint)
  const chosen = element('input', { type: 'hidden', name: 'areaCode', value: code })
  const list = element('ul', { role: 'listbox', id: 'found', class: 'found', 'aria-label': label, hidden: '' })
  const status = element('p', { role: 'status', class: 'small mute' })
  const field = element('input', {
    class: 'in',
    id: 'province',
    name: 'areaName',
    value: name,
    role: 'combobox',
    autocomplete: 'off',
    maxlength: '100',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': 'found',
    'aria-describedby': error ? 'h-area e-province' : 'h-area',
  })
  if (error) field.setAttribute('aria-invalid', 'true')
  box.replaceChildren(head, about, ...(error ? [error] : []), field, list, status, chosen)

  let at = -1
  let asked = 0
  let waiting

  const options = () => [...list.children]
  function mark(index) {
    at = index
    for (const [i, option] of options().entries()) option.setAttribute('aria-selected', String(i === at))
    if (at < 0) field.removeAttribute('aria-activedescendant')
    else field.setAttribute('aria-activedescendant', `found-${at}`)
  }
  function close() {
    list.hidden = true
    field.setAttribute('aria-expanded', 'false')
    mark(-1)
  }
  function choose(option) {
    field.value = option.textContent
    chosen.value = option.dataset.code
    status.textContent = ''
    close()
  }
  function show(areas) {
    list.replaceChildren(
      ...areas.map(({ code, label }, i) =>
        element('li', { role: 'option', id: `found-${i}`, 'data-code': code, 'aria-selected': 'false' }, label),
      ),
    )
    list.hidden = areas.length === 0
    field.setAttribute('aria-expanded', String(areas.length > 0))
    status.textContent = areas.length > 0 ? `${areas.length} ${some}` : none
    mark(-1)
  }
  async function ask() {
    const mine = ++asked
    try {
      const answer = await fetch(`/wilayah?q=${encodeURIComponent(field.value)}`)
      if (answer.ok && mine === asked) show((await answer.json()).areas)
    } catch {
      // Without a connection the words stand as they were typed.
    }
  }

  field.addEventListener('input', () => {
    chosen.value = ''
    clearTimeout(waiting)
    asked++
    if (field.value.trim().length < 2) {
      status.textContent = ''
      close()
    } else waiting = setTimeout(ask, 200)
  })
  field.addEventListener('keydown', (event) => {
    const { length } = list.hidden ? [] : options()
    if (event.key === 'Escape') close()
    else if (length === 0) return
    else if (event.key === 'ArrowDown') mark((at + 1) % length)
    else if (event.key === 'ArrowUp') mark((at <= 0 ? length : at) - 1)
    else if (event.key === 'Enter' && at >= 0) choose(options()[at])
    else return
    event.preventDefault()
  })
  list.addEventListener('pointerdown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    const option = event.target.closest('[role=option]')
    if (option) choose(option)
  })
  field.addEventListener('blur', close)
}
