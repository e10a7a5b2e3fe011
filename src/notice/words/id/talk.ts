/** Messages on messengers: what is told, what is answered, and the words on buttons. */

export const told = {
  'neutral.got': 'Pesan Anda sudah kami terima. Bila ini bukan dari Anda, abaikan.',
  'neutral.news': 'Ada kabar baru untuk Anda. Buka halaman tempat Anda menulis, dengan nomor dan tanda terima Anda.',
  'neutral.act': 'Ada pesan yang menunggu jawaban Anda sampai {date}. Buka halaman tempat Anda menulis.',
  'neutral.joined':
    'Kontak baru sekarang dapat menerima kabar dari kami. Bukan Anda? Buka halaman tempat Anda menulis, lalu Atur kontak.',
  'neutral.chosen':
    'Kabar dari kami sekarang dikirim ke kontak lain. Bukan Anda? Buka halaman tempat Anda menulis, lalu Atur kontak.',
  'neutral.leaving':
    'Ada yang meminta kontak Anda dihapus. Tanpa kode, baru dapat setelah 7 hari. Bukan Anda? Buka halaman tempat Anda menulis, lalu Atur kontak.',
  'neutral.removed':
    'Sebuah kontak untuk kabar dari kami dihapus. Bukan Anda? Buka halaman tempat Anda menulis, lalu Atur kontak.',
  received: 'Laporan Anda sudah kami terima, nomor {ref}. Batas kami meneruskannya {date}.',
  asked: 'Tentang laporan {ref}, kami perlu tahu: {question}\n\nBalas di sini sampai {date}.',
  reminderComplete: 'Laporan {ref} masih menunggu jawaban Anda sampai {date}: {question}',
  questioned: '{agency} bertanya tentang laporan {ref}: {question}\n\nBalas di sini sampai {date}.',
  forwarded: 'Laporan {ref} diteruskan ke {agency}. Batas jawaban pertama: {answerDate}.',
  returned:
    '{agency} menyatakan laporan {ref} bukan wewenangnya. Kami mencari instansi yang tepat. Batas penyelesaian tetap {date}.',
  answered: '{agency} menjawab laporan {ref}:\n\n{text}\n\nLaporan belum ditutup, batasnya {date}.',
  spoken:
    'Pimpinan {agency} menulis tentang laporan {ref}:\n\n{text}\n\nInstansi yang menanganinya tetap wajib menjawab dan menyelesaikan.',
  reorganised:
    'Karena penataan instansi, laporan {ref} sekarang ditangani {agency}, dengan seluruh riwayatnya. Hitungan waktu tidak diulang.',
  reopened: 'Pengawas {agency} membuka lagi laporan {ref}:\n\n{text}\n\nPenanganannya dilanjutkan.',
  visitPlanned:
    'Petugas {agency} dijadwalkan ke lokasi laporan {ref} pada {date}. Anda tidak perlu hadir dan tidak perlu membayar apa pun.',
  visitDone: 'Petugas {agency} sudah ke lokasi laporan {ref} pada {date}. Hasilnya ada di {site}.',
  resolved: '{agency} menyatakan laporan {ref} selesai:\n\n{text}\n\nBenar? Jawab SELESAI atau BELUM sampai {date}.',
  reminderConfirm: 'Laporan {ref} sudah selesai menurut Anda? Jawab SELESAI atau BELUM sampai {date}.',
  lapsed:
    'Laporan {ref} ditutup karena tidak ada jawaban; ini tidak dihitung berhasil. Belum beres? Jawab BELUM sampai {date}.',
  confirmed:
    'Terima kasih. Laporan {ref} ditutup atas jawaban Anda. Bagaimana penanganannya? Jawab 1 (buruk) sampai 5 (baik).',
  confirmedByOther:
    'Pelapor lain menyatakan laporan {ref} selesai, lalu laporan ditutup. Belum? Jawab BELUM sampai {date}.',
  disputed:
    'Laporan {ref} dibuka lagi dan kembali ke {agency}. Batas penyelesaian {date}. Foto terbaru boleh dikirim di sini.',
  disputedByOther: 'Pelapor lain menyatakan laporan {ref} belum selesai. Laporan dibuka lagi, batasnya {date}.',
  extended: 'Batas waktu laporan {ref} menjadi {date}, semula {date2}. Alasan: {reason}.',
  archived: 'Laporan {ref} diarsipkan: {reason}. {steps} Tidak setuju? Jawab KEBERATAN dan alasannya.',
  expired: 'Laporan {ref} diarsipkan karena belum ada keterangan. Jawab di sini kapan saja, laporan hidup lagi.',
  merged: 'Laporan {ref} digabung dengan {ref2} tentang masalah yang sama. Anda tetap mendapat kabar.',
  withdrawn: 'Laporan {ref} dicabut sesuai permintaan Anda. Bukan Anda yang mencabut? Tulis kepada kami di sini.',
  escalated: '{agency} melewati batas waktu laporan {ref} ({date}). Hal ini sudah kami teruskan ke {above}.',
  arbitrated: 'Sudah diputuskan: {agency} wajib menangani laporan {ref}. Batas penyelesaian {date}.',
} as const

