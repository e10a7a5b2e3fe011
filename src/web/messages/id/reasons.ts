import type { ArchiveReason, ExtensionReason, ReturnReason } from '../../../report/report.ts'

/** Reasons as labels: an operator chooses one, the reporter reads it as it stands. */

type Facts = { path: string; date: string; reference: string }

type Told = ArchiveReason | 'expired' | 'withdrawn' | 'merged'

/** What the reporter can do then stands beside each. */
export const archive: Record<Told, readonly [label: string, next: (facts: Facts) => string]> = {
  emergency: [
    'Keadaan darurat, sudah kami arahkan',
    () => 'Telepon 112, 110 (polisi), atau 119 (ambulans). Setelah aman, laporkan layanan yang kurang baik di sini.',
  ],
  between_citizens: [
    'Perselisihan antarwarga',
    () => 'Bicarakan lewat RT/RW atau kelurahan, atau minta bantuan hukum gratis di Posbakum pengadilan.',
  ],
  private_company: [
    'Urusan dengan perusahaan swasta',
    () => 'Hubungi perusahaan itu, lalu BPSK di daerah Anda. Bank dan asuransi: OJK 157.',
  ],
  in_court: [
    'Sedang atau sudah diputus pengadilan',
    () => 'Pakai upaya hukum di pengadilan itu. Tentang perilaku aparatnya, kirim laporan baru.',
  ],
  other_path: [
    'Ada jalur khusus menurut hukum',
    ({ path }) => `Sampaikan lewat jalur ini: ${path} (misalnya sanggah lelang, keberatan pajak, sengketa pemilu).`,
  ],
  independent_body: [
    'Tentang lembaga mandiri',
    ({ path }) => `Sampaikan ke ${path}. Kami sertakan tulisan Anda supaya tinggal disalin.`,
  ],
  abroad: [
    'Kejadian di luar negeri',
    () => 'Hubungi perwakilan RI terdekat atau layanan pelindungan WNI di Kementerian Luar Negeri.',
  ],
  own_duplicate: [
    'Sama dengan laporan Anda yang masih berjalan',
    ({ reference }) => `Ikuti laporan ${reference}. Tambahkan keterangan baru di sana.`,
  ],
  answered_before: [
    'Sudah dijawab tuntas, tanpa keterangan baru',
    ({ reference }) =>
      `Buka laporan ${reference}. Bila belum beres, tekan "Belum selesai" dalam 30 hari, atau tulis keterangan baru.`,
  ],
  already_fixed: [
    'Sudah beres saat kami periksa',
    () => 'Lihat bukti dan tanggalnya. Bila belum beres, ajukan keberatan.',
  ],
  no_matter: [
    'Tidak berisi hal yang dapat ditangani (uji coba, iklan, salam)',
    () => 'Kirim laporan baru: apa yang terjadi dan di mana.',
  ],
  only_threat: [
    'Hanya berisi ancaman atau hinaan',
    () => 'Anda boleh marah. Tulis masalahnya tanpa ancaman, kami tangani.',
  ],
  sent_twice: [
    'Terkirim dua kali karena gangguan',
    ({ reference }) => `Tidak ada. Laporan ${reference} tetap berjalan.`,
  ],
  expired: ['Kelengkapan belum kami terima', () => 'Jawab pertanyaannya kapan saja. Laporan hidup lagi.'],
  withdrawn: ['Anda cabut', () => 'Kirim laporan baru bila masih perlu.'],
  merged: ['Digabung dengan laporan lain', ({ reference }) => `Kabar ${reference} sampai juga kepada Anda.`],
}

export const returning: Record<ReturnReason, string> = {
  other_unit: 'Tugas unit lain di pemerintah yang sama',
  other_level: 'Wewenang tingkat lain (pusat, provinsi, kabupaten/kota, desa)',
  other_area: 'Lokasinya di luar wilayah kami',
  other_owner: 'Jalan, tanah, atau bangunan milik pihak lain (sebut dasarnya)',
  task_moved: 'Tugas sudah dipindahkan dengan peraturan baru',
  needs_lead: 'Perlu instansi lain sebagai penanggung jawab; kami membantu',
  conflict: 'Yang dilaporkan adalah unit atau pimpinan kami sendiri',
  need_details: 'Lokasi atau kejadian tidak dapat dikenali; pertanyaan terlampir',
}

export const extension: Record<ExtensionReason, string> = {
  materials: 'Menunggu bahan atau pengadaan',
  weather: 'Cuaca atau bencana menghalangi pekerjaan',
  other_agency: 'Menunggu izin atau hasil dari instansi lain',
  examination: 'Pemeriksaan masih berjalan',
  laboratory: 'Menunggu hasil uji atau ahli',
  access: 'Lokasi belum dapat dimasuki',
  budget: 'Menunggu anggaran yang sudah dijadwalkan',
  legal: 'Menunggu putusan atau pendapat hukum',
}
