import type { Status } from '../../../report/report.ts'

/** Short messages: what is told, and what is answered. At most 160 letters of the GSM alphabet each, filled. */

export const told = {
  'neutral.got':
    'Pesan Anda sudah kami terima. Simpan nomor dan tanda terima Anda. Bila ini bukan dari Anda, abaikan SMS ini.',
  'neutral.news':
    'Ada kabar baru untuk Anda. Buka halaman tempat Anda menulis, lalu masukkan nomor dan tanda terima yang Anda simpan.',
  'neutral.act':
    'Ada pesan yang menunggu jawaban Anda sampai {date}. Buka halaman tempat Anda menulis. Jangan balas SMS ini.',
  'neutral.proof':
    'Kode Anda: {code}. Tulis di halaman tempat Anda memintanya, dalam 24 jam. Jangan berikan kepada siapa pun. Bukan Anda yang meminta? Abaikan.',
  'neutral.joined':
    'Kontak baru sekarang dapat menerima kabar dari kami. Bukan Anda? Buka halaman tempat Anda menulis, lalu Atur kontak.',
  'neutral.chosen':
    'Kabar dari kami sekarang dikirim ke kontak lain. Bukan Anda? Buka halaman tempat Anda menulis, lalu Atur kontak.',
  'neutral.leaving':
    'Ada yang meminta kontak Anda dihapus. Tanpa kode, baru dapat setelah 7 hari. Bukan Anda? Buka halaman tempat Anda menulis, lalu Atur kontak.',
  'neutral.removed':
    'Sebuah kontak untuk kabar dari kami dihapus. Bukan Anda? Buka halaman tempat Anda menulis, lalu Atur kontak.',
  received:
    '{service}: Laporan Anda kami terima, nomor {ref}. Batas kami meneruskan: {date}. Cek: balas STATUS. Darurat? Telepon 112, 110, 119.',
  asked: '{service} {ref}: Kami perlu tahu: {question} Balas: {code} lalu jawaban Anda, sampai {date}.',
  reminderComplete:
    '{service} {ref}: Kami masih menunggu keterangan Anda sampai {date}. Balas: {code} lalu jawaban. Lupa pertanyaannya? Balas STATUS.',
  forwarded: '{service} {ref}: Laporan diteruskan ke {agency}. Batas jawaban pertama: {answerDate}. Cek: balas STATUS.',
  returned:
    '{service} {ref}: Bukan wewenang {agency}. Kami mencari instansi yang tepat. Hitungan waktu tetap berjalan. Batas tetap {date}.',
  answered: '{service} {ref}: {agency} sudah menjawab. Baca di {site}. Laporan belum ditutup, batasnya {date}.',
  spoken:
    '{service} {ref}: Pimpinan {agency} menulis kepada Anda. Baca di {site}. Instansi yang menangani tetap wajib menjawab.',
  reorganised:
    '{service} {ref}: Karena penataan instansi, sekarang ditangani {agency}. Hitungan waktu tidak diulang. Cek: balas STATUS.',
  reopened: '{service} {ref}: Laporan dibuka lagi oleh pengawas {agency}. Penanganan dilanjutkan. Cek: balas STATUS.',
  visitPlanned:
    '{service} {ref}: Petugas {agency} dijadwalkan ke lokasi {date}. Anda tidak perlu hadir. Jangan beri uang.',
  visitDone: '{service} {ref}: Petugas {agency} sudah ke lokasi {date}. Hasilnya ada di {site}. Laporan belum ditutup.',
  resolved:
    '{service} {ref}: {agency} menyatakan selesai. Benar? Balas SELESAI {code}. Belum? Balas BELUM {code}. Sampai {date}.',
  reminderConfirm:
    '{service} {ref}: Sudah selesai? Balas SELESAI {code} atau BELUM {code}. Tanpa jawaban sampai {date}, ditutup tanpa konfirmasi.',
  lapsed:
    '{service} {ref}: Ditutup karena tidak ada jawaban; tidak dihitung berhasil. Belum beres? Balas BELUM {code}, sampai {date}.',
  confirmed:
    '{service} {ref}: Terima kasih, ditutup atas jawaban Anda. Nilai 1-5? Balas {code} lalu angkanya. Bukan Anda? Balas BELUM {code}.',
  disputed:
    '{service} {ref}: Laporan dibuka lagi dan kembali ke {agency}. Batas penyelesaian: {date}. Cek: balas STATUS.',
  extended:
    '{service} {ref}: Batas waktu menjadi {date}, semula {date2}. Alasan: {reason}. Batas semula tetap tercatat.',
  archived:
    '{service} {ref}: Diarsipkan: {reason}. Langkah Anda ada di {site}. Tidak setuju? Balas KEBERATAN {code} lalu alasan.',
  expired:
    '{service} {ref}: Diarsipkan karena belum ada keterangan. Kapan saja dapat hidup lagi: balas {code} lalu keterangan Anda.',
  merged:
    '{service} {ref}: Digabung dengan {ref2}, masalah yang sama. Kabarnya tetap sampai kepada Anda. Cek: balas STATUS.',
  withdrawn:
    '{service} {ref}: Dicabut sesuai permintaan Anda, penanganan berhenti. Masih perlu bantuan? Kirim laporan baru ke {number}.',
  escalated:
    '{service} {ref}: {agency} melewati batas waktu {date}. Hal ini sudah kami teruskan ke {above}. Cek: balas STATUS.',
  arbitrated:
    '{service} {ref}: Sudah diputuskan: {agency} wajib menangani. Batas penyelesaian: {date}. Cek: balas STATUS.',
  questioned: '{service} {ref}: {agency} bertanya: {question} Balas: {code} lalu jawaban Anda, sampai {date}.',
  confirmedByOther:
    '{service} {ref}: Pelapor lain menyatakan selesai, laporan ditutup. Belum? Balas BELUM {code}, sampai {date}.',
  disputedByOther:
    '{service} {ref}: Pelapor lain menyatakan belum selesai. Laporan dibuka lagi, batasnya {date}. Cek: balas STATUS.',
} as const

