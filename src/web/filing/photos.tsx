import { Button } from '../ui/answers.tsx'
import { FileField } from '../ui/field.tsx'
import type { Parts } from './form.tsx'
import { about, Thumb } from './thumbs.tsx'

const accept = 'image/jpeg,image/png,image/webp,application/pdf'

export const Photos = ({ t, files, errors }: Parts) => {
  const { form, filing } = t.citizen
  return (
    <div class="field">
      <FileField
        t={t}
        name="berkas"
        label={form.photo}
        hint={form.photoHint}
        optional
        accept={accept}
        multiple
        error={errors.berkas}
      />
      <p class="hint">{form.photoSafety}</p>
      {files.length > 0 && (
        <>
          <p class="hint">
            <b>{filing.kept}.</b> {filing.keptHint}
          </p>
          <ul class="kept">
            {files.map((file, i) => (
              <li>
                <Thumb t={t} id={file.id} n={i + 1} />
                <span>
                  {filing.file(i + 1)} <small class="mute">{about(t, file)}</small>
                </span>
                <Button look="text" name="hapus" value={String(file.id)}>
                  {filing.remove(i + 1)}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
