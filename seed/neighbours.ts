import type { SeedUnit } from './blitar.ts'

/** A handful of units elsewhere, for reports that are somebody else's to settle. By area code of the government. */
export const neighbours: Readonly<Record<string, readonly SeedUnit[]>> = {
  '35': [
    [1, 'Inspektorat', 'Inspektorat', 'pungutan liar, korupsi, disiplin pegawai, pungutan SMA dan SMK negeri'],
    [2, 'Dinas Pendidikan', 'Dispendik', 'SMA, SMK, SLB, ijazah, guru, penerimaan murid baru'],
    [3, 'Dinas Pekerjaan Umum Bina Marga', 'DPU Bina Marga', 'jalan provinsi, jembatan provinsi, lubang, aspal'],
    [4, 'Dinas Pekerjaan Umum Sumber Daya Air', 'DPU SDA', 'sungai, irigasi, tanggul, banjir'],
    [5, 'Dinas Perhubungan', 'Dishub', 'bus antarkota dalam provinsi, terminal tipe B, Trans Jatim, pelabuhan'],
    [
      6,
      'Dinas Tenaga Kerja dan Transmigrasi',
      'Disnakertrans',
      'pengawas ketenagakerjaan, upah, THR, PHK, BPJS pekerja',
    ],
    [7, 'Dinas Energi dan Sumber Daya Mineral', 'Dinas ESDM', 'tambang pasir, galian, air tanah'],
    [8, 'Badan Pendapatan Daerah', 'Bapenda', 'pajak kendaraan, Samsat, balik nama kendaraan'],
  ],
  '35.05': [
    [
      1,
      'Dinas Pekerjaan Umum dan Penataan Ruang',
      'DPUPR',
      'jalan kabupaten, jalan rusak, jembatan, longsor menutup jalan, irigasi, drainase',
    ],
    [2, 'Dinas Perhubungan', 'Dishub', 'lampu jalan, rambu, angkutan, parkir, truk'],
    [3, 'Dinas Lingkungan Hidup', 'DLH', 'sampah, limbah, pencemaran, kandang'],
    [4, 'Dinas Kependudukan dan Pencatatan Sipil', 'Dukcapil', 'KTP, kartu keluarga, akta'],
    [5, 'Dinas Sosial', 'Dinsos', 'bantuan sosial, PKH, lansia, disabilitas'],
    [6, 'Dinas Pemberdayaan Masyarakat dan Desa', 'DPMD', 'desa, dana desa, perangkat desa, kepala desa'],
    [7, 'Inspektorat', 'Inspektorat', 'pungutan liar, korupsi, disiplin pegawai, penyalahgunaan dana desa'],
  ],
  '35.18': [[1, 'Dinas Pertanian', 'Dispertan', 'pertanian, pupuk bersubsidi, kios pupuk, petani, padi, ternak']],
  '35.78': [
    [1, 'Dinas Perhubungan', 'Dishub', 'halte, bus kota, parkir, lampu jalan, penerangan jalan umum, lalu lintas'],
  ],
  '32.73': [[1, 'Dinas Perhubungan', 'Dishub', 'jalur sepeda, parkir, lampu jalan, halte, angkutan kota, lalu lintas']],
  '53.71': [[1, 'Perumda Air Minum', 'PDAM', 'air minum, pipa kering, air tangki, tagihan air']],
  '91.71': [[1, 'Dinas Kesehatan', 'Dinkes', 'puskesmas, puskesmas pembantu, suster, bidan, imunisasi, malaria']],
}
