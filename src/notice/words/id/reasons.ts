import type { Role } from '../../../person/may.ts'
import type { ArchiveReason, ExtensionReason, ReturnReason } from '../../../report/report.ts'

/** Reasons as the reporter reads them, written to stand inside a sentence. */
export const returned: Record<ReturnReason, string> = {
  other_unit: 'tugas unit lain di pemerintah yang sama',
  other_level: 'wewenang tingkat lain (pusat, provinsi, kabupaten/kota, atau desa)',
  other_area: 'lokasinya di luar wilayah mereka',
  other_owner: 'jalan, tanah, atau bangunan milik pihak lain',
  task_moved: 'tugas sudah dipindahkan dengan peraturan baru',
  needs_lead: 'perlu instansi lain sebagai penanggung jawab',
  conflict: 'yang dilaporkan adalah unit atau pimpinan mereka sendiri',
  need_details: 'lokasi atau kejadian belum dapat dikenali',
}

export const extended: Record<ExtensionReason, string> = {
  materials: 'menunggu bahan atau pengadaan',
  weather: 'cuaca atau bencana menghalangi pekerjaan',
  other_agency: 'menunggu izin atau hasil dari instansi lain',
  examination: 'pemeriksaan masih berjalan',
  laboratory: 'menunggu hasil uji atau ahli',
  access: 'lokasi belum dapat dimasuki',
  budget: 'menunggu anggaran yang sudah dijadwalkan',
  legal: 'menunggu putusan atau pendapat hukum',
}

export const archived: Record<ArchiveReason, readonly [string, string]> = {
  emergency: [
    'keadaan darurat, sudah kami arahkan',
    'telepon 112, 110 (polisi), atau 119 (ambulans). Setelah aman, laporkan layanan yang kurang baik di sini.',
  ],
  between_citizens: [
    'perselisihan antarwarga',
    'bicarakan lewat RT/RW atau kelurahan, atau minta bantuan hukum gratis di Posbakum pengadilan.',
  ],
  private_company: [
    'urusan dengan perusahaan swasta',
    'hubungi perusahaan itu, lalu BPSK di daerah Anda. Bank dan asuransi: OJK 157.',
  ],
  in_court: [
    'sedang atau sudah diputus pengadilan',
    'pakai upaya hukum di pengadilan itu. Tentang perilaku aparatnya, kirim laporan baru.',
  ],
  other_path: ['ada jalur khusus menurut hukum', 'pakai jalur yang kami sebut di halaman laporan.'],
  independent_body: [
    'tentang lembaga mandiri',
    'sampaikan ke lembaga itu. Tulisan Anda ada di halaman laporan, tinggal disalin.',
  ],
  abroad: [
    'kejadian di luar negeri',
    'hubungi perwakilan RI terdekat atau layanan pelindungan WNI di Kementerian Luar Negeri.',
  ],
  own_duplicate: [
    'sama dengan laporan Anda yang masih berjalan',
    'ikuti laporan itu dan tambahkan keterangan di sana.',
  ],
  answered_before: [
    'sudah dijawab tuntas, tanpa keterangan baru',
    'buka laporan yang lama. Bila belum beres, tekan "Belum selesai" dalam 30 hari.',
  ],
  already_fixed: ['sudah beres saat kami periksa', 'lihat bukti dan tanggalnya. Bila belum beres, ajukan keberatan.'],
  no_matter: ['tidak berisi hal yang dapat ditangani', 'kirim laporan baru: apa yang terjadi dan di mana.'],
  only_threat: ['hanya berisi ancaman atau hinaan', 'Anda boleh marah. Tulis masalahnya tanpa ancaman, kami tangani.'],
  sent_twice: ['terkirim dua kali karena gangguan', 'tidak ada. Laporan yang satunya tetap berjalan.'],
}

export const roles: Record<Role, string> = {
  operator: 'operator',
  liaison: 'pejabat penghubung',
  officer: 'petugas',
  inspector: 'inspektorat',
  supervisor: 'pengawas',
  administrator: 'administrator',
  arbiter: 'pemutus wewenang',
}
