/** Around the fields of the form: steps, choices, files, what happens after sending. */

export const filing = {
  step: (n: number) => `Langkah ${n} dari 2`,
  lede: 'Hanya cerita yang wajib. Sisanya boleh dikosongkan atau menyusul.',
  placeholder: 'Misalnya: lampu jalan di depan sekolah mati sejak Kamis malam…',
  notYet: 'Belum terkirim. Anda periksa dulu di langkah berikutnya.',
  area: 'Wilayah',
  areaHint: 'Membantu kami menemukan instansinya.',
  province: 'Provinsi',
  regency: 'Kabupaten atau kota',
  wholeProvince: (name: string) => `${name}, tidak tahu kabupatennya`,
  narrow: 'Pilih kabupaten atau kota',
  areaType: 'Ketik desa, kelurahan, kecamatan, kabupaten, atau kota',
  areaNone: 'Tidak ada wilayah dengan nama itu. Coba ejaan lain, atau kosongkan.',
  areaSome: 'wilayah ditemukan. Pakai panah untuk memilih.',
  unknown: 'Saya tidak tahu',
  class: 'Apa yang Anda sampaikan?',
  oversight: 'Ini tentang perilaku aparat: pungli, korupsi, atau penyalahgunaan wewenang',
  category: 'Tentang apa?',
  agencyWhich: 'Instansi mana yang Anda maksud?',
  agencyNone: 'Biar operator yang memilih',
  details: 'Bila Anda tahu lebih banyak',
  detailsHint: 'Tanggal, jenis laporan, kategori, instansi',
  file: (n: number) => `Berkas ${n}`,
  kept: 'Berkas yang sudah tersimpan',
  keptHint: 'Terkirim bersama laporan. Tanggal, lokasi, dan jenis HP sudah dihapus.',
  remove: (n: number) => `Buang berkas ${n}`,
  picture: (n: number) => `Foto ${n} yang Anda kirim`,
  pages: (n: number) => `PDF, ${n} halaman`,
  known: {
    question: 'Siapa yang boleh tahu nama Anda?',
    hint: 'Dua-duanya dilayani sama cepat. Kalau tidak dipilih, nama Anda disembunyikan.',
    open: [
      'Instansi boleh tahu',
      'Petugas yang menangani melihat nama Anda, supaya mudah bertanya. Warga lain tidak melihatnya.',
    ],
    anonymous: [
      'Anonim',
      'Instansi dan warga tidak melihat nama dan kontak Anda. Pertanyaan mereka sampai lewat kami.',
    ],
  },
  readers: {
    question: 'Siapa yang boleh membaca laporan ini?',
    hint: 'Dapat digabung dengan pilihan di atas. Kalau tidak dipilih, kami tanyakan sebelum terkirim.',
    hintLast: 'Pilih salah satu, lalu kirim.',
    public: ['Semua orang', 'Publik boleh membaca isinya setelah data pribadi disamarkan, tanpa nama Anda.'],
    secret: [
      'Rahasia',
      'Hanya operator yang memeriksa, instansi yang menangani, pengawasnya, dan inspektorat bila tentang aparat. Publik tidak melihat apa pun.',
    ],
  },
  consentFree: 'Tanpa nama dan kontak, kotak ini tidak perlu dicentang.',
  review: 'Lihat dulu, lalu kirim',
  previewHead: 'Periksa sebelum dikirim',
  previewWith: 'Yang ikut terkirim',
  since: 'Sejak',
  kind: 'Jenis laporan',
  conduct: 'Tentang perilaku aparat',
  yes: 'Ya',
  categoryName: 'Kategori',
  noName: 'Tidak diisi',
  mayRead: 'Yang boleh membaca',
  news: 'Kabar ke',
  hiddenName: 'Disembunyikan',
  noNews: 'Tanpa kontak',
  sendAgain: 'Kirim lagi',
  unsentTitle: 'Belum pasti terkirim',
  shared: 'Yang terjadi sesudah Anda kirim',
  sharedHint: 'Satu kotak adalah satu hari kerja. Hitungan tidak diulang bila laporan berpindah instansi.',
  verify: 'Diperiksa dan diteruskan',
  verifySays: (days: string) => `Paling lama ${days}. Kalau ada yang kurang, kami tanyakan.`,
  answer: 'Dijawab instansi',
  answerSays: (days: string) => `Jawaban pertama paling lama ${days}, dari orang yang bertanggung jawab.`,
  settle: 'Diselesaikan, lalu Anda yang memastikan',
  settleSays: (days: string) =>
    `Pengaduan paling lama ${days}. Kalau menurut Anda belum selesai, Anda membukanya lagi.`,
  calendarDays: (n: string) => `${n} hari`,
  promises: 'Janji kami',
  ways: 'Anda yang menentukan',
  named: ['Dengan nama', 'Instansi tahu siapa Anda dan mudah bertanya. Publik tidak.'],
  nameless: ['Anonim', 'Tidak ada yang melihat nama Anda. Dilayani sama cepat.'],
  secretly: ['Rahasia', 'Isinya tidak tampil untuk publik. Dapat digabung dengan anonim.'],
  noContact: ['Tanpa email dan HP', 'Anda mendapat tanda terima di kertas Anda sendiri.'],
  trackHint: 'Nomor ada di pesan dari kami, atau di tanda terima Anda.',
  see: 'Lihat laporan saya',
  nextTitle: 'Sesudah ini',
  reachable: 'Kabar kami kirim ke kontak Anda setiap ada perubahan.',
  phoneOnly:
    'Kabar lewat SMS belum dapat kami kirim. Buka laporan ini kapan saja dengan nomor dan tanda terima di atas.',
} satisfies Filing

type Named = readonly [name: string, means: string]
type Filing = Record<string, unknown> & {
  known: Record<'question' | 'hint', string> & Record<'open' | 'anonymous', Named>
  readers: Record<'question' | 'hint' | 'hintLast', string> & Record<'public' | 'secret', Named>
  named: Named
  nameless: Named
  secretly: Named
  noContact: Named
}
