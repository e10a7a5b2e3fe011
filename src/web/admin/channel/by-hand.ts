import { rulesFor } from '../../../agency/rulebook.ts'
import { settleByHand } from '../../../inbox/channels.ts'
import { reportKeyOf } from '../../../mail/take.ts'
import { type Draft, draft } from '../../../report/draft.ts'
import { fileReport } from '../../../report/file.ts'
import { accountOf, isTalk, tellAuthor } from '../../../talk/by-hand.ts'
import type { Said } from '../../../talk/messenger.ts'
import { country } from '../../citizen/country.ts'
import { trouble } from '../../errors.tsx'
import { parseForm, posted, text } from '../../form.ts'
import { type C, kept, read } from '../place.tsx'
import { type Found, foundIn, page, saidIn } from './set-aside.tsx'

/** A report that somebody writes down from a message. It has the key of the message: pressed twice, it is one. Who wrote the
 *  message on a service is known and told; who asked for secrecy is not, and letters and short messages tell nobody by themselves. */

export async function byHandAct(c: C) {
  const values = await posted(c)
  const found = await foundIn(c)
  if (!found) return trouble(c, 404)
  const parsed = parseForm(draft, { text: text(values, 'text'), readers: 'public', reach: 'none' })
  if (!parsed.ok) return page(c, found, values, parsed.errors)
  const said = await authorIn(c, found)
  const filed = await file(c, found, parsed.value, said)
  if (!filed.ok) return page(c, found, values, { form: 'sent.otherWords' })
  const { deps, t } = c.var
  const by = { keys: deps.keys, service: deps.site.service ?? t.brand.name, site: new URL(deps.site.publicUrl).host }
  await read(c, async (tx) => {
    const first = await settleByHand(tx, found.id, filed.reportId, deps.now())
    if (first && said && isTalk(found.channel))
      await tellAuthor(tx, { ...by, now: deps.now() }, { inboxId: found.id, name: found.channel, said }, filed)
  })
  deps.wake()
  return kept(c, '/kelola/kanal')
}

/** A service that is away does not keep a report from being made. */
async function authorIn(c: C, found: Found): Promise<Said | undefined> {
  return found.reason === 'asks-secrecy' ? undefined : saidIn(c, found).catch(() => undefined)
}

async function file(c: C, found: Found, told: Draft, said: Said | undefined) {
  const { deps } = c.var
  const [{ root }, book] = await Promise.all([country(deps)(), deps.rules()])
  const account = said && isTalk(found.channel) ? { account: accountOf(deps.keys, found.channel, said) } : {}
  const filer = {
    intake: deps.intake,
    keys: deps.keys,
    rules: rulesFor(book, root.areaCode),
    holder: { id: root.id, zone: root.zone },
    channel: found.channel,
    language: 'id',
    ...account,
  } as const
  return fileReport(filer, told, reportKeyOf(found.key), deps.now())
}
