import { type SeedArea, zoneOf } from './areas.ts'
import { blitar, districtTasks, type SeedUnit, villageTasks } from './blitar.ts'
import { ministries, ministryUnits } from './ministries.ts'
import { neighbours } from './neighbours.ts'

/** The tree of agencies. A key never changes: 1 the centre; 10 to 99 ministries in their order; a province 1000 + its code
 *  (35 → 1035); a regency or city its code (35.72 → 3572); a unit its government's key × 1000 + its number (3572006). */

export type Edition = 'national' | 'city'
export type SeedAgency = {
  id: number
  parent: number | null
  path: string
  kind: 'centre' | 'ministry' | 'province' | 'regency' | 'city' | 'unit'
  name: string
  short: string
  area: string | null
  zone: string
  tasks: string
}

/** Whose software the city edition is, if nothing else is said; the scene of the demonstration. */
export const cityCode = '35.72'

const shortened: Readonly<Record<string, string>> = {
  '19': 'Prov. Kep. Babel',
  '31': 'Prov. DKI Jakarta',
  '34': 'Prov. DI Yogyakarta',
  '52': 'Prov. NTB',
  '53': 'Prov. NTT',
  '15.06': 'Kab. Tanjab Barat',
  '15.07': 'Kab. Tanjab Timur',
  '16.08': 'Kab. OKU Timur',
  '16.09': 'Kab. OKU Selatan',
  '16.12': 'Kab. PALI',
  '53.02': 'Kab. Timor Tengah Sel.',
  '71.08': 'Kab. Bolmong Utara',
  '71.09': 'Kab. Kep. Sitaro',
  '71.10': 'Kab. Bolmong Timur',
  '71.11': 'Kab. Bolmong Selatan',
}

/** The key of the government of a province (35) or of a regency or city (35.72). */
export function governmentId(areaCode: string): number {
  return areaCode.length === 2 ? 1000 + Number(areaCode) : Number(areaCode.replace('.', ''))
}

function shortName({ code, level, name }: SeedArea): string {
  if (shortened[code]) return shortened[code]
  if (level === 1) return `Prov. ${name.replace('Kepulauan', 'Kep.')}`
  return name.replace('Administrasi ', '').replace('Kabupaten', 'Kab.').replace('Kepulauan', 'Kep.')
}

function below(parent: SeedAgency, id: number, rest: Omit<SeedAgency, 'id' | 'parent' | 'path'>): SeedAgency {
  return { id, parent: parent.id, path: `${parent.path}${id}/`, ...rest }
}

function government(parent: SeedAgency, area: SeedArea): SeedAgency {
  const kind = area.level === 1 ? 'province' : area.name.startsWith('Kota ') ? 'city' : 'regency'
  const name = `Pemerintah ${area.level === 1 ? 'Provinsi ' : ''}${area.name}`
  return below(parent, governmentId(area.code), {
    kind,
    name,
    short: shortName(area),
    area: area.code,
    zone: area.zone,
    tasks: '',
  })
}

function units(parent: SeedAgency, list: readonly SeedUnit[]): SeedAgency[] {
  const place = parent.name.replace('Pemerintah ', '')
  const placeShort = parent.kind === 'province' ? place.replace('Provinsi ', '') : parent.short
  return list.map(([n, name, short, tasks]) => {
    const full = `${short} ${placeShort}`
    return below(parent, parent.id * 1000 + n, {
      kind: 'unit',
      name: `${name} ${place}`,
      short: full.length > 24 ? short : full,
      area: parent.area,
      zone: parent.zone,
      tasks,
    })
  })
}