export const replies = {
  received:
    'Laporan Anda sudah kami terima, nomor {ref}. Batas kami meneruskannya {date}. Darurat? Telepon 112.\n\nDi sini kami mengenali akun Anda, jadi laporan ini tidak anonim. Ingin melapor tanpa nama: {site}',
  place: 'Di mana tempatnya? Kirim lokasi, atau tulis jalan dan kelurahannya.',
  photo: 'Ada fotonya? Kirim di sini.',
  enough: 'Terima kasih, itu cukup. Kabar tentang laporan {ref} kami kirim di sini.',
  added: 'Terima kasih, sudah kami tambahkan ke laporan {ref}.',
  other: 'Masalah lain? Tulis BARU, pesan terakhir Anda menjadi laporan sendiri.',
  matter: 'Sudah kami simpan. Ini tentang masalah apa, dan di mana? Ceritakan dengan satu atau dua kalimat.',
  greet:
    'Halo, ini {service}. Ceritakan masalahnya dan tempatnya di sini, boleh dengan foto dan lokasi. Petugas membacanya dan meneruskannya. Darurat? Telepon 112.\n\nDi sini Anda tidak anonim. Tanpa nama: {site}',
  thank: 'Sama-sama. Bila ada masalah lagi, ceritakan saja di sini.',
  again: 'Laporan ini sudah kami terima, nomor {ref}. Tidak perlu kirim ulang.',
  help: 'Tulis masalah dan tempatnya untuk melapor. STATUS: kabar laporan Anda. SELESAI atau BELUM: jawaban saat laporan dinyatakan selesai. BATAL: mencabut laporan. BARU: laporan lain. STOP: tanpa kabar lagi.',
  emergency:
    'DARURAT? Telepon 112, 110 (polisi), atau 119 (ambulans) sekarang. Pesan di sini tidak dibaca saat itu juga.',
  status: 'Laporan {ref}: {status}, sekarang di {agency}. Batas berikutnya: {date}.',
  ended: 'Laporan {ref}: {status}. Terakhir di {agency}.',
  list: 'Anda punya {count} laporan terbuka. {ref}: {status}. {ref2}: {status2}. Rinciannya: tulis STATUS dan nomornya.',
  none: 'Belum ada laporan terbuka dari akun ini. Untuk melapor, ceritakan masalah dan tempatnya.',
  notFound: 'Nomor itu tidak kami temukan di antara laporan dari akun ini. Tulis STATUS untuk melihat laporan Anda.',
  which: 'Laporan yang mana, {ref} atau {ref2}? Tulis {command} dan nomornya.',
  withdrawSure: 'Cabut laporan {ref}? Penanganannya berhenti. Bila yakin, tulis BATAL {ref}.',
  statusConfirm: 'Laporan {ref} menunggu jawaban Anda sampai {date}: SELESAI atau BELUM?',
  noLast: 'Kami tidak menemukan pesan untuk dijadikan laporan baru. Ceritakan masalah dan tempatnya.',
  rated: 'Terima kasih, nilai {rating} sudah kami catat.',
  appealed: 'Keberatan Anda atas laporan {ref} kami terima dan diperiksa pusat. Batas waktunya {date}.',
  noted: 'Terima kasih, keterangan Anda sampai ke {agency} untuk laporan {ref}.',
  completed: 'Terima kasih, keterangan Anda untuk laporan {ref} kami terima dan diperiksa lagi sampai {date}.',
  notAnonymous:
    'Pesan di sini tidak dapat anonim atau rahasia: kami mengenali akun Anda. Pesan tadi kami sisihkan dan belum menjadi laporan. Untuk melapor tanpa nama atau rahasia, pakai {site}. Tetap lewat sini? Tulis BARU.',
  seen: 'Unggahan Anda masih dapat dibaca orang lain di sana. Kami menyisihkannya dan tidak membalasnya di muka umum. Hapuslah sendiri bila isinya rahasia, lalu lapor lewat {site}: di sana bisa tanpa nama dan rahasia.',
  secret: 'Jawaban lewat pesan tidak dapat kami pakai. Buka halaman tempat Anda menulis.',
  tooMany: 'Pesan Anda hari ini sangat banyak. Semua kami simpan, tetapi kami berhenti membalas sampai besok.',
  stopped: 'Kabar di sini berhenti. Laporan Anda tetap ditangani. Kapan saja: tulis STATUS.',
  leftOut: 'Sebagian lampiran tidak dapat kami simpan. Yang bisa: foto dan PDF sampai 10 MB.',
} as const

