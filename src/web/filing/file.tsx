import { postedWithFiles, text } from '../form.ts'
import { speak } from '../language.ts'
import { formPage } from './form.tsx'
import { type C, keyOf, lookUp, newKey, tidy } from './given.ts'
import { previewPage } from './preview.tsx'
import { keepFiles, removeFile } from './uploads.ts'

/** Writing a report: the form, and what its buttons do. */

export const filePage = (c: C) => formPage(c, { key: newKey(), values: {} })

/** `langkah`: `isi` brings the text from the first page, `ubah` comes back from the preview, `wilayah` narrows the area;
 *  `hapus` takes a file out. Anything else wants to see the preview. Files are kept whatever happens to the rest. */
export async function fileAct(c: C) {
  const { values: sent, files } = await postedWithFiles(c, 'berkas')
  const key = keyOf(sent) ?? newKey()
  const values = tidy(sent)
  const step = text(sent, 'langkah')
  const removed = text(sent, 'hapus')
  if (removed !== '') await removeFile(c, key, removed)
  const spoken = speak(c, sent) && text(sent, 'lihat') === ''
  const kept = await keepFiles(c, key, files)
  const fileErrors: Record<string, string> = kept.problem ? { berkas: kept.problem } : {}
  const bad = kept.throttled ? 429 : kept.problem ? 422 : 200
  if (removed !== '' || spoken || ['isi', 'ubah', 'wilayah'].includes(step))
    return formPage(c, { key, values, errors: fileErrors }, bad)
  const read = await lookUp(c, values)
  if (!read.ok)
    return formPage(
      c,
      { key, values: read.values, errors: { ...read.errors, ...fileErrors }, agencies: read.agencies },
      kept.throttled ? 429 : 422,
    )
  if (bad !== 200) return formPage(c, { key, values: read.values, errors: fileErrors }, bad)
  return previewPage(c, { key, values: read.values, draft: read.value })
}
