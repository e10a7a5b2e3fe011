import type { Refusal } from '../../../report/case.ts'

/** Why a step or a page was refused. Those of `move` take the same facts, so that any of them can be told alike. */

type Facts = Readonly<{ by: string; status: string; date: string; reference: string }>

const move: Record<Refusal, (facts: Facts) => string> = {
  'not-found': () => refusals.notFound,
  'not-yours': () => refusals.notFound,
  'not-allowed': ({ status }) => `Langkah ini belum dapat dilakukan: laporan masih ${status}.`,
  conflict: ({ by, status }) =>
    `${by} lebih dulu: laporan ini sekarang ${status}. Tulisan Anda tersimpan di bawah. Periksa, lalu putuskan lagi.`,
  'too-late': ({ date, reference }) =>
    `Batas 30 hari untuk membuka lagi sudah lewat, sejak ${date}. Kirim laporan baru dan sebut ${reference}.`,
  'too-long-ago': () => 'Laporan ini sudah selesai lebih dari setahun lalu, jadi tidak dapat dibuka lagi.',
  final: () => 'Putusan wewenang tidak dapat dikembalikan.',
  'appeal-used': () => 'Keberatan sudah pernah diajukan satu kali.',
  'agency-same': () => 'Pilih instansi lain; laporan sudah di sini.',
  'agency-unknown': () => 'Instansi ini tidak kami temukan. Pilih dari daftar.',
  'due-past': () => 'Pilih tanggal yang belum lewat. Perpanjangan harus melewati batas yang berjalan.',
  'due-visit': () => 'Waktu kunjungan harus sesudah laporan masuk dan belum lewat dari sekarang.',
  'due-far': () => 'Batas akhir menurut hukum ialah 60 hari kalender sejak laporan lengkap. Pilih tanggal sebelum itu.',
  'due-year': () => 'Batas ini lebih dari setahun lagi. Periksa tahunnya.',
  evidence: () => 'Sebelum menyatakan selesai, catat paling sedikit satu kunjungan dengan bukti.',
  'nothing-open': () => 'Tidak ada lagi yang menunggu di sini. Mungkin sudah dijawab.',
  'already-open': () => 'Masih ada satu yang menunggu jawaban. Tunggu itu dulu.',
  'not-mergeable': () => 'Kedua laporan ini tidak dapat digabung. Periksa nomornya dan keadaannya.',
  'same-report': () => 'Ini nomor laporan ini sendiri. Tulis nomor laporan yang terdahulu.',
  'too-few-returns': () => 'Pusat memutus setelah tiga kali pengembalian.',
  'no-parent': () => 'Tidak ada instansi di atas Anda untuk mengembalikan laporan ini.',
  'officer-unknown': () => 'Petugas ini tidak ada di instansi Anda atau akunnya sudah tidak aktif.',
  'category-unknown': () => 'Kategori ini tidak kami temukan. Pilih dari daftar.',
  accused: () =>
    'Instansi itu, atau instansi di atasnya, dilaporkan dalam pengaduan ini. Pilih instansi lain; tidak ada jalan pengecualian.',
  'accused-plain': () =>
    'Siapa yang dilaporkan hanya dicatat pada pengaduan berkadar pengawasan. Pilih Pengaduan dan centang kadar pengawasan.',
  'accused-centre': () =>
    'Pusat tidak dapat dicatat sebagai yang dilaporkan: tidak ada instansi di atasnya yang dapat menerima laporan ini.',
  'accused-same': () => 'Daftar yang dilaporkan tidak berubah.',
  shared: () => 'Laporan ini juga milik pelapor lain, jadi tidak dapat dicabut oleh satu orang.',
}

export const refusals = {
  move,
  soon: 'sebentar lagi',
  conflictReporter: 'Laporan ini baru saja berubah. Tulisan Anda tetap ada; lihat keadaan terbarunya dulu.',
  goneTitle: 'Laporan ini sudah berpindah',
  gone: (reference: string) =>
    `${reference} tidak lagi di instansi Anda, jadi langkah ini tidak tersimpan. Tulisan Anda ada di bawah; salin bila masih diperlukan.`,
  goneBack: 'Kembali ke meja',
  somebody: 'Seseorang',
  notFound: 'Halaman atau laporan ini tidak kami temukan, atau bukan untuk Anda. Periksa nomor dan tanda terimanya.',
  notFoundTitle: 'Tidak ditemukan',
  forbidden: 'Permintaan ini tidak datang dari halaman kami. Buka halamannya lagi, lalu ulangi.',
  forbiddenTitle: 'Ditolak',
  signIn: 'Nama pengguna atau sandi tidak cocok. Lupa? Minta tautan baru.',
  reauth: 'Langkah ini penting. Masuk sekali lagi.',
  idle: 'Anda lama tidak aktif, jadi kami keluarkan. Rancangan Anda tersimpan.',
  tooMany: (when: string) =>
    `Terlalu banyak permintaan dari jaringan ini. Tulisan Anda tetap ada di layar. Coba lagi ${when}.`,
  slow: 'Halaman ini terlalu lama disiapkan. Persempit pencarian atau saringannya, atau coba lagi sebentar lagi.',
  slowTitle: 'Terlalu lama',
  tooManyTitle: 'Terlalu banyak permintaan',
  tooLarge: 'Kiriman ini terlalu besar. Kurangi foto, lalu kirim lagi.',
  tooLargeTitle: 'Terlalu besar',
  busy: (when: string) =>
    `Kami belum menerima laporan Anda karena sedang sangat ramai. Tulisan Anda tetap ada. Tekan Kirim lagi ${when}; laporan tidak akan ganda.`,
  busyTitle: 'Belum terkirim',
  unknown:
    'Kami belum pasti laporan Anda tersimpan. Tekan Kirim sekali lagi: bila sudah tersimpan, Anda mendapat nomor yang sama.',
  server: (code: string) =>
    `Ada gangguan di pihak kami. Tulisan Anda tetap ada. Bila terus terjadi, sebut kode ${code}.`,
  serverTitle: 'Ada gangguan',
  expiredLink: 'Tautan ini sudah dipakai atau sudah lewat waktunya.',
  expiredLinkTitle: 'Tautan tidak berlaku lagi',
  newLink: 'Minta tautan baru',
}
