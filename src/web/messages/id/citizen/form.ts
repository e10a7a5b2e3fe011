/** The form and its preview. */

export const form = {
  text: 'Apa yang terjadi?',
  textHint: 'Satu kalimat pun cukup. Bila tahu: di mana, sejak kapan, siapa yang terdampak. Bahasa daerah boleh.',
  place: 'Di mana?',
  placeHint: 'Nama jalan, desa atau kelurahan, patokan ("depan pasar").',
  when: 'Sejak kapan?',
  kind: 'Ini tentang apa?',
  kindUnsure: 'Saya tidak tahu, tolong pilihkan',
  agency: 'Instansi yang dituju',
  agencyHint: 'Tidak tahu? Kosongkan. Operator kami memilihkan.',
  photo: 'Foto atau berkas',
  photoHint:
    'Sampai 5 berkas JPG, PNG, WebP, atau PDF, masing-masing paling besar 10 MB. Foto masalahnya, bukan orangnya.',
  photoSafety:
    'Jangan tampakkan siapa Anda: wajah, bayangan, pelat kendaraan, nomor rumah, isi layar, atau sudut yang hanya ada di rumah Anda. Data lokasi dan jenis HP kami hapus dari foto, tetapi isi gambar tidak dapat kami hapus.',
  contact: 'Ke mana kami mengirim kabar?',
  email: 'Email',
  phone: 'Nomor HP',
  none: 'Tanpa kontak',
  noneNote: 'Anda menyimpan tanda terima dan mengecek sendiri; kami tidak dapat menghubungi Anda.',
  secretNote: (service: string) =>
    `Kabar untuk laporan rahasia tidak menyebut apa pun tentang laporan. Alamat pengirimnya tetap terlihat milik ${service}. Bila orang lain membaca HP Anda, pilih tanpa kontak.`,
  name: 'Nama Anda',
  nameHint: 'Nama panggilan boleh. Kami tidak meminta NIK.',
  preview: 'Ini yang akan dibaca publik',
  previewNote:
    'Kami menyamarkan NIK, nomor HP, email, pelat, dan rekening. Alat ini bisa keliru: nama orang dan alamat rumah periksalah sendiri. Instansi membaca tulisan asli Anda.',
  previewSecret: 'Tidak ada yang tampil untuk publik.',
  edit: 'Ubah tulisan',
  consent: (service: string) =>
    `Saya setuju ${service} memakai nama dan kontak saya untuk menangani laporan ini. (UU 27/2022 tentang Pelindungan Data Pribadi)`,
  consentChild: 'Di bawah 18 tahun? Minta orang tua atau wali mengisi nama dan kontak, atau lapor tanpa keduanya.',
  truth: 'Tulis yang Anda ketahui. Bila ragu, katakan ragu; itu tidak apa-apa.',
  send: 'Kirim laporan',
  similar: 'Ada laporan serupa di dekat sini. Ikut sebagai pelapor bersama? Anda mendapat kabar yang sama.',
  similarJoin: 'Ikut',
  similarNo: 'Ini berbeda',
}

/** Each choice with what it means. */
type Open = Record<'open' | 'anonymous' | 'secret' | 'both', readonly [name: string, means: string]>

export const open: Open & Record<'question' | 'limits' | 'law' | 'channels', string> = {
  question: 'Siapa yang boleh tahu?',
  open: [
    'Terbuka',
    'Instansi yang menangani melihat nama Anda. Publik membaca isi laporan setelah data pribadi disamarkan, tanpa nama Anda.',
  ],
  anonymous: [
    'Anonim',
    'Instansi dan publik tidak melihat nama dan kontak Anda. Isi laporan tetap dapat dibaca publik, jadi jangan menulis hal yang hanya diketahui Anda.',
  ],
  secret: [
    'Rahasia',
    'Isi laporan hanya dibaca operator yang memeriksa, instansi yang menangani, pengawasnya, dan inspektorat bila tentang aparat. Nama Anda hanya dilihat yang sedang menangani; publik tidak melihat apa pun.',
  ],
  both: [
    'Anonim dan rahasia',
    'Publik tidak melihat apa pun, dan instansi membaca isi tanpa tahu siapa Anda. Pilihan terkuat untuk melaporkan pejabat, pungli, atau korupsi.',
  ],
  limits:
    'Yang tidak dapat kami janjikan: isi laporan dan foto, juga yang rahasia, disimpan tanpa sandi. Sistem membatasi petugas mana yang membacanya, tetapi pengelola server kami dapat membacanya. Isi cerita, jaringan kantor, atau orang yang memegang HP Anda bisa mengungkap Anda. Bila berbahaya: pakai HP pribadi, bukan Wi-Fi kantor, tanpa kontak.',
  law: 'Nama dan kontak disimpan tersegel, terpisah dari isi laporan. Pada laporan anonim, tidak ada petugas yang dapat membukanya lewat layanan ini; sistem memakainya hanya untuk mengabari Anda. Pengelola server memegang kuncinya dan dapat membukanya, misalnya bila hukum mewajibkan. Yang tidak Anda berikan tidak dapat diminta siapa pun.',
  channels:
    'SMS, X, Facebook, dan email tidak pernah anonim: operator seluler atau penyedianya tahu siapa pengirimnya. Untuk melapor tanpa nama, pakai formulir ini.',
}

export const mask = {
  nik: 'NIK disamarkan',
  phone: 'nomor disamarkan',
  email: 'email disamarkan',
  plate: 'pelat disamarkan',
  account: 'rekening disamarkan',
  name: 'nama disamarkan',
}
