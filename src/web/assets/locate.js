/** Offers to add where the phone is to a visit. Without this script, or without leave, the place is written in words. */

const box = document.querySelector('[data-locate]')
if (box && 'geolocation' in navigator) {
  const button = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'btn line wide',
    textContent: box.dataset.locate,
  })
  const said = Object.assign(document.createElement('p'), { className: 'hint' })
  said.setAttribute('role', 'status')
  button.addEventListener('click', () => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        box.querySelector('[name=latitude]').value = coords.latitude.toFixed(5)
        box.querySelector('[name=longitude]').value = coords.longitude.toFixed(5)
        said.textContent = `${box.dataset.found} ${coords.latitude.toFixed(5)}, ${coords.longitude.toFixed(5)}`
      },
      () => button.remove(),
      { enableHighAccuracy: true, timeout: 15_000 },
    )
  })
  box.append(button, said)
}
