/** Kota Blitar in full: the scene of the demonstration. Number, name, short name, what each is for. */
export type SeedUnit = readonly [n: number, name: string, short: string, tasks: string]

export const blitar: readonly SeedUnit[] = [
  [1, 'Sekretariat Daerah', 'Setda', 'wali kota, kerja sama, hukum, pengadaan, kesejahteraan rakyat, protokol'],
  [2, 'Sekretariat Dewan Perwakilan Rakyat Daerah', 'Setwan', 'DPRD, dewan, reses, persidangan'],
  [
    3,
    'Inspektorat',
    'Inspektorat',
    'pungutan liar, korupsi, gratifikasi, penyalahgunaan wewenang, disiplin pegawai, perilaku aparat, petugas tidak di tempat, uang administrasi tanpa kuitansi, pungutan sekolah',
  ],
  [
    4,
    'Dinas Pendidikan',
    'Disdik',
    'sekolah, SD, SMP, PAUD, guru, murid, penerimaan murid baru, perundungan, seragam, wali kelas, keamanan sekolah',
  ],
  [
    5,
    'Dinas Kesehatan',
    'Dinkes',
    'puskesmas, posyandu, imunisasi, demam berdarah, fogging, gizi, obat, jaminan kesehatan, ambulans, layanan kesehatan',
  ],
  [
    6,
    'Dinas Pekerjaan Umum dan Penataan Ruang',
    'DPUPR',
    'jalan rusak, jalan berlubang, aspal, tambal, jembatan, trotoar, saluran, drainase, gorong-gorong, banjir, genangan, irigasi, tata ruang, pemeliharaan jalan',
  ],
  [
    7,
    'Dinas Perumahan Rakyat dan Kawasan Permukiman',
    'DPRKP',
    'rumah tidak layak huni, rusunawa, permukiman kumuh, sanitasi, makam, paving gang',
  ],
  [
    8,
    'Satuan Polisi Pamong Praja',
    'Satpol PP',
    'ketertiban umum, kebisingan, musik keras, karaoke, pedagang kaki lima, bangunan liar, reklame liar, pengamen, minuman keras, pemadam kebakaran',
  ],
  [
    9,
    'Dinas Sosial',
    'Dinsos',
    'bantuan sosial, bantuan beras, PKH, BPNT, DTSEN, lansia telantar, penyandang disabilitas, gelandangan, orang telantar',
  ],
  [
    10,
    'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu',
    'DPMPTSP',
    'izin usaha, NIB, OSS, perizinan, mal pelayanan publik, PBG, izin reklame, penanaman modal',
  ],
  [
    11,
    'Dinas Lingkungan Hidup',
    'DLH',
    'sampah, TPS, TPA, pengangkutan sampah, pohon tumbang, pohon miring, taman, taman kota, pencemaran, limbah, bau kandang, polusi, penyapuan jalan',
  ],
  [
    12,
    'Dinas Kependudukan dan Pencatatan Sipil',
    'Dukcapil',
    'KTP, kartu keluarga, KK, akta kelahiran, akta kematian, pindah datang, KIA, perekaman KTP keliling, NIK, kependudukan',
  ],
  [
    13,
    'Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana',
    'DP3AP2KB',
    'kekerasan terhadap perempuan dan anak, keluarga berencana, stunting, perlindungan anak',
  ],
  [
    14,
    'Dinas Perhubungan',
    'Dishub',
    'lampu jalan, penerangan jalan umum (PJU), parkir, juru parkir, karcis parkir, rambu, marka, zebra cross, penyeberangan, lampu lalu lintas, truk, lalu lintas, terminal, halte, angkutan, jalur sepeda',
  ],
  [
    15,
    'Dinas Komunikasi, Informatika, dan Statistik',
    'Diskominfotik',
    'wifi publik, aplikasi pemerintah kota, situs, informasi publik, PPID, data, CCTV',
  ],
  [
    16,
    'Dinas Koperasi, Usaha Mikro, dan Tenaga Kerja',
    'Dinkopum',
    'koperasi, UMKM, modal usaha, lowongan kerja, pelatihan kerja, upah, PHK, THR',
  ],
  [
    17,
    'Dinas Perindustrian dan Perdagangan',
    'Disperindag',
    'pasar, atap pasar, los, kios, pedagang pasar, retribusi pasar, harga, elpiji, tera timbangan, industri',
  ],
  [
    18,
    'Dinas Kebudayaan dan Pariwisata',
    'Disbudpar',
    'wisata, makam Bung Karno, kesenian, cagar budaya, museum, acara kota',
  ],
  [19, 'Dinas Kepemudaan dan Olahraga', 'Dispora', 'lapangan olahraga, stadion, pemuda, pramuka, atlet'],
  [20, 'Dinas Perpustakaan dan Kearsipan', 'Disperpusip', 'perpustakaan, perpus, buku, ruang baca, jam buka, arsip'],
  [
    21,
    'Dinas Ketahanan Pangan dan Pertanian',
    'DKPP',
    'pertanian, pupuk, petani, sawah, ternak, hewan, vaksin rabies, kucing, anjing, dokter hewan, perikanan, ketahanan pangan',
  ],
  [22, 'Badan Perencanaan Pembangunan Daerah', 'Bappeda', 'perencanaan, musrenbang, RPJMD, penelitian'],
  [
    23,
    'Badan Pengelolaan Keuangan dan Aset Daerah',
    'BPKAD',
    'anggaran, APBD, aset daerah, tanah pemerintah, realisasi anggaran',
  ],
  [
    24,
    'Badan Pendapatan Daerah',
    'Bapenda',
    'pajak daerah, PBB, pajak bumi dan bangunan, BPHTB, pajak hotel, pajak reklame',
  ],
  [
    25,
    'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia',
    'BKPSDM',
    'pegawai negeri, PPPK, CPNS, honorer, mutasi, kenaikan pangkat',
  ],
  [
    26,
    'Badan Penanggulangan Bencana Daerah',
    'BPBD',
    'bencana, banjir bandang, longsor, angin kencang, gempa, evakuasi, pengungsi',
  ],
  [
    27,
    'Badan Kesatuan Bangsa dan Politik',
    'Bakesbangpol',
    'organisasi kemasyarakatan, izin penelitian, kerukunan, pemilu',
  ],
  [
    28,
    'Rumah Sakit Umum Daerah Mardi Waluyo',
    'RSUD Mardi Waluyo',
    'rumah sakit, poli, antrean, rawat inap, dokter spesialis, IGD, pendaftaran daring, kamar',
  ],
  [
    29,
    'Perumda Air Minum',
    'PDAM',
    'air PDAM, air ledeng, air mati, air keruh, pipa bocor, meteran air, tagihan air, sambungan air minum',
  ],
]

export const districtTasks = 'surat keterangan, pelayanan kecamatan, pembinaan kelurahan, ketenteraman'
export const villageTasks = 'surat pengantar, RT, RW, kerja bakti, pelayanan kelurahan, lapangan, posyandu'
