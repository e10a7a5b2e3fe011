import { Button } from '../../src/web/ui/answers.tsx'
import { Keys, Pager, Queue, type QueueRow } from '../../src/web/ui/desk.tsx'
import { Empty } from '../../src/web/ui/note.tsx'
import { StaffPage } from '../../src/web/ui/staff-page.tsx'
import { Opened } from './opened.tsx'
import type { Scene } from './scene.ts'

const row = (title: string, more: Partial<QueueRow> = {}): QueueRow => ({
  href: '/meja/K7Q4-M2PX',
  icon: 'inbox',
  title,
  left: '2 hari',
  urgency: 'fine',
  facts: ['Verifikasi', 'SMS 1708', 'Sananwetan'],
  pick: 'K7Q4-M2PX',
  ...more,
})

const side = [
  {
    heading: 'Meja Kota Blitar',
    places: [
      { label: 'Antrean', href: '/meja', icon: 'inbox', count: 17, current: true },
      { label: 'Atensi', href: '/meja?lihat=instructions', icon: 'flag', count: 100 },
      { label: 'Dikembalikan', href: '/meja?lihat=returned', icon: 'back', count: 2 },
    ],
  },
  { heading: 'Lainnya', places: [{ label: 'Catat laporan lisan', href: '/meja/catat' }], extra: true },
] as const

const frame = ({ t, nonce, path }: Scene) =>
  ({ t, nonce, path, name: 'Dewi Kartika, operator', agency: 'Meja Kota Blitar', side }) as const

const keysOf = ({ t }: Scene) => {
  const { keys } = t.desk
  return (
    <Keys
      t={t}
      keys={[
        ['J K', keys.move],
        ['Enter', keys.open],
        ['T', keys.forward],
        ['/', keys.search],
      ]}
    />
  )
}

export const Desk = ({ opened, ...scene }: Scene & { opened?: boolean }) => {
  const { t } = scene
  return (
    <StaffPage {...frame(scene)} title="Antrean" layout="desk" opened={opened} keys={keysOf(scene)}>
      <section class="queue" aria-labelledby="antrean">
        <div class="tools">
          <div class="row">
            <h1 id="antrean">Antrean</h1>
            <span class="mute">17 terbuka</span>
          </div>
          <search>
            <form class="find" action="/meja">
              <label class="vh" for="cari">
                {t.actions.search}
              </label>
              <input class="in" id="cari" name="cari" type="search" placeholder={t.actions.search} />
              <span class="kbd" aria-hidden="true">
                /
              </span>
            </form>
          </search>
          <ul class="chips">
            <li>
              <a href="/meja" aria-current="true">
                Semua 17
              </a>
            </li>
            <li>
              <a href="/meja?rahasia=1">Rahasia 2</a>
            </li>
          </ul>
        </div>
        <form method="post" action="/meja/penerusan">
          <Queue
            groups={[
              {
                heading: 'Lewat janji · 1',
                late: true,
                rows: [row('Pohon condong ke kabel listrik Jl. Tanjung', { left: 'lewat 2 hari', urgency: 'late' })],
              },
              {
                heading: 'Hari ini · 2',
                rows: [
                  row('Pungutan parkir ganda di Pasar Legi', { left: 'hari ini', urgency: 'soon', icon: 'flag' }),
                  row('Air selokan meluap ke rumah di Pakunden', { left: 'hari ini', urgency: 'soon' }),
                ],
              },
              {
                heading: '7 hari ke depan · 6',
                rows: [
                  row('Lampu jalan mati di perempatan Kalimantan–Tanjung', { current: true, icon: 'back' }),
                  ...['Usul penyeberangan pelikan', 'Bantuan belum cair', 'Trotoar dipakai parkir', 'Sampah'].map(
                    (title) => row(title),
                  ),
                ],
              },
            ]}
          />
        </form>
        <Pager t={t} first="/meja" next="/meja?sesudah=1.2" />
      </section>
      <Opened {...scene} />
    </StaffPage>
  )
}

export const Table = (scene: Scene) => (
  <StaffPage {...frame(scene)} title={scene.t.admin.title}>
    <div class="head">
      <h1>{scene.t.admin.title}</h1>
    </div>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Nama</th>
            <th scope="col">Peran</th>
            <th scope="col" class="n">
              Laporan
            </th>
          </tr>
        </thead>
        <tbody>
          {(['operator', 'liaison', 'officer'] as const).map((role) => (
            <tr>
              <th scope="row">
                <a href="/kelola">Dewi Kartika</a>
              </th>
              <td>{scene.t.role[role].name}</td>
              <td class="n">1.250</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    <Empty says={scene.t.desk.empty.operator}>
      <Button look="line" href="/meja">
        {scene.t.actions.back}
      </Button>
    </Empty>
  </StaffPage>
)
