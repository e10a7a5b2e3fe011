import { Button } from '../../src/web/ui/answers.tsx'
import { Check, Choices, ErrorSummary } from '../../src/web/ui/choices.tsx'
import { Field, FileField, Select, TextArea } from '../../src/web/ui/field.tsx'
import { Mask, Note } from '../../src/web/ui/note.tsx'
import { Page } from '../../src/web/ui/page.tsx'
import type { Scene } from './scene.ts'

export const Form = ({ t, ...page }: Scene) => {
  const { form, open, mask } = t.citizen
  const tooLarge = t.problems.fileTooLarge({ file: 'IMG_2081.jpg', size: '14 MB', most: '10 MB' })
  const errors = { text: 'text.empty', file: tooLarge, open: 'open.empty', contact: 'contact.empty' }
  return (
    <Page {...page} t={t} title={t.nav.file} current="file">
      <div class="cols">
        <div>
          <ErrorSummary t={t} errors={errors} />
          <h1>{t.nav.file}</h1>
          <p class="hint">{form.truth}</p>
          <form method="post" action="/lapor" enctype="multipart/form-data">
            <TextArea t={t} name="text" label={form.text} hint={form.textHint} paper="letter" error={errors.text} />
            <Field
              t={t}
              name="place"
              label={form.place}
              hint={form.placeHint}
              optional
              value="Perempatan Jl. Kalimantan"
            />
            <Field t={t} name="when" label={form.when} type="date" short optional />
            <Select
              t={t}
              name="category"
              label={form.kind}
              none={form.kindUnsure}
              value="jalan"
              options={[['jalan', 'Jalan dan jembatan'], { group: 'Air', options: [['air', 'Air minum']] }]}
            />
            <FileField
              t={t}
              name="file"
              label={form.photo}
              hint={form.photoHint}
              optional
              accept="image/*,application/pdf"
              multiple
              error={tooLarge}
            />
            <Note icon="eye">
              <p class="small">{form.photoSafety}</p>
            </Note>
            <Choices
              t={t}
              name="open"
              label={open.question}
              error={errors.open}
              two
              choices={(['open', 'anonymous', 'secret', 'both'] as const).map((value) => ({
                value,
                label: open[value][0],
                means: open[value][1],
              }))}
            />
            <Choices
              t={t}
              name="contact"
              label={form.contact}
              value="email"
              error={errors.contact}
              choices={[
                {
                  value: 'email',
                  label: form.email,
                  below: <Field t={t} name="email" label={form.email} type="email" autocomplete="email" short />,
                },
                {
                  value: 'phone',
                  label: form.phone,
                  below: <Field t={t} name="phone" label={form.phone} type="tel" autocomplete="tel" short />,
                },
                { value: 'none', label: form.none, means: form.noneNote },
              ]}
            />
            <Check t={t} name="consent" label={form.consent('Lapor')} means={form.consentChild} />
            <div class="field stack">
              <Note icon="eye" title={form.preview}>
                <p class="own small">
                  Kalau mau tanya letaknya hubungi saya di <Mask says={mask.phone} />.
                </p>
              </Note>
              <p class="row">
                <Button icon="fwd">{form.send}</Button>
                <Button look="text" name="langkah" value="ubah">
                  {form.edit}
                </Button>
              </p>
            </div>
          </form>
        </div>
        <aside class="stack" aria-label={open.question}>
          <Note icon="late" warn title={t.emergency.ask}>
            <p class="small">{open.limits}</p>
          </Note>
        </aside>
      </div>
    </Page>
  )
}
