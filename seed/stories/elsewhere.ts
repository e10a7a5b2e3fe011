import { anonymous, open, reachable, type Story } from './story.ts'

/** Reports from other places: another regency, a ministry, another island, a city without accounts yet. */

export const elsewhere: readonly Story[] = [
  {
    name: 'longsor-jalan-desa-wlingi',
    sent: '9 14:26',
    draft: {
      ...open('Suyitno', 'suyitno@contoh.example'),
      class: 'complaint',
      categoryCode: 'roads',
      areaCode: '35.05',
      place: 'Jalan menuju kebun teh, Wlingi',
      text: 'Tebing longsor menutup separuh jalan ke kebun teh. Truk susu tidak bisa lewat, peternak harus memanggul kaleng satu kilometer. Warga sudah membersihkan sebisanya pakai cangkul, tapi batunya besar-besar, perlu alat berat.',
    },
    steps: [
      ['9 15:40', 'operator.pusat', 'forward', { agencyId: 3505, class: 'complaint', categoryCode: 'roads' }],
      ['8 08:30', 'operator.kabblitar', 'forward', { agencyId: 3505001, class: 'complaint', categoryCode: 'roads' }],
      ['8 09:10', 'penghubung.dpupr.kabblitar', 'dispatch', { officer: 'petugas.dpupr.kabblitar', due: 2 }],
      ['8 09:15', 'penghubung.dpupr.kabblitar', 'answer', { text: 'Satu ekskavator berangkat siang ini. Jalan kami usahakan bisa dilewati satu jalur sebelum malam.' }],
      ['7 16:20', 'petugas.dpupr.kabblitar', 'visit', { place: 'Jalan kebun teh, kilometer 3', outcome: 'again', evidence: 2, findings: 'Satu jalur terbuka, kira-kira 60 m³ material dipindah. Tebing masih labil, perlu bronjong 18 m.' }],
    ],
  },
  {
    name: 'lubang-jalan-nasional-kesamben',
    sent: '8 05:33',
    channel: 'x',
    draft: {
      ...anonymous,
      class: 'complaint',
      categoryCode: 'national_roads',
      areaCode: '35.05',
      place: 'Jalan nasional Blitar-Malang, sebelum jembatan Kesamben',
      text: 'Lubang segede ember di jalan nasional Blitar-Malang sebelum jembatan Kesamben dari arah Blitar. Tadi subuh ada truk pecah ban. Tolong @yangberwenang',
    },
    steps: [
      ['8 08:45', 'operator.pusat', 'forward', { agencyId: 3505, class: 'complaint', categoryCode: 'roads.potholes' }],
      ['8 10:30', 'operator.kabblitar', 'return', { reason: 'other_level', note: 'Ruas ini jalan nasional, wewenang Kementerian Pekerjaan Umum.', suggestedId: 37 }],
      ['8 11:00', 'operator.pusat', 'forward', { agencyId: 37, class: 'complaint', categoryCode: 'national_roads' }],
      ['7 09:20', 'operator.pu', 'forward', { agencyId: 37001, class: 'complaint', categoryCode: 'national_roads' }],
      ['7 10:50', 'penghubung.bbpjn', 'answer', { text: 'Ruas Blitar-Malang kami yang merawat. Regu tambal cepat bergerak malam ini supaya tidak menutup jalan di jam ramai.' }],
    ],
  },
  {
    name: 'pipa-kering-oesapa',
    sent: '10 06:12',
    draft: {
      ...reachable('mama.oesapa@contoh.example'),
      class: 'complaint',
      categoryCode: 'water_supply.outage',
      areaCode: '53.71',
      place: 'Oesapa, dekat pasar ikan',
      text: 'Su dua minggu air sonde jalan di Oesapa. Katong beli tangki terus, satu tangki 100 ribu. Tagihan tetap datang. Tolong kasi tau jadwal yang betul, jang hanya bilang sabar.',
    },
    steps: [
      ['10 09:30', 'operator2.pusat', 'forward', { agencyId: 5371, class: 'complaint', categoryCode: 'water_supply.outage' }],
      ['9 08:10', 'operator.kupang', 'forward', { agencyId: 5371001, class: 'complaint', categoryCode: 'water_supply.outage' }],
      ['7 11:00', 'penghubung.pdam.kupang', 'answer', { text: 'Debit sumber air turun, jadi Oesapa kami gilir: Senin, Rabu, dan Sabtu pukul 04.00 sampai 09.00 WITA. Tagihan pada minggu tanpa air kami hitung ulang.' }],
    ],
  },
  {
    name: 'halte-tanpa-atap-wonokromo',
    sent: '9 17:20',
    draft: {
      ...anonymous,
      class: 'complaint',
      categoryCode: 'public_transport.stops',
      areaCode: '35.78',
      place: 'Halte di seberang stasiun Wonokromo',
      text: 'Atap halte seberang stasiun lepas kena angin, tinggal rangka. Sudah sebulan penumpang kepanasan dan kehujanan. Minimal dipasang terpal dulu.',
    },
    steps: [['8 10:00', 'operator.pusat', 'forward', { agencyId: 3578, class: 'complaint', categoryCode: 'public_transport.stops' }]],
  },
]
