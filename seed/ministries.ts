/** Ministries and national bodies as of 2026: name, short name (also for SMS), what each is for. Their order gives their key. */
export type SeedBody = readonly [name: string, short: string, tasks: string]

export const ministries: readonly SeedBody[] = [
  ['Kementerian Koordinator Bidang Politik dan Keamanan', 'Kemenko Polkam', 'koordinasi politik, keamanan'],
  [
    'Kementerian Koordinator Bidang Hukum, Hak Asasi Manusia, Imigrasi, dan Pemasyarakatan',
    'Kemenko Kumham Imipas',
    'koordinasi hukum, hak asasi manusia',
  ],
  [
    'Kementerian Koordinator Bidang Perekonomian',
    'Kemenko Perekonomian',
    'koordinasi ekonomi, kartu prakerja, kredit usaha rakyat (KUR)',
  ],
  [
    'Kementerian Koordinator Bidang Pembangunan Manusia dan Kebudayaan',
    'Kemenko PMK',
    'koordinasi pembangunan manusia, kebudayaan',
  ],
  [
    'Kementerian Koordinator Bidang Infrastruktur dan Pembangunan Kewilayahan',
    'Kemenko Infrawil',
    'koordinasi infrastruktur, kewilayahan',
  ],
  ['Kementerian Koordinator Bidang Pemberdayaan Masyarakat', 'Kemenko PM', 'koordinasi pemberdayaan, kemiskinan'],
  ['Kementerian Koordinator Bidang Pangan', 'Kemenko Pangan', 'koordinasi pangan'],
  ['Kementerian Sekretariat Negara', 'Kemensetneg', 'sekretariat presiden, surat kepada presiden'],
  [
    'Kementerian Dalam Negeri',
    'Kemendagri',
    'pembinaan pemerintah daerah, data kependudukan nasional, NIK, kepala daerah',
  ],
  ['Kementerian Luar Negeri', 'Kemlu', 'warga negara di luar negeri, kedutaan, konsulat, legalisasi dokumen'],
  ['Kementerian Pertahanan', 'Kemhan', 'pertahanan, bela negara, komponen cadangan'],
  [
    'Kementerian Agama',
    'Kemenag',
    'madrasah, pesantren, kantor urusan agama (KUA), buku nikah, rumah ibadah, zakat, wakaf',
  ],
  ['Kementerian Haji dan Umrah', 'Kemenhaj', 'haji, umrah, antrean, jemaah, biro perjalanan umrah'],
  ['Kementerian Hukum', 'Kemenkum', 'badan hukum, notaris, merek, hak cipta, kewarganegaraan, peraturan'],
  ['Kementerian Hak Asasi Manusia', 'KemenHAM', 'hak asasi manusia, diskriminasi'],
  [
    'Kementerian Imigrasi dan Pemasyarakatan',
    'Kemenimipas',
    'imigrasi, paspor, izin tinggal, visa, orang asing, lapas, rutan, narapidana',
  ],
  ['Kementerian Keuangan', 'Kemenkeu', 'pajak, NPWP, SPT, bea cukai, barang kiriman, pensiun, anggaran negara, lelang'],
  [
    'Kementerian Pendidikan Dasar dan Menengah',
    'Kemendikdasmen',
    'guru, tunjangan guru, program Indonesia pintar (PIP), dana BOS, dapodik, kurikulum',
  ],
  [
    'Kementerian Pendidikan Tinggi, Sains, dan Teknologi',
    'Kemendiktisaintek',
    'perguruan tinggi, kampus, kuliah, dosen, KIP kuliah, ijazah sarjana, UKT',
  ],
  ['Kementerian Kebudayaan', 'Kemenbud', 'kebudayaan, cagar budaya, museum, seni, film'],
  ['Kementerian Kesehatan', 'Kemenkes', 'rumah sakit vertikal, tenaga kesehatan, SATUSEHAT, imunisasi, wabah, STR'],
  [
    'Kementerian Sosial',
    'Kemensos',
    'bantuan sosial, PKH, sembako, BPNT, DTSEN, PBI, lansia, disabilitas, sekolah rakyat',
  ],
  [
    'Kementerian Ketenagakerjaan',
    'Kemnaker',
    'upah, THR, PHK, pesangon, pelatihan kerja, bantuan subsidi upah (BSU), tenaga kerja asing',
  ],
  [
    'Kementerian Pelindungan Pekerja Migran Indonesia',
    'KemenP2MI',
    'pekerja migran, TKI, penempatan luar negeri, agen penyalur, paspor ditahan, gaji tidak dibayar',
  ],
  ['Kementerian Perindustrian', 'Kemenperin', 'industri, pabrik, TKDN'],
  ['Kementerian Perdagangan', 'Kemendag', 'perlindungan konsumen, harga, minyak goreng, belanja daring, ekspor, impor'],
  [
    'Kementerian Energi dan Sumber Daya Mineral',
    'Kementerian ESDM',
    'listrik, elpiji, BBM subsidi, tambang, minyak, gas bumi',
  ],
  [
    'Kementerian Pekerjaan Umum',
    'Kementerian PU',
    'jalan nasional, jalan tol, jembatan, bendungan, irigasi, sungai besar',
  ],
  [
    'Kementerian Perumahan dan Kawasan Permukiman',
    'Kementerian PKP',
    'rumah subsidi, pengembang, bedah rumah (BSPS), rumah susun',
  ],
  [
    'Kementerian Desa dan Pembangunan Daerah Tertinggal',
    'Kemendes PDT',
    'dana desa, pendamping desa, BUM desa, daerah tertinggal',
  ],
  ['Kementerian Transmigrasi', 'Kementrans', 'transmigrasi, lahan transmigran'],
  [
    'Kementerian Perhubungan',
    'Kemenhub',
    'kereta api, bandara, pesawat, pelabuhan, kapal, terminal tipe A, ojek daring, truk muatan lebih',
  ],
  [
    'Kementerian Komunikasi dan Digital',
    'Kemkomdigi',
    'internet, sinyal, menara, penipuan daring, judi daring, situs, kartu SIM, data pribadi',
  ],
  ['Kementerian Pertanian', 'Kementan', 'pupuk bersubsidi, benih, alat pertanian, penyuluh, penyakit ternak, PMK'],
  ['Kementerian Kehutanan', 'Kemenhut', 'hutan, kebakaran hutan, perhutanan sosial, satwa liar, penebangan liar'],
  ['Kementerian Kelautan dan Perikanan', 'KKP', 'nelayan, perikanan, laut, pesisir, pulau kecil, solar nelayan'],
  [
    'Kementerian Agraria dan Tata Ruang/Badan Pertanahan Nasional',
    'ATR/BPN',
    'sertifikat tanah, PTSL, sengketa tanah, balik nama, mafia tanah',
  ],
  ['Kementerian Perencanaan Pembangunan Nasional/Bappenas', 'Bappenas', 'perencanaan pembangunan nasional'],
  [
    'Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi',
    'KemenPANRB',
    'CPNS, PPPK, honorer, pelayanan publik, aparatur sipil negara',
  ],
  [
    'Kementerian Kependudukan dan Pembangunan Keluarga/BKKBN',
    'Kemendukbangga',
    'keluarga berencana, stunting, kependudukan',
  ],
  [
    'Kementerian Lingkungan Hidup/Badan Pengendalian Lingkungan Hidup',
    'KLH/BPLH',
    'pencemaran, limbah pabrik, limbah B3, amdal, udara',
  ],
  ['Kementerian Investasi dan Hilirisasi/BKPM', 'BKPM', 'OSS, NIB, izin usaha, penanaman modal'],
  ['Kementerian Koperasi', 'Kemenkop', 'koperasi, koperasi desa merah putih, simpan pinjam'],
  ['Kementerian Usaha Mikro, Kecil, dan Menengah', 'Kementerian UMKM', 'UMKM, usaha mikro, kredit usaha'],
  ['Kementerian Pariwisata', 'Kemenpar', 'pariwisata, wisata, hotel'],
  ['Kementerian Ekonomi Kreatif/Badan Ekonomi Kreatif', 'Kemenekraf', 'ekonomi kreatif'],
  [
    'Kementerian Pemberdayaan Perempuan dan Pelindungan Anak',
    'KemenPPPA',
    'kekerasan terhadap perempuan dan anak, perundungan',
  ],
  ['Kementerian Pemuda dan Olahraga', 'Kemenpora', 'pemuda, olahraga, pramuka'],
  ['Badan Pengaturan Badan Usaha Milik Negara', 'BP BUMN', 'badan usaha milik negara'],
  [
    'Kepolisian Negara Republik Indonesia',
    'Polri',
    'polisi, SIM, SKCK, tilang, pencurian, penipuan, narkoba, laporan kehilangan',
  ],
  ['Kejaksaan Agung', 'Kejaksaan Agung', 'jaksa, penuntutan, tindak pidana korupsi'],
  ['Tentara Nasional Indonesia', 'TNI', 'tentara, prajurit'],
  ['Badan Pengawas Obat dan Makanan', 'BPOM', 'obat, makanan, kosmetik, izin edar, kedaluwarsa'],
  ['Badan Nasional Penanggulangan Bencana', 'BNPB', 'bencana, gempa, pengungsi, hunian sementara'],
  ['Badan Gizi Nasional', 'BGN', 'makan bergizi gratis (MBG), SPPG, keracunan makanan di sekolah'],
  ['Badan Kepegawaian Negara', 'BKN', 'kepegawaian, seleksi CASN, SSCASN, kenaikan pangkat'],
  ['Badan Pusat Statistik', 'BPS', 'statistik, sensus, survei'],
  ['Badan Meteorologi, Klimatologi, dan Geofisika', 'BMKG', 'cuaca, gempa, peringatan dini tsunami'],
  ['Badan Narkotika Nasional', 'BNN', 'narkotika, rehabilitasi'],
  ['Badan Pangan Nasional', 'Bapanas', 'beras SPHP, harga pangan, bantuan pangan'],
  ['Lembaga Kebijakan Pengadaan Barang/Jasa Pemerintah', 'LKPP', 'pengadaan, tender, lelang, e-katalog'],
  ['BPJS Kesehatan', 'BPJS Kesehatan', 'JKN, kartu BPJS, iuran, rujukan, kepesertaan nonaktif'],
  ['BPJS Ketenagakerjaan', 'BPJS Ketenagakerjaan', 'JHT, JKK, JKP, jaminan hari tua, klaim, kepesertaan pekerja'],
  ['PT PLN (Persero)', 'PLN', 'listrik padam, tiang listrik, kabel, meteran, token, tagihan listrik, sambungan baru'],
  ['PT Pertamina (Persero)', 'Pertamina', 'BBM, SPBU, pertalite, solar, elpiji 3 kg, pangkalan'],
  ['PT Pos Indonesia (Persero)', 'Pos Indonesia', 'kiriman, kantor pos, penyaluran bantuan'],
]

