import type postgres from 'postgres'
import type { Role } from '../src/person/may.ts'
import { hashPassword } from '../src/person/secret/password.ts'

/** Who works in the demonstration. Every name is invented; none of these accounts exists in production, which knows them by
 *  their numbers: below 100,000. */

export const demoPassword = 'kopi-tubruk-di-alun-alun-pagi'

type Person = readonly [username: string, name: string, agencyId: number, ...roles: Role[]]

const lock = 7_215_342
const centre = 1
const ministryOfWorks = 37
const eastJava = 1035
const blitar = 3572
const unit = (n: number) => blitar * 1000 + n

export const people: readonly Person[] = [
  ['operator.pusat', 'Ratna Wulandari', centre, 'operator'],
  ['operator2.pusat', 'Yusuf Hakim Nasution', centre, 'operator'],
  ['pengawas.pusat', 'Nirmala Siregar', centre, 'supervisor'],
  ['arbiter.pusat', 'I Gede Arta Wiguna', centre, 'arbiter'],
  ['admin.pusat', 'Fitri Handayani', centre, 'administrator'],

  ['operator.pu', 'Lukman Tambunan', ministryOfWorks, 'operator'],
  ['penghubung.bbpjn', 'Astrid Palupi', ministryOfWorks * 1000 + 1, 'liaison'],

  ['operator.jatim', 'Hendra Kusnadi', eastJava, 'operator'],
  ['penghubung.inspektorat.jatim', 'Laras Tri Utami', eastJava * 1000 + 1, 'liaison'],

  ['operator.blitar', 'Dewi Kartika', blitar, 'operator'],
  ['pengawas.blitar', 'Suparman Hadiwijaya', blitar, 'supervisor'],
  ['inspektur.blitar', 'Endah Lestariningsih', blitar, 'inspector'],
  ['admin.blitar', 'Galih Prasetyo', blitar, 'administrator'],

  ['penghubung.inspektorat', 'Sutrisno Adi', unit(3), 'liaison'],
  ['petugas.inspektorat', 'Mega Pertiwi', unit(3), 'officer'],
  ['penghubung.disdik', 'Umi Mardiyah', unit(4), 'liaison'],
  ['petugas.disdik', 'Fajar Sidik', unit(4), 'officer'],
  ['penghubung.dinkes', 'Maya Puspitasari', unit(5), 'liaison'],
  ['petugas.dinkes', 'Imam Syafii', unit(5), 'officer'],
  ['penghubung.dpupr', 'Rini Astuti', unit(6), 'liaison'],
  ['petugas.dpupr', 'Slamet Riyadi', unit(6), 'officer'],
  ['petugas2.dpupr', 'Wahyu Nugroho', unit(6), 'officer'],
  ['admin.dpupr', 'Titik Rahayu', unit(6), 'administrator'],
  ['penghubung.satpolpp', 'Bagus Permadi', unit(8), 'liaison'],
  ['petugas.satpolpp', 'Yoga Pamungkas', unit(8), 'officer'],
  ['penghubung.dinsos', 'Nanik Sulastri', unit(9), 'liaison'],
  ['petugas.dinsos', 'Danang Wicaksono', unit(9), 'officer'],
  ['penghubung.dlh', 'Lilik Andayani', unit(11), 'liaison'],
  ['petugas.dlh', 'Mukhlis Arifin', unit(11), 'officer'],
  ['penghubung.dukcapil', 'Arif Rachmanto', unit(12), 'liaison'],
  ['penghubung.dishub', 'Agus Wibowo', unit(14), 'liaison'],
  ['petugas.dishub', 'Eko Budiarto', unit(14), 'officer'],
  ['penghubung.perpus', 'Wening Saraswati', unit(20), 'liaison'],
  ['penghubung.pdam', 'Hari Setyawan', unit(29), 'liaison'],
  ['petugas.pdam', 'Teguh Waluyo', unit(29), 'officer'],
  ['penghubung.sukorejo', 'Siti Komariyah', unit(200), 'operator', 'liaison'],

  ['operator.kabblitar', 'Retno Wijayanti', 3505, 'operator'],
  ['penghubung.dpupr.kabblitar', 'Budi Purnomo', 3505001, 'liaison'],
  ['petugas.dpupr.kabblitar', 'Sunarto Hadi', 3505001, 'officer'],

  ['operator.kupang', 'Maria Goreti Bria', 5371, 'operator'],
  ['penghubung.pdam.kupang', 'Yohanes Seran', 5371001, 'liaison'],
]

/** Creates the demonstration accounts whose agency exists, all with `demoPassword`, when there are no accounts at all.
 *  `sql` is a connection of the owner, which the forced walls hold for as well: it steps down and acts as the centre's administrator.
 *  @returns whether this is a demonstration. */
export async function seedPeople(sql: postgres.Sql, now: Date): Promise<boolean> {
  const rows = people.map(([username, name, agencyId, ...roles], n) => ({ id: n + 1, username, name, agencyId, roles }))
  return sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${lock})`
    await tx`set local role lapor_app`
    await tx`select set_config('app.manages', path, true) from agency where parent_id is null`
    const [first] = await tx<{ id: number }[]>`select id::int from account order by id limit 1`
    if (first) return first.id <= rows.length
    const made = await tx`
      insert into account (id, agency_id, agency_path, username, name, roles, password_hash, created_at)
      select p.id, a.id, a.path, p.username, p.name, array(select jsonb_array_elements_text(p.roles)),
        ${await hashPassword(demoPassword)}, ${now}
      from jsonb_to_recordset(${tx.json(rows)}) as p(id bigint, username text, name text, "agencyId" bigint, roles jsonb)
        join agency a on a.id = p."agencyId"`
    return made.count > 0
  })
}
