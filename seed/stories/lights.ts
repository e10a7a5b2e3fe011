import { city, hidden, open, type Story, unit } from './story.ts'

/** Lights and crossings of Kota Blitar. */

export const lights: readonly Story[] = [
  {
    name: 'lampu-gang-manggis',
    sent: '15 19:06',
    channel: 'whatsapp',
    draft: {
      ...open('Mbah Parto'),
      areaCode: '35.72.03.1001',
      place: 'Gang Manggis, cedhak pos ronda, Gedog',
      text: 'Nuwun sewu, badhe matur. Lampu gang Manggis pejah kawit malem Jumat kepungkur. Peteng sanget, tiyang sepuh kados kula ajrih badhe dhateng langgar. Sampun matur Pak RT, jawabipun kengken lapor mriki. Nyuwun tulung dipun gantos lampunipun. Matur nuwun.',
    },
    steps: [
      ['14 08:31', 'operator2.pusat', 'forward', { agencyId: city, class: 'complaint', categoryCode: 'street_lights.out', note: 'Bahasa Jawa: lampu gang mati seminggu, warga lansia takut ke langgar.' }],
      ['14 09:02', 'operator.blitar', 'forward', { agencyId: unit.transport, class: 'complaint', categoryCode: 'street_lights.out' }],
      ['14 10:15', 'penghubung.dishub', 'dispatch', { officer: 'petugas.dishub', due: 2 }],
      ['14 10:20', 'penghubung.dishub', 'answer', { text: 'Inggih, Mbah. Petugas kula, Mas Eko, mangke sonten dhateng Gang Manggis mbeta lampu gantos. Menawi kabelipun ingkang risak, badhe kula kabari malih.' }],
      ['14 16:40', 'petugas.dishub', 'visit', { place: 'Gang Manggis, tiang nomor 3', outcome: 'done', evidence: 2, findings: 'Lampu LED 40 W putus dan fitting berkarat. Keduanya diganti, menyala normal saat diuji.' }],
      ['13 08:10', 'penghubung.dishub', 'resolve', { text: 'Lampu lan fitting ing tiang nomor 3 sampun dipun gantos, sampun murub. Menawi pejah malih, kula aturi matur.' }],
      ['13 18:30', 'pelapor', 'confirm', {}],
      ['13 18:31', 'pelapor', 'rate', { rating: 4, remark: 'Sampun padhang. Matur nuwun.' }],
    ],
  },
  {
    name: 'penyeberangan-depan-sd-tanggung',
    sent: '6 11:41',
    draft: {
      ...hidden,
      class: 'complaint',
      categoryCode: 'crossings',
      areaCode: '35.72.01.1005',
      place: 'Depan SD di Jalan Melati',
      text: 'Zebra cross depan sekolah sudah hilang catnya. Guru piket yang menyeberangkan anak-anak kadang dimaki pengendara. Saya salah satu guru, mohon nama sekolah dan saya tidak disebut supaya tidak dikira mengadu ke luar.',
    },
    steps: [
      ['6 14:20', 'operator.pusat', 'forward', { agencyId: city, class: 'complaint', categoryCode: 'crossings' }],
      ['5 08:55', 'operator.blitar', 'forward', { agencyId: unit.transport, class: 'complaint', categoryCode: 'crossings' }],
      ['3 10:30', 'petugas.dishub', 'draft', { text: 'Kami sudah melihat lokasi. Marka zebra cross akan dicat ulang dengan cat termoplastik dan ditambah rambu hati-hati banyak anak. Pekerjaan dilakukan hari Sabtu supaya tidak mengganggu jam sekolah.' }],
    ],
  },
]