/** Offices of ministries, by the short name of the ministry. */
export const ministryUnits: Readonly<Record<string, readonly SeedBody[]>> = {
  'Kementerian PU': [
    [
      'Balai Besar Pelaksanaan Jalan Nasional Jawa Timur-Bali',
      'BBPJN Jatim-Bali',
      'jalan nasional di Jawa Timur dan Bali, lubang, jembatan, marka',
    ],
    ['Balai Besar Wilayah Sungai Brantas', 'BBWS Brantas', 'sungai Brantas, tanggul, bendungan, banjir'],
  ],
  Kemenimipas: [
    ['Direktorat Jenderal Imigrasi', 'Ditjen Imigrasi', 'paspor, izin tinggal, visa, orang asing, kantor imigrasi'],
    ['Direktorat Jenderal Pemasyarakatan', 'Ditjen Pemasyarakatan', 'lapas, rutan, narapidana, kunjungan'],
  ],
  Kemkomdigi: [
    [
      'Badan Aksesibilitas Telekomunikasi dan Informasi',
      'BAKTI',
      'sinyal, menara BTS, internet satelit di daerah tertinggal',
    ],
  ],
  KemenP2MI: [
    [
      'Direktorat Jenderal Pelindungan',
      'Ditjen Pelindungan PMI',
      'pelindungan pekerja migran, agen penyalur, pemulangan',
    ],
  ],
}
