import type { Shelf } from '../../../supervision/inspectorate/list.ts'

/** The inspector's list. */

const shelves: Record<Shelf, string> = {
  open: 'Terbuka',
  overdue: 'Lewat janji',
  away: 'Bukan pengawasan lagi',
  archived: 'Diarsipkan',
  ended: 'Sudah berakhir',
  all: 'Semua',
}
const empty: Record<Shelf, string> = {
  open: 'Tidak ada pengaduan berkadar pengawasan yang terbuka.',
  overdue: 'Tidak ada yang lewat janji.',
  away: 'Tidak ada pengaduan yang golongannya diubah.',
  archived: 'Tidak ada yang diarsipkan.',
  ended: 'Belum ada yang berakhir.',
  all: 'Belum ada pengaduan berkadar pengawasan di wilayah Anda.',
}

export const inspectorate = {
  title: 'Inspektorat',
  says: (agency: string) =>
    `Semua pengaduan berkadar pengawasan di ${agency} dan di bawahnya, apa pun yang dilakukan unit dengannya. Setiap pembukaan tercatat.`,
  shelves,
  empty,
  more: (n: string) => `lebih dari ${n}`,
  about: (agency: string) => `Hanya tentang ${agency}.`,
  everybody: 'Tampilkan semua',
  away: (kind: string) => `Diubah menjadi ${kind}`,
  untouched: 'Belum pernah dikembalikan, diubah golongannya, atau diarsipkan.',
}
