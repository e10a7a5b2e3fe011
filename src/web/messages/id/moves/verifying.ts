import type { Said } from '../moves.ts'

/** Moves until an agency has the report. */
export const verifying = {
  file: {
    button: 'Kirim laporan',
    confirm: () => 'Kirim laporan ini? Anda masih dapat menambah keterangan.',
    reporter: () => 'Anda mengirim laporan.',
    staff: ({ channel }) => `Laporan baru lewat ${channel}.`,
  },
  ask: {
    button: 'Minta kelengkapan',
    confirm: () => 'Kirim pertanyaan ini? Pelapor punya 10 hari kerja.',
    reporter: () => 'Kami bertanya kepada Anda.',
    staff: ({ date }) => `Menunggu pelapor sampai ${date}.`,
  },
  complete: {
    button: 'Kirim keterangan',
    confirm: () => 'Kirim keterangan ini? Keterangan lama tetap tersimpan.',
    reporter: () => 'Anda menambah keterangan.',
    staff: () => 'Pelapor sudah melengkapi.',
  },
  forward: {
    button: 'Teruskan',
    confirm: ({ agency }) => `Teruskan ke ${agency} sebagai penanggung jawab?`,
    reporter: ({ agency }) => `Diteruskan ke ${agency}.`,
    staff: ({ parent, agency, note }) => `Disposisi dari ${parent} ke ${agency}${note && `: ${note}`}`,
  },
  return: {
    button: 'Kembalikan',
    confirm: ({ parent }) => `Kembalikan ke ${parent}? Jam warga tetap berjalan, pengembalian ini dihitung.`,
    reporter: ({ agency }) => `${agency} menyatakan ini bukan wewenangnya.`,
    staff: ({ agency, reason, suggested }) =>
      `Dikembalikan oleh ${agency}: ${reason}.${suggested && ` Usul: ${suggested}.`}`,
  },
  arbitrate: {
    button: 'Tetapkan wewenang',
    confirm: ({ agency }) => `Tetapkan ${agency}? Putusan ini tidak dapat dikembalikan.`,
    reporter: ({ agency }) => `Ditetapkan: ${agency} yang menangani.`,
    staff: ({ agency }) => `Putusan wewenang untuk ${agency}. Tidak dapat dikembalikan.`,
  },
  merge: {
    button: 'Gabungkan',
    confirm: ({ reference }) => `Gabungkan ke ${reference}? Pelapor menjadi pelapor bersama dan tetap mendapat kabar.`,
    reporter: () => 'Digabung dengan laporan tentang masalah yang sama.',
    staff: ({ reference }) => `Digabung ke ${reference}.`,
  },
  join: {
    button: 'Gabungkan ke sini',
    confirm: () => '',
    reporter: () => 'Orang lain melaporkan masalah yang sama.',
    staff: ({ n }) => `Pelapor bersama bertambah menjadi ${n}.`,
  },
  reclassify: {
    button: 'Ubah golongan',
    confirm: ({ from, to }) => `Ubah dari ${from} ke ${to}? Batas waktu ikut berubah, perubahan tercatat.`,
    reporter: ({ to }) => `Golongan laporan menjadi ${to}.`,
    staff: ({ from, to, officer }) => `Golongan: ${from} menjadi ${to}, oleh ${officer}.`,
  },
  edit: {
    button: 'Simpan perubahan',
    confirm: () => 'Simpan? Kata-kata asli pelapor tetap tersimpan.',
    reporter: () => 'Operator merapikan laporan. Tulisan asli Anda tetap ada.',
    staff: ({ officer }) => `Diubah oleh ${officer}; lihat versi asli.`,
  },
  accuse: {
    button: 'Simpan siapa yang dilaporkan',
    confirm: () => 'Simpan? Pihak yang dilaporkan tidak dapat membaca laporan ini sejak sekarang.',
    reporter: () => 'Kami mencatat siapa yang dilaporkan. Mereka tidak dapat membaca laporan ini.',
    staff: ({ officer, note }) => `Siapa yang dilaporkan diubah oleh ${officer}${note && `: ${note}`}`,
  },
} satisfies Record<string, Said>
