import { anonymous, city, open, reachable, type Story, unit } from './story.ts'

/** Roads and drains of Kota Blitar. */

const roads = { class: 'complaint', categoryCode: 'roads.potholes' } as const
const drains = { class: 'complaint', categoryCode: 'drainage.blocked' } as const

export const streets: readonly Story[] = [
  {
    name: 'tutup-got-jalan-serayu',
    sent: '17 07:48',
    draft: {
      ...open('Wiji Utomo', 'wiji.utomo@contoh.example'),
      class: 'complaint',
      categoryCode: 'drainage',
      areaCode: '35.72.02.1004',
      place: 'Jalan Serayu, seberang warung soto, Kelurahan Turi',
      text: 'Tutup got di Jalan Serayu hilang dua buah sejak ada pengerukan bulan lalu. Kemarin sore anak tetangga terperosok sampai paha, untung hanya lecet. Sementara kami tutup pakai papan bekas, tetapi kalau dilewati motor papannya geser. Mohon dipasang tutup beton lagi.',
    },
    steps: [
      ['17 09:20', 'operator.pusat', 'forward', { agencyId: city, ...drains, note: 'Ada anak terluka, lokasinya jelas.' }],
      ['17 10:35', 'operator.blitar', 'forward', { agencyId: unit.works, ...drains, note: 'Mohon diamankan hari ini.' }],
      ['17 11:10', 'penghubung.dpupr', 'dispatch', { officer: 'petugas.dpupr', due: 1, note: 'Bawa tutup sementara.' }],
      ['17 11:25', 'penghubung.dpupr', 'answer', { text: 'Terima kasih, Bapak Wiji. Petugas kami, Slamet Riyadi, ke Jalan Serayu hari ini untuk memasang tutup sementara dan mengukur tutup yang hilang. Hasilnya kami kabarkan paling lambat besok sore.' }],
      ['17 15:10', 'petugas.dpupr', 'visit', { place: 'Jalan Serayu, depan rumah nomor 14', outcome: 'again', evidence: 2, findings: 'Dua tutup beton ukuran 60 x 40 cm tidak ada. Lubang sudah ditutup pelat besi sementara dan diberi tanda. Perlu cetak dua tutup baru.' }],
      ['13 10:40', 'petugas.dpupr', 'visit', { place: 'Jalan Serayu, depan rumah nomor 14', outcome: 'done', evidence: 2, findings: 'Dua tutup beton baru terpasang rata dengan jalan dan sudah dicoba dilindas motor. Pelat sementara diambil.' }],
      ['13 13:05', 'penghubung.dpupr', 'resolve', { text: 'Dua tutup got di Jalan Serayu sudah diganti dengan beton baru. Foto sebelum dan sesudahnya terlampir. Bila masih ada yang goyang, tekan "Belum selesai" dan petugas kami datang lagi.' }],
      ['13 18:52', 'pelapor', 'confirm', {}],
      ['13 18:53', 'pelapor', 'rate', { rating: 5, remark: 'Cepat. Petugasnya juga menanyai warga dulu sebelum kerja.' }],
    ],
  },
  {
    name: 'lubang-jembatan-kali-urung',
    sent: '12 06:31',
    draft: {
      ...reachable('lewat.tiap.pagi@contoh.example'),
      class: 'complaint',
      categoryCode: 'roads.potholes',
      areaCode: '35.72.03.1006',
      place: 'Ujung timur jembatan kecil Jalan Kali Urung, Karangtengah',
      text: 'Sambungan aspal di ujung timur jembatan Jalan Kali Urung amblas memanjang kira-kira satu meter. Dari arah kota tidak kelihatan karena menurun. Saya sudah tiga kali melihat motor oleng di situ, semuanya waktu subuh. Lubang kecil mungkin bisa menunggu, yang ini jangan.',
    },
    steps: [
      ['12 08:55', 'operator.pusat', 'forward', { agencyId: city, ...roads }],
      ['12 10:10', 'operator.blitar', 'forward', { agencyId: unit.works, assisting: [unit.transport], ...roads, note: 'Dishub mohon memasang rambu sementara.' }],
      ['11 08:20', 'penghubung.dpupr', 'dispatch', { officer: 'petugas2.dpupr', due: 2 }],
      ['11 14:45', 'petugas2.dpupr', 'visit', { place: 'Jembatan Jalan Kali Urung sisi timur', outcome: 'again', evidence: 1, findings: 'Oprit turun 11 cm sepanjang 1,2 m karena tanah di bawahnya hanyut. Tambal aspal saja tidak akan bertahan. Perlu urugan sirtu lalu hotmix.' }],
      ['11 16:05', 'penghubung.dpupr', 'answer', { text: 'Petugas sudah mengukur lokasi. Tanah di bawah aspal hanyut, jadi kami mengurug dulu baru mengaspal. Pekerjaan dijadwalkan pekan ini. Dinas Perhubungan memasang rambu hati-hati sejak hari ini.' }],
      ['4 15:30', 'petugas2.dpupr', 'visit', { place: 'Jembatan Jalan Kali Urung sisi timur', outcome: 'done', evidence: 2, findings: 'Urugan dipadatkan dua lapis, hotmix tebal 5 cm, sambungan rata. Lalu lintas dibuka lagi pukul 15.00.' }],
      ['3 09:15', 'penghubung.dpupr', 'resolve', { text: 'Ujung timur jembatan sudah diurug, dipadatkan, dan diaspal. Foto pekerjaan terlampir. Silakan dicoba lewat, lalu beri tahu kami apakah sudah benar-benar rata.' }],
    ],
  },
  {
    name: 'lubang-jembatan-kali-urung-ojek',
    with: 'lubang-jembatan-kali-urung',
    sent: '10 20:14',
    channel: 'sms',
    draft: {
      ...anonymous,
      areaCode: '35.72.03.1006',
      text: 'KOTA BLITAR jembatan kali urung ambles aspale, penumpang sy hampir jatuh. tlg cpt sblm ada korban',
    },
    steps: [
      ['9 08:40', 'operator.pusat', 'forward', { agencyId: city, ...roads }],
      ['9 09:05', 'operator.blitar', 'merge', { into: 'lubang-jembatan-kali-urung' }],
    ],
  },
  {
    name: 'lubang-jembatan-kali-urung-antar-sekolah',
    with: 'lubang-jembatan-kali-urung',
    sent: '9 12:27',
    draft: {
      ...open('Ika Nurhayati', 'ika.nur@contoh.example'),
      areaCode: '35.72.03.1006',
      text: 'Selamat siang. Jalan di jembatan Kali Urung turun sebelah, padahal jalur anak-anak sekolah bersepeda. Apakah sudah ada yang melapor? Kalau sudah, tolong digabung saja, yang penting saya tahu kapan diperbaiki.',
    },
    steps: [
      ['8 09:12', 'operator.pusat', 'forward', { agencyId: city, ...roads }],
      ['8 10:30', 'operator.blitar', 'merge', { into: 'lubang-jembatan-kali-urung' }],
    ],
  },
  {
    name: 'bekas-galian-jalan-bengawan',
    sent: '13 16:22',
    draft: {
      ...anonymous,
      class: 'complaint',
      categoryCode: 'roads.works',
      areaCode: '35.72.02.1003',
      place: 'Jalan Bengawan, sepanjang bekas galian pipa',
      text: 'Bekas galian pipa sepanjang Jalan Bengawan cuma diurug tanah. Kalau hujan jadi bubur, kalau panas debunya masuk rumah. Katanya nanti diaspal, tapi alatnya sudah pulang semua sebulan yang lalu. Yang gali siapa, yang nutup siapa, warga tidak mau tahu, pokoknya rata lagi.',
    },
    steps: [
      ['12 09:40', 'operator.pusat', 'forward', { agencyId: city, class: 'complaint', categoryCode: 'roads.works' }],
      ['12 11:15', 'operator.blitar', 'forward', { agencyId: unit.works, assisting: [unit.water], class: 'complaint', categoryCode: 'roads.works', note: 'Galian milik Perumda, pemulihan aspal oleh DPUPR.' }],
      ['10 09:00', 'penghubung.dpupr', 'dispatch', { officer: 'petugas.dpupr', due: 3 }],
      ['9 14:10', 'petugas.dpupr', 'visit', { place: 'Jalan Bengawan', outcome: 'again', evidence: 1, findings: 'Panjang bekas galian 140 m, lebar 60 cm. Pemadatan kurang di 3 titik. Aspal ulang butuh hotmix sekitar 8 ton.' }],
      ['9 15:30', 'penghubung.dpupr', 'answer', { text: 'Bekas galian di Jalan Bengawan milik Perumda Air Minum dan pemulihannya tugas kami. Panjangnya 140 meter. Kami sudah menjadwalkan pemadatan ulang dan menyiram jalan tiap pagi sampai pengaspalan.' }],
      ['2 13:45', 'penghubung.dpupr', 'extend', { reason: 'materials', sentence: 'Pabrik hotmix berhenti sampai pekan depan, pengaspalan baru dapat dimulai setelah itu.', newDue: 12 }],
    ],
  },
  {
    name: 'ubin-pemandu-jalan-merdeka',
    sent: '18 10:02',
    draft: {
      ...open('Rendra Aditama', 'rendra@contoh.example'),
      class: 'complaint',
      categoryCode: 'sidewalks',
      areaCode: '35.72.01.1007',
      place: 'Trotoar Jalan Merdeka sisi utara',
      text: 'Saya tunanetra dan setiap hari berjalan di trotoar Jalan Merdeka sisi utara. Ubin pemandu berwarna kuning di sana berakhir tepat di sebuah tiang reklame, lalu bersambung lagi tetapi mengarah ke selokan terbuka. Ubin itu justru membahayakan. Mohon dipasang ulang dengan melibatkan kami yang memakainya.',
    },
    steps: [
      ['18 13:10', 'operator.pusat', 'forward', { agencyId: city, class: 'complaint', categoryCode: 'sidewalks', note: 'Pelapor tunanetra, mohon diutamakan.' }],
      ['17 08:45', 'operator.blitar', 'forward', { agencyId: unit.works, class: 'complaint', categoryCode: 'sidewalks' }],
      ['16 10:00', 'penghubung.dpupr', 'answer', { text: 'Terima kasih, Mas Rendra. Kami ingin berjalan bersama Anda di ruas itu supaya pemasangannya benar. Bila bersedia, tulis hari yang cocok lewat tombol balas.' }],
      ['16 11:20', 'pelapor', 'reply', { text: 'Bersedia. Selasa atau Rabu pagi, dari depan kantor pos.' }],
      ['15 08:15', 'penghubung.dpupr', 'dispatch', { officer: 'petugas.dpupr', due: 2, note: 'Bertemu pelapor di depan kantor pos.' }],
      ['14 09:50', 'petugas.dpupr', 'visit', { place: 'Jalan Merdeka sisi utara', outcome: 'again', evidence: 2, findings: 'Menyusuri ruas bersama pelapor. Ubin salah arah di 4 titik, satu tiang reklame berdiri di jalur. Tiang harus dipindah lebih dulu.' }],
      ['7 14:00', 'penghubung.dpupr', 'extend', { reason: 'other_agency', sentence: 'Pemilik tiang reklame diberi waktu memindahkan tiangnya sebelum ubin dipasang ulang.', newDue: 15 }],
      ['6 09:30', 'operator.blitar', 'grant', {}],
    ],
  },
  {
    name: 'saluran-belakang-pasar-burung',
    sent: '19 21:33',
    draft: {
      ...anonymous,
      class: 'complaint',
      categoryCode: 'drainage.blocked',
      areaCode: '35.72.01.1003',
      place: 'Saluran di belakang pasar burung, Sentul',
      text: 'GOT BELAKANG PASAR BURUNG MAMPET LAGI!!! Tiap hujan airnya naik ke teras, isinya sekam sama kotoran. Sudah dilaporkan ke kelurahan dua kali, difoto-foto saja lalu pulang. Kami bayar pajak lho pak. Jangan difoto lagi, DIKERUK!',
    },
    steps: [
      ['18 08:50', 'operator2.pusat', 'forward', { agencyId: city, ...drains }],
      ['18 09:35', 'operator.blitar', 'forward', { agencyId: unit.works, ...drains }],
      ['18 13:20', 'penghubung.dpupr', 'dispatch', { officer: 'petugas2.dpupr', due: 3 }],
      ['17 10:00', 'penghubung.dpupr', 'answer', { text: 'Keluhan Anda benar: saluran itu memang belum dikeruk tahun ini. Regu kami mengeruknya Kamis pagi mulai pukul 07.00.' }],
      ['15 11:30', 'petugas2.dpupr', 'visit', { place: 'Saluran belakang pasar burung', outcome: 'done', evidence: 2, findings: 'Sedimen diangkat 2 truk dari ruas 35 m. Air mengalir saat dicoba dengan tangki.' }],
      ['15 14:20', 'penghubung.dpupr', 'resolve', { text: 'Saluran sepanjang 35 meter sudah dikeruk, endapannya dua truk. Silakan dilihat saat hujan berikutnya.' }],
      ['9 19:15', 'pelapor', 'dispute', { reason: 'Tadi hujan sejam, airnya naik lagi. Yang dikeruk cuma separuh, yang dekat jembatan kecil masih penuh sekam.' }],
      ['8 09:10', 'penghubung.dpupr', 'dispatch', { officer: 'petugas2.dpupr', due: 4, note: 'Ruas dekat jembatan kecil terlewat.' }],
    ],
  },
  {
    name: 'jalan-kampung-plosokerep',
    sent: '26 09:18',
    draft: {
      ...reachable('rt03@contoh.example'),
      class: 'complaint',
      categoryCode: 'roads',
      areaCode: '35.72.03.1002',
      place: 'Jalan kampung RT 03 Plosokerep',
      text: 'Dengan hormat, jalan kampung di RT 03 Kelurahan Plosokerep mengalami retak dan bergelombang akibat akar pohon. Kami mohon peninjauan dan perbaikan agar tidak membahayakan warga lanjut usia. Demikian, atas perhatiannya kami sampaikan terima kasih.',
    },
    steps: [
      ['25 09:00', 'operator.pusat', 'forward', { agencyId: city, class: 'complaint', categoryCode: 'roads' }],
      ['25 10:20', 'operator.blitar', 'forward', { agencyId: unit.works, class: 'complaint', categoryCode: 'roads' }],
      ['22 09:15', 'penghubung.dpupr', 'dispatch', { officer: 'petugas.dpupr', due: 5 }],
      ['20 13:40', 'petugas.dpupr', 'visit', { place: 'RT 03 Plosokerep', outcome: 'done', evidence: 2, findings: 'Akar dipangkas bersama warga, 6 m² jalan beton dicor ulang.' }],
      ['19 08:30', 'penghubung.dpupr', 'resolve', { text: 'Bagian jalan yang terangkat akar sudah dipotong dan dicor ulang seluas 6 meter persegi.' }],
      ['8 00:10', 'jam', 'lapse', {}],
    ],
  },
]
