import type { Network, Reach } from '../people/network.ts'

/** Where on the page of services somebody is: which service, public or alone, as whom, going on from which post. */

export type Place = Readonly<{ service: Network['service']; reach: Reach; who: string; under?: string | undefined }>

export const firstName = 'Siti Contoh'
const services = ['telegram', 'whatsapp', 'facebook', 'instagram', 'x'] as const

export const addressOf = ({ service, reach, who, under }: Place): string =>
  `/?${new URLSearchParams({ layanan: service, untuk: reach === 'public' ? 'semua' : 'lapor', nama: who, ...(under ? { utas: under } : {}) })}`

export function placeIn(query: (name: string) => string | undefined): Place {
  const service = services.find((one) => one === query('layanan')) ?? 'telegram'
  const isPublic = query('untuk') === 'semua' && service !== 'telegram' && service !== 'whatsapp'
  const who = query('nama')?.trim().slice(0, 60) || firstName
  return { service, reach: isPublic ? 'public' : 'private', who, under: isPublic ? query('utas') : undefined }
}

/** How each service calls it. */
export const called: Readonly<Record<Network['service'], Readonly<Record<Reach, string>>>> = {
  telegram: { private: 'Pesan', public: '' },
  whatsapp: { private: 'Pesan', public: '' },
  facebook: { private: 'Messenger', public: 'Komentar' },
  instagram: { private: 'Pesan', public: 'Komentar' },
  x: { private: 'Pesan langsung', public: 'Unggahan' },
}

/** Places to send, so that nobody has to look up numbers. */
export const pins = [
  { name: 'Alun-alun Kota Blitar', latitude: -8.0977, longitude: 112.1683 },
  { name: 'Pasar Legi', latitude: -8.1022, longitude: 112.1611 },
  { name: 'Stasiun Blitar', latitude: -8.1019, longitude: 112.1632 },
] as const
