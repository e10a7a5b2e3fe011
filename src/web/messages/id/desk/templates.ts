/** Ready answers of an agency. */
export const templates = {
  title: 'Templat jawaban',
  hint: 'Awal kalimat yang sering dipakai di instansi Anda. Sesuaikan selalu dengan laporannya: warga mengenali jawaban yang disalin.',
  add: 'Templat baru',
  name: 'Judul',
  text: 'Isi',
  save: 'Simpan templat',
  remove: 'Hapus',
}
