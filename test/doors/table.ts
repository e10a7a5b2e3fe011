import { agency } from '../heart.ts'
import type { Fields } from '../visitor.ts'
import type { Held } from './stages.ts'

/** Who gets in at which door. A new route without a row here fails the tests.
 *
 *  `+` let in: a page or a change;  `-` let in, and told why not now;  `x` told that it is not theirs;  `.` it does not exist;
 *  `>` sent to sign in. Where the report stands is the last word of a row (stages.ts); without one, Blitar's unit for roads has it
 *  and trees assist. `{this}` and `{another}` are reports, `{new}` is a name that nobody has yet. */

export type Row = readonly [door: string, who: string, form?: Fields, held?: Held]

const all = '+++ +++ ++++ ++++ ++ ++ +'
const staff = '>>> +++ ++++ ++++ ++ ++ +'
const admins = '>>> ..+ ...+ ...+ .. .. .'
const above = '>>> ..+ .... ...+ .. .. .'
/** Nothing there without a signed link or a letter that exists. */
const none = '... ... .... .... .. .. .'

// biome-ignore format: a table
export const table: readonly Row[] = [
  //                                      nobody, reporter, another
  //                                      |   centre: operator, arbiter, administrator
  //                                      |   |   elsewhere: ministry operator; Kediri operator, liaison, administrator
  //                                      |   |   |    Blitar: operator, supervisor, inspector, administrator
  //                                      |   |   |    |    roads: liaison, officer
  //                                      |   |   |    |    |  trees: liaison, officer
  //                                      |   |   |    |    |  |  inspectorate: liaison
  ['GET /',                                all],
  ['GET /lapor',                           all],
  ['POST /lapor',                          all, { text: 'Lampu jalan di depan sekolah mati.', berkas: '' }],
  ['POST /laporan',                        all, { text: 'Lampu jalan di depan sekolah mati.', readers: 'public', kunci: '0d3b0a1c-3d4f-4f9e-8a55-0a4b2c0d9e11' }],
  ['GET /cek',                             all],
  ['POST /cek',                            '--- --- ---- ---- -- -- -', { reference: 'K7Q4M2PX', receipt: 'ABCDE12345ABCDE12345ABCDE' }],
  ['GET /laporan/:ref',                   '.+. ... .... .... .. .. .'],
  ['GET /laporan/:ref',                   '.+. ... .... .... .. .. .', {}, 'grave'],
  ['GET /laporan/:ref',                   '.+. ... .... .... .. .. .', {}, 'withdrawn'],
  ['GET /laporan/:ref',                   '.+. ... .... .... .. .. .', {}, 'closed'],
  ['GET /laporan/:ref/buka',              none],
  ['POST /laporan/:ref/kelengkapan',      '.+. ... .... .... .. .. .', { text: 'Di Jalan Kalimantan.' }, 'incomplete'],
  ['POST /laporan/:ref/balasan',          '.+. ... .... .... .. .. .', { text: 'Lubangnya melebar.' }],
  ['POST /laporan/:ref/konfirmasi',       '.+. ... .... .... .. .. .', {}, 'resolved'],
  ['POST /laporan/:ref/sanggahan',        '.+. ... .... .... .. .. .', { reason: 'Masih berlubang.' }, 'resolved'],
  ['POST /laporan/:ref/penilaian',        '.+. ... .... .... .. .. .', { rating: '4', remark: '' }, 'closed'],
  ['POST /laporan/:ref/keberatan',        '.+. ... .... .... .. .. .', { reason: 'Ini jalan kota.' }, 'archived'],
  ['POST /laporan/:ref/pencabutan',       '.+. ... .... .... .. .. .', { reason: '' }],
  ['POST /keluar-laporan',                 all],
  ['GET /lampiran/:id',                   '.+. ++. .... ++.. ++ ++ .'],
  ['GET /lampiran/:id/kecil',             '.+. ++. .... ++.. ++ ++ .'],
  ['GET /lampiran/:id',                   '.+. ++. .... +++. ++ .. .', {}, 'grave'],
  ['GET /lampiran/:id',                   '.+. ++. .... ++.. ++ ++ .', {}, 'withdrawn'],
  ['GET /channel/sms/kannel',             none],
  ['GET /channel/sms/kannel/kabar',       none],
  ['GET /wilayah',                         all],
  ['POST /bahasa',                         all, { bahasa: 'en', ke: '/' }],
  ['GET /berhenti',                       none],
  ['POST /berhenti',                      none, { t: 'without a signature' }],
  ['GET /masuk',                           all],
  ['POST /masuk',                          all, { username: 'nobody', password: 'nothing', ke: '/meja' }],
  ['POST /keluar',                         all],
  ['GET /sandi/lupa',                      all],
  ['POST /sandi/lupa',                     all, { nama: 'nobody' }],
  ['GET /sandi/atur',                      all],
  ['POST /sandi/atur',                     all, { t: 'nothing', baru: 'kambing terbang jauh', ulang: 'kambing terbang jauh' }],
  ['GET /akun',                            staff],
  ['GET /akun/sandi',                      staff],
  ['POST /akun/sandi',                     staff, { sekarang: 'x', baru: 'kambing terbang jauh', ulang: 'kambing terbang jauh' }],
  ['POST /akun/bahasa',                    staff, { bahasa: 'id' }],
  ['POST /akun/keluar-semua',              staff],
  ['GET /meja',                            staff],
  ['GET /meja/:ref',                      '>>> ++. .... ++.. ++ ++ .'],
  ['GET /meja/:ref',                      '>>> ++. .... +++. ++ .. .', {}, 'grave'],
  ['GET /meja/:ref',                      '>>> ++. .... ++.. .. .. .', {}, 'archived'],
  ['GET /meja/:ref',                      '>>> ++. .... ++.. ++ ++ .', {}, 'withdrawn'],
  ['GET /meja/:ref',                      '>>> ++. .... ++.. ++ ++ .', {}, 'closed'],
  ['POST /meja/:ref/catatan',             '>>> ++. .... +... ++ .. .', { text: 'Sudah ditelepon.' }, 'grave'],
  ['POST /meja/:ref/jawaban',             '>>> xx. .... xxx. +x .. .', { text: 'Kami periksa.' }, 'grave'],
  ['POST /meja/:ref/atensi',              '>>> xx. .... x+x. xx .. .', { text: 'Mohon didahulukan.', due: '2026-03-05' }, 'grave'],
  ['POST /meja/:ref/jawaban',             '>>> xx. .... xx.. -x xx .', { text: 'Kami periksa.' }, 'withdrawn'],
  ['GET /meja/penerusan',                 '>>> +.. ++.. +... .. .. .'],
  ['POST /meja/penerusan',                '>>> -.. --.. +... .. .. .', { pilih: '{this}', agencyId: String(agency.roads), class: 'complaint' }, 'city'],
  ['GET /meja/catat',                     '>>> +.. ++.. +... .. .. .'],
  ['POST /meja/catat',                    '>>> +.. ++.. +... .. .. .', { kunci: '0d3b0a1c-3d4f-4f9e-8a55-0a4b2c0d9e12', text: 'Lampu mati.', channel: 'phone', readers: 'public' }],
  ['GET /lapangan',                       '>>> ... .... .... .+ .+ .'],
  ['GET /lapangan/:ref',                  '>>> ... .... .... .+ .+ .', {}, 'visiting'],
  ['POST /meja/:ref/kunjungan',           '>>> ... .... .... .+ .+ .', { outcome: 'done', findings: 'Sudah ditambal.', visitedAt: '2026-03-02T10:00', place: '', latitude: '', longitude: '' }, 'visiting'],
  ['GET /instansi',                        staff],
  ['POST /meja/:ref/catatan',             '>>> ++. .... +... ++ ++ .', { text: 'Sudah ditelepon.' }],
  ['POST /meja/:ref/permintaan-kelengkapan', '>>> xx. .... +x.. -- -- .', { text: 'Di jalan apa?' }, 'returned'],
  ['POST /meja/:ref/penerusan',           '>>> xx. .... +x.. .. .. .', { agencyId: String(agency.roads), class: 'complaint' }, 'city'],
  ['POST /meja/:ref/pengembalian',        '>>> xx. .... xx.. +x xx .', { reason: 'other_unit', note: 'Jalan ini milik provinsi.' }],
  ['POST /meja/:ref/putusan-wewenang',    '>>> x+. .... --.. .. .. .', { agencyId: String(agency.roads), class: 'complaint', note: 'Jalan kota.' }, 'contested'],
  ['POST /meja/:ref/pertanyaan',          '>>> xx. .... xx.. ++ xx .', { text: 'Sejak kapan?' }],
  ['POST /meja/:ref/rancangan',           '>>> xx. .... xx.. ++ xx .', { text: 'Kami tambal besok.' }],
  ['POST /meja/:ref/perbaikan',           '>>> xx. .... xx.. +x xx .', { remark: 'Sebut tanggalnya.' }, 'drafted'],
  ['POST /meja/:ref/jawaban',             '>>> xx. .... xx.. +x xx .', { text: 'Kami tambal besok.' }],
  ['POST /meja/:ref/penugasan',           '>>> xx. .... xx.. +x xx .', { officerId: '', due: '2026-03-05', note: '' }],
  ['POST /meja/:ref/penyelesaian',        '>>> xx. .... xx.. +x xx .', { text: 'Sudah ditambal.' }, 'answered'],
  ['POST /meja/:ref/pengarsipan',         '>>> xx. .... +x.. -- -- .', { reason: 'no_matter', detail: '' }, 'returned'],
  ['POST /meja/:ref/penggabungan',        '>>> xx. .... +x.. .. .. .', { into: '{another}' }, 'city'],
  ['POST /meja/:ref/perpanjangan',        '>>> xx. .... xx.. +x xx .', { reason: 'weather', sentence: 'Hujan terus.', newDue: '2026-04-10' }],
  ['POST /meja/:ref/perpanjangan/persetujuan', '>>> +x. .... +x.. xx xx .', {}, 'asking'],
  ['POST /meja/:ref/perpanjangan/penolakan', '>>> +x. .... +x.. xx xx .', { remark: 'Waktunya cukup.' }, 'asking'],
  ['POST /meja/:ref/atensi',              '>>> xx. .... x+.. xx xx .', { text: 'Mohon didahulukan.', due: '2026-03-05' }],
  ['POST /meja/:ref/atensi/jawaban',      '>>> xx. .... xx.. +x xx .', { text: 'Segera.' }, 'instructed'],
  ['POST /meja/:ref/golongan',            '>>> xx. .... +x.. .. .. .', { class: 'aspiration', categoryCode: '' }, 'city'],
  ['POST /meja/:ref/suntingan',           '>>> xx. .... +x.. .. .. .', { title: 'Jalan berlubang', text: 'Jalan berlubang.', place: '' }, 'city'],
  ['GET /meja/templat',                   '>>> +.. +++. +... ++ ++ +'],
  ['POST /meja/templat',                  '>>> +.. +++. +... ++ ++ +', { title: 'Salam', text: 'Terima kasih atas laporan Anda.' }],
  ['GET /kelola',                          admins],
  ['GET /kelola/instansi',                 admins],
  ['GET /kelola/instansi/:id',             above],
  ['POST /kelola/instansi/:id',            above, { nama: 'Dinas Jalan', singkatan: 'Jalan', tugas: 'jalan' }],
  ['POST /kelola/instansi/:id/bawahan',    above, { 'nama-baru': '{new}', 'singkatan-baru': '{new}', jenis: 'unit', wilayah: '', 'tugas-baru': '' }],
  ['POST /kelola/instansi/:id/tutup',      '>>> ..+ .... ...+ .. .. .'],
  ['GET /kelola/akun',                     admins],
  ['POST /kelola/akun',                    '>>> ..+ ...- ...+ .. .. .', { instansi: String(agency.roads), nama: 'Budi', pengguna: '{new}', peran: ['officer'], masuk: 'slip', bahasa: 'id', email: '' }],
  ['GET /kelola/akun/baru',                admins],
  ['GET /kelola/akun/:id',                 above],
  ['POST /kelola/akun/:id/data',           above, { nama: 'Juru Tulis', email: 'juru@kantor.example', bahasa: 'id' }],
  ['POST /kelola/akun/:id/peran',          above, { peran: ['officer'] }],
  ['POST /kelola/akun/:id/slip',           above],
  ['POST /kelola/akun/:id/undangan',       above],
  ['POST /kelola/akun/:id/serah',          above, { waris: '{officer}' }],
  ['POST /kelola/akun/:id/pindah',         '>>> ..+ .... ...- .. .. .', { instansi: String(agency.trees) }],
  ['POST /kelola/akun/:id/nonaktif',       '>>> ..+ .... ...- .. .. .'],
  ['POST /kelola/akun/:id/aktif',          '>>> ..+ .... ...- .. .. .'],
  ['GET /kelola/impor',                    admins],
  ['POST /kelola/impor',                   '>>> ..+ ...- ...+ .. .. .', { macam: 'accounts', tabel: '{accounts}', langkah: 'periksa' }],
  ['GET /kelola/kalender',                 admins],
  ['POST /kelola/kalender',                '>>> ..+ ...- ...- .. .. .', { hari: '2026-05-01', nama: 'Hari Buruh', dasar: 'SKB', jenis: 'national' }],
  ['POST /kelola/kalender/hapus',          '>>> ..+ ...- ...- .. .. .', { hari: '2026-05-01', wilayah: '' }],
  ['GET /kelola/janji',                    admins],
  ['POST /kelola/janji',                   '>>> ..+ ...- ...- .. .. .', { langkah: 'verify', golongan: '', kadar: '', jumlah: '3', satuan: 'working', dasar: 'Peraturan', mulai: '2026-06-01' }],
  ['GET /kelola/kategori',                 admins],
  ['POST /kelola/kategori',                '>>> ..+ ...- ...- .. .. .', { kode: 'jalan', induk: '', indonesia: 'Jalan', inggris: 'Roads', urutan: '1' }],
  ['GET /kelola/kanal',                   '>>> ..+ .... .... .. .. .'],
  ['GET /kelola/kanal/:id',               '>>> ... .... .... .. .. .'],
  ['POST /kelola/kanal/:id',              '>>> ... .... .... .. .. .', { text: 'Lampu mati.' }],
  ['POST /kelola/kanal/:id/ulang',        '>>> ... .... .... .. .. .'],
  ['GET /kelola/catatan',                  admins],
  ['GET /dev/kotak-keluar',                all],
  ['GET /dev/kotak-keluar/:id',            none],
]