export const replies = {
  help: '{service}: Tulis nama instansi, keluhan, dan tempatnya. Cek: STATUS. Cabut: BATAL. SMS tidak anonim. Darurat: 112, 110, 119.',
  emergency:
    '{service}: DARURAT? Telepon 112, 110 (polisi), atau 119 (ambulans) sekarang. SMS ini tidak dibaca saat itu juga.',
  status: '{service} {ref}: {status}. Sekarang di {agency}. Batas berikutnya: {date}. Selengkapnya di {site}',
  statusConfirm: '{service} {ref}: Menunggu jawaban Anda sampai {date}. Balas SELESAI {code} atau BELUM {code}.',
  list: '{service}: {count} laporan. {ref} {status}; {ref2} {status2}. Rincian: balas STATUS lalu nomornya.',
  none: '{service}: Belum ada laporan terbuka dari nomor ini. Untuk melapor, tulis nama instansi, keluhan, dan tempatnya.',
  notFound:
    '{service}: Nomor laporan itu tidak kami temukan untuk nomor HP ini. Balas STATUS untuk daftar laporan Anda.',
  unknownAgency:
    '{service}: Laporan kami terima, nomor {ref}. Instansinya belum kami kenali, operator yang memilihkan. Tidak perlu kirim ulang.',
  again: '{service}: Laporan ini sudah kami terima, nomor {ref}. Tidak perlu kirim ulang. Cek: balas STATUS.',
  sure: '{service} {ref}: Agar kami yakin ini Anda, balas: {command} {code}. Tanpa kode, tidak ada yang berubah.',
  which: '{service}: Laporan yang mana? Untuk {ref} balas {command} {code}. Untuk {ref2} balas {command} {code2}.',
  newOrNot: '{service}: Apakah ini tentang {ref}? Balas BELUM {code}. Masalah lain? Balas BARU {code}.',
  withdrawSure:
    '{service}: Cabut laporan {ref}? Penanganan akan berhenti. Bila yakin, balas BATAL {code}. Bila tidak, abaikan SMS ini.',
  badCode: '{service}: Kode itu tidak cocok atau sudah lewat. Tidak ada yang berubah. Balas STATUS untuk kode baru.',
  added:
    '{service} {ref}: Terima kasih, keterangan Anda kami terima dan diperiksa lagi. Batas kami meneruskan: {date}.',
  rated: '{service} {ref}: Terima kasih, nilai {rating} sudah kami catat.',
  appealed:
    '{service} {ref}: Keberatan Anda kami terima dan diperiksa pusat. Batas waktunya {date}. Cek: balas STATUS.',
  unknown:
    '{service}: Maaf, kami belum paham. Untuk melapor, tulis keluhan dan tempatnya. Cek laporan: STATUS. Bantuan: BANTUAN.',
  thanks: '{service}: Sama-sama. Masalah lain? Tulis keluhan dan tempatnya. Kabar laporan Anda: balas STATUS.',
  notAnonymous:
    '{service}: SMS tidak dapat anonim atau rahasia. Pakai {site}. SMS ini belum menjadi laporan. Tetap lewat SMS? Balas BARU {code}.',
  secret: 'Balasan lewat SMS tidak dapat kami pakai. Buka halaman tempat Anda menulis.',
  partial:
    '{service}: SMS Anda baru tiba sebagian, sudah kami simpan dengan nomor {ref}. Kirim ulang bagian akhirnya: {code} lalu isinya.',
  tooMany:
    '{service}: Pesan dari nomor ini sangat banyak. Semua kami simpan, tetapi kami berhenti membalas sampai besok.',
  stopped: '{service}: Kabar ke nomor ini berhenti. Laporan Anda tetap ditangani. Cek kapan saja: balas STATUS.',
  noted: '{service} {ref}: Terima kasih, keterangan Anda sampai ke {agency}. Cek: balas STATUS.',
  ended: '{service} {ref}: {status}. Terakhir di {agency}. Selengkapnya di {site}',
} as const

/** In the midst of a sentence. */
export const statuses: Record<Status, string> = {
  received: 'menunggu verifikasi',
  incomplete: 'menunggu keterangan Anda',
  assigned: 'diteruskan',
  in_progress: 'ditindaklanjuti',
  resolved: 'menunggu konfirmasi',
  closed: 'ditutup',
  archived: 'diarsipkan',
}

/** Stand in a message where a part of it never came. */
export const gaps = {
  one: '[bagian {count} belum sampai]',
  several: '[bagian {count} sampai {code} belum sampai]',
} as const
