/** Offers names of agencies while somebody types. Without this script the name is looked up when the form is sent. */

for (const box of document.querySelectorAll('[data-agency]')) {
  const field = box.querySelector('input')
  const list = box.querySelector('datalist')
  let waiting
  let asked = ''
  field.addEventListener('input', () => {
    const typed = field.value.split(';').at(-1).trim()
    if (typed.length < 2 || typed === asked) return
    asked = typed
    clearTimeout(waiting)
    waiting = setTimeout(async () => {
      const answer = await fetch(`${box.dataset.agency}q=${encodeURIComponent(typed)}`).catch(() => null)
      if (!answer?.ok || typed !== asked) return
      const before = field.value.includes(';') ? `${field.value.slice(0, field.value.lastIndexOf(';'))}; ` : ''
      list.replaceChildren(
        ...(await answer.json()).map(({ name }) =>
          Object.assign(document.createElement('option'), { value: before + name }),
        ),
      )
    }, 200)
  })
}
