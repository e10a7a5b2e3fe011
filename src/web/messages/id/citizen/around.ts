/** Before and after the form: home, receipt, checking a report, the reporter's answer. */

export const home = {
  title: 'Sampaikan keluhan atau usul Anda kepada pemerintah',
  promise: 'Tulis saja dengan kata-kata Anda. Kami mencarikan instansinya dan mengawal jawabannya.',
  free: 'Gratis. Jangan membayar siapa pun.',
  start: 'Tulis laporan',
  track: 'Cek laporan',
  read: 'Baca laporan warga',
}

export const receipt = {
  title: 'Laporan Anda sudah kami terima',
  reference: 'Nomor laporan',
  referenceNote: 'Boleh Anda sebut kepada siapa saja.',
  secret: 'Tanda terima',
  secretNote: 'Hanya untuk Anda. Siapa pun yang memegangnya dapat membaca dan mencabut laporan ini.',
  keep: 'Tampil satu kali ini saja, dan tidak dapat kami kirim ulang. Tulis di kertas dan simpan terpisah dari nomor laporan. Jangan foto bila orang lain melihat galeri HP Anda.',
  saved: 'Sudah saya simpan',
  next: (left: string) => `Operator memeriksa dan meneruskannya, ${left}.`,
  look: 'Ceklah pada tanggal itu di menu Cek laporan.',
  noContact:
    'Kami tidak dapat menghubungi Anda. Bila ada pertanyaan atau hasil, jawaban Anda kami tunggu 10 hari kerja; ceklah paling tidak seminggu sekali.',
  leave: 'Tutup dan hapus jejak halaman ini',
}

export const track = {
  title: 'Cek laporan',
  reference: 'Nomor laporan',
  referenceHint: 'Misalnya K7Q4-M2PX.',
  secret: 'Tanda terima',
  secretHint: 'Untuk laporan tanpa kontak atau rahasia.',
  lost: 'Tanda terima hilang? Tidak dapat dipulihkan, supaya orang lain pun tidak dapat memintanya. Laporan tetap ditangani. Anda dapat mengirim laporan baru.',
}

export const confirm = {
  question: 'Menurut Anda, apakah masalahnya sudah selesai?',
  yes: 'Ya, sudah selesai',
  yesThen: 'Laporan ditutup. Anda dapat membukanya lagi selama 30 hari.',
  no: 'Belum selesai',
  noThen: 'Laporan dibuka lagi. Hitungan hari diteruskan, tidak diulang.',
  rating: 'Bagaimana penanganannya?',
  ratingHint: 'Boleh dilewati. 1 sangat buruk · 5 sangat baik',
}
