import { type Age, ages, type State, states } from '../../../supervision/waiting/age.ts'
import { type Kind, kinds } from '../../../supervision/waiting/counts.ts'
import { type What, whats } from '../../../supervision/waiting/list.ts'
import { addressOf } from '../page/asked.ts'

/** What the addresses of the lists are called, and what they may narrow. Pure. */

const paths: Readonly<Record<What, string>> = {
  open: 'terbuka',
  late: 'terlewat',
  returned: 'dikembalikan',
  disputed: 'disanggah',
  disputedTwice: 'sanggahan-dua-kali',
  lapsed: 'tanpa-konfirmasi',
  instructed: 'atensi',
  extensions: 'perpanjangan',
  authority: 'wewenang',
}

const standings: Readonly<Record<State, string>> = {
  late: 'lewat',
  soon: 'hampir',
  fine: 'dalam',
  reporter: 'pelapor',
}
const notVerified = 'belum'

export type Narrowed = Readonly<{
  kind?: Kind | undefined
  age?: Age | undefined
  unverified?: boolean | undefined
  state?: State | undefined
}>

export const whatOf = (path: string): What | undefined => whats.find((what) => paths[what] === path)

export function narrowedOf({ kelas, umur = '', keadaan }: Readonly<Record<string, string>>): Narrowed {
  return {
    kind: kinds.find((kind) => kind === kelas),
    age: /^[0-4]$/.test(umur) && Number(umur) < ages.length ? (Number(umur) as Age) : undefined,
    unverified: umur === notVerified || undefined,
    state: states.find((state) => standings[state] === keadaan),
  }
}

/** Where the reports behind a number are. */
export const listAddress = (
  what: What,
  agencyId: number | undefined,
  { kind, age, unverified, state }: Narrowed = {},
  after?: string,
) =>
  addressOf(`/pengawasan/daftar/${paths[what]}`, {
    instansi: agencyId,
    kelas: kind,
    umur: unverified ? notVerified : age,
    keadaan: state && standings[state],
    sesudah: after,
  })
