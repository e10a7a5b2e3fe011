import { isAreaCode } from '../../../agency/area.ts'
import { arrivedBelow, type Counted, type Page } from '../../../supervision/arrived/list.ts'
import { type C, within } from '../../desk/frame.tsx'
import { calendarOf, groups } from '../../desk/queue.tsx'
import { trouble } from '../../errors.tsx'
import { staffOf } from '../../session.ts'
import { Pager, Queue } from '../../ui/desk.tsx'
import { number } from '../../ui/format.ts'
import { Empty } from '../../ui/note.tsx'
import { type Standpoint, standpoint } from '../door.ts'
import { addressOf, askedOf } from '../page/asked.ts'
import { periodOf } from '../page/words.ts'
import { framed } from './list.tsx'

/** GET /pengawasan/daftar/masuk: the reports that a figure of a period counts. */

type Wished = Omit<Counted, 'path'>

export const arrivedAddress = (agencyId: number | undefined, { from, until, kind, category, area, after }: Wished) =>
  addressOf('/pengawasan/daftar/masuk', {
    ...{ instansi: agencyId, dari: from, sampai: until, kelas: kind },
    ...{ kategori: category, wilayah: area, sesudah: after },
  })

function wishedOf(c: C): Wished {
  const query = c.req.query()
  const { from, until, kind } = askedOf(query, c.var.deps.now(), staffOf(c).zone)
  const { kategori = '', wilayah = '', sesudah = '' } = query
  return {
    ...{ from, until, kind },
    category: /^[a-z_.]{1,80}$/.test(kategori) ? kategori : undefined,
    area: isAreaCode(wilayah) ? wilayah : undefined,
    after: /^20\d\d(0[1-9]|1[0-2])\.\d{1,15}$/.test(sesudah) ? sesudah : undefined,
  }
}

export async function arrivedList(c: C) {
  const wished = wishedOf(c)
  const found = await within(c, async (tx) => {
    const place = await standpoint(c, tx)
    return place && { place, page: await arrivedBelow(tx, { ...wished, path: place.agency.path }) }
  })
  return found ? listed(c, found.place, found.page, wished) : trouble(c, 404)
}

async function listed(c: C, place: Standpoint, page: Page, wished: Wished) {
  const { t } = c.var
  const { supervisionList: words } = t
  const calendar = await calendarOf(c)
  const filter = { view: 'below', newest: true } as const
  const rows = groups({ c, filter, rows: page.rows, after: page.after, calendar, holders: true }, false)
  const to = (after?: string) => arrivedAddress(place.agency.id, { ...wished, after })
  return framed(c, place, {
    title: words.arrived,
    says: [periodOf(wished, t), wished.kind && t.supervision.kinds[wished.kind], wished.category, wished.area].filter(Boolean).join(' · '),
    body: (
      <>
        {page.rows.length === 0 && page.elsewhere === 0 ? <Empty says={words.none} /> : <Queue groups={rows} />}
        {page.elsewhere > 0 && <p class="mute">{words.elsewhere(number(page.elsewhere, t))}</p>}
        <Pager t={t} first={wished.after === undefined ? undefined : to()} next={page.after === null ? undefined : to(page.after)} />
      </>
    ),
  })
} // biome-ignore format: one part a line
