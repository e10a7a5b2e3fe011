import { Answers } from '../../src/web/ui/answers.tsx'
import { moment, shortDate, timeLeft } from '../../src/web/ui/format.ts'
import { Page } from '../../src/web/ui/page.tsx'
import { Promises } from '../../src/web/ui/promise.tsx'
import { Chain, State, Talk } from '../../src/web/ui/report.tsx'
import { Ref, Sign, Time } from '../../src/web/ui/status.tsx'
import { at, inDays, now, ribbon, type Scene, zone } from './scene.ts'

export const Report = ({ t, ...page }: Scene) => {
  const { confirm } = t.citizen
  const due = inDays(at('20T11:15'), 10)
  const told = { agency: 'Dinas PUPR Kota Blitar', left: '', date: '' }
  return (
    <Page {...page} t={t} title={t.status.resolved} current="track">
      <div class="head">
        <p class="small mute">
          <Ref reference="K7Q4-M2PX" /> · {t.kind.complaint.name}
        </p>
        <h1 class="measure">Lubang di Jalan Cemara depan SDN Karangsari</h1>
        <p class="row small mute">
          <span>Kelurahan Karangsari, Sukorejo</span>
          <Sign icon="anon" tone="end" says={t.citizen.open.anonymous[0]} />
        </p>
      </div>
      <div class="cols">
        <section class="stack">
          <State over={t.staffSite.desk('Kota Blitar')} title={t.status.resolved}>
            <p>{t.statusSays.resolved(told)}</p>
          </State>
          <form method="post" action="/">
            <Answers
              answers={[
                { icon: 'check', label: confirm.yes, means: confirm.yesThen, name: 'jawab', value: 'sudah' },
                { icon: 'redo', label: confirm.no, means: confirm.noThen, name: 'jawab', value: 'belum' },
              ]}
            />
          </form>
          <p class="small mute">{timeLeft({ due, now, zone, days: 9 }, t)}</p>
        </section>
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
                  cells: ribbon(at('10T19:42'), 3, at('12T09:00')),
                  sentence: t.clock.kept(1, 3),
                },
                {
                  label: t.clock.agency[0],
                  says: t.clock.lateBy(2),
                  icon: 'late',
                  tone: 'late',
                  cells: ribbon(at('10T19:42'), 5),
                  sentence: t.clock.missed(2),
                },
                {
                  label: t.clock.citizen[0],
                  says: shortDate(due, t, zone),
                  icon: 'clock',
                  cells: ribbon(at('10T19:42'), 14),
                  sentence: t.clock.cell(9, 14),
                  note: t.clock.citizen[1],
                },
              ]}
            />
          </section>
        </aside>
        <section class="stack">
          <h2>{t.footer.free}</h2>
          <Talk
            messages={[
              {
                who: t.role.reporter.name,
                about: moment(at('10T19:42'), t, zone),
                own: true,
                text: 'Di depan SDN Karangsari ada lubang selebar kira-kira satu meter.\n\nSudah dua anak jatuh dari sepeda minggu ini.',
              },
              {
                who: 'Dinas PUPR Kota Blitar',
                about: (
                  <>
                    Rini Astuti · <Time at={at('13T10:05')} t={t} zone={zone} as="moment" />
                  </>
                ),
                text: 'Terima kasih. Regu Bina Marga memeriksa Rabu 18 November.',
              },
            ]}
          />
        </section>
        <aside aria-label={t.role.operator.name}>
          <section class="card">
            <h2>{t.kind.complaint.name}</h2>
            <Chain
              links={[
                { name: 'Pusat', note: <Time at={at('11T08:20')} t={t} zone={zone} as="shortMoment" /> },
                { name: 'Dinas Perhubungan', note: t.returning.other_owner, state: 'back' },
                { name: 'Dinas PUPR', note: <Time at={at('11T09:10')} t={t} zone={zone} />, state: 'now' },
              ]}
            />
          </section>
        </aside>
      </div>
    </Page>
  )
}
