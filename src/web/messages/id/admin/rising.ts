/** To whom a promise rises that ends soon or was missed. */
export const rising = {
  hint: 'Janji yang hampir habis diingatkan; yang terlewat naik ke atasan. Pilih satu langkah untuk mengubahnya. Sistem memberi tahu saat kantor buka, satu kali untuk setiap langkah.',
  when: 'Kapan',
  promise: 'Janji',
  any: 'Semua janji',
  to: 'Diberitahukan kepada',
  places: {
    desk: 'Meja pemegang',
    head: 'Meja dan pengawas pemegang',
    coordinator: 'Instansi di atasnya',
    centre: 'Pusat',
  },
  reporter: 'Pelapor diberi tahu',
  active: 'Dipakai',
  yes: 'Ya',
  no: 'Tidak',
  changeOne: 'Ubah langkah',
  add: 'Langkah baru',
  save: 'Simpan perubahan',
  leave: 'Batal mengubah',
  days: 'Hari kerja sesudah batas waktu',
  daysHint: 'Tulis angka minus untuk sebelum batas waktu, misalnya -2. Nol berarti begitu terlewat.',
  after: (n: number) =>
    n < 0 ? `${-n} hari kerja sebelumnya` : n === 0 ? 'Begitu terlewat' : `${n} hari kerja sesudahnya`,
}
