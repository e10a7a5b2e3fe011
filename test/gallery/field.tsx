import { Button } from '../../src/web/ui/answers.tsx'
import { Choices } from '../../src/web/ui/choices.tsx'
import { FileField, TextArea } from '../../src/web/ui/field.tsx'
import { Icon } from '../../src/web/ui/icon.tsx'
import { Note } from '../../src/web/ui/note.tsx'
import { StaffPage } from '../../src/web/ui/staff-page.tsx'
import { Ref, Sign } from '../../src/web/ui/status.tsx'
import type { Scene } from './scene.ts'

export const FieldTask = ({ t, nonce, path }: Scene) => (
  <StaffPage
    t={t}
    nonce={nonce}
    path={path}
    title={t.field.title}
    name="Slamet Riyadi"
    agency="Dinas PUPR"
    side={[]}
    layout="phone"
  >
    <div class="head">
      <p class="small mute">
        <Ref reference="K7Q4-M2PX" />
      </p>
      <h1>Lubang di Jalan Cemara depan SDN Karangsari</h1>
      <p class="row small">
        <Sign icon="clock" tone="wait" says={t.clock.shortToday} />
      </p>
    </div>
    <form method="post" action="/lapangan/K7Q4-M2PX" enctype="multipart/form-data">
      <ol class="steps">
        <li class="stack">
          <h2>
            <Icon name="pin" />
            {t.citizen.form.place}
          </h2>
          <p>Aspal di depan gerbang sekolah, lajur arah pasar.</p>
          <Note icon="anon" title={t.desk.anonymous[0]}>
            <p class="small">{t.desk.anonymous[1]}</p>
          </Note>
        </li>
        <li>
          <h2>
            <Icon name="cam" />
            {t.citizen.form.photo}
          </h2>
          <FileField t={t} name="sesudah" label={t.citizen.form.photo} accept="image/*" capture />
        </li>
        <li>
          <h2>
            <Icon name="work" />
            {t.moves.visit.button}
          </h2>
          <Choices
            t={t}
            name="outcome"
            label={t.actions.choose}
            choices={[
              { value: 'done', label: 'Selesai dikerjakan' },
              { value: 'again', label: 'Perlu datang lagi' },
            ]}
          />
          <TextArea t={t} name="findings" label={t.citizen.form.text} rows={3} />
        </li>
      </ol>
      <div class="bar">
        <div>
          <Button wide>{t.moves.visit.button}</Button>
        </div>
      </div>
    </form>
  </StaffPage>
)
