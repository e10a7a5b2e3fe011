import { Button } from '../../src/web/ui/answers.tsx'
import { Choices } from '../../src/web/ui/choices.tsx'
import { Keys, Pager, Queue, type QueueRow } from '../../src/web/ui/desk.tsx'
import { TextArea } from '../../src/web/ui/field.tsx'
import { Empty, Note } from '../../src/web/ui/note.tsx'
import { Promises } from '../../src/web/ui/promise.tsx'
import { Chain, Talk } from '../../src/web/ui/report.tsx'
import { StaffPage } from '../../src/web/ui/staff-page.tsx'
import { Ref, Sign, Status } from '../../src/web/ui/status.tsx'
import { at, ribbon, type Scene } from './scene.ts'

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
                heading: 'Minggu ini · 6',
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

const Opened = ({ t }: Scene) => (
  <article class="view" id="laporan">
    <div class="all stack">
      <p class="only-s">
        <a href="/meja">{t.actions.back}</a>
      </p>
      <p class="row mute">
        <Ref reference="4H8P-6WDC" />
        <Status t={t} status="received" />
        <Sign icon="anon" tone="end" says={t.citizen.open.anonymous[0]} />
        <span>SMS 1708 · Kel. Sananwetan</span>
      </p>
      <h1>Lampu jalan mati di perempatan Kalimantan–Tanjung</h1>
      <div class="acts">
        <Button look="calm" href="#ask" shortcut="m">
          {t.moves.ask.button}
        </Button>
        <Button look="calm" href="#archive" shortcut="a">
          {t.moves.archive.button}
        </Button>
      </div>
    </div>
    <div class="stack">
      <Talk
        messages={[
          {
            who: 'Pelapor anonim',
            about: 'SMS, Selasa 17 Nov, 20.14',
            own: true,
            text: 'KOTA BLITAR lampu di prapatan kalimantan tanjung mati dr kamis, gelap skali mlm hampir ada yg ketabrak',
          },
          { who: 'Dinas Perhubungan', about: 'Agus Wibowo', text: t.returning.other_owner },
        ]}
      />
      <form class="next stack" method="post" action="/meja/4H8P-6WDC/penerusan">
        <h2>{t.moves.forward.button}</h2>
        <Choices
          t={t}
          name="agencyId"
          label={t.actions.choose}
          value="1"
          choices={[
            { value: '1', label: 'Dinas Lingkungan Hidup', means: '11 dari 12 laporan serupa selesai di sini.' },
            { value: '2', label: 'Dinas PUPR', means: '1 dari 12 laporan serupa.' },
          ]}
        />
        <TextArea t={t} name="note" label="Catatan untuk instansi" rows={2} value="Lampu hias taman." />
        <div>
          <Button shortcut="t">{t.moves.forward.button}</Button>
        </div>
      </form>
      <Note icon="lock" warn title={t.desk.secret[0]}>
        <p class="small">{t.desk.secret[1]}</p>
      </Note>
    </div>
    <aside class="stack" aria-label={t.clock.citizen[0]}>
      <section class="card">
        <h2>{t.clock.citizen[0]}</h2>
        <Promises
          promises={[
            {
              label: t.clock.verify[0],
              says: '1 / 3',
              icon: 'check',
              tone: 'ok',
              cells: ribbon(at('17T20:14'), 3, at('19T09:00')),
              sentence: t.clock.kept(1, 3),
            },
            {
              label: t.clock.citizen[0],
              says: '8 Des',
              icon: 'clock',
              tone: 'wait',
              cells: ribbon(at('17T20:14'), 14),
              sentence: t.clock.cell(4, 14),
            },
          ]}
        />
      </section>
      <section class="card">
        <h2>{t.role.operator.name}</h2>
        <Chain
          links={[
            { name: 'Pusat', note: 'Rab 18 Nov 08.32' },
            { name: 'Dinas Perhubungan', note: 'Jum 20 Nov 14.20', state: 'back' },
            { name: 'Kota Blitar', note: 'Jum 20 Nov', state: 'now' },
          ]}
        />
      </section>
    </aside>
  </article>
)

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
