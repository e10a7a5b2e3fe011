import { Button } from '../../src/web/ui/answers.tsx'
import { Choices } from '../../src/web/ui/choices.tsx'
import { TextArea } from '../../src/web/ui/field.tsx'
import { Note } from '../../src/web/ui/note.tsx'
import { Promises } from '../../src/web/ui/promise.tsx'
import { Chain, Talk } from '../../src/web/ui/report.tsx'
import { Ref, Sign, Status } from '../../src/web/ui/status.tsx'
import { at, ribbon, type Scene } from './scene.ts'

export const Opened = ({ t }: Scene) => (
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
