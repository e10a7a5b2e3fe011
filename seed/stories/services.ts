import { anonymous, city, open, reachable, type Story, secret, unit } from './story.ts'

/** Health, school, social aid, papers and books in Kota Blitar. */

const complaint = (categoryCode: string) => ({ class: 'complaint', categoryCode }) as const

export const services: readonly Story[] = [
  {
    name: 'antrean-puskesmas-pagi-buta',
    sent: '20 08:29',
    draft: {
      ...open('Lestari Widodo', 'lestari.w@contoh.example'),
      class: 'complaint',
      categoryCode: 'health_service.clinics',
      areaCode: '35.72.03.1004',
      place: 'Puskesmas Sananwetan',
      text: 'Saya mengantar ayah saya yang berumur 71 tahun kontrol tekanan darah. Nomor antrean dibagikan pukul 05.30 di depan pagar dan pukul 06.00 sudah habis, padahal loket baru buka pukul 07.30. Orang sakit harus berdiri dua jam di luar. Ada aplikasi antrean, tetapi ketika dicoba selalu tertulis kuota penuh. Usul saya: sisihkan nomor untuk lansia, dan bagikan nomor saat pintu sudah dibuka supaya bisa duduk. Saya tidak mengeluhkan dokternya, beliau sabar sekali.',
    },
    steps: [
      ['20 10:10', 'operator.pusat', 'forward', { agencyId: city, ...complaint('health_service.clinics') }],
      ['20 11:00', 'operator.blitar', 'forward', { agencyId: unit.health, ...complaint('health_service.clinics') }],
      ['19 09:20', 'petugas.dinkes', 'draft', { text: 'Keluhan Saudara sudah kami terima dan akan ditindaklanjuti sesuai prosedur yang berlaku.' }],
      ['19 10:05', 'penghubung.dinkes', 'sendBack', { remark: 'Tolong jawab usulnya satu per satu: nomor lansia, jam bagi nomor, kuota aplikasi.' }],
      ['18 13:30', 'petugas.dinkes', 'draft', { text: 'Mulai Senin, 15 nomor setiap hari disisihkan untuk lansia dan dibagikan di dalam mulai pukul 07.00. Kuota aplikasi dinaikkan dari 20 menjadi 40. Kursi tunggu ditambah 12 buah.' }],
      ['18 15:10', 'penghubung.dinkes', 'answer', { text: 'Ibu Lestari, usul Ibu kami pakai. Mulai Senin, 15 nomor setiap hari disisihkan untuk lansia dan dibagikan di dalam mulai pukul 07.00. Kuota aplikasi naik dari 20 menjadi 40. Kursi tunggu ditambah 12 buah.' }],
      ['12 11:45', 'penghubung.dinkes', 'resolve', { text: 'Tiga perubahan itu sudah berjalan satu pekan. Rata-rata tunggu lansia sekarang 35 menit. Apakah Ibu dan Ayah sudah merasakannya?' }],
      ['10 19:22', 'pelapor', 'confirm', {}],
      ['10 19:24', 'pelapor', 'rate', { rating: 3, remark: 'Nomor lansia bagus. Aplikasinya masih sering penuh.' }],
    ],
  },
  {
    name: 'bantuan-beras-mbah-tukinem',
    sent: '10 09:35',
    channel: 'counter',
    by: 'operator.blitar',
    draft: {
      ...anonymous,
      class: 'complaint',
      categoryCode: 'social_aid.recipients',
      areaCode: '35.72.02.1001',
      text: '(Ditulis operator dari loket.) Seorang ibu berumur 76 tahun dari Pakunden datang diantar cucunya. Tiga bulan ini namanya tidak dipanggil waktu pembagian beras, padahal tahun lalu selalu dapat. Ketua RT bilang datanya "hilang dari pusat". Beliau hidup dari jualan daun pisang dan minta dikabari lewat kelurahan.',
    },
    steps: [['10 10:00', 'operator.blitar', 'forward', { agencyId: unit.social, ...complaint('social_aid.recipients'), note: 'Lansia tanpa HP. Kabar lewat Kelurahan Pakunden.' }]],
  },
  {
    name: 'syarat-akta-lahir-terlambat',
    sent: '9 20:41',
    channel: 'instagram',
    draft: {
      ...reachable('calon.ayah@contoh.example'),
      class: 'information_request',
      categoryCode: 'civil_registry.certificates',
      areaCode: '35.72.01.1002',
      text: 'kak mau tanya, anak sy udah 7 bln blm punya akta krn lahir di luar kota. syaratnya apa aja ya? kena denda ga? bisa lgsg jadi sehari ga? mksh',
    },
    steps: [
      ['8 08:50', 'operator.pusat', 'forward', { agencyId: city, class: 'information_request', categoryCode: 'civil_registry.certificates' }],
      ['8 09:25', 'operator.blitar', 'forward', { agencyId: unit.registry, class: 'information_request', categoryCode: 'civil_registry.certificates' }],
      ['8 11:10', 'penghubung.dukcapil', 'answer', { text: 'Tidak ada denda. Bawa surat keterangan lahir dari bidan atau rumah sakit, kartu keluarga, KTP kedua orang tua, dan buku nikah. Bila berkas lengkap sebelum pukul 11.00, akta terbit hari itu juga. Bisa juga lewat loket di mal pelayanan publik.' }],
      ['8 11:12', 'penghubung.dukcapil', 'resolve', { text: 'Semua pertanyaan Anda sudah kami jawab di atas. Masih ada yang kurang jelas? Tekan "Belum selesai" dan tulis pertanyaannya.' }],
      ['7 12:03', 'pelapor', 'confirm', {}],
    ],
  },
  {
    name: 'perpustakaan-buka-malam',
    sent: '8 15:19',
    draft: {
      ...open('Bagas Ardiansyah', 'bagas.a@contoh.example'),
      class: 'aspiration',
      categoryCode: 'library',
      areaCode: '35.72.03.1007',
      text: 'Saya siswa kelas 12. Usul: ruang baca kota dibuka sampai jam 9 malam di bulan-bulan menjelang ujian. Di rumah saya berlima sekamar, belajar di warung harus beli. Kami mau ikut jaga dan beres-beres kalau kurang petugas.',
    },
    steps: [
      ['7 09:00', 'operator2.pusat', 'forward', { agencyId: city, class: 'aspiration', categoryCode: 'library' }],
      ['7 10:15', 'operator.blitar', 'forward', { agencyId: unit.library, class: 'aspiration', categoryCode: 'library' }],
      ['5 13:00', 'penghubung.perpus', 'answer', { text: 'Bagas, usulmu kami bawa ke rapat hari Rabu. Tawaran ikut berjaga kami terima dengan senang.' }],
      ['3 14:30', 'penghubung.perpus', 'resolve', { text: 'Mulai Senin depan ruang baca buka sampai pukul 21.00 pada hari Senin sampai Kamis, selama tiga bulan. Pendaftaran relawan jaga ada di meja depan.' }],
    ],
  },
  {
    name: 'plafon-kelas-bocor',
    sent: '9 07:15',
    draft: {
      ...secret('Seorang wali murid'),
      class: 'complaint',
      categoryCode: 'school_safety',
      areaCode: '35.72.03.1003',
      place: 'Ruang kelas 4, sekolah dasar di Klampok',
      text: 'Plafon kelas 4 di sekolah anak saya sudah melengkung dan menetes waktu hujan. Kemarin jatuh sebagian kecil pas jam istirahat, kebetulan kelas kosong. Kepala sekolah bilang menunggu dana tahun depan. Jangan menunggu anak ketiban dulu. Saya minta isi laporan ini tidak dibuka supaya anak saya tidak ditanya-tanya.',
    },
    steps: [
      ['9 08:40', 'operator.pusat', 'forward', { agencyId: city, ...complaint('school_safety'), note: 'Menyangkut keselamatan murid.' }],
      ['9 09:05', 'operator.blitar', 'forward', { agencyId: unit.education, assisting: [unit.works], ...complaint('school_safety') }],
      ['8 10:30', 'petugas.disdik', 'draft', { text: 'Terima kasih atas laporannya. Perbaikan akan diusulkan pada tahun anggaran berikutnya.' }],
      ['8 11:40', 'penghubung.disdik', 'sendBack', { remark: 'Belum cukup. Kelas harus dikosongkan dulu; tulis ke mana murid dipindahkan dan kapan plafon dibongkar.' }],
    ],
  },
  {
    name: 'ktp-keliling-ngadirejo',
    sent: '4 13:08',
    draft: {
      ...anonymous,
      class: 'information_request',
      categoryCode: 'civil_registry.identity_card',
      areaCode: '35.72.01.1002',
      text: 'Kapan mobil KTP keliling ke Ngadirejo lagi? Ibu saya stroke, tidak bisa ke kantor.',
    },
    steps: [
      ['4 14:10', 'operator.pusat', 'forward', { agencyId: city, class: 'information_request', categoryCode: 'civil_registry.identity_card' }],
      ['3 08:30', 'operator.blitar', 'forward', { agencyId: unit.registry, class: 'information_request', categoryCode: 'civil_registry.identity_card' }],
    ],
  },
]
