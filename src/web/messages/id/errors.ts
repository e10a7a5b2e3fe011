/** What is wrong with a field. `errors` are found by the keys that the forms' schemas give; `problems` need facts. */

export const errors = {
  form: 'Isian ini belum dapat kami baca. Periksa sekali lagi.',
  'text.empty': 'Tulis dulu apa yang terjadi. Satu kalimat cukup.',
  'text.long': 'Tulisan ini terlalu panjang. Ringkas, atau kirim sisanya sebagai berkas.',
  'place.unknown': 'Kami belum menemukan tempat ini. Tulis desa atau kelurahannya, atau biarkan kosong.',
  'when.future': 'Tanggal ini belum tiba. Pilih hari ini atau sebelumnya.',
  'when.format': 'Tulis tanggal seperti 26/11/2026.',
  'class.empty': 'Pilih golongan laporan ini.',
  'open.empty': 'Pilih siapa yang boleh tahu.',
  'choice.empty': 'Pilih salah satu.',
  'name.long': 'Nama paling banyak 100 huruf.',
  'name.empty': 'Tulis nama Anda, atau pilih anonim.',
  'email.format': 'Periksa alamat email, misalnya warga@contoh.example.',
  'phone.format': 'Periksa nomor HP, misalnya 0800-000-1234.',
  'contact.empty': 'Isi email atau nomor HP, atau pilih tanpa kontak.',
  'consent.empty': 'Untuk memakai nama dan kontak, kami perlu persetujuan Anda. Atau lapor tanpa keduanya.',
  'agency.unknown': 'Instansi ini belum kami temukan. Periksa namanya, atau kosongkan.',
  'agency.many': 'Ada beberapa instansi dengan nama itu. Pilih satu.',
  'choice.unknown': 'Wilayah, kategori, atau instansi yang dipilih tidak ada lagi. Pilih lagi, atau kosongkan.',
  'sent.otherWords':
    'Laporan ini sudah terkirim dengan isi lain. Lihat lewat Cek laporan; kirim lagi hanya bila ini laporan baru.',
  'key.empty': 'Halaman ini belum lengkap terbuka. Periksa isinya, lalu kirim sekali lagi.',
  'file.throttled': 'Terlalu banyak berkas dari jaringan ini. Kirim tanpa berkas, atau coba lagi sejam lagi.',
  'file.tooMany': 'Paling banyak 5 berkas.',
  'reference.format': 'Nomor laporan terdiri dari 8 huruf dan angka, misalnya K7Q4-M2PX. Periksa sekali lagi.',
  'template.title': 'Beri judul pendek, 2 sampai 100 huruf.',
  'template.text': 'Tulis isi templatnya.',
  'reason.empty': 'Tulis alasannya, satu kalimat cukup.',
  'rating.range': 'Pilih 1 sampai 5, atau lewati.',
  'staff.questions.empty': 'Tulis pertanyaan yang tepat, paling sedikit satu.',
  'staff.reason.vague': 'Alasan ini terlalu umum. Sebut dasarnya dan usul instansinya.',
  'staff.agency.same': 'Pilih instansi lain; laporan sudah di sini.',
  'staff.agency.empty': 'Pilih instansinya.',
  'staff.earlier.empty': 'Tulis nomor laporan yang terdahulu, supaya pelapor dapat membukanya.',
  'staff.path.empty': 'Sebut lembaga atau jalurnya, supaya pelapor tahu ke mana.',
  'staff.detail.empty': 'Tulis apa yang dilihat dan kapan, supaya pelapor dapat menilainya.',
  'visit.when': 'Waktu kunjungan harus sesudah laporan masuk dan belum lewat dari sekarang.',
  'staff.due.past': 'Batas baru harus sesudah hari ini.',
  'audit.wanted': 'Tulis jumlah dari 1 sampai 200.',
  'audit.period': 'Hari terakhir harus sama dengan atau sesudah hari pertama.',
  'staff.evidence': 'Sebelum menyatakan selesai, catat paling sedikit satu kunjungan dengan bukti.',
}

type File = { file: string }

export const problems = {
  summary: (n: number) => `Ada ${n} isian yang perlu dilihat lagi. Yang sudah Anda tulis tetap ada.`,
  textLong: ({ length, most }: { length: string; most: string }) =>
    `Tulisan ini ${length} huruf; paling banyak ${most}. Sisanya dapat dikirim sebagai berkas.`,
  placeOutside: (area: string) =>
    `Tempat ini di luar ${area}. Laporan tetap dapat dikirim; kami serahkan ke LAPOR nasional.`,
  fileTooLarge: ({ file, size, most }: File & { size: string; most: string }) =>
    `${file} berukuran ${size}; paling besar ${most}. Laporan tetap dapat dikirim tanpa berkas ini.`,
  filesTooLarge: 'Berkas-berkas ini bersama-sama terlalu besar. Pilih lebih sedikit, paling besar 10 MB masing-masing.',
  fileType: ({ file }: File) => `${file} bukan jenis yang dapat kami buka dengan aman. Pakai JPG, PNG, WebP, atau PDF.`,
  fileBroken: ({ file }: File) => `${file} rusak atau belum terkirim utuh. Coba sekali lagi.`,
  fileLocked: ({ file }: File) => `${file} terkunci dengan sandi. Simpan tanpa sandi, lalu kirim lagi.`,
  filePages: ({ file }: File) => `${file} terlalu banyak halamannya. Kirim halaman yang penting saja.`,
  filePixels: ({ file }: File) => `${file} terlalu besar ukurannya dalam piksel. Perkecil, lalu kirim lagi.`,
  fileClosed: ({ file }: File) => `${file} belum tersimpan, karena laporan ini sudah terkirim.`,
  fileUnavailable: ({ file }: File) =>
    `${file} belum tersimpan karena gangguan di pihak kami. Laporan tetap dapat dikirim tanpa berkas ini.`,
  fileBusy: ({ file }: File) => `${file} belum tersimpan karena sedang ramai. Coba sekali lagi sebentar lagi.`,
  fileHeld: ({ file }: File) => `${file} masih diperiksa. Laporan Anda sudah kami terima.`,
  evidenceReused: (reference: string) =>
    `Foto ini pernah dipakai di ${reference}. Ambil foto baru, atau jelaskan alasannya.`,
  evidenceHere: 'Foto ini sudah ada di laporan ini. Ambil foto baru, atau jelaskan alasannya.',
  duePast: (date: string) => `Batas baru harus sesudah hari ini dan sebelum ${date}.`,
}
