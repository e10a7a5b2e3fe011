import { raw } from 'hono/html'
import type { Network } from '../people/network.ts'
import { addressOf, called, firstName, type Place, pins } from './place.ts'
import { Talk, Wall } from './said.tsx'
import { script, style } from './style.ts'

/** The page on which somebody is a citizen on each service, and sees what is answered. */

export type View = Readonly<{
  networks: readonly Network[]
  network: Network
  place: Place
  pictures: ReadonlyMap<string, unknown>
  /** Where the product is. */
  product: string
  trouble?: string | undefined
}>

export const Page = (view: View) => (
  <html lang="id" class={view.place.service}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${view.network.title} · Layanan tiruan`}</title>
      <style>{raw(style)}</style>
    </head>
    <body>
      <header>
        <h1>Layanan tiruan</h1>
        <p>
          Tulislah sebagai warga; Lapor menjawab di sini. Petugas bekerja di{' '}
          <a href={view.product}>{view.product.replace('http://', '')}</a>.
        </p>
      </header>
      <Services {...view} />
      <main>
        <section aria-label="Percakapan" id="percakapan">
          <Said {...view} />
        </section>
        <Writing {...view} />
      </main>
      <script>{raw(script)}</script>
    </body>
  </html>
)

export const Said = (view: View) => (view.place.reach === 'public' ? <Wall {...view} /> : <Talk {...view} />)

const Services = ({ networks, network, place }: View) => (
  <nav aria-label="Layanan">
    <ul>
      {networks.map(({ service, title, reaches: [first = 'private'] }) => (
        <li>
          <a
            href={addressOf({ service, reach: first, who: place.who })}
            aria-current={service === place.service ? 'page' : undefined}
          >
            {title}
          </a>
        </li>
      ))}
    </ul>
    {network.reaches.length > 1 && (
      <ul class="ways">
        {network.reaches.map((reach) => (
          <li>
            <a
              href={addressOf({ ...place, under: undefined, reach })}
              aria-current={reach === place.reach ? 'true' : undefined}
            >
              {called[place.service][reach]} · {reach === 'public' ? 'dibaca semua orang' : 'hanya Lapor'}
            </a>
          </li>
        ))}
      </ul>
    )}
  </nav>
)

const People = ({ network, place }: View) => {
  const names = [...new Set([firstName, ...network.lines().map(({ who }) => who), place.who])]
  return (
    <p class="people">
      {names.slice(-12).map((who) => (
        <a href={addressOf({ ...place, under: undefined, who })} aria-current={who === place.who ? 'true' : undefined}>
          {who}
        </a>
      ))}
    </p>
  )
}

const Writing = (view: View) => {
  const { network, place, trouble } = view
  const isPublicX = place.service === 'x' && place.reach === 'public'
  return (
    <form
      method="post"
      action={addressOf(place).replace('/?', '/kirim?')}
      enctype="multipart/form-data"
      class="writing"
    >
      <h2>{called[place.service][place.reach]}</h2>
      {trouble && <p role="alert">{trouble}</p>}
      <People {...view} />
      <label>
        Nama
        <input name="nama" value={place.who} maxlength={60} required />
      </label>
      {place.under && <Going {...view} />}
      <label>
        {isPublicX ? 'Isi, dengan @lapor di dalamnya' : 'Isi'}
        <textarea name="isi" rows={4} id="isi">
          {isPublicX ? '@lapor ' : ''}
        </textarea>
      </label>
      <label>
        Foto
        <input type="file" name="foto" accept="image/*" multiple />
      </label>
      {network.hasPins && place.reach === 'private' && <Pins />}
      <button type="submit" class="send">
        Kirim
      </button>
    </form>
  )
}

const Pins = () => (
  <label>
    Lokasi
    <select name="lokasi">
      <option value="">Tanpa lokasi</option>
      {pins.map(({ name }, n) => (
        <option value={String(n)}>{name}</option>
      ))}
    </select>
  </label>
)

const Going = ({ network, place }: View) => {
  const post = network.lines().find(({ id }) => id === place.under)
  return (
    <p class="going">
      Melanjutkan: “{post?.text.slice(0, 60) ?? ''}” <a href={addressOf({ ...place, under: undefined })}>Batalkan</a>
    </p>
  )
}
