import type { C } from '../../desk/frame.tsx'
import type { Standpoint } from '../door.ts'
import { addressOf } from './asked.ts'

/** The way from the own agency to the one that is looked at. */

export const Crumbs = ({ c, place, linked, wishes = {} }: { c: C; place: Standpoint; linked?: boolean; wishes?: Readonly<Record<string, string | number | undefined>> }) =>
  place.above.length === 0 && !linked ? null : (
    <nav aria-label={c.var.t.supervision.way}>
      <ol class="crumbs r">
        {place.above.map(({ id, shortName }) => (
          <li>
            <a href={addressOf('/pengawasan', { ...wishes, instansi: id })}>{shortName}</a>
          </li>
        ))}
        <li>{linked ? <a href={addressOf('/pengawasan', { ...wishes, instansi: place.agency.id })}>{place.agency.shortName}</a> : <span aria-current="page">{place.agency.shortName}</span>}</li>
      </ol>
    </nav>
  ) // biome-ignore format: one crumb
