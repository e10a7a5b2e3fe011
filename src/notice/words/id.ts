import type { Language } from '../kind.ts'
import { ending } from './id/ending.ts'
import { plain } from './id/plain.ts'
import { progress } from './id/progress.ts'
import * as reasons from './id/reasons.ts'
import { staff } from './id/staff.ts'

const left = (days: number): string => {
  if (days === 0) return 'hari ini'
  return days > 0 ? `${days} hari kerja lagi` : `${-days} hari kerja lewat`
}

export const id: Language = {
  kinds: { ...progress, ...ending, ...plain, ...staff },
  hello: (name) => (name ? `Halo ${name},` : 'Halo,'),
  foot: [
    'Email otomatis dari {service}. Layanan ini gratis.',
    { if: 'inbox', text: 'Balasan Anda masuk ke laporan {ref}.' },
    'Bukan Anda yang melapor?',
  ],
  stop: 'Hentikan email ini',
  cut: 'Selengkapnya di halaman laporan.',
  left,
  agencies: (n) => `${n} instansi`,
  reports: (n) => `${n} laporan`,
  reasons,
}
