import { city, hidden, type Story, unit } from './story.ts'

/** Complaints about officials: anonymous and secret, read by the inspectorate. */

const fees = { class: 'complaint', oversight: true, categoryCode: 'illegal_fees' } as const

export const integrity: readonly Story[] = [
  {
    name: 'uang-map-surat-tanah',
    sent: '13 22:05',
    draft: {
      ...hidden,
      class: 'complaint',
      oversight: true,
      categoryCode: 'illegal_fees',
      areaCode: '35.72.02',
      text: 'Saya mengurus surat keterangan tanah warisan. Tiap datang ada saja yang kurang, lalu seorang pegawai berbisik "isi mapnya biar cepat, tiga ratus saja". Setelah saya isi, besoknya jadi. Saya tahu saya ikut salah, tetapi kalau tidak begitu tidak akan selesai. Ada dua orang lain di bangku tunggu yang bilang sama. Saya simpan catatan tanggal dan jamnya.',
    },
    steps: [
      ['12 09:30', 'operator.pusat', 'forward', { agencyId: city, ...fees, note: 'Rahasia dan anonim. Jangan diteruskan ke kantor yang dilaporkan.' }],
      ['12 10:05', 'operator.blitar', 'forward', { agencyId: unit.inspectorate, ...fees }],
      ['9 11:00', 'penghubung.inspektorat', 'answer', { text: 'Kami membuka pemeriksaan. Nama Anda tidak ada pada kami dan tidak kami cari. Bila bersedia, kirim catatan tanggal dan jam lewat tombol balas, tanpa hal yang menunjuk diri Anda.' }],
      ['8 21:17', 'pelapor', 'reply', { text: 'Tiga kali: dua kali hari Selasa sekitar jam 10, sekali Kamis jam 13.30. Selalu meja yang paling kiri.' }],
      ['4 08:45', 'pengawas.pusat', 'instruct', { text: 'Sampaikan kemajuan pemeriksaan dan langkah pencegahan di loket itu selama pemeriksaan berjalan.', due: 7 }],
    ],
  },
  {
    name: 'iuran-wisuda-smk',
    sent: '11 18:58',
    draft: {
      ...hidden,
      class: 'complaint',
      oversight: true,
      categoryCode: 'school_levies',
      areaCode: '35.72.02.1007',
      text: 'Di SMK negeri tempat adik saya sekolah, siswa kelas 12 wajib bayar 1,2 juta untuk wisuda. Yang tidak bayar ijazahnya ditahan. Bapak saya buruh, tidak sanggup. Di rapat katanya boleh dicicil, tapi tanda tangannya disuruh menyatakan ikhlas.',
    },
    steps: [
      ['10 08:30', 'operator2.pusat', 'forward', { agencyId: city, class: 'complaint', oversight: true, categoryCode: 'school_levies' }],
      ['10 10:45', 'operator.blitar', 'return', { reason: 'other_level', note: 'SMK negeri diurus pemerintah provinsi, bukan kota.', suggestedId: 1035 }],
      ['9 09:00', 'operator.pusat', 'forward', { agencyId: 1035, class: 'complaint', oversight: true, categoryCode: 'school_levies' }],
      ['8 13:20', 'operator.jatim', 'forward', { agencyId: 1035001, class: 'complaint', oversight: true, categoryCode: 'school_levies' }],
      ['5 10:10', 'penghubung.inspektorat.jatim', 'answer', { text: 'Menahan ijazah tidak dibenarkan, apa pun alasannya. Kami memeriksa sekolah yang bersangkutan pekan ini bersama dinas pendidikan. Adik Anda tetap berhak atas ijazahnya.' }],
    ],
  },
]
