import { has, type Staff } from '../../person/may.ts'
import { clean } from '../../report/input.ts'
import { type Filter, sortable, type View, viewsOf } from '../../report/read/view.ts'
import { channels, classes } from '../../report/report.ts'

/** What somebody looks at on the desk, as the address says it. Whatever does not read is left out. Pure. */

export type Query = Readonly<Record<string, string>>

/** A moment before the year 2287 and a row: what a database can read. */
const mark = /^\d{1,13}\.\d{1,15}$/

const among = <T extends string>(known: readonly T[], asked: string | undefined): T | undefined =>
  known.find((one) => one === asked)

/** What somebody sees first: who only watches, everything below; an officer, their own tasks. */
function firstOf(staff: Staff): View | undefined {
  if (has(staff, 'operator', 'liaison')) return undefined
  return has(staff, 'officer') ? 'mine' : has(staff, 'supervisor') ? 'below' : undefined
}

export function filterOf(staff: Staff, query: Query): Filter {
  const views = viewsOf(staff)
  const { lihat, cari, kelas, kanal, pengawasan, rahasia, urut, sesudah } = query
  const view = among(views, lihat) ?? firstOf(staff) ?? views[0] ?? 'queue'
  const search = clean(cari ?? '', 100)
  return {
    view,
    search: search === '' ? undefined : search,
    class: among(classes, kelas),
    channel: among(channels, kanal),
    oversight: pengawasan === '1' || undefined,
    secret: rahasia === '1' || undefined,
    newest: (urut === 'terbaru' && sortable.includes(view)) || undefined,
    after: mark.test(sesudah ?? '') ? sesudah : undefined,
  }
}

/** The address of a filter; of the first page unless `after` is given. */
export function addressOf(filter: Filter, path = '/meja'): string {
  const query = new URLSearchParams()
  const put = (name: string, value: string | undefined) => value && query.set(name, value)
  put('lihat', filter.view)
  put('cari', filter.search)
  put('kelas', filter.class)
  put('kanal', filter.channel)
  put('pengawasan', filter.oversight ? '1' : undefined)
  put('rahasia', filter.secret ? '1' : undefined)
  put('urut', filter.newest ? 'terbaru' : undefined)
  put('sesudah', filter.after)
  return query.size === 0 ? path : `${path}?${query}`
}
