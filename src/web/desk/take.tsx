import { formats } from '../../export/sheet.ts'
import type { Filter } from '../../report/read/view.ts'
import type { Messages } from '../messages.ts'
import { Button } from '../ui/answers.tsx'
import { addressOf } from './filter.ts'

/** Below a list: all of it as a table. */
export const Take = ({ t, filter }: { t: Messages; filter: Filter }) => (
  <details class="narrow">
    <summary>{t.exports.take}</summary>
    <p class="hint">{t.exports.takeHint}</p>
    <form method="post" action="/ekspor" class="row">
      {[...new URLSearchParams(addressOf({ ...filter, after: undefined }, ''))].map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {formats.map((format) => (
        <Button look="calm" name="sebagai" value={format}>
          {t.exports.as[format]}
        </Button>
      ))}
    </form>
  </details>
)
