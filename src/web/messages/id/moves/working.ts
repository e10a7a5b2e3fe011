import type { Said } from '../moves.ts'

/** Moves of the agencies that work on a report, and of those above them. */
export const working = {
  question: {
    button: 'Tanya pelapor',
    confirm: () => 'Kirim pertanyaan ini? Jam instansi berhenti sampai pelapor menjawab, jam warga tidak.',
    reporter: ({ agency }) => `${agency} bertanya kepada Anda.`,
    staff: ({ date }) => `Pertanyaan kepada pelapor, ditunggu sampai ${date}.`,
  },
  reply: {
    button: 'Kirim keterangan',
    confirm: () => 'Kirim keterangan ini? Keterangan lama tetap tersimpan.',
    reporter: () => 'Anda menambah keterangan.',
    staff: () => 'Keterangan baru dari pelapor.',
  },
  draft: {
    button: 'Simpan rancangan',
    confirm: () => '',
    reporter: () => '',
    staff: () => 'Rancangan jawaban menunggu persetujuan.',
  },
  sendBack: {
    button: 'Minta perbaikan',
    confirm: ({ officer }) => `Kembalikan rancangan ini ke ${officer}?`,
    reporter: () => '',
    staff: ({ note }) => `Rancangan perlu diperbaiki: ${note}`,
  },
  answer: {
    button: 'Setujui dan kirim',
    confirm: ({ agency }) => `Kirim jawaban ini kepada pelapor atas nama ${agency}?`,
    reporter: ({ agency }) => `${agency} menjawab.`,
    staff: () => 'Jawaban terkirim.',
  },
  dispatch: {
    button: 'Tugaskan ke lapangan',
    confirm: ({ officer, date }) => `Tugaskan ${officer}, batas ${date}?`,
    reporter: () => 'Petugas ditunjuk untuk memeriksa lokasi.',
    staff: ({ date }) => `Tugas lapangan sampai ${date}.`,
  },
  visit: {
    button: 'Catat kunjungan',
    confirm: () => 'Simpan hasil kunjungan? Foto akan dibersihkan dari data lokasi dan perangkat.',
    reporter: () => 'Petugas sudah ke lokasi.',
    staff: ({ n }) => `Kunjungan tercatat dengan ${n} bukti.`,
  },
  extend: {
    button: 'Minta perpanjangan',
    confirm: ({ date }) => `Minta batas baru ${date}? Batas pertama tetap dihitung dalam statistik.`,
    reporter: ({ agency, date }) => `${agency} meminta waktu sampai ${date}.`,
    staff: ({ parent }) => `Perpanjangan menunggu persetujuan ${parent}.`,
  },
  grant: {
    button: 'Setujui',
    confirm: ({ date }) => `Setujui batas baru ${date}?`,
    reporter: ({ date }) => `Batas waktu menjadi ${date}.`,
    staff: () => 'Perpanjangan disetujui.',
  },
  refuse: {
    button: 'Tolak',
    confirm: ({ date }) => `Tolak perpanjangan? Batas tetap ${date}.`,
    reporter: ({ date }) => `Permintaan waktu ditolak. Batas tetap ${date}.`,
    staff: ({ note }) => `Perpanjangan ditolak: ${note}`,
  },
  instruct: {
    button: 'Beri atensi',
    confirm: ({ agency }) => `Kirim atensi? Atensi tetap di atas meja ${agency} sampai dijawab.`,
    reporter: () => 'Pengawas memberi perhatian pada laporan ini.',
    staff: ({ date, note }) => `Atensi pengawas, batas ${date}: ${note}`,
  },
  heed: {
    button: 'Jawab atensi',
    confirm: () => '',
    reporter: () => '',
    staff: ({ note }) => `Atensi dijawab: ${note}`,
  },
  handover: {
    button: 'Serahkan tugas',
    confirm: () => '',
    reporter: () => '',
    staff: ({ officer }) => `Tugas diserahkan kepada ${officer}.`,
  },
  remind: {
    button: '',
    confirm: () => '',
    reporter: () => '',
    staff: ({ date, parent }) => `Diingatkan: batas waktu ${date} sudah dekat${parent && ` (${parent})`}.`,
  },
  escalate: {
    button: '',
    confirm: () => '',
    reporter: ({ date, parent }) => `Batas waktu ${date} terlewat. Hal ini naik ke ${parent}.`,
    staff: ({ date, parent }) =>
      parent
        ? `Batas waktu ${date} terlewat: naik ke ${parent}.`
        : `Batas waktu ${date} terlewat: meja dan atasannya diberi tahu.`,
  },
  reschedule: {
    button: '',
    confirm: () => '',
    reporter: ({ date, from, note }) => `Batas waktu bergeser dari ${from} ke ${date}: perubahan hari libur (${note}).`,
    staff: ({ date, from, note }) => `Batas waktu bergeser dari ${from} ke ${date}: perubahan hari libur (${note}).`,
  },
  retract: {
    button: '',
    confirm: () => '',
    reporter: ({ channel }) =>
      `Penulisnya menghapus unggahan ini di ${channel}. Isinya ikut dihapus; penanganannya berjalan terus.`,
    staff: ({ channel }) =>
      `Penulisnya menghapus unggahan ini di ${channel}. Isinya ikut dihapus; penanganannya berjalan terus.`,
  },
} satisfies Record<string, Said>
