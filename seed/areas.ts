import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data'

/** Every province, regency, district and village of the country, parents before children. */

export type SeedArea = { code: string; parent: string | null; level: 1 | 2 | 3 | 4; name: string; zone: string }

/** What idn-area-data 4.0.1 holds. A database with this many areas is not loaded again. */
export const counts = { provinces: 38, regencies: 514, districts: 7285, villages: 83762 }
export const areaCount = Object.values(counts).reduce((sum, count) => sum + count)

const makassar = new Set(['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76'])
const jayapura = new Set(['81', '82', '91', '92', '93', '94', '95', '96'])

/** The time zone of a province or of anything in it: WIB, WITA or WIT. */
export function zoneOf(code: string): string {
  const province = code.slice(0, 2)
  if (jayapura.has(province)) return 'Asia/Jayapura'
  return makassar.has(province) ? 'Asia/Makassar' : 'Asia/Jakarta'
}

type Row = { code: string; name: string }

export async function areas(): Promise<SeedArea[]> {
  const levels: Row[][] = [await getProvinces(), await getRegencies(), await getDistricts(), await getVillages()]
  return levels.flatMap((rows, index) =>
    rows.map(({ code, name }) => ({
      code,
      parent: index === 0 ? null : code.slice(0, code.lastIndexOf('.')),
      level: (index + 1) as SeedArea['level'],
      // The data write the glottal stop of Madura as a double quote: Ra"as.
      name: name.replaceAll('"', "'"),
      zone: zoneOf(code),
    })),
  )
}
