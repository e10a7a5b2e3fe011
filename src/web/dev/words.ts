/** What the outbox page says to developers. */

const id = {
  title: 'Kotak keluar',
  about: 'Surat yang akan dikirim bila ada server email. Halaman ini hanya ada saat pengembangan.',
  search: 'Alamat penerima',
  find: 'Cari',
  none: 'Belum ada surat.',
  older: 'Lebih lama',
  back: 'Semua surat',
  from: 'Dari',
  to: 'Kepada',
  at: 'Waktu',
  missing: 'Surat ini tidak ada.',
}

const en: typeof id = {
  title: 'Outbox',
  about: 'Letters that would leave if there were a mail server. This page exists in development only.',
  search: 'Address of the recipient',
  find: 'Find',
  none: 'No letters yet.',
  older: 'Older',
  back: 'All letters',
  from: 'From',
  to: 'To',
  at: 'Time',
  missing: 'There is no such letter.',
}

export const words = { id, en }
export type DevWords = typeof id