/** Districts and their villages as offices of a city: district 01 is number 100, its village 1007 is number 107. */
function offices(city: SeedAgency, areas: readonly SeedArea[]): SeedAgency[] {
  const place = city.name.replace('Pemerintah ', '')
  const inside = areas.filter(({ code, level }) => level > 2 && code.startsWith(`${city.area}.`))
  return inside
    .filter(({ level }) => level === 3)
    .flatMap((district) => {
      const n = Number(district.code.slice(-2)) * 100
      const camat = below(city, city.id * 1000 + n, {
        kind: 'unit',
        name: `Kecamatan ${district.name} ${place}`,
        short: `Kec. ${district.name}`,
        area: district.code,
        zone: city.zone,
        tasks: districtTasks,
      })
      const lurahs = inside
        .filter(({ parent }) => parent === district.code)
        .map((village) =>
          below(camat, city.id * 1000 + n + Number(village.code.slice(-3)), {
            kind: 'unit',
            name: `Kelurahan ${village.name} ${place}`,
            short: `Kel. ${village.name}`,
            area: village.code,
            zone: city.zone,
            tasks: villageTasks,
          }),
        )
      return [camat, ...lurahs]
    })
}

function national(centre: SeedAgency): SeedAgency[] {
  return ministries.flatMap(([name, short, tasks], index) => {
    const ministry = below(centre, 10 + index, { kind: 'ministry', name, short, area: null, zone: centre.zone, tasks })
    const parts = (ministryUnits[short] ?? []).map(([unit, unitShort, unitTasks], n) =>
      below(ministry, ministry.id * 1000 + n + 1, {
        kind: 'unit',
        name: unit,
        short: unitShort,
        area: null,
        zone: centre.zone,
        tasks: unitTasks,
      }),
    )
    return [ministry, ...parts]
  })
}

const cityUnits = (city: SeedAgency, areas: readonly SeedArea[]): SeedAgency[] => [
  city,
  ...units(city, blitar),
  ...offices(city, areas),
]

const root = (called: Pick<SeedAgency, 'name' | 'short'>, zone: string): SeedAgency => ({
  id: 1,
  parent: null,
  path: '/1/',
  kind: 'centre',
  area: null,
  zone,
  tasks: '',
  ...called,
})

/** What nearly every regency and city has; names and tasks are its administrator's to mend. */
const usual = blitar.filter(([, name]) => /^(Dinas|Badan|Inspektorat|Satuan|Sekretariat)/.test(name))

/** @throws RangeError when there is no such regency or city. */
function ofCity(areas: readonly SeedArea[], code: string): SeedAgency[] {
  const area = areas.find((one) => one.code === code && one.level === 2)
  if (!area) throw new RangeError(`there is no regency or city with the code ${code}`)
  const home = code === cityCode
  const service = home ? 'Unit Layanan Informasi dan Pengaduan Masyarakat' : 'Unit Layanan Pengaduan'
  const short = home ? 'ULPIM' : `Aduan ${shortName(area)}`.slice(0, 24)
  const top = root({ name: `${service} ${area.name}`, short }, zoneOf(code))
  const city = government(top, area)
  return [top, ...(home ? cityUnits(city, areas) : [city, ...units(city, usual)])]
}

/** Every agency of an edition, parents before children. `cityArea`: whose the city edition is. */
export function agencies(edition: Edition, areas: readonly SeedArea[], cityArea = cityCode): SeedAgency[] {
  if (edition === 'city') return ofCity(areas, cityArea)
  const centre = root({ name: 'Pusat LAPOR!', short: 'PUSAT LAPOR' }, zoneOf(cityCode))
  const governments = areas.filter(({ level }) => level <= 2)

  const provinces = new Map(
    governments.filter(({ level }) => level === 1).map((area) => [area.code, government(centre, area)]),
  )
  const regional = governments.flatMap((area) => {
    const province = provinces.get(area.code.slice(0, 2))
    if (!province) throw new Error(`no province for ${area.code}`)
    const own = area.level === 1 ? province : government(province, area)
    return area.code === cityCode ? cityUnits(own, areas) : [own, ...units(own, neighbours[area.code] ?? [])]
  })
  return [centre, ...national(centre), ...regional]
}