/** Under somebody's post, where everyone reads along: never a number, a link or what the report says. Said in several ways,
 *  since a service takes the same words again and again for those of a machine. */
export const inPublic = {
  told: [
    'Terima kasih sudah menyampaikan. Laporan Anda sudah kami catat. Nomornya kami kirim lewat pesan pribadi. Jangan tulis NIK atau nomor HP di sini.',
    'Laporan Anda sudah kami catat, terima kasih. Silakan lihat nomornya di pesan pribadi dari kami. Mohon jangan menulis NIK atau nomor HP di sini.',
    'Terima kasih, ini sudah menjadi laporan. Kami mengirim nomornya kepada Anda lewat pesan pribadi. Data pribadi jangan ditulis di sini.',
    'Sudah kami catat sebagai laporan. Nomor dan kabarnya kami kirim lewat pesan pribadi. Terima kasih; jangan menulis data pribadi di sini.',
  ],
  invite: [
    'Terima kasih sudah menyampaikan. Laporan Anda sudah kami catat. Kirimi kami pesan pribadi untuk mendapat nomornya. Jangan tulis NIK atau nomor HP di sini.',
    'Laporan Anda sudah kami catat, terima kasih. Untuk nomornya, kirimlah pesan pribadi kepada kami. Mohon jangan menulis NIK atau nomor HP di sini.',
    'Terima kasih, ini sudah menjadi laporan. Nomornya kami berikan lewat pesan pribadi: tulislah STATUS kepada kami. Data pribadi jangan ditulis di sini.',
    'Sudah kami catat sebagai laporan. Ingin tahu nomor dan kabarnya? Kirimi kami pesan pribadi. Terima kasih; jangan menulis data pribadi di sini.',
  ],
} as const

/** When, behind any of them: so the same words never stand there twice. */
export const recorded: string = 'Dicatat {date}.'

/** At most twenty letters: some services cut what is longer. */
export const buttons = {
  confirm: 'Ya, sudah selesai',
  dispute: 'Belum selesai',
  skip: 'Lewati',
  new: 'Ini masalah lain',
  status: 'Lihat kabarnya',
  withdraw: 'Ya, cabut',
} as const
