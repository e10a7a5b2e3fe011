import type { DurationName, RatioName } from '../../../../supervision/figure/figures.ts'

/** The figures and what each of them means. */
type Meaning = Readonly<{ name: string; means: string; of: string }>

export const figures = {
  title: 'Cara menghitung',
  lead: 'Setiap angka di sini punya arti tertulis, dan sama di semua halaman. Siapa pun dapat menghitungnya ulang dari catatan laporan.',
  rules: [
    'Laporan dihitung pada bulan masuknya. Menutup laporan lama tidak mengubah bulan lain.',
    'Laporan dihitung pada instansi yang terakhir diberi tugas, dan pada semua instansi di atasnya. Mengembalikan laporan tidak melepas hitungan sampai ada yang menerimanya. Janji yang ditepati atau terlewat tetap pada instansi yang memegang laporan saat itu.',
    'Janji dihitung dengan batas waktu pertama, dan laporan dengan golongan dan kategori yang pertama dijanjikan. Perpanjangan dan perubahan golongan tidak menolong.',
    'Ditutup tanpa jawaban pelapor tidak pernah dihitung berhasil.',
    'Laporan yang dicatat dan dijawab oleh pemerintah yang sama tidak masuk bagian mana pun.',
    'Laporan yang dicabut pelapornya, atau digabung dengan laporan lain, tidak masuk hitungan janji, kecuali bila batas waktunya sudah lewat sebelum itu.',
    'Jam kerja: pukul 08.00 sampai 16.00 WIB pada hari kerja nasional, sejak laporan masuk.',
  ],
  base: 'Pembagi',
  hint: 'Median: separuh laporan lebih cepat dari ini. p90: sembilan dari sepuluh laporan lebih cepat dari ini. Keduanya dibulatkan ke atas, ke jam atau hari kerja terdekat.',
  yardstick: 'Pembanding: Surabaya menjawab pertama kali dengan median 8 jam kerja dan p90 26,7 jam kerja.',
  ratios: {
    answeredOnTime: {
      name: 'Dijawab tepat waktu',
      means: 'Jawaban pertama diberikan paling lambat pada batas waktu pertamanya.',
      of: 'Laporan yang sudah dijawab atau yang batas waktunya sudah lewat.',
    },
    settledOnTime: {
      name: 'Selesai tepat waktu',
      means:
        'Dinyatakan selesai paling lambat pada batas pertama, atau pada batas undang-undang bila itu lebih awal, dan pelapor membenarkannya.',
      of: 'Laporan yang sudah ditutup, atau yang batas waktunya lewat sebelum selesai. Yang ditutup tanpa kata pelapor ikut dihitung di sini. Yang masih menunggu pelapor belum dihitung.',
    },
    confirmed: {
      name: 'Dipastikan pelapor',
      means: 'Pelapor sendiri menyatakan selesai.',
      of: 'Laporan yang pernah dinyatakan selesai oleh instansi.',
    },
    lapsed: {
      name: 'Tanpa konfirmasi',
      means: 'Ditutup karena pelapor diam sepuluh hari kerja. Bukan keberhasilan.',
      of: 'Laporan yang pernah dinyatakan selesai oleh instansi.',
    },
    disputed: {
      name: 'Disanggah',
      means: 'Pelapor menyatakan belum selesai, paling tidak sekali.',
      of: 'Laporan yang pernah dinyatakan selesai oleh instansi.',
    },
    returns: {
      name: 'Pengembalian per laporan',
      means: 'Berapa kali laporan dikembalikan dengan alasan bukan wewenang.',
      of: 'Laporan yang pernah dipegang instansi itu.',
    },
    reclassified: {
      name: 'Ubah golongan per laporan',
      means: 'Berapa kali golongan atau kadar pengawasan diubah sesudah laporan diteruskan.',
      of: 'Laporan yang pernah dipegang instansi itu.',
    },
    archived: {
      name: 'Diarsipkan',
      means: 'Diakhiri operator dengan satu alasan khusus. Setiap alasan dihitung sendiri.',
      of: 'Laporan yang masuk dan tidak dicatat sendiri oleh pemerintah yang menjawabnya.',
    },
    rating: {
      name: 'Penilaian',
      means: 'Rata-rata bintang dari pelapor yang menilai. Diam tidak pernah menjadi nilai.',
      of: 'Laporan yang dinilai.',
    },
    responded: {
      name: 'Memberi penilaian',
      means: 'Pelapor memberi satu sampai lima bintang.',
      of: 'Laporan yang sudah ditutup.',
    },
  } satisfies Record<RatioName, Meaning>,
  durations: {
    answerMedian: {
      name: 'Jawaban pertama, jam kerja (median)',
      means: 'Jam kerja dari laporan masuk sampai jawaban pertama.',
      of: 'Laporan yang sudah dijawab.',
    },
    answerP90: {
      name: 'Jawaban pertama, jam kerja (p90)',
      means: 'Jam kerja dari laporan masuk sampai jawaban pertama.',
      of: 'Laporan yang sudah dijawab.',
    },
    endMedian: {
      name: 'Sampai berakhir, jam kerja (median)',
      means: 'Jam kerja dari laporan masuk sampai ditutup, dengan atau tanpa kata pelapor.',
      of: 'Laporan yang sudah ditutup; yang diarsipkan tidak dihitung.',
    },
    endP90: {
      name: 'Sampai berakhir, jam kerja (p90)',
      means: 'Jam kerja dari laporan masuk sampai ditutup, dengan atau tanpa kata pelapor.',
      of: 'Laporan yang sudah ditutup; yang diarsipkan tidak dihitung.',
    },
  } satisfies Record<DurationName, Meaning>,
}
