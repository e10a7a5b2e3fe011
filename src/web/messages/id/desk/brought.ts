import type { NoPost } from '../../../../talk/public-post.ts'

/** A public post that an operator of the centre makes a report. */
export const brought = {
  title: 'Ambil unggahan dari X',
  hint: 'Untuk keluhan yang ditulis terbuka di X tanpa menyebut akun kita. Penulisnya dikabari di X seperti pelapor lain.',
  address: 'Alamat unggahan',
  look: 'Lihat unggahan',
  check: 'Periksa unggahan ini',
  checkHint:
    'Beginilah tampilnya di X sekarang. Bila menjadi laporan, isinya terbuka seperti unggahannya, dan penulisnya dibalas singkat di X: tanpa nomor, tanpa isi. Nomornya lewat pesan pribadi.',
  by: 'Penulis',
  at: 'Ditulis',
  quoted: (by: string) => (by ? `Menanggapi ${by}` : 'Menanggapi unggahan lain'),
  media: (images: number, others: number) =>
    [images > 0 && `${images} foto`, others > 0 && `${others} video (video tidak disimpan)`].filter(Boolean).join(', '),
  files: 'Lampiran',
  make: 'Jadikan laporan',
  other: 'Alamat lain',
  secrecy: 'Penulisnya minta rahasia, jadi unggahan ini tidak dijadikan laporan. Arahkan ke formulir di situs.',
  taken: 'Unggahan disimpan',
  takenHint:
    'Laporannya muncul di antrean sebentar lagi, dan penulisnya dikabari. Unggahan yang sama tidak menjadi dua laporan.',
  known: 'Unggahan ini sudah menjadi laporan',
  knownHint: (reference: string) => `Nomornya ${reference}. Tidak ada laporan kedua.`,
  open: 'Buka laporan',
  desk: 'Ke antrean',
  refusals: {
    address: 'Itu bukan alamat unggahan X. Contoh: https://x.com/nama/status/123.',
    elsewhere:
      'Alamat itu milik layanan lain. Dari sini hanya unggahan X yang dapat diambil; isi yang lain catat sebagai laporan lisan.',
    gone: 'Unggahan itu tidak ada lagi, atau akunnya terkunci.',
    own: 'Itu unggahan akun kita sendiri.',
    repost: 'Itu unggahan ulang. Ambil alamat unggahan aslinya.',
    spent: 'Batas biaya X hari ini sudah tercapai. Coba lagi besok, atau catat isinya sebagai laporan lisan.',
    away: 'X tidak dapat ditanya sekarang. Coba lagi sebentar lagi.',
  } satisfies Record<NoPost | 'away', string>,
}
