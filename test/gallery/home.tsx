import { Button } from '../../src/web/ui/answers.tsx'
import { Field, TextArea } from '../../src/web/ui/field.tsx'
import { Figures } from '../../src/web/ui/note.tsx'
import { Page } from '../../src/web/ui/page.tsx'
import { Days, freshDays } from '../../src/web/ui/promise.tsx'
import { Ref, Sign, Status } from '../../src/web/ui/status.tsx'
import type { Scene } from './scene.ts'

export const Home = ({ t, ...page }: Scene) => {
  const { home, form, track } = t.citizen
  return (
    <Page {...page} t={t} title={home.title} current="home" bare>
      <section class="hero">
        <div class="wrap">
          <div>
            <h1>{form.text}</h1>
            <p class="lede">{home.promise}</p>
            <form class="sheet" method="post" action="/lapor">
              <TextArea t={t} name="text" label={form.text} hint={form.textHint} quiet paper="letter" rows={4} />
              <div class="row">
                <Button icon="fwd">{t.actions.continue}</Button>
                <span class="small mute">{home.free}</span>
              </div>
            </form>
          </div>
          <form class="sheet stack" method="post" action="/cek">
            <h2>{track.title}</h2>
            <Field t={t} name="reference" label={track.reference} hint={track.referenceHint} mono />
            <Button look="line" wide>
              {home.track}
            </Button>
          </form>
        </div>
      </section>
      <div class="kawung" />
      <div class="wrap page stack-l">
        <section class="stack">
          <h2>{t.clock.citizen[0]}</h2>
          <ol class="path">
            {[3, 5, 14].map((days) => (
              <li>
                <h3>{t.clock.workingDays(String(days))}</h3>
                <Days cells={freshDays(days)} says={t.clock.workingDays(String(days))} />
                <p class="small">{t.clock.citizen[1]}</p>
              </li>
            ))}
          </ol>
        </section>
        <Figures
          figures={[
            { says: 'dijawab tepat waktu', of: '101 dari 118 laporan', value: '86', unit: '%' },
            { says: 'sampai jawaban pertama', of: 'separuh lebih cepat dari ini', value: '9,5', unit: 'jam kerja' },
            { says: 'dipastikan selesai', of: '56 dari 96 yang ditutup', value: '58', unit: '%' },
            { says: 'ditutup tanpa kabar', of: '33 dari 96, tidak dihitung berhasil', value: '34', unit: '%' },
          ]}
        />
        <section class="stack">
          <h2>{home.read}</h2>
          <ul class="list">
            {(['received', 'incomplete', 'assigned', 'in_progress', 'resolved', 'archived'] as const).map((status) => (
              <li>
                <h3>
                  <a href="/cek">Lubang di Jalan Cemara depan SDN Karangsari</a>
                </h3>
                <p class="own">Sudah dua anak jatuh dari sepeda minggu ini. Kalau hujan lubangnya tertutup air.</p>
                <p class="meta">
                  <Status t={t} status={status} />
                  <span class="mute">
                    Dinas PUPR · <Ref reference="K7Q4-M2PX" />
                  </span>
                </p>
              </li>
            ))}
          </ul>
          <p class="row">
            <Status t={t} status="closed" ending="confirmed" />
            <Status t={t} status="closed" ending="lapsed" />
            <Sign icon="late" tone="late" says={t.clock.missed(2)} />
          </p>
        </section>
      </div>
    </Page>
  )
}
