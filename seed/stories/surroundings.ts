import { anonymous, city, hidden, open, reachable, type Story, secret, unit } from './story.ts'

/** Waste, water, trees and noise in Kota Blitar: also where units point at each other. */

const complaint = (categoryCode: string) => ({ class: 'complaint', categoryCode }) as const

export const surroundings: readonly Story[] = [
  {
    name: 'sampah-belakang-stasiun',
    sent: '16 05:57',
    draft: {
      ...open('Hadi Prayitno', 'hadi.p@contoh.example'),
      class: 'complaint',
      categoryCode: 'waste.collection',
      areaCode: '35.72.01.1001',
      place: 'TPS belakang stasiun, Kepanjenkidul',
      text: 'Pak, Bu, ini TPS belakang stasiun sudah seperti gunung. Seminggu lebih tidak diangkut, lalatnya masuk ke warung saya, pembeli lari semua. Saya tanya sopirnya, katanya armadanya rusak. Masa satu truk rusak satu kota bau? Tolong yang betul kerjanya!',
    },
    steps: [
      ['16 08:45', 'operator.pusat', 'forward', { agencyId: city, ...complaint('waste.collection') }],
      ['16 09:20', 'operator.blitar', 'forward', { agencyId: unit.environment, ...complaint('waste.collection') }],
      ['15 10:45', 'penghubung.dlh', 'answer', { text: 'Benar, satu dari empat truk kami sedang diperbaiki. TPS belakang stasiun kami angkut malam ini dengan truk pinjaman, lalu setiap dua hari sampai truk kami kembali.' }],
      ['11 07:20', 'pelapor', 'reply', { text: 'Malam itu memang diangkut. Tapi cuma sekali itu. Sekarang sudah numpuk lagi.' }],
      ['5 09:00', 'pengawas.blitar', 'instruct', { text: 'Warga sudah menunggu lewat dua kali janji. Kirim jadwal angkut tertulis untuk TPS ini sampai akhir bulan dan laporkan truk pengganti.', due: 4 }],
    ],
  },
  {
    name: 'pohon-trembesi-miring',
    sent: '14 13:12',
    draft: {
      ...anonymous,
      class: 'complaint',
      categoryCode: 'trees',
      areaCode: '35.72.02.1006',
      place: 'Bantaran sungai dekat jembatan, Sukorejo',
      text: 'Pohon trembesi besar di bantaran dekat jembatan sudah miring ke arah jalan dan akarnya terangkat. Kalau ada angin seperti minggu lalu, bisa menimpa kabel dan rumah di bawahnya. Sudah tanya ke mana-mana, semua bilang bukan bagian mereka.',
    },
    steps: [
      ['14 15:00', 'operator.pusat', 'forward', { agencyId: city, ...complaint('trees') }],
      ['13 08:30', 'operator.blitar', 'forward', { agencyId: unit.environment, ...complaint('trees') }],
      ['12 09:40', 'penghubung.dlh', 'return', { reason: 'other_owner', note: 'Pohon berdiri di bantaran sungai, bukan di taman atau tepi jalan yang kami rawat.', suggestedId: unit.works }],
      ['12 11:05', 'operator.blitar', 'forward', { agencyId: unit.works, ...complaint('trees') }],
      ['10 10:20', 'penghubung.dpupr', 'return', { reason: 'other_unit', note: 'Kami mengurus tanggul dan saluran. Pemangkasan pohon ada pada DLH atau kecamatan.', suggestedId: unit.sukorejo }],
      ['10 13:00', 'operator.blitar', 'forward', { agencyId: unit.sukorejo, ...complaint('trees'), note: 'Mohon dicek dulu siapa pemilik lahannya.' }],
      ['7 09:30', 'penghubung.sukorejo', 'return', { reason: 'other_owner', note: 'Lahan tercatat milik balai wilayah sungai. Kecamatan tidak punya alat maupun kewenangan menebang di sana.' }],
    ],
  },
  {
    name: 'karaoke-sampai-subuh',
    sent: '8 01:26',
    draft: {
      ...secret('Dian Puspita'),
      class: 'complaint',
      categoryCode: 'noise',
      areaCode: '35.72.02.1005',
      place: 'Kafe di sebelah lapangan voli, Karangsari',
      text: 'Kafe sebelah lapangan voli menyetel karaoke sampai jam 3 pagi hampir tiap malam. Bayi saya umur 4 bulan tidak bisa tidur. Pemiliknya galak dan kenal banyak orang, jadi tolong jangan dibuka siapa yang lapor ke dia. Nomor saya 0800-555-0142 kalau mau tanya-tanya.',
    },
    steps: [
      ['8 08:35', 'operator2.pusat', 'forward', { agencyId: city, ...complaint('noise') }],
      [
        '8 09:50',
        'operator.blitar',
        'edit',
        { title: 'Suara karaoke sampai dini hari', text: 'Kafe di sebelah lapangan voli menyetel karaoke sampai pukul 3 pagi hampir setiap malam. Bayi berumur 4 bulan tidak bisa tidur. Pelapor minta tidak dikenali oleh pemilik kafe.', place: 'Kafe di sebelah lapangan voli, Karangsari' },
      ],
      ['8 09:55', 'operator.blitar', 'forward', { agencyId: unit.order, ...complaint('noise'), note: 'Rahasia. Jangan menyebut ada pelapor saat ke lokasi.' }],
      ['7 08:40', 'penghubung.satpolpp', 'dispatch', { officer: 'petugas.satpolpp', due: 3, note: 'Datang sebagai patroli biasa, di atas pukul 23.00.' }],
      ['6 08:05', 'petugas.satpolpp', 'visit', { place: 'Karangsari', outcome: 'not_found', evidence: 0, findings: 'Patroli pukul 23.40 sampai 00.30: kafe tutup malam itu. Perlu patroli ulang di akhir pekan.' }],
      ['6 10:00', 'penghubung.satpolpp', 'answer', { text: 'Kami berpatroli tadi malam, kafe sedang tutup. Patroli kami ulangi akhir pekan ini di jam yang Anda sebut.' }],
    ],
  },
  {
    name: 'air-kuning-tlumpu',
    sent: '7 06:50',
    channel: 'facebook',
    draft: {
      ...reachable('dapur.tlumpu@contoh.example'),
      class: 'complaint',
      categoryCode: 'water_supply.quality',
      areaCode: '35.72.02.1003',
      text: 'Min, air ledeng di Tlumpu kok warnanya kuning ya dari Senin? Buat nyuci baju putih jadi belang. Kalo dimasak bau besi. Ini aman gak sih diminum?',
    },
    steps: [
      ['7 09:10', 'operator.pusat', 'forward', { agencyId: city, ...complaint('water_supply.quality') }],
      ['7 09:45', 'operator.blitar', 'forward', { agencyId: unit.water, ...complaint('water_supply.quality'), note: 'Ada pertanyaan soal keamanan air, mohon dijawab lebih dulu.' }],
      ['7 13:30', 'penghubung.pdam', 'answer', { text: 'Untuk sementara jangan diminum dulu. Air kuning muncul setelah pipa di Jalan Bengawan diganti, biasanya karena endapan besi. Kami menguras jaringan Tlumpu malam ini dan mengambil contoh air besok pagi.' }],
      ['5 10:15', 'petugas.pdam', 'question', { text: 'Jaringan sudah dikuras dua kali. Apakah air masih kuning pagi ini? Kalau masih, mohon sebut RT dan jam berapa warnanya paling pekat.' }],
    ],
  },
  {
    name: 'motor-di-trotoar-rumah-sakit',
    sent: '11 10:37',
    draft: {
      ...anonymous,
      class: 'complaint',
      categoryCode: 'parking',
      areaCode: '35.72.01.1007',
      place: 'Trotoar seberang rumah sakit',
      text: 'Trotoar seberang rumah sakit dipakai parkir motor dari pagi sampai malam. Yang pakai kursi roda harus turun ke jalan raya. Ada juru parkirnya, pakai rompi, narik 3 ribu tanpa karcis. Itu resmi apa bukan?',
    },
    steps: [
      ['11 13:05', 'operator.pusat', 'forward', { agencyId: city, ...complaint('parking') }],
      ['10 08:20', 'operator.blitar', 'forward', { agencyId: unit.order, ...complaint('parking') }],
      ['9 09:30', 'penghubung.satpolpp', 'return', { reason: 'other_unit', note: 'Juru parkir dan karcis diatur Dinas Perhubungan.', suggestedId: unit.transport }],
      ['9 10:50', 'operator.blitar', 'forward', { agencyId: unit.transport, ...complaint('parking') }],
      ['6 11:15', 'penghubung.dishub', 'return', { reason: 'needs_lead', note: 'Kami dapat menindak juru parkir, tetapi penertiban di trotoar perlu Satpol PP. Mohon ditetapkan siapa yang memimpin.', suggestedId: unit.order }],
      ['5 08:40', 'operator.blitar', 'forward', { agencyId: unit.transport, assisting: [unit.order], ...complaint('parking'), note: 'Dishub memimpin, Satpol PP membantu penertiban.' }],
      ['4 10:00', 'penghubung.dishub', 'answer', { text: 'Juru parkir di titik itu tidak terdaftar dan karcisnya tidak resmi. Bersama Satpol PP, kami menertibkan trotoar itu mulai pekan ini dan memasang tiang pembatas.' }],
    ],
  },
  {
    name: 'bau-kandang-ayam-rembang',
    sent: '15 17:44',
    draft: {
      ...hidden,
      class: 'complaint',
      categoryCode: 'environment.pollution',
      areaCode: '35.72.03.1005',
      text: 'Ada kandang ayam baru di tengah permukiman, belum ada setahun, isinya ribuan ekor. Baunya bukan main kalau malam, dan banyak lalat. Yang punya masih saudara pejabat kelurahan jadi RT tidak berani menegur. Saya mohon dicek izinnya.',
    },
    steps: [
      ['14 09:15', 'operator2.pusat', 'forward', { agencyId: city, ...complaint('environment.pollution') }],
      ['14 10:40', 'operator.blitar', 'forward', { agencyId: unit.environment, ...complaint('environment.pollution') }],
      ['11 09:00', 'penghubung.dlh', 'dispatch', { officer: 'petugas.dlh', due: 3 }],
      ['9 11:20', 'petugas.dlh', 'visit', { place: 'Kelurahan Rembang', outcome: 'done', evidence: 1, findings: 'Kandang 2.400 ekor, jarak ke rumah terdekat 9 m. Tidak ada dokumen lingkungan. Contoh air parit diambil.' }],
      ['9 14:00', 'penghubung.dlh', 'answer', { text: 'Kandang itu belum punya dokumen lingkungan dan jaraknya terlalu dekat. Kami memberi teguran tertulis pertama dengan batas 14 hari. Hasil uji air parit kami kabarkan di sini.' }],
      ['2 10:30', 'penghubung.dlh', 'resolve', { text: 'Pemilik sudah memindahkan seluruh ayamnya dan kandang dikosongkan. Air parit memenuhi baku mutu. Bila kandang diisi lagi, beri tahu kami.' }],
    ],
  },
]
