import { anonymous, city, hidden, open, reachable, type Story, unit } from './story.ts'

/** What waits for somebody: new reports, questions to the reporter, ends without an agency. */

export const desks: readonly Story[] = [
  {
    name: 'bus-sekolah-penuh',
    sent: '38m',
    draft: {
      ...open('Yuni Kristanti', 'yuni.k@contoh.example'),
      class: 'aspiration',
      categoryCode: 'public_transport.service',
      areaCode: '35.72.03.1001',
      text: 'Bus sekolah gratis rute Gedog selalu penuh, anak saya sering ditinggal. Boleh tidak jamnya ditambah satu putaran lagi sebelum pukul 06.30? Terima kasih sudah ada bus gratis, sangat membantu.',
    },
    steps: [],
  },
  {
    name: 'air-mati-subuh',
    sent: '95m',
    channel: 'sms',
    draft: { ...anonymous, text: 'kota blitar air mati dr subuh jl asahan. ga ada pemberitahuan' },
    steps: [],
  },
  {
    name: 'kucing-klinik-keliling',
    sent: '1 19:47',
    draft: {
      ...anonymous,
      class: 'unsure',
      areaCode: '35.72.01.1004',
      text: 'Di kampung kami banyak kucing liar yang sakit kulit. Apakah kota punya dokter hewan keliling atau program steril? Kami warga mau patungan kalau ada jadwalnya.',
    },
    steps: [],
  },
  {
    name: 'tambang-pasir-malam',
    sent: '3 09:52',
    draft: {
      ...hidden,
      class: 'complaint',
      categoryCode: 'environment',
      areaCode: '35.05',
      text: 'Truk pasir lewat desa kami tiap malam mulai jam 11, jalan hancur dan rumah bergetar. Tambangnya di kali, setahu kami tidak ada papan izinnya. Warga yang protes didatangi orang. Saya takut, tolong jangan ada yang tahu saya yang menulis.',
    },
    steps: [],
  },
  {
    name: 'sinyal-hilang-pantai-selatan',
    sent: '5 12:16',
    draft: {
      ...reachable('nelayan.selatan@contoh.example'),
      class: 'complaint',
      categoryCode: 'internet.coverage',
      areaCode: '35.05',
      text: 'Kampung nelayan di pantai selatan tidak ada sinyal sama sekali. Kalau ada kecelakaan laut kami harus naik bukit dulu untuk menelepon. Anak-anak mengerjakan tugas sekolah juga di atas bukit.',
    },
    steps: [],
  },
  {
    name: 'jalan-depan-rumah',
    sent: '4 20:30',
    draft: { ...anonymous, text: 'jalan depan rumah saya rusak parah tolong segera diperbaiki' },
    steps: [['3 08:55', 'operator.pusat', 'ask', { text: 'Rumah Anda di kelurahan atau desa mana, dan apa nama jalannya? Seberapa panjang bagian yang rusak, dan sejak kapan?' }]],
  },
  {
    name: 'pungutan-tanpa-keterangan',
    sent: '16 11:03',
    channel: 'email',
    draft: { ...anonymous, text: 'Tolong ditindak itu petugas yang minta-minta uang. Sudah keterlaluan.' },
    steps: [
      ['15 09:20', 'operator2.pusat', 'ask', { text: 'Di kantor atau tempat mana kejadiannya, kapan, dan untuk urusan apa uang diminta? Nama Anda tidak kami perlukan.' }],
      ['4 00:10', 'jam', 'expire', {}],
    ],
  },
  {
    name: 'lampu-taman-sudah-menyala',
    sent: '6 18:40',
    draft: {
      ...reachable('pelari.malam@contoh.example'),
      class: 'complaint',
      categoryCode: 'parks',
      areaCode: '35.72.01.1004',
      text: 'Lampu di jalur lari taman kota mati semua dari gerbang sampai kolam.',
    },
    steps: [
      ['5 09:00', 'operator.pusat', 'forward', { agencyId: city, class: 'complaint', categoryCode: 'parks' }],
      ['5 19:05', 'pelapor', 'withdraw', { reason: 'Malam ini sudah menyala semua, ternyata sakelarnya diperbaiki. Terima kasih.' }],
    ],
  },
  {
    name: 'tagihan-pinjaman-daring',
    sent: '12 10:44',
    draft: {
      ...reachable('resah@contoh.example'),
      class: 'complaint',
      categoryCode: 'internet.fraud',
      text: 'Saya ditagih aplikasi pinjaman padahal tidak pernah meminjam. Penagihnya menelepon semua kontak saya, kata-katanya kasar. Nomor KTP saya 3572000000000001 sepertinya dipakai orang.',
    },
    steps: [['11 09:30', 'operator2.pusat', 'archive', { reason: 'private_company', detail: 'Laporkan ke Otoritas Jasa Keuangan lewat kontak 157 dan blokir akses kontak aplikasi itu. Untuk KTP yang dipakai orang, buat laporan di kantor polisi terdekat.' }]],
  },
  {
    name: 'tetangga-membakar-sampah',
    sent: '10 17:05',
    draft: {
      ...open('Anjar Sulistyo', 'anjar@contoh.example'),
      class: 'complaint',
      categoryCode: 'waste.burning',
      areaCode: '35.72.02.1002',
      text: 'Setiap sore ada yang membakar sampah plastik di lahan kosong RT sebelah. Asapnya masuk rumah, anak saya asma. Sudah ditegur baik-baik tapi diulang lagi.',
    },
    steps: [
      ['9 10:10', 'operator.pusat', 'archive', { reason: 'between_citizens', detail: 'Sebaiknya diselesaikan lewat RT.' }],
      ['8 18:20', 'pelapor', 'appeal', { reason: 'Ini bukan urusan dua tetangga. Membakar sampah dilarang perda, dan lahannya milik pemerintah kota.' }],
    ],
  },
  {
    name: 'kursi-alun-alun-patah',
    sent: '3 16:11',
    draft: {
      ...open('Sri Wahyuningsih'),
      class: 'unsure',
      areaCode: '35.72.01.1004',
      place: 'Alun-alun, sisi timur dekat beringin',
      text: 'Kursi besi di alun-alun sisi timur patah kakinya, bautnya mencuat dan tajam. Cucu saya hampir kena. Mungkin bisa diangkat dulu sebelum diganti.',
    },
    steps: [['2 09:25', 'operator.pusat', 'forward', { agencyId: city, class: 'complaint', categoryCode: 'parks', note: 'Taman atau aset? Mohon ditentukan.' }]],
  },
  {
    name: 'kursi-berkarat-dekat-beringin',
    sent: '1 17:20',
    draft: {
      ...open('Totok Hermawan', 'totok.h@contoh.example'),
      class: 'complaint',
      categoryCode: 'parks',
      areaCode: '35.72.01.1004',
      place: 'Alun-alun, bawah pohon beringin',
      text: 'Ada kursi besi yang sudah lepas kakinya di bawah beringin alun-alun. Tadi sore ada anak tersandung bautnya.',
    },
    steps: [['1 19:40', 'operator.pusat', 'forward', { agencyId: city, class: 'complaint', categoryCode: 'parks' }]],
  },
  {
    name: 'sumur-dekat-bengkel',
    sent: '5 08:18',
    draft: {
      ...anonymous,
      class: 'complaint',
      categoryCode: 'environment.pollution',
      areaCode: '35.72.02.1007',
      text: 'Air sumur kami berminyak sejak ada bengkel cuci motor di belakang. Tiga rumah sudah beli air galon untuk masak.',
    },
    steps: [
      ['5 10:00', 'operator2.pusat', 'forward', { agencyId: city, class: 'complaint', categoryCode: 'environment.pollution' }],
      ['4 09:15', 'operator.blitar', 'forward', { agencyId: unit.health, class: 'complaint', categoryCode: 'environment.pollution' }],
      ['2 11:30', 'penghubung.dinkes', 'return', { reason: 'other_unit', note: 'Sumbernya limbah usaha, itu tugas DLH. Kami siap menguji air sumurnya sebagai pembantu.', suggestedId: unit.environment }],
    ],
  },
]
