import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { Network, Press } from '../people/network.ts'
import type { Town } from '../people/town.ts'
import { Page, Said, type View } from './page.tsx'
import { addressOf, type Place, pins, placeIn } from './place.ts'

/** Every address of the page of services. */

const page = (view: View) => html`<!doctype html>${<Page {...view} />}`

export function site({ people }: Town, product: string) {
  const app = new Hono()
  const networks: readonly Network[] = Object.values(people)
  const pictures = new Map<string, Uint8Array>()
  const placeOf = (c: Context) => placeIn((name) => c.req.query(name))
  const viewOf = (place: Place) => ({ networks, network: people[place.service] as Network, place, pictures, product })
  const does = async (c: Context, place: Place, work: (network: Network) => Promise<unknown>) => {
    try {
      await work(people[place.service])
      return c.redirect(addressOf({ ...place, under: undefined }), 303)
    } catch (reason) {
      const trouble = `Lapor tidak menerimanya: ${reason instanceof Error ? reason.message : reason}`
      return c.html(page({ ...viewOf(place), trouble }), 502)
    }
  }

  app.get('/', (c) => c.html(page(viewOf(placeOf(c)))))
  app.get('/percakapan', (c) => c.html(<Said {...viewOf(placeOf(c))} />))
  app.get('/foto/:id', (c) => {
    const photo = pictures.get(c.req.param('id'))
    return photo ? c.body(new Uint8Array(photo), 200, { 'Content-Type': 'image/jpeg' }) : c.notFound()
  })
  app.post('/kirim', async (c) => {
    const form = await c.req.formData()
    const written = await writtenIn(form)
    const place = { ...placeOf(c), who: String(form.get('nama') ?? '').trim() || placeOf(c).who }
    if (!written.text && written.photos.length === 0 && !written.pin) return c.redirect(addressOf(place), 303)
    return does(c, place, async (network) => {
      const id = await network.says({ ...written, who: place.who, reach: place.reach, under: place.under })
      if (written.photos[0]) pictures.set(id, written.photos[0])
    })
  })
  app.post('/tekan', async (c) => {
    const press = JSON.parse(String((await c.req.formData()).get('tombol'))) as Press
    return does(c, placeOf(c), (network) => network.presses(placeOf(c).who, press))
  })
  const own = async (c: Context) => String((await c.req.formData()).get('id'))
  app.post('/hapus', async (c) => does(c, placeOf(c), async (network) => network.takesBack(await own(c))))
  app.post('/gagal', async (c) => does(c, placeOf(c), async () => people.whatsapp.fares(await own(c), 'failed')))
  return app
}

async function writtenIn(form: FormData) {
  const files = form.getAll('foto').filter((one): one is File => one instanceof File && one.size > 0)
  const photos = await Promise.all(files.map(async (file) => new Uint8Array(await file.arrayBuffer())))
  const chosen = pins[Number(form.get('lokasi') || -1)]
  const pin = chosen && { latitude: chosen.latitude, longitude: chosen.longitude }
  return { text: String(form.get('isi') ?? '').trim(), photos, pin }
}
