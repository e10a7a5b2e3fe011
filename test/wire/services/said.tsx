import type { Line, Network, Reach } from '../people/network.ts'
import { addressOf, type Place } from './place.ts'

/** What was said between somebody and us, or under everybody's eyes. */

type Shown = Readonly<{ network: Network; place: Place; pictures: ReadonlyMap<string, unknown> }>

const clock = new Intl.DateTimeFormat('id-ID', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Jakarta' })

export const Talk = (shown: Shown) => {
  const lines = shown.network.lines().filter(({ reach, who }) => reach === 'private' && who === shown.place.who)
  if (lines.length === 0) return <Nothing reach="private" />
  return (
    <ol class="talk">
      {lines.map((line) => (
        <Bubble {...shown} line={line} />
      ))}
    </ol>
  )
}

/** Every post, the newest first, with what stands under it. */
export const Wall = (shown: Shown) => {
  const all = shown.network.lines().filter(({ reach }) => reach === 'public')
  const posts = all.filter(({ isOurs }) => !isOurs).toReversed()
  if (posts.length === 0) return <Nothing reach="public" />
  return (
    <ol class="wall">
      {posts.map((post) => (
        <li>
          <ol class="talk">
            <Bubble {...shown} line={post} />
            {all
              .filter(({ isOurs, under }) => isOurs && under === post.id)
              .map((line) => (
                <Bubble {...shown} line={line} />
              ))}
          </ol>
        </li>
      ))}
    </ol>
  )
}

const Nothing = ({ reach }: { reach: Reach }) => (
  <p class="nothing">
    {reach === 'private' ? 'Belum ada pesan. Tulis sesuatu sebagai warga.' : 'Belum ada unggahan. Tulis yang pertama.'}
  </p>
)

const Bubble = ({ network, place, pictures, line }: Shown & { line: Line }) => {
  const isGone = network.unseen().has(line.id)
  const kind = [line.isOurs ? 'ours' : 'theirs', isGone ? 'gone' : ''].filter(Boolean).join(' ')
  return (
    <li class={kind}>
      <p class="who">
        {line.isOurs ? 'Lapor' : line.who} <time>{clock.format(line.at)}</time>
        {line.isOurs && network.service === 'whatsapp' && <Failing line={line} place={place} />}
      </p>
      {pictures.has(line.id) && <img src={`/foto/${encodeURIComponent(line.id)}`} alt="Foto yang dikirim" />}
      {line.text && <p class="words">{line.text}</p>}
      {line.pin && <p class="pin">Lokasi: {`${line.pin.latitude}, ${line.pin.longitude}`}</p>}
      {isGone && <p class="pin">Tidak terlihat lagi oleh orang lain.</p>}
      {line.isOurs ? (
        <Buttons line={line} place={place} />
      ) : (
        !isGone && <Own network={network} line={line} place={place} />
      )}
    </li>
  )
}

const Buttons = ({ line, place }: { line: Line; place: Place }) =>
  line.buttons.length === 0 ? null : (
    <form method="post" action={`/tekan?${addressOf(place).split('?')[1]}`} class="buttons">
      {line.buttons.map(({ title, carries }) => (
        <button type="submit" name="tombol" value={JSON.stringify({ title, carries })}>
          {title}
        </button>
      ))}
    </form>
  )

/** What a person can still do with their own words. */
const Own = ({ network, line, place }: { network: Network; line: Line; place: Place }) => (
  <div class="own">
    {line.reach === 'public' && <a href={addressOf({ ...place, who: line.who, under: line.id })}>Lanjutkan utas ini</a>}
    {network.forgets.includes(line.reach) && (
      <form method="post" action={`/hapus?${addressOf(place).split('?')[1]}`}>
        <button type="submit" name="id" value={line.id}>
          Hapus
        </button>
      </form>
    )}
  </div>
)

const Failing = ({ line, place }: { line: Line; place: Place }) => (
  <form method="post" action={`/gagal?${addressOf(place).split('?')[1]}`}>
    <button type="submit" name="id" value={line.id} title="WhatsApp mengabarkan bahwa pesan ini tidak sampai">
      Tidak sampai
    </button>
  </form>
)
